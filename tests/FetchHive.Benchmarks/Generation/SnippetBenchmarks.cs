using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Threading;
using BenchmarkDotNet.Attributes;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Benchmarks.Generation;

/// <summary>
/// What the rules of declarations and of snippets cost after an edit, as an editor asks for them: for the file that is edited. The
/// project has 1,000 interfaces; with snippets, there is one for each.
/// </summary>
public class SnippetBenchmarks
{
    private const int Interfaces = 1000;
    private const int WarmUps = 50;

    private MeasuredProject _project = null!;
    private AdditionalText[] _files = [];
    private CSharpCompilation _compilation = null!;
    private string _edited = "";
    private int _edition;

    [Params(0, 1, 1000)]
    public int Snippets { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _project = new MeasuredProject(Interfaces, 1);
        _files = new AdditionalText[Snippets];
        for (int i = 0; i < Snippets; i++)
        {
            _files[i] = SnippetOf(i, 0);
        }

        // The cases are measured in one process: without this the first of them would pay for the compiling of all.
        for (int i = 0; i < WarmUps; i++)
        {
            _compilation = _project.EditInterface();
            Analyze($"File{Interfaces / 2}.cs");
            _compilation = _project.EditUnrelatedFile();
            Analyze($"File{Interfaces}.cs");
        }
    }

    [IterationSetup(Target = nameof(Unrelated))]
    public void EditUnrelated() => _compilation = _project.EditUnrelatedFile();

    /// <summary>A digit typed in a file that has nothing to do with deployments.</summary>
    [Benchmark]
    public int Unrelated() => Analyze($"File{Interfaces}.cs");

    [IterationSetup(Target = nameof(Interface))]
    public void EditInterface() => _compilation = _project.EditInterface();

    /// <summary>The variant of one interface changed.</summary>
    [Benchmark]
    public int Interface() => Analyze($"File{Interfaces / 2}.cs");

    [IterationSetup(Target = nameof(Snippet))]
    public void EditSnippet()
    {
        _compilation = _project.EditUnrelatedFile();
        int at = Snippets / 2;
        if (at < Snippets)
        {
            _files[at] = SnippetOf(at, ++_edition);
            _edited = _files[at].Path;
        }
    }

    /// <summary>An input of one snippet renamed: the snippet is judged, and the interface that it belongs to.</summary>
    [Benchmark]
    public int Snippet() => Analyze($"File{Snippets / 2}.cs", _edited);

    private int Analyze(string file, string snippet = "")
    {
        ImmutableArray<AdditionalText> files = [.. _files];
        CompilationWithAnalyzers analyzed = _compilation.WithAnalyzers(
            [new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        int found = 0;
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            if (tree.FilePath == file)
            {
                SemanticModel model = _compilation.GetSemanticModel(tree);
                found += analyzed.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult().Length;
            }
        }

        foreach (AdditionalText text in files)
        {
            if (text.Path == snippet)
            {
                found += analyzed.GetAnalysisResultAsync(text, CancellationToken.None).GetAwaiter().GetResult().GetAllDiagnostics().Length;
            }
        }

        return found;
    }

    private static File SnippetOf(int number, int edition)
    {
        string rename = edition == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"_{edition}");
        return new File(
            string.Create(CultureInfo.InvariantCulture, $"/acme/Workflows{number}/brief{number}.fetchhive.sh"),
            string.Create(CultureInfo.InvariantCulture, $$"""
                # optional: max_words
                curl 'https://api.fetchhive.com/v1/workflow/invoke' \
                  -H 'Authorization: Bearer YOUR_API_KEY' \
                  -H 'Content-Type: application/json' \
                  -H 'Accept: application/json' \
                  --data-raw '{
                    "deployment": "research-brief-{{number}}",
                    "variant": "production-0",
                    "inputs": {
                      "topic{{rename}}": "State of enterprise AI in 2026",
                      "companies": [{ "name": "Fetch Hive", "website": "https://fetchhive.com" }],
                      "max_words": 200
                    },
                    "metadata": { "customer_id": "cus_123", "plan": "enterprise" }
                  }' \
                  --compressed

                """));
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
