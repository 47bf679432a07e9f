using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The settings that a project file would have for a compilation. Change one with <c>with</c>.</summary>
internal sealed record CompilationSetup
{
    private readonly Target _target;
    private readonly References? _references;
    private readonly LanguageVersion? _languageVersion;

    /// <summary>The set-up of an up-to-date project: net10.0, nullable on, a library.</summary>
    public static CompilationSetup Default { get; } = new();

    /// <summary>The target framework. Determines the references, the language version and the <c>#if</c> symbols unless they are
    /// set.</summary>
    public Target Target { get => _target; init => _target = value; }

    public References References { get => _references ?? References.For(Target); init => _references = value; }

    /// <summary>The C# version in which sources and generated files are parsed.</summary>
    public LanguageVersion LanguageVersion { get => _languageVersion ?? Target.DefaultLanguageVersion(); init => _languageVersion = value; }

    /// <summary>The project's <c>Nullable</c>.</summary>
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    /// <summary>The kind of output: a library unless set.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The assembly's name, and the root namespace for tools that need one.</summary>
    public string AssemblyName { get; init; } = "TestProject";

    public bool AllowUnsafe { get; init; }

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files, by their paths (<c>/.editorconfig</c> covers all of a test's
    /// files).</summary>
    public ImmutableArray<SourceFile> AnalyzerConfigFiles { get; init; } = [];

    public ImmutableArray<SourceFile> AdditionalFiles { get; init; } = [];

    /// <summary>Other assemblies that a test builds. They are referenced, and loaded together with the result.</summary>
    public ImmutableArray<EmittedLibrary> Libraries { get; init; } = [];

    /// <summary>Whether documentation comments are checked too, as in a project that writes a documentation file.</summary>
    public bool ChecksDocumentation { get; init; }

    /// <summary>The compiler's <c>strict</c> feature, which adds errors that are off for old code.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether arithmetic is checked (<c>CheckForOverflowUnderflow</c>).</summary>
    public bool ChecksOverflow { get; init; }

    public CSharpParseOptions ParseOptions => new CSharpParseOptions(
            LanguageVersion,
            ChecksDocumentation ? DocumentationMode.Diagnose : DocumentationMode.Parse,
            preprocessorSymbols: Target.PreprocessorSymbols())
        .WithFeatures(IsStrict ? [new("strict", "true")] : []);

    /// <summary>The options as analyzers and generators see them, and the severities in them.</summary>
    public EditorConfigOptions ConfigOptions => EditorConfigOptions.Parse(AnalyzerConfigFiles);

    /// <summary>The additional files as an analyzer or a generator sees them.</summary>
    public ImmutableArray<AdditionalText> AdditionalTexts => [.. AdditionalFiles.Select(file => new TextFile(file))];

    /// <summary>The compilation options: every warning is on, including those that later compilers add.</summary>
    public CSharpCompilationOptions CompilationOptions => new CSharpCompilationOptions(
            OutputKind,
            warningLevel: 9999,
            nullableContextOptions: Nullable,
            allowUnsafe: AllowUnsafe,
            checkOverflow: ChecksOverflow,
            deterministic: true)
        .WithSyntaxTreeOptionsProvider(ConfigOptions.TreeOptions)
        // The SDK sets this for all projects: different versions of one assembly are unified.
        .WithSpecificDiagnosticOptions([
            new("CS1701", ReportDiagnostic.Suppress),
            new("CS1702", ReportDiagnostic.Suppress)]);

    /// <summary>Parses one file as this project would.</summary>
    public SyntaxTree Parse(SourceFile file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), ParseOptions, file.Path);

    /// <summary>The compilation of the given files. Files without a path get <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c> and so on.</summary>
    public CSharpCompilation Compile(params IEnumerable<SourceFile> files) => CSharpCompilation.Create(
        AssemblyName,
        SourceFile.WithPaths(files).Select(Parse),
        References.All.Concat(Libraries.Select(library => library.Reference)),
        CompilationOptions);

    private sealed class TextFile(SourceFile file) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(file.Text, Encoding.UTF8);

        public override string Path => file.Path;

        public override SourceText GetText(System.Threading.CancellationToken cancellationToken = default) => _text;
    }
}
