using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>The fixes for declarations on half-typed code.</summary>
/// <remarks>With the environment variable FETCHHIVE_MUTATIONS set, all variants are tried; otherwise a share of them.</remarks>
public class HalfTypedFixTests
{
    private static readonly string? Effort = Environment.GetEnvironmentVariable("FETCHHIVE_MUTATIONS");

    // As many mistakes as fit, so that most variants have something to fix.
    internal const string Declarations = """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using System.Text.Json.Serialization;
        using FetchHive;
        namespace Acme;
        public static class Outer
        {
            [FetchHiveDeployment(" brief", "production")]
            public interface IBrief
            {
                string Run(int maxWords, [Input("max_words")] object MaxWords, List<object[,]> grid, Shape shape);
                Task<AcceptedRun<string>> StartAsync(
                    string topic, // what
                    [Metadata] Caller caller,
                    [Metadata] Dictionary<string, object>? extra = null);
                Task StopAsync([CallbackUrl] int callbackUrl);
            }
        }
        [FetchHiveDeployment("b", "c", JsonContext = typeof(Context))]
        internal partial interface IOther { Task<Shape> RunAsync(Shape shape); }
        [FetchHiveDeployment("d", "e\u200b")]
        internal partial interface IThird
        {
            Task<string> RunAsync(string topic, System.Uri? callbackUrl, Dictionary<string, MetadataValue> labels);
            Task<AcceptedRun<string>> StartAsync([CallbackUrl] System.Uri? url = null);
        }
        [FetchHiveDeployment("f", "g")]
        internal partial interface IFourth { Task<Report> RunAsync(Report report); }
        public class Report
        {
            public string? Title { get; set; }
            public List<string> Names { get; } = new();
            [System.Runtime.Serialization.IgnoreDataMember] public string? Note { get; set; }
        }
        internal partial class Context : JsonSerializerContext { }
        [JsonPolymorphic] public class Shape { }
        public record Address(string City, int Number);
        public record Caller(string Id, Address Home, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string[] Tags, string ApiKey);
        """;

    [Fact]
    public async Task No_fix_throws_on_code_that_is_being_typed()
    {
        TriedFixes tried = new(new DeploymentAnalyzer());
        await tried.TryAllAsync(
            CompilationSetup.Default,
            Effort is null ? Share() : Mutations.Of(Declarations).Concat(Mutations.Mixes(Declarations, 500)));

        // Without this check, a test that tries nothing would pass.
        tried.Verify();
        Assert.True(tried.Count > 200, $"Only {tried.Count} fixes were tried.");
        Assert.Equal(TriedFixes.All.Where(IsOfDeclarations).Select(fix => fix.GetType()).ToHashSet(), tried.Kinds);
    }

    // Fixes for the use of clients have nothing to fix here, and fixes for snippets have their own test.
    private static bool IsOfDeclarations(DeploymentCodeFix fix) =>
        !TriedFixes.IsOfSnippets(fix) && !fix.FixableDiagnosticIds.Any(id => id.StartsWith("FH6", StringComparison.Ordinal));

    // Only a few, because each fix is applied, with everything that an editor does to the text after it. MutationTests run the fixes on
    // many more variants.
    private static IEnumerable<Mutation> Share() => Mutations.Of(Declarations).Where((_, index) => index % 37 == 0)
        .Concat(Mutations.Mixes(Declarations, 10))
        .Append(new Mutation("as it is", Declarations));
}
