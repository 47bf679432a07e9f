using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>Whatever is being typed, a fix may be offered or not, but must not throw, and must not break what could be parsed
/// before.</summary>
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

    private static readonly ImmutableArray<DeploymentCodeFix> Fixes =
    [
        .. typeof(DeploymentCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DeploymentCodeFix).IsAssignableFrom(type))
            .Select(type => (DeploymentCodeFix)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task No_fix_throws_on_code_that_is_being_typed()
    {
        Tried tried = new();
        await TryAllAsync(Effort is null ? Share() : Mutations.Of(Declarations).Concat(Mutations.Mixes(Declarations, 500)), tried);

        Assert.True(tried.Failures.Count == 0, $"{tried.Failures.Count} failures:\n\n{string.Join("\n\n", tried.Failures.Take(5))}");

        // A test that tries nothing would pass.
        Assert.True(tried.Fixes > 200, $"Only {tried.Fixes} fixes were tried.");
        Assert.Equal(Fixes.Where(IsOfDeclarations).Select(fix => fix.GetType()).ToHashSet(), tried.Kinds);
    }

    private static bool IsOfDeclarations(DeploymentCodeFix fix) =>
        // Those of uses and of snippets have nothing to mend here: there is neither a call nor a snippet.
        fix.FixableDiagnosticIds.Any(id =>
            !id.StartsWith("FH6", StringComparison.Ordinal) && !id.StartsWith("FH50", StringComparison.Ordinal));

    // Few, since each fix is applied, with all that an editor does to the text after it. Whether one throws is asked of many more
    // elsewhere.
    private static IEnumerable<Mutation> Share() => Mutations.Of(Declarations).Where((_, index) => index % 37 == 0)
        .Concat(Mutations.Mixes(Declarations, 10))
        .Append(new Mutation("as it is", Declarations));

    private static async Task TryAllAsync(IEnumerable<Mutation> mutations, Tried tried)
    {
        Solution solution = EditorSolution.Create(CompilationSetup.Default, Declarations);
        DocumentId id = solution.Projects.Single().DocumentIds.Single();
        foreach (Mutation mutation in mutations.DistinctBy(mutation => mutation.Text))
        {
            try
            {
                await TryAsync(solution.WithDocumentText(id, SourceText.From(mutation.Text)).GetDocument(id)!, tried);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                tried.Failures.Add($"{mutation.Name}: {exception}\n\n{mutation.Text}");
            }
        }
    }

    private static async Task TryAsync(Document document, Tried tried)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestHost.CancellationToken))!;
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerRun.FindAsync(compilation, new DeploymentAnalyzer());
        int errors = await SyntaxErrorsAsync(document);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            foreach (DeploymentCodeFix fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                List<CodeAction> actions = [];
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestHost.CancellationToken));
                foreach (CodeAction action in actions)
                {
                    tried.Fixes++;
                    tried.Kinds.Add(fix.GetType());
                    Solution changed = (await action.GetOperationsAsync(TestHost.CancellationToken)).OfType<ApplyChangesOperation>()
                        .Single().ChangedSolution;
                    int left = await SyntaxErrorsAsync(changed.GetDocument(document.Id)!);
                    Assert.True(left <= errors,
                        $"'{action.Title}' breaks the syntax:\n"
                        + $"{await changed.GetDocument(document.Id)!.GetTextAsync(TestHost.CancellationToken)}");
                }
            }
        }
    }

    // From the text: a tree made by hand knows of no errors.
    private static async Task<int> SyntaxErrorsAsync(Document document)
    {
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestHost.CancellationToken))!;
        return tree.WithChangedText(SourceText.From((await document.GetTextAsync(TestHost.CancellationToken)).ToString()))
            .GetDiagnostics(TestHost.CancellationToken)
            .Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private sealed class Tried
    {
        public int Fixes { get; set; }

        public HashSet<Type> Kinds { get; } = [];

        public List<string> Failures { get; } = [];
    }
}
