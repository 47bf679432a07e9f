using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>Makes descriptors: every rule is on by default and belongs to one category.</summary>
internal static class Rule
{
    public const string Declaration = "FetchHive.Declaration";
    public const string Inputs = "FetchHive.Inputs";
    public const string Metadata = "FetchHive.Metadata";
    public const string Results = "FetchHive.Results";

    public static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    public static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public static DiagnosticDescriptor Info(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Info, isEnabledByDefault: true);
}
