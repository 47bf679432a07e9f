using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FetchHive.Tool.Commands;

/// <summary>Times on the command line: a number with its unit. A number alone would be ambiguous.</summary>
internal static class Durations
{
    /// <summary>An option that takes a time.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="value">The default.</param>
    /// <param name="most">The longest time.</param>
    public static Option<TimeSpan> Option(string name, string description, TimeSpan value, TimeSpan most) => new(name)
    {
        Description = $"{description} A number with a unit: 500ms, 2s, 10m or 1h.",
        HelpName = "time",
        DefaultValueFactory = _ => value,
        CustomParser = argument => Parse(argument, name, most),
    };

    private static TimeSpan? Read(string text, TimeSpan most)
    {
        int unit = text.Length;
        while (unit > 0 && char.IsAsciiLetter(text[unit - 1]))
        {
            unit--;
        }

        double? milliseconds = text[unit..] switch
        {
            "ms" => 1,
            "s" => 1000,
            "m" or "min" => 60_000,
            "h" => 3_600_000,
            _ => null,
        };
        bool isNumber = double.TryParse(text[..unit], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
        return isNumber && milliseconds is { } factor && number * factor <= most.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number * factor)
            : null;
    }

    private static TimeSpan Parse(ArgumentResult argument, string name, TimeSpan most)
    {
        string text = argument.Tokens[0].Value;
        if (Read(text, most) is { } time)
        {
            return time;
        }

        string limit = string.Create(CultureInfo.InvariantCulture, $"{most.TotalHours}h");
        argument.AddError($"{name} '{text}': write a number with a unit, such as 500ms, 2s, 10m or 1h; at most {limit}.");
        return default;
    }
}
