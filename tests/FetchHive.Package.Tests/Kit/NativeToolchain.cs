using System;
using System.IO;

namespace FetchHive.Package.Tests.Kit;

/// <summary>The linker that NativeAOT needs, which isn't part of the .NET SDK.</summary>
internal static class NativeToolchain
{
    /// <summary>What to install, or <see langword="null"/> when nothing is missing.</summary>
    public static string? Missing()
    {
        if (OperatingSystem.IsWindows())
        {
            string installer = Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio", "Installer",
                "vswhere.exe");
            return File.Exists(installer) ? null : "Publishing for NativeAOT needs the workload 'Desktop development with C++' of Visual "
                + "Studio: install it to run this test.";
        }

        return Programs.IsOnPath("clang") || Programs.IsOnPath("gcc")
            ? null
            : "Publishing for NativeAOT needs clang or gcc to link: install one (on Debian and Ubuntu: apt-get install gcc libc6-dev "
                + "zlib1g-dev) to run this test.";
    }
}
