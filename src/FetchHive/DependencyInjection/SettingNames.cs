using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;

namespace FetchHive;

/// <summary>The settings that a section may have. Linked into FetchHive.AspNetCore.</summary>
/// <param name="options">The class whose settings they are, for messages.</param>
/// <param name="names">Their names.</param>
internal sealed class SettingNames(string options, params string[] names)
{
    /// <summary>The setting of a key, however it is cased; null for none.</summary>
    public string? Find(string key)
    {
        foreach (string name in names)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Adds what is wrong with a setting that doesn't exist.</summary>
    /// <param name="parent">What the settings are bound to.</param>
    /// <param name="setting">One that <see cref="Find"/> doesn't know.</param>
    /// <param name="failures">Where the sentence goes.</param>
    /// <param name="holdsOtherSections">Whether a section inside may belong to something else.</param>
    /// <remarks>
    /// It is mostly a misspelt one, which would be ignored without a word. At a configuration's root stand all kinds of things.
    /// </remarks>
    public void NoteUnknown(IConfiguration parent, IConfigurationSection setting, List<string> failures, bool holdsOtherSections)
    {
        if (parent is IConfigurationSection && !(holdsOtherSections && IsSection(setting)))
        {
            failures.Add(
                $"The configuration has {setting.Path}, and {options} has no setting '{setting.Key}'. "
                + $"Its settings are {string.Join(", ", names)}; correct the name or remove it.");
        }
    }

    // Where settings are handed on as arguments, as WebApplicationFactory does, a section has an empty value too.
    private static bool IsSection(IConfigurationSection setting)
    {
        if (setting.Value is null)
        {
            return true;
        }

        if (setting.Value.Length > 0)
        {
            return false;
        }

        foreach (IConfigurationSection _ in setting.GetChildren())
        {
            return true;
        }

        return false;
    }
}
