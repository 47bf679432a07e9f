using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Rules;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Compiles and loads many types in one project, each with interfaces that send it, read it, and send it as metadata.</summary>
internal sealed class TypeLab : IDisposable
{
    private const string Usings = """
        #nullable enable
        using System; using System.Collections; using System.Collections.Concurrent; using System.Collections.Generic;
        using System.Collections.Immutable; using System.Collections.ObjectModel; using System.Diagnostics.CodeAnalysis; using System.Linq;
        using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization; using System.Threading;
        using System.Threading.Tasks; using FetchHive;

        """;

    private readonly LoadedAssembly _loaded;
    private readonly IReadOnlyList<TypeCase> _cases;
    private readonly ILookup<string, Diagnostic> _findings;

    private TypeLab(IReadOnlyList<TypeCase> cases, LoadedAssembly loaded, IEnumerable<Diagnostic> findings)
    {
        _cases = cases;
        _loaded = loaded;
        _findings = findings.ToLookup(finding => finding.Location.SourceTree!.FilePath);
    }

    /// <summary>Compiles the types. Leaves out types that don't compile with the generated code, and records them.</summary>
    public static async Task<TypeLab> BuildAsync(IReadOnlyList<TypeCase> cases, List<string> broken)
    {
        SourceFile[] files = [.. cases.SelectMany(FilesOf)];
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), CompilationSetup.Default with { AllowUnsafe = true }, files);
        HashSet<int> without = [];
        foreach (Diagnostic error in run.OutputDiagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            int index = IndexOf(error);
            without.Add(index);
            broken.Add($"{cases[index].Name}: doesn't compile: {DiagnosticText.List([error])}");
        }

        return without.Count == 0
            ? new TypeLab(cases, run.Load(), await Rules.Findings.ErrorsOfAsync(run.Output))
            : await BuildAsync([.. cases.Where((_, index) => !without.Contains(index))], broken);
    }

    public int Count => _cases.Count;

    /// <summary>A type, with the rules' diagnostics about it.</summary>
    public LoadedCase this[int index]
    {
        get
        {
            Type glue = _loaded.Type($"Case{index}.Glue");
            return new LoadedCase(
                _cases[index],
                (Type)_loaded.Invoke(glue.FullName!, "Type")!,
                glue,
                [.. _findings[$"/{index}/Send.cs"]],
                [.. _findings[$"/{index}/Read.cs"]],
                [.. _findings[$"/{index}/Describe.cs"]]);
        }
    }

    public void Dispose() => _loaded.Dispose();

    private static int IndexOf(Diagnostic diagnostic)
    {
        Match match = Regex.Match(diagnostic.Location.GetLineSpan().Path, @"^/(\d+)/|\bCase(\d+)\.");
        return int.Parse(match.Groups.Values.Last(group => group.Success).Value, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<SourceFile> FilesOf(TypeCase type, int index)
    {
        yield return ($"/{index}/Types.cs", $"{Usings}#pragma warning disable\nnamespace Case{index} {{\n{type.Source}\n}}");
        yield return Interface("Send", $"Task SendAsync({type.Type} value, CancellationToken cancellationToken = default);");
        yield return Interface("Read", $"Task<{type.Type}> ReadAsync(CancellationToken cancellationToken = default);");
        yield return Interface("Describe", $"Task DescribeAsync([Metadata] {type.Type} value, CancellationToken token = default);");
        yield return ($"/{index}/Glue.cs", $$"""
            {{Usings}}
            namespace Case{{index}};
            #pragma warning disable
            public static class Glue
            {
                public static Type Type() => typeof({{type.Type}});
                public static object? Value() => {{type.Value}};
                public static Task SendAsync(FetchHiveClient client, object? value) =>
                    ISend.Create(client).SendAsync(({{type.Type}})value!);
                public static Task DescribeAsync(FetchHiveClient client, object? value) =>
                    IDescribe.Create(client).DescribeAsync(({{type.Type}})value!);
                public static async Task<object?> ReadAsync(FetchHiveClient client) => await IRead.Create(client).ReadAsync();
            }
            """);

        SourceFile Interface(string name, string method) => (
            $"/{index}/{name}.cs",
            $$"""
            {{Usings}}
            namespace Case{{index}};
            [FetchHiveDeployment("d", "v")] public partial interface I{{name}} { {{method}} }
            """);
    }
}
