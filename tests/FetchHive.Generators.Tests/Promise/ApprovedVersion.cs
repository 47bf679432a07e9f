using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Promise;

/// <summary>
/// A folder with what one version of the generator wrote: a user's declarations and calls, the generated files, and what the calls send
/// and give. The folder of the version that is being worked on follows the generator. Those of published versions never change.
/// </summary>
internal sealed class ApprovedVersion(string name)
{
    private const string Extension = ".txt";
    private const string Generated = ".g.cs" + Extension;
    private const string TranscriptFile = "Transcript" + Extension;

    private static readonly string Root = Path.Combine(
        typeof(ApprovedVersion).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ProjectDirectory")
            .Value!,
        "Promise");

    private string Folder => Path.Combine(Root, name);

    /// <summary>The version of the generator under test.</summary>
    public static string Current { get; } = typeof(FetchHiveGenerator).Assembly.GetName().Version!.ToString(3);

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order();

    /// <summary>Whether the files are written instead of compared: those of the current version, when the environment asks for
    /// it.</summary>
    public bool IsUpdated => name == Current && Environment.GetEnvironmentVariable("FETCHHIVE_UPDATE_SNAPSHOTS") == "1";

    /// <summary>What the user wrote.</summary>
    public SourceFile[] Sources => [Read("Declarations.cs"), Read("Use.cs")];

    /// <summary>Keeps or compares what the current generator writes.</summary>
    public void VerifyGenerated()
    {
        Dictionary<string, string> found = GeneratorRun.Of(new FetchHiveGenerator(), Setup, Sources)
            .GeneratedSources
            .ToDictionary(source => source.HintName + Extension, source => source.Text, StringComparer.Ordinal);
        string[] kept = [.. Files(Generated)];
        if (IsUpdated)
        {
            Array.ForEach(kept, file => File.Delete(Path.Combine(Folder, file)));
            foreach ((string file, string text) in found)
            {
                File.WriteAllText(Path.Combine(Folder, file), text);
            }

            return;
        }

        Assert.Equal(found.Keys.Order(), kept.Order());
        Assert.All(found, file => Assert.Equal(File.ReadAllText(Path.Combine(Folder, file.Key)), file.Value));
    }

    /// <summary>Keeps or compares what the calls sent and gave.</summary>
    public void VerifyTranscript(string transcript)
    {
        string path = Path.Combine(Folder, TranscriptFile);
        if (IsUpdated)
        {
            File.WriteAllText(path, transcript);
        }
        else
        {
            Assert.Equal(File.ReadAllText(path), transcript);
        }
    }

    /// <summary>The user's code with the approved generated code, against today's library. No generator runs.</summary>
    public CSharpCompilation Compile() =>
        Setup.Compile([.. Sources, .. Files(Generated).Order().Select(file => Read(file[..^Extension.Length]))]);

    private static CompilationSetup Setup { get; } = CompilationSetup.Default with
    {
        References = References.For(Target.Net10).With(
            TestProcess.Reference("Microsoft.Extensions.DependencyInjection"),
            TestProcess.Reference("Microsoft.Extensions.AI.Abstractions")),
    };

    private IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(Folder, "*" + ending).Select(path => Path.GetFileName(path));

    private SourceFile Read(string file) => new(file, File.ReadAllText(Path.Combine(Folder, file + Extension)));
}
