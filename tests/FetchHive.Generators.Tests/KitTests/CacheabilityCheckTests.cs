using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit.Sdk;

namespace FetchHive.Generators.Tests.KitTests;

public class CacheabilityCheckTests
{
    private const string Source = "[System.Obsolete] class A { int One() => 1; }";

    private static readonly Dictionary<string, Func<GeneratorAttributeSyntaxContext, object>> Bad = new()
    {
        ["a symbol"] = found => found.TargetSymbol,
        ["a symbol in a record"] = found => new Holder(found.TargetSymbol),
        ["a symbol in a base class's private field"] = found => new DerivedFromHider(found.TargetSymbol),
        ["a symbol deep in a list"] = found => new ByHand([new Holder(new Holder(found.TargetSymbol))]),
        ["a symbol in a tuple"] = found => (1, (found.TargetSymbol, 2)),
        ["a symbol that is null here"] = found => new OptionalOwner("a", null),
        ["a node"] = found => found.TargetNode,
        ["a token"] = found => found.TargetNode.GetFirstToken(),
        ["a tree"] = found => found.TargetNode.SyntaxTree,
        ["a syntax reference"] = found => found.TargetNode.GetReference(),
        ["a location"] = found => found.TargetNode.GetLocation(),
        ["an attribute"] = found => found.Attributes[0],
        ["an attribute's argument"] = found => new Holder(default(TypedConstant)),
        ["a semantic model"] = found => found.SemanticModel,
        ["a compilation"] = found => found.SemanticModel.Compilation,
        ["the whole context"] = found => found,
        ["an operation"] = found =>
            found.SemanticModel.GetOperation(found.TargetNode.DescendantNodes().OfType<LiteralExpressionSyntax>().Single())!,
        ["a diagnostic"] = found => Diagnostic.Create("FH1", "c", "m", DiagnosticSeverity.Warning, DiagnosticSeverity.Warning, true, 1),
        ["an array"] = found => new[] { "a" },
        ["an array in a record"] = found => new Holder(new[] { "a" }),
        ["an immutable array in a record"] = found => new Holder(ImmutableArray.Create("a")),
        ["a list"] = found => new List<string> { "a" },
        ["a dictionary in a struct"] = found => new KeyValuePair<int, object>(1, new Dictionary<string, string>()),
        ["a class without equality"] = found => new NoEquality(),
        ["a class without equality in a list with equality"] = found => new ByHand([new NoEquality()]),
        ["a delegate"] = found => new Holder(new Func<int>(() => 1)),
        ["a lazy"] = found => new Lazy<int>(1),
    };

    private static readonly Dictionary<string, Func<GeneratorAttributeSyntaxContext, object>> Good = new()
    {
        ["text"] = found => found.TargetSymbol.Name,
        ["a record"] = found => new Holder("a"),
        ["a cycle"] = found => new Cycle("a"),
        ["a tuple"] = found => (found.TargetSymbol.Name, 1, (TypeKind.Class, new Uri("a", UriKind.Relative))),
        ["a span"] = found => new Holder((found.TargetNode.Span, found.TargetNode.GetLocation().GetLineSpan())),
        ["a list with equality"] = found => new ByHand(["a", new Holder(new ByHand([1]))]),
        ["nothing"] = found => null!,
    };

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_generator_that_passes_on_what_cannot_be_cached_fails(string name)
    {
        Func<GeneratorAttributeSyntaxContext, object> transform = Bad[name];

        FailException failure =
            Assert.Throws<FailException>(() => CacheabilityCheck.Verify(new Generator(transform), CompilationSetup.Default, Source));

        Assert.StartsWith("Generator passes on what can't be cached", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void A_step_without_a_name_is_found_too(string name)
    {
        Generator generator = new(Bad[name], trackingName: null);

        Assert.Throws<FailException>(() => CacheabilityCheck.Verify(generator, CompilationSetup.Default, Source));
    }

    [Theory]
    [MemberData(nameof(GoodNames))]
    public void A_model_with_value_equality_passes(string name) =>
        CacheabilityCheck.Verify(new Generator(Good[name]), CompilationSetup.Default, Source);

    [Fact]
    public void A_correct_generator_passes() => CacheabilityCheck.Verify(
        new GreeterGenerator(),
        CompilationSetup.Default,
        "[System.Obsolete] partial class A { }",
        "[System.Obsolete] partial class B { }");

    [Fact]
    public void A_message_says_which_step_and_which_member()
    {
        FailException failure = Assert.Throws<FailException>(() =>
            CacheabilityCheck.Verify(new Generator(Bad["a symbol in a record"]), CompilationSetup.Default, Source));

        Assert.Contains("Models: Holder.Value is a ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(ISymbol)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_combined_compilation_is_found()
    {
        GeneratorRun run = GeneratorRun.Of(new CombinesCompilation(), CompilationSetup.Default, Source);

        Assert.Contains(CacheabilityCheck.Problems(run.Result), problem => problem.Contains("(Compilation)", StringComparison.Ordinal));
    }

    [Fact]
    public void An_equality_that_lies_is_found_by_the_second_run()
    {
        FailException failure = Assert.Throws<FailException>(() =>
            CacheabilityCheck.Verify(new Generator(_ => new NeverEqual()), CompilationSetup.Default, Source));

        Assert.Contains("Models: Modified x1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_gives_the_generator_no_work_fails()
    {
        FailException failure = Assert.Throws<FailException>(() =>
            CacheabilityCheck.Verify(new Generator(Good["text"]), CompilationSetup.Default, "class A { }"));

        Assert.Contains("nothing was checked", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Generator(Func<GeneratorAttributeSyntaxContext, object> transform, string? trackingName = "Models")
        : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<object> models = context.SyntaxProvider.ForAttributeWithMetadataName(
                "System.ObsoleteAttribute", static (_, _) => true, (found, _) => transform(found));
            models = trackingName is null ? models : models.WithTrackingName(trackingName);
            context.RegisterSourceOutput(models.Collect(), static (output, all) => output.AddSource("A.g.cs", $"// {all.Length}"));
        }
    }

    private sealed class CombinesCompilation : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<string> names = context.SyntaxProvider.ForAttributeWithMetadataName(
                "System.ObsoleteAttribute", static (_, _) => true, static (found, _) => found.TargetSymbol.Name);
            context.RegisterSourceOutput(names.Combine(context.CompilationProvider),
                static (output, pair) => output.AddSource("A.g.cs", "// " + pair.Left));
        }
    }

    private sealed record Holder(object Value);

    private sealed record OptionalOwner(string Name, INamedTypeSymbol? Owner);

    private record Hider
    {
        private readonly ISymbol _symbol;

        protected Hider(ISymbol symbol) => _symbol = symbol;

        public override string ToString() => _symbol.Name;
    }

    private sealed record DerivedFromHider(ISymbol Symbol) : Hider(Symbol);

    private sealed record Cycle(string Name)
    {
        private readonly Box _self = new();

        public Cycle Self => _self.Cycle ??= this;

        public bool Equals(Cycle? other) => other is not null && other.Name == Name && other.Self.Name == Self.Name;

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

        private sealed class Box
        {
            public Cycle? Cycle { get; set; }
        }
    }

    private sealed class NoEquality;

    private sealed class NeverEqual
    {
        public override bool Equals(object? obj) => false;

        public override int GetHashCode() => 0;
    }

    private sealed class ByHand(object[] items) : IEquatable<ByHand>
    {
        private readonly object[] _items = items;

        public bool Equals(ByHand? other) => other is not null && _items.SequenceEqual(other._items);

        public override bool Equals(object? obj) => Equals(obj as ByHand);

        public override int GetHashCode() => _items.Length;
    }
}
