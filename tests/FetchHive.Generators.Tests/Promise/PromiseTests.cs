using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Promise;

/// <summary>A library that was compiled with an older generator runs on a newer runtime: what generated code calls only grows.</summary>
public sealed class PromiseTests
{
    private const string PromisedNamespace = "FetchHive.CodeGeneration";

    public static TheoryData<string> Versions => [.. ApprovedVersion.Names];

    [Fact]
    public void What_this_version_generates_is_kept() => new ApprovedVersion(ApprovedVersion.Current).VerifyGenerated();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task What_a_version_generated_runs_on_todays_library(string version)
    {
        ApprovedVersion approved = new(version);
        using LoadedAssembly loaded = LoadedAssembly.Load(EmittedLibrary.Emit(approved.Compile()));
        using RecordingService service = new();
        using FetchHiveClient client = new(new HttpClient(service), new FetchHiveOptions { ApiKey = "fhk_test", MaxRetries = 0 });

        string said = await loaded.InvokeAsync<string>("Use", "Run", client);

        approved.VerifyTranscript($"{service.Sent}\n{said}");
    }

    /// <summary>What no generated code needs is nothing that has to be kept for ever.</summary>
    [Fact]
    public void Every_promised_member_is_used_by_some_version()
    {
        HashSet<string> used = [];
        List<string> promised = [];
        foreach (string version in ApprovedVersion.Names)
        {
            CSharpCompilation compilation = new ApprovedVersion(version).Compile();
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                SemanticModel model = compilation.GetSemanticModel(tree);
                foreach (SyntaxNode node in tree.GetRoot(TestHost.CancellationToken).DescendantNodes())
                {
                    if (model.GetSymbolInfo(node, TestHost.CancellationToken).Symbol is { } symbol)
                    {
                        used.Add(Id(symbol));
                    }

                    if (model.GetDeclaredSymbol(node, TestHost.CancellationToken) is IMethodSymbol { OverriddenMethod: { } overridden })
                    {
                        used.Add(Id(overridden));
                    }
                }
            }

            promised = [.. MembersOf(compilation.GetTypeByMetadataName("FetchHive.FetchHiveClient")!.ContainingAssembly.GlobalNamespace)];
        }

        Assert.NotEmpty(promised);
        string[] unused = [.. promised.Except(used).Order(StringComparer.Ordinal)];
        Assert.True(unused.Length == 0, "Make these internal, or keep a declaration that uses them:\n" + string.Join("\n", unused));
    }

    private static IEnumerable<string> MembersOf(INamespaceSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (string id in MembersOf(inner))
                {
                    yield return id;
                }
            }
            else if (member is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type
                && space.ToDisplayString() == PromisedNamespace)
            {
                yield return Id(type);
                foreach (ISymbol symbol in type.GetMembers())
                {
                    // Accessors count as their property, and what every type has isn't ours.
                    if (symbol is { IsImplicitlyDeclared: false, IsOverride: false } and not IMethodSymbol { AssociatedSymbol: not null }
                        && symbol.DeclaredAccessibility
                            is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                    {
                        yield return Id(symbol);
                    }
                }
            }
        }
    }

    private static string Id(ISymbol symbol) =>
        (symbol.OriginalDefinition is IMethodSymbol { ReducedFrom: { } from } ? from : symbol.OriginalDefinition)
        .GetDocumentationCommentId() ?? symbol.ToDisplayString();
}
