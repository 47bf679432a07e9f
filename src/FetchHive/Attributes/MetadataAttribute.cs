using System;

namespace FetchHive;

/// <summary>
/// Sends a parameter in the request's <c>metadata</c>, which audits and log filters show, instead of as an input of the workflow.
/// </summary>
/// <remarks>
/// A scalar becomes one key; a type's public properties become one key each; a dictionary of <see cref="MetadataValue"/> is copied. Several
/// parameters of a method may have the attribute. Metadata is flat: keys aren't empty, and values are strings, numbers, booleans or null,
/// and the service rejects arrays and nested objects before the run starts (Fetch Hive docs, <c>api-reference/invoke-workflow</c>).
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MetadataAttribute : Attribute
{
    /// <summary>Marks a parameter as metadata.</summary>
    /// <param name="key">The exact key of a scalar parameter; <see langword="null"/> leaves it to the interface's
    /// <see cref="NamingRule"/>.</param>
    public MetadataAttribute(string? key = null) => Key = key;

    /// <summary>The exact key of a scalar parameter; <see langword="null"/> if the naming rule decides.</summary>
    public string? Key { get; }
}
