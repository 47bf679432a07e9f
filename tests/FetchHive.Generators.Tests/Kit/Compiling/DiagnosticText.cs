using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>Diagnostics as text for a failing test, with the line of code that each points at.</summary>
internal static class DiagnosticText
{
    /// <summary>One diagnostic a line, or <c>(none)</c>.</summary>
    public static string List(IEnumerable<Diagnostic> diagnostics)
    {
        string text = string.Join("\n", diagnostics.Select(Line));
        return text.Length == 0 ? "(none)" : text;
    }

    private static string Line(Diagnostic diagnostic)
    {
        string text = diagnostic.ToString();
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return text;
        }

        int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
        string code = tree.GetText().Lines[line].ToString().Trim();
        return string.Create(CultureInfo.InvariantCulture, $"{text}\n    {code}");
    }
}
