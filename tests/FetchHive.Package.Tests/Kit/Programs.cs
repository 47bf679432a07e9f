using System;
using System.IO;

namespace FetchHive.Package.Tests.Kit;

/// <summary>Which programs this machine has.</summary>
internal static class Programs
{
    /// <summary>Whether a program is on the path.</summary>
    public static bool IsOnPath(string program)
    {
        foreach (string folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            if (folder.Length > 0 && File.Exists(Path.Combine(folder, program)))
            {
                return true;
            }
        }

        return false;
    }
}
