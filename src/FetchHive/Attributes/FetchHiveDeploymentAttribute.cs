using System;

namespace FetchHive;

/// <summary>
/// Makes a partial interface the typed client of one workflow deployment: the source generator writes its implementation.
/// </summary>
/// <remarks>
/// The dashboard shows the names under Workflows, Deployments, a variant, Code Snippet (Fetch Hive docs,
/// <c>api-reference/invoke-workflow</c>).
/// </remarks>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
public sealed class FetchHiveDeploymentAttribute : Attribute
{
    /// <summary>Names the deployment and the variant that every method of the interface invokes.</summary>
    /// <param name="deployment">The workflow deployment's name; not empty, no white space around it.</param>
    /// <param name="variant">The variant's name; not empty, no white space around it. The service refuses a call without one.</param>
    public FetchHiveDeploymentAttribute(string deployment, string variant)
    {
        Deployment = deployment;
        Variant = variant;
    }

    /// <summary>The workflow deployment's name.</summary>
    public string Deployment { get; }

    /// <summary>The variant's name.</summary>
    public string Variant { get; }

    /// <summary>
    /// A <c>JsonSerializerContext</c> for types that the generator can't write or read itself, such as those with custom converters;
    /// <see langword="null"/> (the default) if no type needs one.
    /// </summary>
    public Type? JsonContext { get; set; }

    /// <summary>
    /// How C# names become the names of inputs and the properties of objects in them, of metadata keys and of outputs. The default is
    /// <see cref="NamingRule.SnakeCase"/>.
    /// </summary>
    public NamingRule Naming { get; set; }
}
