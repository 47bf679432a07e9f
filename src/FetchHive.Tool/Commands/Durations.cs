using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace FetchHive.Tool.Commands;

/// <summary>Times on the command line: a number with its unit, as a number alone would be read as anything.</summary>
internal static class Durations
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    /// <summary>An option that takes a time.</summary>
    public static Option<TimeSpan> Option(string name, string description, TimeSpan? value = null)
    {
        Option<TimeSpan> option = new(name)
        {
            Description = $"{description} A number with a unit: 500ms, 2s, 10m or 1h.",
            HelpName = "time",
            CustomParser = Parse,
        };
        if (value is { } known)
        {
            option.DefaultValueFactory = _ => known;
        }

        return option;
    }

    /// <summary>Reads a time; <see langword="null"/> when it isn't one, or is longer than 24 days.</summary>
    public static TimeSpan? Read(string text)
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
        return isNumber && milliseconds is { } factor && number * factor <= Longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(number * factor)
            : null;
    }

    private static TimeSpan Parse(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (Read(text) is { } time)
        {
            return time;
        }

        argument.AddError($"'{text}' is no time. Write a number with a unit: 500ms, 2s, 10m or 1h, 24 days at most.");
        return default;
    }
}
