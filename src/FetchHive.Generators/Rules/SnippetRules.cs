using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH5xxx: snippets, and code that doesn't fit them.</summary>
internal static class SnippetRules
{
    public static readonly DiagnosticDescriptor Unreadable = Rule.Error(
        "FH5001", Rule.Snippets, "The snippet can't be read",
        "'{0}' can't be read: {1}");

    /// <summary>It is reported as a warning if the text only looks like a secret.</summary>
    public static readonly DiagnosticDescriptor Secret = Rule.Error(
        "FH5009", Rule.Snippets, "The snippet contains a key or a secret",
        "'{0}' contains {1}, which everyone who can read the repository can use: replace it at the service, and write a placeholder here");

    public static readonly DiagnosticDescriptor UnknownInput = Rule.Error(
        "FH5002", Rule.Snippets, "The snippet has no such input",
        "'{0}' has no input '{1}': {2}");

    public static readonly DiagnosticDescriptor MissingInput = Rule.Warning(
        "FH5003", Rule.Snippets, "An input of the snippet isn't sent",
        "'{0}' has an input '{1}', which '{2}' never sends: add a parameter for it, or list it in '# optional:' there if a call may "
            + "leave it out");

    public static readonly DiagnosticDescriptor OtherKind = Rule.Error(
        "FH5004", Rule.Snippets, "The snippet has another kind of value",
        "'{0}' is {1} in '{2}' and is sent as {3} here: {4}");

    public static readonly DiagnosticDescriptor UnknownProperty = Rule.Warning(
        "FH5005", Rule.Snippets, "A property isn't in the snippet's sample",
        "'{0}' isn't in '{1}', which has '{2}' there, so the workflow would find nothing under that name: send it as '{2}'");

    public static readonly DiagnosticDescriptor NearName = Rule.Warning(
        "FH5006", Rule.Snippets, "No snippet has the name, but one has a similar name",
        "No snippet has the {0} '{1}', but '{2}' has '{3}': use that name, or save the snippet of '{1}'");

    public static readonly DiagnosticDescriptor NoSnippet = Rule.Info(
        "FH5007", Rule.Snippets, "There is no snippet",
        "The {0} '{1}' has no snippet to compare with: copy it from the deployment's Code Snippet dialog into a file "
            + "'{2}.fetchhive.sh'");

    public static readonly DiagnosticDescriptor Differing = Rule.Error(
        "FH5008", Rule.Snippets, "Two snippets of one deployment differ",
        "'{0}' and '{1}' are both of '{2}', variant '{3}', but differ in {4}: delete the older one");

    public static readonly DiagnosticDescriptor UnfitOutput = Rule.Warning(
        "FH5010", Rule.Snippets, "The output type doesn't fit a sample",
        "{0} in '{1}', but {2}: change the type, or the sample if it is wrong");

    public static readonly DiagnosticDescriptor Undeclared = Rule.Info(
        "FH5012", Rule.Snippets, "A snippet can declare the interface",
        "'{0}' has no {1} yet, and {2} fits: declare it from the snippet");
}
