using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Generated sources that are stored beside the tests. With the environment variable <see cref="UpdateVariable"/> set to 1, the tests write
/// them again. Read the diff before committing it.
/// </summary>
internal static class Snapshots
{
    /// <summary>Set to 1 to write the files.</summary>
    public const string UpdateVariable = "FETCHHIVE_UPDATE_SNAPSHOTS";

    // Not .cs, because those files would be compiled with the tests.
    private const string Extension = ".txt";

    private static readonly string ProjectDirectory =
        typeof(Snapshots).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory")
        .Value!;

    /// <summary>The approved sources in a folder of the test project, by hint name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="run">The current output, which an update writes.</param>
    public static IEnumerable<(string HintName, string Text)> Approved(string folder, Func<GeneratorRun> run)
    {
        folder = Path.Combine(ProjectDirectory, folder);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Write(folder, run().GeneratedSources);
        }

        return Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));
    }

    private static void Write(string folder, IEnumerable<(string HintName, string Text)> sources)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string name, string text) in sources)
        {
            File.WriteAllText(Path.Combine(folder, name + Extension), text);
        }
    }
}
