using System.Collections.Generic;

namespace FetchHive.Emulator;

/// <summary>One deployed variant of a workflow, as <see cref="FetchHiveEmulator.Deployments"/> lists it.</summary>
public sealed class EmulatedDeployment
{
    internal EmulatedDeployment()
    {
    }

    /// <summary>The deployment's name.</summary>
    public required string Deployment { get; init; }

    /// <summary>The variant's name.</summary>
    public required string Variant { get; init; }

    /// <summary>Its Start inputs, in the order in which they were declared.</summary>
    public required IReadOnlyList<EmulatedInput> Inputs { get; init; }

    /// <summary>Whether its inputs aren't known, because its snippet has no <c>inputs</c>. It then takes any.</summary>
    public required bool TakesAnyInputs { get; init; }

    /// <summary>Whether direct calls are refused, as with a Human in the Loop step.</summary>
    public required bool RequiresCallback { get; init; }

    /// <summary>The full path of the snippet that describes it, or <see langword="null"/> when code describes it.</summary>
    public string? SnippetPath { get; init; }

    /// <summary>The names of the deployment and the variant.</summary>
    public override string ToString() => $"{Deployment}/{Variant}";
}

/// <summary>One Start input of an <see cref="EmulatedDeployment"/>.</summary>
public sealed class EmulatedInput
{
    internal EmulatedInput()
    {
    }

    /// <summary>Its key in <c>inputs</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of value that it takes.</summary>
    public required EmulatedInputKind Kind { get; init; }

    /// <summary>Whether a call without it is refused.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The JSON of the value in its snippet, or <see langword="null"/> when there is no snippet.</summary>
    public string? SampleJson { get; init; }

    /// <summary>The name and the kind.</summary>
    public override string ToString() => $"{Name}: {Kind}{(IsRequired ? "" : ", optional")}";
}

/// <summary>The JSON kind that a Start input takes.</summary>
public enum EmulatedInputKind
{
    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>A string.</summary>
    Text,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An object.</summary>
#pragma warning disable CA1720 // The name of JSON's kind, as in JsonValueKind.
    Object,
#pragma warning restore CA1720
}
