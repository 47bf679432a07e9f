using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Benchmarks.Generation;

/// <summary>A project of interfaces and unrelated files, in memory, that can be edited.</summary>
internal sealed class MeasuredProject
{
    public static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12);
    private static readonly MetadataReference[] References = Framework();

    private readonly string[] _texts;
    private readonly int _interfaces;
    private SyntaxTree[] _trees;
    private int _edition;

    public MeasuredProject(int interfaces, int unrelated)
    {
        _interfaces = interfaces;
        _texts = new string[interfaces + unrelated];
        for (int i = 0; i < _texts.Length; i++)
        {
            _texts[i] = i < interfaces ? Sources.Interface(i, 0) : Sources.Unrelated(i, 0);
        }

        _trees = Parse();
        Compilation = Compile();
    }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>The yardstick: parses every file.</summary>
    public SyntaxTree[] Parse()
    {
        var trees = new SyntaxTree[_texts.Length];
        for (int i = 0; i < trees.Length; i++)
        {
            trees[i] = CSharpSyntaxTree.ParseText(_texts[i], Options, path: $"File{i}.cs");
        }

        return trees;
    }

    /// <summary>The same files as a new compiler sees them: parsed again, without anything cached.</summary>
    public CSharpCompilation Fresh()
    {
        _trees = Parse();
        return Compilation = Compile();
    }

    /// <summary>Types a digit in a method's body, in the last of the unrelated files.</summary>
    public CSharpCompilation EditUnrelatedFile() => Edit(_texts.Length - 1, Sources.Unrelated(_texts.Length - 1, ++_edition));

    /// <summary>The metadata name of the interface that <see cref="EditInterface"/> edits.</summary>
    public string EditedInterface =>
        string.Create(CultureInfo.InvariantCulture, $"Acme.Workflows{_interfaces / 2}.IResearchBrief{_interfaces / 2}");

    /// <summary>Changes the variant of an interface in the middle.</summary>
    public CSharpCompilation EditInterface() => Edit(_interfaces / 2, Sources.Interface(_interfaces / 2, ++_edition));

    public static GeneratorDriver Driver(params IIncrementalGenerator[] generators) => CSharpGeneratorDriver.Create(
        generators.Select(GeneratorExtensions.AsSourceGenerator),
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: false));

    private CSharpCompilation Edit(int index, string text)
    {
        SyntaxTree edited = CSharpSyntaxTree.ParseText(text, Options, _trees[index].FilePath);
        Compilation = Compilation.ReplaceSyntaxTree(_trees[index], edited);
        _trees[index] = edited;
        return Compilation;
    }

    private CSharpCompilation Compile() => CSharpCompilation.Create(
        "Acme",
        _trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    // The projects are compiled against what this program runs on: the framework, and the runtime library.
    private static MetadataReference[] Framework()
    {
        var references = new List<MetadataReference>();
        foreach (string path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "FetchHive"
                || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            {
                references.Add(MetadataReference.CreateFromFile(path));
            }
        }

        return [.. references];
    }
}
