using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Model;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Caching;

/// <summary>
/// A project that is edited file by file under one driver, as in an editor. It also shows what a new driver would generate for the same
/// text.
/// </summary>
internal sealed class EditedProject
{
    private readonly CompilationSetup _setup = CompilationSetup.Default;
    private readonly Dictionary<string, string> _texts;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public EditedProject(IReadOnlyDictionary<string, string> files)
    {
        _texts = new Dictionary<string, string>(files);
        _compilation = Compile();
        _driver = GeneratorRun.CreateDriver(new FetchHiveGenerator(), _setup).RunGenerators(_compilation);
    }

    /// <summary>Replaces a file's text. The other files keep their trees.</summary>
    public EditedProject Write(string path, string text)
    {
        SyntaxTree before = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        _texts[path] = text;
        _compilation = _compilation.ReplaceSyntaxTree(before, _setup.Parse(new SourceFile(path, text)));
        _driver = _driver.RunGenerators(_compilation);
        return this;
    }

    public EditedProject Add(string path, string text)
    {
        _texts[path] = text;
        _compilation = _compilation.AddSyntaxTrees(_setup.Parse(new SourceFile(path, text)));
        _driver = _driver.RunGenerators(_compilation);
        return this;
    }

    /// <summary>The current output of the driver that saw every edit.</summary>
    public string Generated => TextOf(_driver);

    /// <summary>The output of a new driver for newly parsed files.</summary>
    public string GeneratedAfresh() =>
        TextOf(GeneratorRun.CreateDriver(new FetchHiveGenerator(), _setup).RunGenerators(Compile()));

    /// <summary>The models of the last run. A declaration that wasn't read again has the same object as before.</summary>
    public IReadOnlyDictionary<string, ContractModel> Models =>
        _driver.GetRunResult().Results.Single().TrackedSteps[FetchHiveGenerator.Steps.Contracts]
            .SelectMany(step => step.Outputs)
            .Select(output => (ContractModel)output.Value)
            .ToDictionary(model => model.MetadataName);

    private CSharpCompilation Compile() =>
        _setup.Compile(_texts.Select(file => new SourceFile(file.Key, file.Value)));

    private static string TextOf(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception?.ToString()
            ?? string.Join("\n", result.GeneratedSources.OrderBy(source => source.HintName,
            System.StringComparer.Ordinal).Select(source => source.HintName + "\n" + source.SourceText));
    }
}
