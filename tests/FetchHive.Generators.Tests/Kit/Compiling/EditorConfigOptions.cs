using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Options from the text of <c>.editorconfig</c> and <c>.globalconfig</c> files. The compiler's own rules match them to paths, so that a
/// section such as <c>[*.cs]</c> and <c>dotnet_diagnostic.FH1001.severity</c> work as in a build.
/// </summary>
internal sealed class EditorConfigOptions : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _set;

    private EditorConfigOptions(AnalyzerConfigSet set)
    {
        _set = set;
        GlobalOptions = new Options(set.GlobalConfigOptions.AnalyzerOptions);
        TreeOptions = new Severities(set);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>The severities that the files set, for the compilation's options.</summary>
    public SyntaxTreeOptionsProvider TreeOptions { get; }

    public static EditorConfigOptions Parse(IEnumerable<SourceFile> files)
    {
        List<AnalyzerConfig> configs = [.. files.Select(file => AnalyzerConfig.Parse(file.Text, file.Path))];
        AnalyzerConfigSet set = AnalyzerConfigSet.Create(configs, out ImmutableArray<Diagnostic> diagnostics);
        if (!diagnostics.IsEmpty)
        {
            TestHost.Fail("The test's analyzer config files contradict each other:\n" + string.Join("\n", diagnostics));
        }

        return new EditorConfigOptions(set);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ForPath(tree.FilePath);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ForPath(textFile.Path);

    private Options ForPath(string path) => new(_set.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class Severities(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken,
            out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken,
            out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
