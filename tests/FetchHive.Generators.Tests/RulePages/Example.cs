using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>
/// An example of a page: one complete file with its usings. An HTML comment before the code can have <c>language: 8</c> (the C# version),
/// <c>analyzers: off</c>, <c>package: CommunityToolkit.Mvvm</c> or <c>package: Microsoft.Extensions.AI.Abstractions</c> (which the project
/// then references), or <c>project: Name</c> (the code is another project, which this one references). A block in another language after
/// <c>file: brief.fetchhive.sh</c> is a file of that name beside the code.
/// </summary>
internal sealed partial record Example(string Name, SourceFile File, CompilationSetup Setup, string? Output)
{
    /// <summary>The file name that a page's output shows.</summary>
    public const string FileName = "Workflows.cs";

    public bool HasAnalyzers { get; private init; } = true;

    /// <summary>Whether the project has the generator of the MVVM Toolkit.</summary>
    public bool HasMvvm { get; private init; }

    /// <summary>Reads the examples of a page's section.</summary>
    public static Example Parse(string id, string section, string text)
    {
        CompilationSetup setup = CompilationSetup.Default;
        bool hasAnalyzers = true;
        bool hasMvvm = false;
        List<string> code = [];
        foreach (Match match in CodeBlock().Matches(text))
        {
            string block = match.Groups["code"].Value;
            switch (match.Groups["key"].Value)
            {
                case "project":
                    EmittedLibrary library =
                        EmittedLibrary.Build(CompilationSetup.Default with { AssemblyName = match.Groups["value"].Value }, block);
                    setup = setup with { Libraries = setup.Libraries.Add(library) };
                    continue;
                case "language":
                    setup = setup with { LanguageVersion = LanguageOf(match.Groups["value"].Value) };
                    break;
                case "analyzers":
                    hasAnalyzers = false;
                    setup = setup with
                    {
                        AnalyzerConfigFiles =
                        [("/.globalconfig", "is_global = true\nbuild_property.RunAnalyzers = false\n")]
                    };
                    break;
                case "package" when match.Groups["value"].Value == "Microsoft.Extensions.AI.Abstractions":
                    setup = setup with
                    {
                        References =
                        setup.References.With(Surface.TestProcess.Reference("Microsoft.Extensions.AI.Abstractions"))
                    };
                    break;
                case "package":
                    hasMvvm = true;
                    setup = setup with { References = setup.References.With(MvvmToolkit.Reference) };
                    break;
                case "":
                    break;
                case string key:
                    throw new FormatException(
                        $"{id}.md, {section}: '{key}' is no setting; there are 'language', 'analyzers', 'package' and 'project'.");
            }

            code.Add(block);
        }

        foreach (Match match in FileBlock().Matches(text))
        {
            setup = setup with { AdditionalFiles = setup.AdditionalFiles.Add((match.Groups["name"].Value, match.Groups["text"].Value)) };
        }

        if (code.Count != 1)
        {
            throw new FormatException($"{id}.md needs a section '## {section}' with one ```csharp block; it has {code.Count}.");
        }

        Match output = OutputBlock().Match(text);
        return new Example($"{id}.md, {section}", (FileName, code[0]), setup, output.Success ? output.Groups[1].Value : null)
        {
            HasAnalyzers = hasAnalyzers,
            HasMvvm = hasMvvm,
        };
    }

    [GeneratedRegex(@"^```text\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    public static partial Regex OutputBlock();

    [GeneratedRegex(@"(?:^<!-- (?<key>\w+): (?<value>[^\n]+?) -->\n+)?^```csharp\n(?<code>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"^<!-- file: (?<name>[^\n]+?) -->\n+^```\w+\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    private static LanguageVersion LanguageOf(string text) => LanguageVersionFacts.TryParse(text, out LanguageVersion version)
        ? version
        : throw new FormatException($"'{text}' is no C# version.");
}
