using System;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FetchHive;

/// <summary>
/// The status of a run, as the service sends it in <c>run_status</c>. The set is open: a status other than the four documented ones (Fetch
/// Hive docs, <c>workflows/run-with-python-sdk</c>) is kept as sent.
/// </summary>
/// <remarks>In JSON, it is the service's word: <c>"completed"</c>.</remarks>
[JsonConverter(typeof(RunStatusJsonConverter))]
[TypeConverter(typeof(RunStatusTypeConverter))]
public readonly struct RunStatus : IEquatable<RunStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status from the service's word.</summary>
    /// <param name="value">The word as sent; compared case-sensitively.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or empty.</exception>
    public RunStatus(string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException("A run status is a word such as 'completed'; it can't be null or empty.", nameof(value));
        }

        _value = value;
    }

    /// <summary>The run finished and has an output: <c>completed</c>.</summary>
    public static RunStatus Completed { get; } = new("completed");

    /// <summary>The run failed: <c>failed</c>.</summary>
    public static RunStatus Failed { get; } = new("failed");

    /// <summary>The run is in progress: <c>running</c>.</summary>
    public static RunStatus Running { get; } = new("running");

    /// <summary>The run is waiting, because the workspace's concurrency limit is reached: <c>queued</c>.</summary>
    public static RunStatus Queued { get; } = new("queued");

    /// <summary>Whether two statuses are the same word.</summary>
    public static bool operator ==(RunStatus left, RunStatus right) => left.Equals(right);

    /// <summary>Whether two statuses are different words.</summary>
    public static bool operator !=(RunStatus left, RunStatus right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(RunStatus other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RunStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The service's word; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? string.Empty;
}
