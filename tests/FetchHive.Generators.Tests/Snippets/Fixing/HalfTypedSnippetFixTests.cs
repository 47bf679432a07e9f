using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.CodeFixes;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

/// <summary>The fixes of snippets' rules on half-typed code.</summary>
/// <remarks>With the environment variable FETCHHIVE_MUTATIONS set, all variants are tried; otherwise a share of them.</remarks>
public class HalfTypedSnippetFixTests
{
    [Fact]
    public async Task No_fix_throws_or_breaks_code_and_snippets_while_code_is_being_typed()
    {
        string source = MistakenProject.Source("Acme", "one");
        bool isAll = Environment.GetEnvironmentVariable("FETCHHIVE_MUTATIONS") is not null;
        TriedFixes tried = new(MistakenProject.Analyzers);

        await tried.TryAllAsync(
            MistakenProject.Setup,
            Mutations.Of(source).Where((_, index) => isAll || index % 41 == 0)
                .Concat(Mutations.Mixes(source, isAll ? 500 : 10))
                .Append(new Mutation("as it is", source)));

        // Without this check, a test that tries nothing would pass.
        tried.Verify();
        Assert.True(tried.Count > 400, $"Only {tried.Count} fixes were tried.");
        Assert.Equal(
            TriedFixes.All.Where(TriedFixes.IsOfSnippets).Select(fix => fix.GetType()).ToHashSet(),
            tried.Kinds.Where(kind => TriedFixes.All.Any(fix => fix.GetType() == kind && TriedFixes.IsOfSnippets(fix))).ToHashSet());
    }
}
