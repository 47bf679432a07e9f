using System;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Robustness;

/// <summary>
/// Gives the generator and the analyzer one damaged variant of a source after the other, as an editor gives them each key that is pressed: the
/// generator's driver keeps what it knows of the variant before.
/// </summary>
internal sealed class Survivor
{
    private const string Path = "Source.cs";

    private readonly string _source;
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    public Survivor(string source)
    {
        _source = source;
        _compilation = CompilationSetup.Default.Compile((SourceFile)(Path, source));
        _driver = CSharpGeneratorDriver.Create([new FetchHiveGenerator().AsSourceGenerator()], parseOptions: CompilationSetup.Default.ParseOptions).RunGenerators(_compilation);
    }

    /// <summary>Fails the test, and shows the source, when something throws.</summary>
    public async Task TryAsync(Mutation mutation)
    {
        _compilation = _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees[0], CompilationSetup.Default.Parse((Path, mutation.Text)));
        _driver = _driver.RunGenerators(_compilation, TestHost.CancellationToken);
        if (_driver.GetRunResult().Results[0].Exception is { } exception)
        {
            TestHost.Fail($"The generator threw ({mutation.Name}); it must take any source:\n{mutation.Text}\n{exception}");
        }

        try
        {
            await Findings.OfAsync(_compilation);
        }
        catch (Xunit.Sdk.FailException failure)
        {
            TestHost.Fail($"{mutation.Name} of\n{_source}\n{failure.Message}");
        }
    }
}
