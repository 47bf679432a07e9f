using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// Compares generated sources with files kept beside the tests. With the environment variable <see cref="UpdateVariable"/> set to 1, the
/// files are written instead; look at what changed before committing it.
/// </summary>
internal static class Snapshots
{
    /// <summary>Set to 1 to write the files.</summary>
    public const string UpdateVariable = "FETCHHIVE_UPDATE_SNAPSHOTS";

    // Not .cs: they would be compiled with the tests.
    private const string Extension = ".txt";

    private static readonly string ProjectDirectory =
        typeof(Snapshots).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ProjectDirectory").Value!;

    /// <summary>Fails unless a folder holds exactly these sources.</summary>
    /// <param name="folder">The folder; a relative one is in the test project's.</param>
    /// <param name="sources">The generated sources.</param>
    /// <param name="update">Write the folder instead of comparing; the environment decides unless given.</param>
    public static void Verify(string folder, IEnumerable<(string HintName, string Text)> sources, bool? update = null)
    {
        folder = Path.Combine(ProjectDirectory, folder);
        Dictionary<string, string> found = sources.ToDictionary(source => source.HintName + Extension, source => source.Text, StringComparer.Ordinal);
        if (update ?? Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Write(folder, found);
            return;
        }

        List<string> problems = [];
        foreach ((string name, string text) in found)
        {
            string path = Path.Combine(folder, name);
            string? difference = File.Exists(path) ? TextDifference.Describe(File.ReadAllText(path), text) : $"there is no such file; generated was:\n{text}";
            if (difference is not null)
            {
                problems.Add($"{name}: {difference}");
            }
        }

        problems.AddRange(Existing(folder).Where(name => !found.ContainsKey(name)).Select(name => $"{name}: no such source is generated any more"));
        if (problems.Count != 0)
        {
            TestHost.Fail($"The generated sources differ from the snapshots in '{Path.GetFileName(folder)}'. If they are right, run the test once with {UpdateVariable}=1.\n"
                + string.Join("\n", problems));
        }
    }

    private static void Write(string folder, Dictionary<string, string> sources)
    {
        Directory.CreateDirectory(folder);
        foreach (string stale in Existing(folder).Where(name => !sources.ContainsKey(name)))
        {
            File.Delete(Path.Combine(folder, stale));
        }

        foreach ((string name, string text) in sources)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static string[] Existing(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(path => Path.GetFileName(path))] : [];
}
