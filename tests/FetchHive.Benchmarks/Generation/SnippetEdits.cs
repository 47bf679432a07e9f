using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Benchmarks.Generation;

/// <summary>
/// The cost of the rules for declarations and snippets after an edit, for the edited file only, as an editor asks. The project has 1,000
/// interfaces; with 1,000 snippets, each has one.
/// </summary>
internal sealed class SnippetEdits
{
    private const int Interfaces = 1000;

    private readonly MeasuredProject _project = new(Interfaces, 1);
    private readonly AdditionalText[] _files;
    private CSharpCompilation _compilation;
    private int _edition;

    public SnippetEdits(int snippets)
    {
        _compilation = _project.EditUnrelatedFile();
        _files = new AdditionalText[snippets];
        for (int i = 0; i < snippets; i++)
        {
            _files[i] = SnippetOf(i, 0);
        }
    }

    /// <summary>Types a digit in a file that has nothing to do with deployments.</summary>
    public Task UnrelatedAsync()
    {
        _compilation = _project.EditUnrelatedFile();
        return AnalyzeAsync($"File{Interfaces}.cs");
    }

    /// <summary>Changes the variant of one interface.</summary>
    public Task InterfaceAsync()
    {
        _compilation = _project.EditInterface();
        return AnalyzeAsync($"File{Interfaces / 2}.cs");
    }

    /// <summary>Renames an input of one snippet, and runs the rules on the snippet and on its interface.</summary>
    public Task SnippetAsync()
    {
        int at = _files.Length / 2;
        _files[at] = SnippetOf(at, ++_edition);
        return AnalyzeAsync($"File{at}.cs", _files[at].Path);
    }

    private async Task AnalyzeAsync(string file, string snippet = "")
    {
        ImmutableArray<AdditionalText> files = [.. _files];
        CompilationWithAnalyzers analyzed = _compilation.WithAnalyzers(
            [new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(files), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            if (tree.FilePath == file)
            {
                await analyzed.GetAnalyzerSemanticDiagnosticsAsync(_compilation.GetSemanticModel(tree), null, CancellationToken.None);
            }
        }

        foreach (AdditionalText text in files)
        {
            if (text.Path == snippet)
            {
                await analyzed.GetAnalysisResultAsync(text, CancellationToken.None);
            }
        }
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
