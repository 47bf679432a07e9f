using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

// Never shipped: what shipped generators have to say of themselves isn't asked of these.
#pragma warning disable RS1036, RS1041, RS1042

namespace FetchHive.Benchmarks.Generation;

/// <summary>Does nothing: what the driver itself costs.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, static (_, _) => { });
}

/// <summary>Searches all syntax and never finds anything: what the driver takes for any search by a predicate.</summary>
internal sealed class SearchingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(static (_, _) => false, static (_, _) => true),
        static (_, _) => { });
}

/// <summary>Finds the annotated interfaces and does nothing with them: what Roslyn's own search by attribute costs.</summary>
internal sealed class FindingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "FetchHive.FetchHiveDeploymentAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (_, _) => true),
        static (_, _) => { });
}

/// <summary>Asks for the symbols of one interface, whose name is known, and searches nothing: what the compiler takes for any answer after
/// an edit.</summary>
internal sealed class AskingForOneGenerator(string metadataName) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider.Select((compilation, _) => AskingGenerator.Ask(compilation.GetTypeByMetadataName(metadataName)!)),
        static (_, _) => { });
}

/// <summary>Another generator, whose file ours doesn't see.</summary>
internal sealed class AddingGenerator(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.ParseOptionsProvider, (output, _) => output.AddSource("Added.g.cs", text));
}
