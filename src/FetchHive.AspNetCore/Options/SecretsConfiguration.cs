using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;

namespace FetchHive.AspNetCore;

/// <summary>
/// Binds the secrets to their section of the configuration. A deployment's name is a key, or, if it can't be one (an environment variable's
/// name can't contain a hyphen), a value beside the secret.
/// </summary>
internal static class SecretsConfiguration
{
    private const string NameKey = "Deployment";
    private const string SecretKey = "Secret";

    public static void Bind(IConfigurationSection section, IDictionary<string, IList<string>> secrets, List<string> failures)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            failures.Add(
                $"{section.Path} in the configuration is a value. Put the deployment's name between: {section.Path}:<deployment>.");
        }

        Dictionary<string, string> places = new(StringComparer.OrdinalIgnoreCase);
        foreach (IConfigurationSection child in section.GetChildren())
        {
            int before = failures.Count;
            string? deployment = child.Key;
            IConfigurationSection values = child;
            if (HasName(child))
            {
                deployment = NameOf(child, failures);
                values = child.GetSection(SecretKey);
            }

            List<string> found = Values(values, failures);
            if (failures.Count > before)
            {
                continue;
            }

            if (found.Count == 0)
            {
                failures.Add(
                    $"{values.Path} in the configuration has no secret. Give the deployment's signing secret, or remove the setting to "
                    + "verify callbacks by the secret that comes with each start.");
            }
            else if (!places.TryAdd(deployment!, values.Path))
            {
                failures.Add(
                    $"{values.Path} in the configuration has secrets of the deployment '{deployment}', and so has "
                    + $"{places[deployment!]}. Put all of them in one place, so that none counts by mistake.");
            }
            else
            {
                secrets[deployment!] = found;
            }
        }
    }

    // If settings are passed on as arguments, as WebApplicationFactory does, a section with children also has an empty value.
    private static bool HasChildren(IConfigurationSection section)
    {
        foreach (IConfigurationSection _ in section.GetChildren())
        {
            return true;
        }

        return false;
    }

    private static bool HasName(IConfigurationSection section)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (Is(child.Key, NameKey))
            {
                return true;
            }
        }

        return false;
    }

    private static string? NameOf(IConfigurationSection section, List<string> failures)
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (!Is(child.Key, NameKey) && !Is(child.Key, SecretKey))
            {
                failures.Add(
                    $"{child.Path} in the configuration is neither {NameKey} nor {SecretKey}, the only settings that such an "
                    + "entry has. Correct the name or remove it.");
            }
        }

        string? name = section[NameKey];
        if (string.IsNullOrWhiteSpace(name))
        {
            failures.Add($"{section.Path}:{NameKey} in the configuration is empty or has settings inside. Give the deployment's name.");
        }

        return name;
    }

    // One secret is a value. Several are a list, whose keys may be anything.
    private static List<string> Values(IConfigurationSection section, List<string> failures)
    {
        List<string> values = [];
        if (section.Value is { } value && !(value.Length == 0 && HasChildren(section)))
        {
            Add(section, value, values, failures);
        }

        foreach (IConfigurationSection item in section.GetChildren())
        {
            if (item.Value is null && HasChildren(item))
            {
                failures.Add(
                    $"{item.Path} in the configuration has settings inside, where a secret was expected. "
                    + "A deployment's secrets are one value or a list of values.");
            }
            else
            {
                Add(item, item.Value, values, failures);
            }
        }

        return values;
    }

    private static void Add(IConfigurationSection section, string? secret, List<string> secrets, List<string> failures)
    {
        if (CallbackOptionsRules.CheckSecret(secret) is { } failure)
        {
            failures.Add($"{section.Path} in the configuration {failure}");
        }
        else
        {
            secrets.Add(secret!);
        }
    }

    private static bool Is(string key, string name) => string.Equals(key, name, StringComparison.OrdinalIgnoreCase);
}
