using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH0xxx: the build. Those below FH0004 come from the package's targets.</summary>
internal static class BuildRules
{
    /// <summary>The only rule that the generator reports. The analyzers report all others.</summary>
    public static readonly DiagnosticDescriptor NoClient = Rule.Error(
        "FH0004", Rule.Build, "The interface has no client, and no analyzer runs to say why",
        "Interface '{0}' has no client, and the analyzers that would say why are disabled in this build: {1}");
}
