using System.Collections.Generic;
using System.Globalization;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;

namespace FetchHive.Generators.Parsing;

/// <summary>A declaration's mistakes as text, for builds without analyzers.</summary>
internal static class Mistakes
{
    // An unfinished project may have hundreds of mistakes, and each throwing member contains the text.
    private const int MaxMistakes = 10;

    public static EquatableArray<string> Of(ParseContext context)
    {
        List<string> mistakes = [];
        foreach (Finding finding in context.Findings)
        {
            if (!finding.IsError || finding.IsAboutNothing || mistakes.Count == MaxMistakes)
            {
                continue;
            }

            string message = string.Format(
                CultureInfo.InvariantCulture, finding.Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), finding.Arguments);
            string text = $"{finding.Rule.Id}: {message}";
            if (!mistakes.Contains(text))
            {
                mistakes.Add(text);
            }
        }

        if (mistakes.Count == 0 && context.MissingType is { } missing)
        {
            mistakes.Add($"The type {missing} doesn't exist, or another source generator declares it: declare it in a C# file");
        }

        return new EquatableArray<string>(mistakes);
    }
}
