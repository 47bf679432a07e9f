using System;
using System.Diagnostics;
using System.Net.Http;
using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>Reads results from responses with status 2xx.</summary>
internal static class ResponseReader
{
    private const string OutputPath = "$.output";
    private const string StatusPath = "$.run_status";
    private const string RequestIdPath = "$.request_id";
    private const string Report = "If this keeps happening, the API has changed: look for a newer version of this library.";

    public static T Output<T>(in ReceivedResponse response, CallContext call, OutputReader<T> reader)
    {
        Read(response, call, out Envelope envelope);
        RequireFinished(envelope, call, out _);
        return ReadOutput(envelope, call, reader);
    }

    public static WorkflowRun<T> Run<T>(in ReceivedResponse response, CallContext call, OutputReader<T> reader)
    {
        Read(response, call, out Envelope envelope);
        RequireFinished(envelope, call, out RunStatus status);
        return new WorkflowRun<T>(RequireRequestId(envelope, call), status, ReadOutput(envelope, call, reader));
    }

    public static void Finished(in ReceivedResponse response, CallContext call)
    {
        Read(response, call, out Envelope envelope);
        RequireFinished(envelope, call, out _);
    }

    public static AcceptedRun<T> Accepted<T>(in ReceivedResponse response, CallContext call, CallbackContract<T> contract)
    {
        Read(response, call, out Envelope envelope);
        RunStatus status = RequireStatus(envelope, call);
        string? secret = JsonSlice.TryGetString(envelope.WebhookSecret, out string text) && text.Length > 0 ? text : null;
        return new AcceptedRun<T>(RequireRequestId(envelope, call), status, secret, contract)
        {
            // The call's own span if it is traced, otherwise the span that it belongs to.
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
        };
    }

    private static void Read(in ReceivedResponse response, CallContext call, out Envelope envelope)
    {
        string? failure = Envelope.TryRead(response.Body, out envelope, out JsonException? cause);
        if (failure is null)
        {
            return;
        }

        // The headers say most about where the response came from.
        string advice = response.Response is { } message
            ? AdviceFor(message)
            : "It is the response in the batch's journal, as it was received.";
        throw ResponseFailures.Broken(call, "$", "a JSON object", failure, advice, KnownRun.Of(envelope), cause);
    }

    private static string AdviceFor(HttpResponseMessage response) =>
        Decompression.EncodingOf(response.Content) is { } encoding && encoding.Length > 0
            ? $"Its content encoding is {OutsideText.Quote(encoding)}, and {Decompression.Accepted} was asked for. Check what answers at "
                + "FetchHiveOptions.BaseAddress, or set AutomaticDecompression on the handler of your own HttpClient."
            : $"Its content type is {OutsideText.Quote(response.Content.Headers.ContentType?.MediaType ?? "not given")}. Check that "
                + "FetchHiveOptions.BaseAddress is where the API is, and that no proxy answers in its place.";

    private static RunStatus RequireStatus(in Envelope envelope, CallContext call)
    {
        ReadOnlySpan<byte> raw = envelope.RunStatus;
        if (!JsonSlice.IsString(raw))
        {
            // A response may report success and still contain an error. The error is worth quoting.
            string says = ErrorText.ServiceMessage(call.Redact(ServiceError.Message(envelope)));
            string found = raw.IsEmpty ? "it is missing" : $"there is {JsonSlice.Describe(raw)}";
            throw ResponseFailures.Broken(
                call, StatusPath, "string", says.Length == 0 ? found : $"{found}.{says.TrimEnd('.')}", Report, KnownRun.Of(envelope), null);
        }

        RunStatus status = StatusOf(raw) ?? throw ResponseFailures.Broken(
            call, StatusPath, "string", "it is empty or not valid Unicode", Report, KnownRun.Of(envelope), null);
        return status != RunStatus.Failed
            ? status
            : throw ResponseFailures.RunFailed(
                call, call.Redact(ServiceError.Message(envelope)), call.Redact(ServiceError.Code(envelope)), RequestId(envelope));
    }

    // A direct call waits for the run's end. An undocumented status counts as an end if there is an output.
    private static void RequireFinished(in Envelope envelope, CallContext call, out RunStatus status)
    {
        status = RequireStatus(envelope, call);
        if (status == RunStatus.Completed)
        {
            return;
        }

        if (status == RunStatus.Running || status == RunStatus.Queued || envelope.Output.IsEmpty)
        {
            throw ResponseFailures.Unfinished(
                call, StatusPath, $"there is '{OutsideText.Quote(call.Redact(status.ToString())!)}'", KnownRun.Of(envelope));
        }
    }

    private static T ReadOutput<T>(in Envelope envelope, CallContext call, OutputReader<T> reader)
    {
        if (envelope.Output.IsEmpty)
        {
            throw ResponseFailures.Broken(call, OutputPath, TypeName.Of(typeof(T)), "it is missing", Report, KnownRun.Of(envelope), null);
        }

        return reader.Read(new OutputSource(OutputPath, call, envelope));
    }

    // Only required if the caller gets it: a result must not be lost for an id that the caller doesn't need.
    private static string RequireRequestId(in Envelope envelope, CallContext call) => RequestId(envelope)
        ?? throw ResponseFailures.Broken(
            call,
            RequestIdPath,
            "string",
            envelope.RequestId.IsEmpty ? "it is missing" : $"there is {JsonSlice.Describe(envelope.RequestId)}",
            Report,
            KnownRun.Of(envelope),
            null);

    private static string? RequestId(in Envelope envelope) =>
        JsonSlice.TryGetString(envelope.RequestId, out string id) && id.Length > 0 ? id : null;

    // No string is allocated for the documented words.
    private static RunStatus? StatusOf(ReadOnlySpan<byte> raw)
    {
        if (raw.SequenceEqual("\"completed\""u8))
        {
            return RunStatus.Completed;
        }

        if (raw.SequenceEqual("\"running\""u8))
        {
            return RunStatus.Running;
        }

        if (raw.SequenceEqual("\"queued\""u8))
        {
            return RunStatus.Queued;
        }

        return JsonSlice.TryGetString(raw, out string text) && text.Length > 0 ? new RunStatus(text) : null;
    }
}
