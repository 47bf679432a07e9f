using System;
using System.IO;

namespace FetchHive.Benchmarks.Reporting;

/// <summary>The folder of the sources, found from the folder of this program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FetchHive.Generators.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException(
            "No FetchHive.Generators.sln above this program: run the benchmarks from a clone, with 'dotnet run'.");
    }
}
