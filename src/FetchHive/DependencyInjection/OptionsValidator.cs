using System;
using System.Collections.Generic;
using Microsoft.Extensions.Options;

namespace FetchHive;

/// <summary>
/// Validates the options of every workspace. Messages name the setting and, if it is known, its path in the configuration.
/// </summary>
internal sealed class OptionsValidator(IEnumerable<BoundSection> sections) : IValidateOptions<FetchHiveOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchHiveOptions options)
    {
        string? workspace = string.IsNullOrEmpty(name) ? null : name;
        string? path = null;
        List<string> failures = [];
        foreach (BoundSection section in sections)
        {
            if (section.Name == workspace)
            {
                path = section.Path;
                section.AddFailures(failures);
            }
        }

        failures.AddRange(
            OptionsRules.Check(options, workspace, Environment.GetEnvironmentVariable(OptionsRules.EnvironmentVariable), path));
        // A section that is bound twice reports everything twice.
        for (int i = failures.Count - 1; i > 0; i--)
        {
            if (failures.IndexOf(failures[i]) < i)
            {
                failures.RemoveAt(i);
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
