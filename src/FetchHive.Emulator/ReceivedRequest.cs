using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using FetchHive.Emulator.Requests;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator;

/// <summary>
/// One request as the emulator received it, refused or not. The request's own data never changes. <see cref="StatusCode"/>,
/// <see cref="RunStarted"/> and <see cref="RequestId"/> are set before the response is sent, so a caller who has the response can read
/// them.
/// </summary>
public sealed class ReceivedRequest
{
    private string? _bodyText;
    private string? _requestId;
    private string? _error;
    private int _statusCode;
    private long _duration = -1;

    internal ReceivedRequest(HttpRequest request, RequestBody body, DateTimeOffset receivedAt)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> header in request.Headers)
        {
            headers[header.Key] = header.Value.ToString();
        }

        ReceivedAt = receivedAt;
        Method = request.Method;
        Path = request.Path.Value ?? "";
        Query = request.QueryString.Value ?? "";
        Headers = headers;
        BodyBytes = body.Bytes;
        Body = body.Json;
    }

    /// <summary>When it arrived, by <see cref="FetchHiveEmulatorOptions.TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The HTTP method, such as <c>POST</c>.</summary>
    public string Method { get; }

    /// <summary>The path, decoded and without the query, such as <c>/v1/workflow/invoke</c>.</summary>
    public string Path { get; }

    /// <summary>The query with its question mark; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The headers. Names are case-insensitive. Several values of one name are joined with commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>
    /// The body's bytes, as received. Empty when the body was longer than <see cref="FetchHiveEmulatorOptions.MaxRequestBytes"/>.
    /// </summary>
    public ReadOnlyMemory<byte> BodyBytes { get; }

    /// <summary>The body read as UTF-8, exactly as received.</summary>
    public string BodyText => _bodyText ??= Encoding.UTF8.GetString(BodyBytes.Span);

    /// <summary>The body as a JSON object, or <see langword="null"/> when it isn't a well-formed one.</summary>
    public JsonObject? Body { get; }

    /// <summary>The field <c>deployment</c>, or <see langword="null"/> when it is absent or not a string.</summary>
    public string? Deployment => Body.TextOf("deployment");

    /// <summary>The field <c>variant</c>, or <see langword="null"/> when it is absent or not a string.</summary>
    public string? Variant => Body.TextOf("variant");

    /// <summary>The field <c>inputs</c>, or <see langword="null"/> when it is absent or not an object.</summary>
    public JsonObject? Inputs => Body?["inputs"] as JsonObject;

    /// <summary>The field <c>metadata</c>, or <see langword="null"/> when it is absent or not an object.</summary>
    public JsonObject? Metadata => Body?["metadata"] as JsonObject;

    /// <summary>The field <c>user</c>, or <see langword="null"/> when it is absent or not a string.</summary>
    public string? User => Body.TextOf("user");

    /// <summary>The field <c>async.callback_url</c> as written, or <see langword="null"/> when it is absent or not a string.</summary>
    public string? CallbackUrl => (Body?["async"] as JsonObject).TextOf("callback_url");

    /// <summary>The HTTP status of the response, or <see langword="null"/> while there is none.</summary>
    public int? StatusCode => Volatile.Read(ref _statusCode) is var status and not 0 ? status : null;

    /// <summary>
    /// The time from its arrival until the response was sent or the connection ended without one; <see langword="null"/> before that.
    /// </summary>
    public TimeSpan? Duration => Volatile.Read(ref _duration) is var ticks and not -1 ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>
    /// Why it was refused: the text <c>error</c> of a response with a status of 400 or more; <see langword="null"/> when there is none.
    /// </summary>
    public string? Error => Volatile.Read(ref _error);

    /// <summary>Whether this request started a run.</summary>
    public bool RunStarted => RequestId is not null;

    /// <summary>The id of the run that this request started, or <see langword="null"/> when it started none.</summary>
    public string? RequestId => Volatile.Read(ref _requestId);

    /// <summary>The method, the path and the status; neither headers nor body.</summary>
    public override string ToString() => $"{Method} {Path} -> {(StatusCode is { } status ? status : "no response")}";

    /// <summary>Its position among all requests, from 1.</summary>
    internal long Number { get; set; }

    internal void RunHasStarted(string requestId) => Volatile.Write(ref _requestId, requestId);

    internal void IsRefused(string? error) => Volatile.Write(ref _error, error);

    internal void IsAnswered(int statusCode) => Volatile.Write(ref _statusCode, statusCode);

    internal void IsOver(TimeSpan duration) => Volatile.Write(ref _duration, duration.Ticks);
}
