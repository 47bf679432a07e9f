using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive.Tool.Terminals;

/// <summary>How the program writes JSON: for people and files, and never into HTML.</summary>
internal static class Json
{
    /// <summary>Indented, without escaping letters.</summary>
    public static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>On one line, without escaping letters.</summary>
    public static readonly JsonSerializerOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
