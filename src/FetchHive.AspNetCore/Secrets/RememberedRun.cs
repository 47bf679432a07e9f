using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive.AspNetCore;

/// <summary>What an <see cref="ICallbackRunStore"/> remembers about a run until its callback arrives.</summary>
/// <remarks>
/// A store outside of this process keeps the text of <see cref="ToJson"/> unchanged and reads it with <see cref="FromJson"/>. So a later
/// version can remember more about a run without a change of the store.
/// </remarks>
public sealed class RememberedRun
{
    /// <summary>
    /// The secret that signs the run's callback (<c>webhook_secret</c>); <see langword="null"/> when the response to the start had none.
    /// </summary>
    public string? WebhookSecret { get; init; }

    /// <summary>
    /// The name by which <c>AddFetchHive</c> registered the workspace whose client started the run; <see langword="null"/> for the default
    /// workspace, and for clients created without dependency injection.
    /// </summary>
    public string? Workspace { get; init; }

    /// <summary>When the run was started; <see langword="null"/> when that isn't known.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>
    /// The trace context of the call that started the run, as a W3C <c>traceparent</c>; <see langword="null"/> when nothing traced it.
    /// </summary>
    public string? TraceParent { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote. Members that this version doesn't know are ignored.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">The text isn't a remembered run. The message doesn't quote it.</exception>
    public static RememberedRun FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        RememberedRun? run = null;
        try
        {
            run = JsonSerializer.Deserialize(json, RememberedRunJson.Default.RememberedRun);
        }
        catch (JsonException)
        {
            // Its message may quote the text, and that may contain a secret.
        }

        return run ?? throw new FormatException(
            "The text isn't a remembered run: it wasn't written by RememberedRun.ToJson, or it is cut off.");
    }

    /// <summary>Writes the whole run, including the secret, as one line of JSON.</summary>
    /// <returns>The text. Keep it like a password.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, RememberedRunJson.Default.RememberedRun);

    /// <summary>The workspace; never the secret.</summary>
    public override string ToString() => Workspace is null ? "the default workspace" : $"the workspace '{Workspace}'";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RememberedRun))]
internal sealed partial class RememberedRunJson : JsonSerializerContext;
