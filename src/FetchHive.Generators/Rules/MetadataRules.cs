using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH3xxx: metadata.</summary>
internal static class MetadataRules
{
    public static readonly DiagnosticDescriptor MetadataCollection = Rule.Error(
        "FH3001", Rule.Metadata, "A metadata value is a collection",
        "'{0}' is a collection of type '{1}', but metadata must be flat: send a single value, or {2}");

    public static readonly DiagnosticDescriptor MetadataObject = Rule.Error(
        "FH3002", Rule.Metadata, "A metadata value is an object",
        "'{0}' is an object of type '{1}', but metadata must be flat: lift its properties to {2}, or {3}");

    public static readonly DiagnosticDescriptor MetadataDictionary = Rule.Error(
        "FH3003", Rule.Metadata, "The dictionary can contain nested values",
        "'{0}' is a dictionary with values of type '{1}', which can be nested: use Dictionary<string, MetadataValue>");

    public static readonly DiagnosticDescriptor MetadataKey = Rule.Error(
        "FH3004", Rule.Metadata, "The metadata key can't be used",
        "{0}: {1}");

    public static readonly DiagnosticDescriptor EmptyMetadata = Rule.Warning(
        "FH3005", Rule.Metadata, "The metadata type has no properties to send",
        "'{0}' is of type '{1}', which has no public properties to send: add properties, or remove the parameter");

    public static readonly DiagnosticDescriptor MetadataAsInput = Rule.Warning(
        "FH3007", Rule.Metadata, "Metadata is sent as an input",
        "'{0}' {1} and is sent as an input: mark it [Metadata], or [Input] if the Start step has an input '{2}'");

    public static readonly DiagnosticDescriptor SecretInMetadata = Rule.Warning(
        "FH3006", Rule.Metadata, "The metadata key looks like a secret",
        "'{0}' is sent as the metadata key '{1}', which looks like a secret, and metadata is shown in logs: {2}, or rename it if it "
            + "isn't one");
}
