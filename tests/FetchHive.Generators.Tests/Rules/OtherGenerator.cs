using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>Another generator in a user's project. It adds one file, which either no other generator sees, or all of them.</summary>
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
