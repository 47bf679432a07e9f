using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

// These generators are never shipped, so rules for shipped generators don't apply.
#pragma warning disable RS1036, RS1041, RS1042

namespace FetchHive.Benchmarks.Generation;

/// <summary>Does nothing: measures the cost of the driver itself.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, static (_, _) => { });
}

/// <summary>Searches all syntax and never finds anything: measures the cost of any search by a predicate.</summary>
internal sealed class SearchingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(static (_, _) => false, static (_, _) => true),
        static (_, _) => { });
}

/// <summary>Finds the annotated interfaces and does nothing with them: measures the cost of Roslyn's own search by attribute.</summary>
internal sealed class FindingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "FetchHive.FetchHiveDeploymentAttribute",
            static (node, _) => node is InterfaceDeclarationSyntax,
            static (_, _) => true),
        static (_, _) => { });
}

/// <summary>Asks for the symbols of one interface by its name, without a search: measures the least that the compiler needs after an
/// edit.</summary>
internal sealed class AskingForOneGenerator(string metadataName) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider.Select((compilation, _) => AskingGenerator.Ask(compilation.GetTypeByMetadataName(metadataName)!)),
        static (_, _) => { });
}

/// <summary>Another generator, whose file our generator doesn't see.</summary>
internal sealed class AddingGenerator(string text) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.ParseOptionsProvider, (output, _) => output.AddSource("Added.g.cs", text));
}
