using System.Globalization;

namespace FetchHive.Tool.Snippets;

/// <summary>Something wrong in a file, in the compiler's words and form.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="IsError">Whether it is an error; otherwise it is a warning.</param>
/// <param name="Rule">The rule's number.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(string Path, int Line, int Column, bool IsError, string Rule, string Message)
{
    public string Severity => IsError ? "error" : "warning";

    /// <summary>The line in a compiler's form, which editors and CI systems recognise.</summary>
    /// <param name="shownPath">The path as it is shown.</param>
    public string ToLine(string shownPath) =>
        string.Create(CultureInfo.InvariantCulture, $"{shownPath}({Line},{Column}): {Severity} {Rule}: {Message}");
}
