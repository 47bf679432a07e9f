using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace FetchHive.AspNetCore;

/// <summary>Checked and frozen options.</summary>
internal sealed class CallbackSettings
{
    private readonly FrozenDictionary<string, string[]> _secrets;

    /// <summary>Copies options that have been checked.</summary>
    public CallbackSettings(FetchHiveCallbackOptions options)
    {
        Dictionary<string, string[]> secrets = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string deployment, IList<string> values) in options.Secrets)
        {
            secrets[deployment] = [.. values];
        }

        _secrets = secrets.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        PublicBaseAddress = options.PublicBaseAddress;
        MaxBodyBytes = options.MaxBodyBytes;
        MaxUnverifiedBytes = options.MaxUnverifiedBytes;
        AcceptAnyContentType = options.AcceptAnyContentType;
        EventRetention = options.EventRetention;
        HandlingLease = options.HandlingLease;
        DuplicateWait = options.DuplicateWait;
        KeepResults = options.KeepResults;
        ResultRetention = options.ResultRetention;
        LookUpAfter = options.LookUpAfter;
        LookUpDataIsOutput = options.LookUpDataIsOutput;
        SecretRetention = options.SecretRetention;
        HoldTime = options.HoldTime;
    }

    public Uri? PublicBaseAddress { get; }

    public int MaxBodyBytes { get; }

    public long MaxUnverifiedBytes { get; }

    public bool AcceptAnyContentType { get; }

    public TimeSpan EventRetention { get; }

    public TimeSpan HandlingLease { get; }

    public TimeSpan DuplicateWait { get; }

    public bool KeepResults { get; }

    public TimeSpan ResultRetention { get; }

    public TimeSpan? LookUpAfter { get; }

    public bool LookUpDataIsOutput { get; }

    public TimeSpan SecretRetention { get; }

    public TimeSpan HoldTime { get; }

    /// <summary>The configured secrets, by deployment.</summary>
    public IReadOnlyDictionary<string, string[]> Secrets => _secrets;

    /// <summary>The secrets of a deployment; null when none are configured, never an empty list.</summary>
    public string[]? SecretsOf(string deployment) => _secrets.GetValueOrDefault(deployment);
}
