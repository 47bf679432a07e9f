using System;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>For generated code: the deployment and variant that an interface invokes. Don't use it in your own code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowDeployment
{
    /// <summary>Creates a deployment from its name and a variant's name.</summary>
    /// <param name="deployment">The workflow deployment's name.</param>
    /// <param name="variant">The variant's name.</param>
    /// <param name="names">The JSON names in its requests, in the order in which <see cref="RequestWriter"/> is told their places.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is null.</exception>
    /// <exception cref="ArgumentException">The deployment or the variant is null, empty or white space (the service refuses a call that
    /// lacks one), or a name is not valid Unicode.</exception>
    public WorkflowDeployment(string deployment, string variant, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Deployment = Checked(deployment, nameof(deployment));
        Variant = Checked(variant, nameof(variant));
        Opening =
        [
            .. "{\"deployment\":\""u8,
            .. JsonEncodedText.Encode(deployment, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes,
            .. "\",\"variant\":\""u8,
            .. JsonEncodedText.Encode(variant, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes,
            (byte)'"',
        ];
        Names = Array.ConvertAll(names, static name => new RequestName(name));
    }

    /// <summary>The workflow deployment's name.</summary>
    internal string Deployment { get; }

    /// <summary>The variant's name.</summary>
    internal string Variant { get; }

    /// <summary>The beginning of each request's body: an open object that contains the two names.</summary>
    internal byte[] Opening { get; }

    /// <summary>The JSON names in its requests.</summary>
    internal RequestName[] Names { get; }

    /// <summary>The deployment and the variant.</summary>
    public override string ToString() => $"{Deployment}/{Variant}";

    private static string Checked(string name, string parameter) => string.IsNullOrWhiteSpace(name)
        ? throw new ArgumentException(
            $"The {parameter} is null, empty or white space. Give the {parameter}'s name as the dashboard's Code Snippet dialog shows it.",
            parameter)
        : name;
}
