using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>A configuration that a test can change, like a file that is edited.</summary>
internal sealed class ChangingConfiguration : IConfigurationSource
{
    private readonly Provider _provider = new();

    public ChangingConfiguration(params (string Key, string? Value)[] settings)
    {
        Root = new ConfigurationBuilder().Add(this).Build();
        Set(settings);
    }

    public IConfigurationRoot Root { get; }

    public IConfigurationSection Callbacks => Root.GetSection("FetchHive:Callbacks");

    public IConfigurationProvider Build(IConfigurationBuilder builder) => _provider;

    /// <summary>Replaces all settings of the section.</summary>
    public void Set(params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> values = new(System.StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in settings)
        {
            values["FetchHive:Callbacks:" + key] = value;
        }

        _provider.Replace(values);
    }

    private sealed class Provider() : MemoryConfigurationProvider(new MemoryConfigurationSource())
    {
        public void Replace(Dictionary<string, string?> values)
        {
            Data = values;
            OnReload();
        }
    }
}
