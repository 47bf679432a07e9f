using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Runs a generator, and again after each edit, as an editor does. Shows for each step the reason for its outputs. An edited file is parsed
/// again as a whole, so that it shares no node with the first run.
/// </summary>
internal sealed class IncrementalTest
{
    private readonly string _generatorName;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private CompilationSetup _setup;

    private IncrementalTest(IIncrementalGenerator generator, CompilationSetup setup, SourceFile[] files)
    {
        _generatorName = generator.GetType().Name;
        _setup = setup;
        _compilation = setup.Compile(files);
        _driver = GeneratorRun.CreateDriver(generator, setup);
        Run();
    }

    /// <summary>The last run.</summary>
    public GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>The steps of the last run. See <see cref="StepReport.Lines"/>.</summary>
    public ImmutableArray<string> Steps => StepReport.Lines(Result);

    /// <summary>The first run.</summary>
    public static IncrementalTest Start(IIncrementalGenerator generator, CompilationSetup setup, params SourceFile[] files) =>
        new(generator, setup, files);

    /// <summary>Replaces one occurrence of a text in a file, parses the whole file again, and runs.</summary>
    /// <exception cref="ArgumentException">The text doesn't occur exactly once.</exception>
    public IncrementalTest Replace(string path, string oldText, string newText)
    {
        string text = Find(path).GetText().ToString();
        int at = text.IndexOf(oldText, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(oldText, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{path}' must hold '{oldText}' exactly once: choose a text that is unique in the file.",
                nameof(oldText));
        }

        return ReplaceFile(path, string.Concat(text.AsSpan(0, at), newText, text.AsSpan(at + oldText.Length)));
    }

    /// <summary>Gives a file a new text, and runs.</summary>
    public IncrementalTest ReplaceFile(string path, string newText)
    {
        _compilation = _compilation.ReplaceSyntaxTree(Find(path), _setup.Parse((path, newText)));
        return Run();
    }

    /// <summary>Adds a file, and runs.</summary>
    public IncrementalTest AddFile(string path, string text)
    {
        _compilation = _compilation.AddSyntaxTrees(_setup.Parse((path, text)));
        return Run();
    }

    /// <summary>Removes a file, and runs.</summary>
    public IncrementalTest RemoveFile(string path)
    {
        _compilation = _compilation.RemoveSyntaxTrees(Find(path));
        return Run();
    }

    /// <summary>Parses every file again from the same text, and runs.</summary>
    public IncrementalTest ReparseAll() => ChangeSetup(setup => setup);

    /// <summary>Changes the project's set-up (options, language version, references, additional files), parses every file again, and
    /// runs.</summary>
    public IncrementalTest ChangeSetup(Func<CompilationSetup, CompilationSetup> change)
    {
        _setup = change(_setup);
        _compilation = _setup.Compile(_compilation.SyntaxTrees.Select(tree => new SourceFile(tree.FilePath, tree.GetText().ToString())));
        _driver = _driver
            .WithUpdatedParseOptions(_setup.ParseOptions)
            .WithUpdatedAnalyzerConfigOptions(_setup.ConfigOptions)
            .ReplaceAdditionalTexts(_setup.AdditionalTexts);
        return Run();
    }

    /// <summary>Fails unless the steps' lines are exactly these.</summary>
    public IncrementalTest AssertSteps(params string[] expected)
    {
        if (!Steps.SequenceEqual(expected))
        {
            TestHost.Fail(
                $"The steps differ.\nExpected:\n    {string.Join("\n    ", expected)}\nFound:\n    {string.Join("\n    ", Steps)}");
        }

        return this;
    }

    /// <summary>Fails unless every step that the generator named, and every output, was reused: Cached or Unchanged.</summary>
    public IncrementalTest AssertAllReused()
    {
        IEnumerable<IncrementalGeneratorRunStep> steps = StepReport.OwnSteps(Result).Concat(Result.TrackedOutputSteps)
            .SelectMany(step => step.Value);
        if (steps.SelectMany(step => step.Outputs)
            .Any(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
        {
            TestHost.Fail(
                $"{_generatorName} did work again that an equal input doesn't ask for. A step's values must be compared by value:\n  "
                + $"  "
                + string.Join("\n    ", Steps));
        }

        return this;
    }

    private SyntaxTree Find(string path)
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            if (tree.FilePath == path)
            {
                return tree;
            }
        }

        throw new ArgumentException(
            $"There is no file '{path}'; there are: {string.Join(", ", _compilation.SyntaxTrees.Select(tree => tree.FilePath))}.",
            nameof(path));
    }

    private IncrementalTest Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        if (Result.Exception is { } exception)
        {
            TestHost.Fail($"{_generatorName} threw; it must take any source:\n{exception}");
        }

        return this;
    }
}
