using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>
/// Creates descriptors. Every rule is enabled by default, belongs to one category, and links to its page once the project has an address.
/// </summary>
internal static class Rule
{
    public const string Build = "FetchHive.Build";
    public const string Declaration = "FetchHive.Declaration";
    public const string Inputs = "FetchHive.Inputs";
    public const string Metadata = "FetchHive.Metadata";
    public const string Results = "FetchHive.Results";
    public const string Snippets = "FetchHive.Snippets";
    public const string Calls = "FetchHive.Calls";

    public static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        New(id, category, title, message, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string category, string title, string message) =>
        New(id, category, title, message, DiagnosticSeverity.Warning);

    public static DiagnosticDescriptor Info(string id, string category, string title, string message) =>
        New(id, category, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor New(string id, string category, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id));
}
