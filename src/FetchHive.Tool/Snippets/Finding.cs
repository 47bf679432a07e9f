using System.Globalization;

namespace FetchHive.Tool.Snippets;

/// <summary>Something wrong in a file, in the compiler's words and form.</summary>
/// <param name="Path">The file's full path.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="IsError">An error, or else a warning.</param>
/// <param name="Rule">The rule's number.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(string Path, int Line, int Column, bool IsError, string Rule, string Message)
{
    public string Severity => IsError ? "error" : "warning";

    /// <summary>The line that a compiler prints, which editors and CI systems know.</summary>
    /// <param name="shownPath">The path as it is shown.</param>
    public string ToLine(string shownPath) =>
        string.Create(CultureInfo.InvariantCulture, $"{shownPath}({Line},{Column}): {Severity} {Rule}: {Message}");
}
