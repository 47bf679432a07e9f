using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json.Nodes;
using FetchHive.Emulator.Requests;

namespace FetchHive.Emulator;

/// <summary>One attempt to deliver a callback, after it has ended.</summary>
public sealed class SentCallback
{
    private string? _bodyText;

    internal SentCallback()
    {
    }

    /// <summary>The id of the run: that of the response to the call that started it.</summary>
    public required string RequestId { get; init; }

    /// <summary>The run's deployment.</summary>
    public required string Deployment { get; init; }

    /// <summary>The run's variant.</summary>
    public required string Variant { get; init; }

    /// <summary>The callback URL, as the call gave it.</summary>
    public required string Url { get; init; }

    /// <summary>
    /// The number of the callback's copy, from 1. It is above 1 only with <see cref="CallbackDelivery.Times"/> and
    /// <see cref="FetchHiveEmulator.RedeliverAsync"/>.
    /// </summary>
    public required int Copy { get; init; }

    /// <summary>The number of the attempt at this copy, from 1. It is above 1 if the receiver failed before.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it was sent, by <see cref="FetchHiveEmulatorOptions.TimeProvider"/>.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>How long it took until the receiver's response arrived, or until it was clear that none would.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The request's headers that depend on the callback. Names are case-insensitive.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The header <c>X-Fetch-Hive-Signature</c>, or <see langword="null"/> when there was none.</summary>
    public string? Signature => Headers.GetValueOrDefault(CallbackSignature.HeaderName);

    /// <summary>The body's bytes.</summary>
    public required ReadOnlyMemory<byte> BodyBytes { get; init; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => _bodyText ??= Encoding.UTF8.GetString(BodyBytes.Span);

    /// <summary>The body as a JSON object, or <see langword="null"/> when it isn't a well-formed one. A new one each time.</summary>
    public JsonObject? Body => RequestJson.Parse(BodyBytes.ToArray(), out _);

    /// <summary>The HTTP status of the receiver's response, or <see langword="null"/> when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why there was no response, or <see langword="null"/> when there was one.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the receiver accepted it: it answered with a status of 2xx.</summary>
    public bool IsDelivered => StatusCode is >= 200 and <= 299;

    /// <summary>The request id, the attempt and its outcome; neither body nor signature.</summary>
    public override string ToString() => $"{RequestId}, copy {Copy}, attempt {Attempt}: {(StatusCode is { } status ? status : Failure)}";
}
