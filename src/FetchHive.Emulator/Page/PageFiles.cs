using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace FetchHive.Emulator.Page;

/// <summary>The files of the page, which are resources of this assembly.</summary>
internal static class PageFiles
{
    private const string Prefix = "FetchHive.Emulator.Page.";

    private static readonly FrozenDictionary<string, PageFile> Files = ReadAll();

    /// <summary>The file of this name; null when there is none.</summary>
    public static PageFile? Find(string name) => Files.GetValueOrDefault(name);

    private static FrozenDictionary<string, PageFile> ReadAll()
    {
        Assembly assembly = typeof(PageFiles).Assembly;
        Dictionary<string, PageFile> files = [];
        foreach (string resource in assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(Prefix, StringComparison.Ordinal))
            {
                using Stream stream = assembly.GetManifestResourceStream(resource)!;
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                files.Add(resource[Prefix.Length..], new PageFile(TypeOf(resource), bytes));
            }
        }

        return files.ToFrozenDictionary();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"{name}: no content type is set for {other} files."),
    };
}

internal sealed record PageFile(string ContentType, byte[] Bytes);
