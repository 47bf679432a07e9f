using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;

namespace FetchHive;

/// <summary>The settings that a section may have. This file is linked into FetchHive.AspNetCore.</summary>
/// <param name="options">The name of the options class, for messages.</param>
/// <param name="names">The names of the settings.</param>
internal sealed class SettingNames(string options, params string[] names)
{
    /// <summary>The setting with this key, ignoring case; null if there is none.</summary>
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

    /// <summary>Adds a failure for a setting that doesn't exist.</summary>
    /// <param name="parent">The configuration that the settings are bound to.</param>
    /// <param name="setting">A setting that <see cref="Find"/> doesn't know.</param>
    /// <param name="failures">The list to add the failure to.</param>
    /// <param name="holdsOtherSections">Whether a section inside may belong to something else.</param>
    /// <remarks>
    /// An unknown setting is usually misspelt, and would be ignored silently. A configuration's root is exempt, because it can contain
    /// anything.
    /// </remarks>
    public void NoteUnknown(IConfiguration parent, IConfigurationSection setting, List<string> failures, bool holdsOtherSections)
    {
        if (parent is IConfigurationSection && !(holdsOtherSections && IsSection(setting)))
        {
            failures.Add(
                $"The configuration has {setting.Path}, but {options} has no setting '{setting.Key}'. "
                + $"Its settings are {string.Join(", ", names)}; correct the name or remove it.");
        }
    }

    // If settings are passed as command-line arguments, as WebApplicationFactory does, a section has an empty value too.
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
