using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator.Page;

/// <summary>The page's data as JSON: everything in brief, and one request in full.</summary>
internal sealed class PageState(FetchHiveEmulator hive)
{
    /// <summary>How many requests the page lists.</summary>
    private const int MaxRequests = 200;

    /// <summary>How many attempts to deliver a run's callback the page lists.</summary>
    private const int MaxAttempts = 100;

    // As much as a browser lays out without stalling. The whole text is in the response itself.
    private const int MaxCharacters = 200_000;

    /// <summary>Identifies the emulator, so that the page notices when another one has taken its port.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Everything in brief.</summary>
    /// <param name="tag">Changes when the state changes.</param>
    public ReadOnlyMemory<byte> Write(out string tag)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("instance", Instance);
            writer.WritePropertyName("faults");
            PageFaults.Write(writer, hive.Faults);
            WriteDeployments(writer);
            WriteRequests(writer);
            writer.WriteEndObject();
        }

        tag = Convert.ToHexString(SHA256.HashData(bytes.WrittenSpan));
        return bytes.WrittenMemory;
    }

    /// <summary>One request in full; null when it isn't recorded.</summary>
    public ReadOnlyMemory<byte>? WriteRequest(string number)
    {
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long wanted)
            || hive.Requests.FirstOrDefault(request => request.Number == wanted) is not { } found)
        {
            return null;
        }

        RecordedRun? run = found.RequestId is { } id ? hive.FindRun(id) : null;
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("body", Shortened(found.BodyText));
            writer.WriteString("output", Shortened(run?.OutputJson));
            writer.WriteStartArray("callbacks");
            foreach (SentCallback sent in hive.Callbacks.Where(sent => sent.RequestId == found.RequestId).TakeLast(MaxAttempts))
            {
                WriteCallback(writer, sent);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private void WriteDeployments(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("deployments");
        foreach (EmulatedDeployment deployment in hive.Deployments)
        {
            writer.WriteStartObject();
            writer.WriteString("deployment", deployment.Deployment);
            writer.WriteString("variant", deployment.Variant);
            writer.WriteString("snippet", System.IO.Path.GetFileName(deployment.SnippetPath));
            writer.WriteBoolean("takesAnyInputs", deployment.TakesAnyInputs);
            writer.WriteBoolean("requiresCallback", deployment.RequiresCallback);
            writer.WriteStartArray("inputs");
            foreach (EmulatedInput input in deployment.Inputs)
            {
                writer.WriteStartObject();
                writer.WriteString("name", input.Name);
                writer.WriteString("kind", input.Kind.ToString());
                writer.WriteBoolean("required", input.IsRequired);
                writer.WriteString("sample", input.SampleJson);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Newest first. Look-ups of records aren't shown.
    private void WriteRequests(Utf8JsonWriter writer)
    {
        ILookup<string, SentCallback> callbacks = hive.Callbacks.ToLookup(sent => sent.RequestId);
        IEnumerable<ReceivedRequest> newest = hive.Requests
            .Reverse()
            .Where(request => !HttpMethods.IsGet(request.Method) || request.StatusCode >= 400)
            .Take(MaxRequests);
        writer.WriteStartArray("requests");
        foreach (ReceivedRequest request in newest)
        {
            RecordedRun? run = request.RequestId is { } id ? hive.FindRun(id) : null;
            writer.WriteStartObject();
            writer.WriteNumber("number", request.Number);
            writer.WriteString("receivedAt", request.ReceivedAt);
            writer.WriteString("method", request.Method);
            writer.WriteString("path", request.Path);
            writer.WriteString("deployment", run?.Deployment ?? request.Deployment);
            writer.WriteString("variant", run?.Variant ?? request.Variant);
            writer.WriteString("status", StatusOf(request, run));
            WriteNumber(writer, "statusCode", request.StatusCode);
            WriteNumber(writer, "milliseconds", (run is null ? request.Duration : run.Duration)?.TotalMilliseconds);
            writer.WriteString("error", Shortened(run?.Error ?? request.Error));
            writer.WriteString("errorCode", run?.ErrorCode);
            writer.WriteString("fault", run is null or { Fault: EmulatorFaultKinds.None } ? null : run.Fault.ToString());
            writer.WriteString("requestId", request.RequestId);
            writer.WriteString("callbackUrl", run?.CallbackUrl);
            List<SentCallback> sent = [.. callbacks[request.RequestId ?? ""]];
            writer.WriteNumber("attempts", sent.Count);
            writer.WriteBoolean("delivered", sent.Exists(callback => callback.IsDelivered));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string StatusOf(ReceivedRequest request, RecordedRun? run) => run?.Status.ToString() ?? request switch
    {
        { StatusCode: >= 400 } => "Refused",
        { StatusCode: not null } => "Answered",
        { Duration: not null } => "Unanswered",
        _ => "Open",
    };

    private static void WriteCallback(Utf8JsonWriter writer, SentCallback sent)
    {
        writer.WriteStartObject();
        writer.WriteNumber("copy", sent.Copy);
        writer.WriteNumber("attempt", sent.Attempt);
        writer.WriteString("sentAt", sent.SentAt);
        WriteNumber(writer, "milliseconds", sent.Duration.TotalMilliseconds);
        WriteNumber(writer, "statusCode", sent.StatusCode);
        writer.WriteString("failure", sent.Failure);
        writer.WriteBoolean("delivered", sent.IsDelivered);
        writer.WriteString("body", Shortened(sent.BodyText));
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, Math.Round(number, 1));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string? Shortened(string? text)
    {
        if (text is null || text.Length <= MaxCharacters)
        {
            return text;
        }

        int length = TextCut.LengthWithin(text, MaxCharacters);
        return string.Create(CultureInfo.InvariantCulture, $"{text[..length]} … and {text.Length - length:N0} more characters");
    }
}
