using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>Another generator of a user's project: it adds one file, which no other generator sees, or every one does.</summary>
internal sealed class OtherGenerator(string text, bool isSeen = false) : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        if (isSeen)
        {
            context.RegisterPostInitializationOutput(output => output.AddSource("Seen.g.cs", text));
        }
        else
        {
            context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Other.g.cs", text));
        }
    }
}
