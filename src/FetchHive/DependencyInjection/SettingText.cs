using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FetchHive;

/// <summary>
/// Reads a setting's text from configuration. An empty value leaves the setting unchanged, which is usually the meaning of an empty
/// environment variable. A value that can't be read adds a failure that names the setting. This file is linked into FetchHive.AspNetCore.
/// </summary>
internal sealed class SettingText(List<string> failures)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A value beyond the type is also beyond every range, and the range check reports it.
    public int Number(IConfigurationSection section, int current) => (int)Clamp(LongNumber(section, current));

    public int? Count(IConfigurationSection section, int? current) =>
        IsEmpty(section) ? current : (int)Clamp(LongNumber(section, current ?? 1));

    public long LongNumber(IConfigurationSection section, long current)
    {
        if (IsEmpty(section))
        {
            return current;
        }

        if (long.TryParse(section.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value))
        {
            return value;
        }

        Add(section, "is not a whole number. Write it in digits, such as 4194304.");
        return current;
    }

    public bool Flag(IConfigurationSection section, bool current)
    {
        if (IsEmpty(section))
        {
            return current;
        }

        if (bool.TryParse(section.Value, out bool value))
        {
            return value;
        }

        Add(section, "is neither true nor false. Write one of them.");
        return current;
    }

    public Uri? Address(IConfigurationSection section, Uri? current)
    {
        if (IsEmpty(section))
        {
            return current;
        }

        if (Uri.TryCreate(section.Value?.Trim(), UriKind.Absolute, out Uri? value))
        {
            return value;
        }

        Add(section, "is not an absolute address. Write it with its scheme, such as https://reports.example.");
        return current;
    }

    /// <summary>Reads a time of at most one day. A longer time is never intended.</summary>
    public TimeSpan ShortTime(IConfigurationSection section, TimeSpan current)
    {
        if (!TryTime(section, out TimeSpan value))
        {
            return current;
        }

        if (value <= Day)
        {
            return value;
        }

        Add(
            section,
            $"is {InDays(value)}, and more than a day is probably not meant. Write hours:minutes:seconds, such as 00:10:00 for ten "
            + "minutes. A time beyond a day can be set in code.");
        return current;
    }

    /// <summary>Reads a time that may be several days.</summary>
    public TimeSpan Time(IConfigurationSection section, TimeSpan current) => TryTime(section, out TimeSpan value) ? value : current;

    // .NET reads "10" as ten days, and "30:00:00" as thirty.
    private bool TryTime(IConfigurationSection section, out TimeSpan value)
    {
        value = default;
        if (IsEmpty(section))
        {
            return false;
        }

        string text = section.Value?.Trim() ?? string.Empty;
        int colon = text.IndexOf(':');
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value))
        {
            Add(section, "is not a time. Write days.hours:minutes:seconds, such as 00:00:30 or 3.00:00:00.");
            return false;
        }

        if (colon < 0)
        {
            Add(
                section,
                $"is a number without a unit, which .NET reads as {InDays(value)}. "
                + $"Write hours:minutes:seconds, such as 00:00:30 for thirty seconds, or {value:c} if days are meant.");
            return false;
        }

        if (value.Duration() >= Day && text.IndexOf('.', 0, colon) < 0)
        {
            Add(section, $"is read by .NET as {InDays(value)}. Write days.hours:minutes:seconds, {value:c} if that is meant.");
            return false;
        }

        return true;
    }

    private static long Clamp(long value) => Math.Max(int.MinValue, Math.Min(int.MaxValue, value));

    private static string InDays(TimeSpan value) =>
        value.TotalDays.ToString("0.##", CultureInfo.InvariantCulture) + (value.Duration() == Day ? " day" : " days");

    // A section that contains settings isn't an empty value. It is a mistake.
    private static bool IsEmpty(IConfigurationSection section)
    {
        if (section.Value is { } value)
        {
            return string.IsNullOrWhiteSpace(value);
        }

        foreach (IConfigurationSection _ in section.GetChildren())
        {
            return false;
        }

        return true;
    }

    private void Add(IConfigurationSection section, string problem) => failures.Add($"{section.Path} in the configuration {problem}");
}
