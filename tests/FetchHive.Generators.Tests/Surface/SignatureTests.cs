using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>The generated signatures, as the compiler sees them.</summary>
public class SignatureTests
{
    private static readonly SymbolDisplayFormat Exact = SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TheoryData<string> Names => [.. Declarations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_implementation_is_annotated_exactly_as_what_it_implements(string name)
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All[name]);
        int compared = 0;

        foreach (IMethodSymbol method in Implementations(run))
        {
            IMethodSymbol implemented = method.ExplicitInterfaceImplementations.Single();
            compared++;
            // A type that is oblivious in the declaration can't be oblivious in generated code, where annotations are on. Then either
            // annotation is fine.
            Assert.True(Agree(implemented.ReturnType, method.ReturnType),
                $"{implemented.ToDisplayString(Exact)} returns {method.ReturnType.ToDisplayString(Exact)}");
            for (int i = 0; i < method.Parameters.Length; i++)
            {
                IParameterSymbol parameter = implemented.Parameters[i];
                bool hasFlowAttribute = parameter.GetAttributes()
                    .Any(attribute => attribute.AttributeClass!.Name is "AllowNullAttribute" or "DisallowNullAttribute");
                Assert.True(hasFlowAttribute || Agree(parameter.Type, method.Parameters[i].Type),
                    $"{parameter.ToDisplayString(Exact)} is {method.Parameters[i].ToDisplayString(Exact)}");
                Assert.Equal(parameter.Name, method.Parameters[i].Name);
            }
        }

        Assert.True(compared > 0 || name == "no members");
    }

    [Fact]
    public void Annotations_reach_callback_contracts()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + """
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<AcceptedRun<string>> OneAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<string?>> TwoAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<List<string?>?>> ThreeAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<int?>> FourAsync([CallbackUrl] Uri url, CancellationToken token = default);
            #nullable disable
                Task<AcceptedRun<string>> FiveAsync([CallbackUrl] Uri url, CancellationToken token = default);
            }
            """);

        IEnumerable<string> contracts = run.Output.GetTypeByMetadataName("IBrief")!.GetMembers().OfType<IPropertySymbol>()
            .Select(property => property.Name + ": " + ((INamedTypeSymbol)property.Type).TypeArguments[0].ToDisplayString(Exact));

        // Where annotations are off, null is an ordinary value, and a caller there gets no warning.
        Assert.Equal(
            [
                "OneCallback: string",
                "TwoCallback: string?",
                "ThreeCallback: System.Collections.Generic.List<string?>?",
                "FourCallback: int?",
                "FiveCallback: string?",
            ],
            contracts);
    }

    [Fact]
    public void Flow_attributes_become_annotations()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.All["flow attributes"]);

        IMethodSymbol one = Implementations(run).Single(method => method.Name.EndsWith("OneAsync", StringComparison.Ordinal));

        Assert.Equal(["string?", "string"], one.Parameters.Take(2).Select(parameter => parameter.Type.ToDisplayString(Exact)));
    }

    [Theory]
    [InlineData("public partial interface IBrief", "", Accessibility.Public, Accessibility.Public)]
    [InlineData("internal partial interface IBrief", "", Accessibility.Internal, Accessibility.Internal)]
    [InlineData("partial interface IBrief", "", Accessibility.Internal, Accessibility.Internal)]
    [InlineData("public partial interface IBrief", "internal static", Accessibility.Public, Accessibility.Internal)]
    [InlineData("internal partial interface IBrief", "public static", Accessibility.Internal, Accessibility.Internal)]
    [InlineData("protected internal partial interface IBrief", "public", Accessibility.ProtectedOrInternal, Accessibility.Internal)]
    [InlineData("private partial interface IBrief", "public static", Accessibility.Private, null)]
    [InlineData("protected partial interface IBrief", "public", Accessibility.Protected, null)]
    public void Generated_types_are_as_accessible_as_the_interface(string declaration, string outer, Accessibility expected,
    Accessibility? extensions)
    {
        string source =
            $$"""[FetchHiveDeployment("brief", "production")] {{declaration}} """
            + """{ Task<string> RunAsync(CancellationToken token = default); }""";
        source = outer.Length == 0 ? source : $"{outer} partial class Outer {{ {source} }}";

        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + source).AssertGeneratedCodeIsClean();

        string prefix = outer.Length == 0 ? "" : "Outer+";
        Assert.Equal(expected, run.Output.GetTypeByMetadataName(prefix + "IBrief")!.DeclaredAccessibility);
        Assert.Equal(Accessibility.Public,
            run.Output.GetTypeByMetadataName(prefix + "IBrief")!.GetMembers("Create").Single().DeclaredAccessibility);
        INamedTypeSymbol? found = run.Output.GetTypeByMetadataName(prefix.Replace('+', '_') + "IBriefFetchHiveExtensions");
        Assert.Equal(extensions, found?.DeclaredAccessibility);
        Assert.Equal(extensions is null, found is null);
    }

    private static IEnumerable<IMethodSymbol> Implementations(GeneratorRun run) => Generated.Trees(run)
        .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>()
            .Where(method => method.ExplicitInterfaceSpecifier is not null && method.Parent!.ToString()
            .Contains("Implementation", StringComparison.Ordinal))
            .Select(method => (IMethodSymbol)run.Output.GetSemanticModel(tree).GetDeclaredSymbol(method)!))
        .Where(method => method.ContainingType.Name.Contains("Implementation", StringComparison.Ordinal));

    private static bool Agree(ITypeSymbol declared, ITypeSymbol generated)
    {
        if (!declared.IsValueType && declared.NullableAnnotation != NullableAnnotation.None
            && declared.NullableAnnotation != generated.NullableAnnotation)
        {
            return false;
        }

        return (declared, generated) switch
        {
            (IArrayTypeSymbol one, IArrayTypeSymbol other) => Agree(one.ElementType, other.ElementType),
            (INamedTypeSymbol one, INamedTypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other)
                && one.TypeArguments.Zip(other.TypeArguments).All(pair => Agree(pair.First, pair.Second)),
            _ => SymbolEqualityComparer.Default.Equals(declared, generated),
        };
    }
}
