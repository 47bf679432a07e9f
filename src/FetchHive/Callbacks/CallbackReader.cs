using System;
using System.Text.Json;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Reads callbacks from bodies. Assumption: the body's shape is documented for agents only. It has <c>event_type</c>, <c>request_id</c>,
/// and <c>data</c> with the event's content (Fetch Hive docs, <c>api-reference/invoke-agent</c>). So a workflow's output and error are
/// looked for in <c>data</c> first and then at the top level, where a direct response has them. <c>run_status</c> counts in addition to
/// <c>event_type</c>, or instead of it. If a field occurs twice, the last one counts, as in System.Text.Json.
/// </summary>
internal static class CallbackReader
{
    private const string EventPath = "$.event_type";
    private const string StatusPath = "$.run_status";
    private const string RequestIdPath = "$.request_id";
    private const string OutputPath = "$.data.output";
    private const int MaxRequestIdLength = 256;
    private const string Report = "If the service really sends this, look for a newer version of this library; the run's output is in "
        + "the dashboard's log history.";

    /// <summary>Reads a callback.</summary>
    /// <exception cref="FetchHiveResponseException">The body isn't a callback. No other exception is thrown, whatever was sent.</exception>
    public static WorkflowCallback<T> Read<T>(ReadOnlySpan<byte> body, WorkflowDeployment? deployment, OutputReader<T> output)
    {
        try
        {
            return ReadBody(body, deployment, output);
        }
        catch (Exception exception) when (exception is not FetchHiveException)
        {
            // The sender decides what is in the body. An unforeseen body is a callback that can't be read, not a fault of the receiver.
            throw Broken(deployment, "$", "a callback", "it can't be read", requestId: null, exception);
        }
    }

    private static WorkflowCallback<T> ReadBody<T>(ReadOnlySpan<byte> body, WorkflowDeployment? deployment, OutputReader<T> output)
    {
        body = Utf8.WithoutMark(body);
        if (!Utf8.IsValid(body))
        {
            // Otherwise the payload would throw wherever its invalid text is read.
            throw Broken(deployment, "$", "JSON in UTF-8", "it is not valid UTF-8", null);
        }

        if (Envelope.TryRead(body, out Envelope envelope, out JsonException? cause) is { } failure)
        {
            throw Broken(deployment, "$", "a JSON object", failure, null, cause);
        }

        Envelope data = DataOf(envelope);
        string requestId = RequestIdOf(envelope, data) ?? throw Broken(
            deployment, RequestIdPath, "the run's id, of at most 256 characters", FoundId(envelope, data), null);
        string? eventType =
            Text(envelope.EventType, EventPath, deployment, requestId) ?? Text(data.EventType, "$.data.event_type", deployment, requestId);
        RunStatus status = StatusOf(envelope, data, eventType, deployment, requestId, out bool isCompleted);
        JsonElement payload = PayloadOf(body);
        if (!isCompleted)
        {
            string? error = ServiceError.Message(data) ?? ServiceError.Message(envelope);
            string? code = ServiceError.Code(data) ?? ServiceError.Code(envelope);
            return new FailedWorkflowCallback<T>(requestId, error, status)
            {
                ErrorCode = code,
                EventType = eventType,
                Payload = payload,
                Deployment = deployment,
            };
        }

        // The callback was delivered and is authentic, so the handler gets it even if its output can't be read.
        try
        {
            OutputSource source = !data.Output.IsEmpty ? new(data.Output, OutputPath, deployment, requestId)
                : !envelope.Output.IsEmpty ? new(envelope.Output, "$.output", deployment, requestId)
                : throw NoOutput<T>(deployment, requestId);
            return new CompletedWorkflowCallback<T>(requestId, output.Read(source)) { EventType = eventType, Payload = payload };
        }
        catch (FetchHiveResponseException exception)
        {
            return new UnreadableWorkflowCallback<T>(requestId, exception) { EventType = eventType, Payload = payload };
        }
    }

    public static string? RequestIdOf(ReadOnlySpan<byte> body) =>
        Envelope.TryRead(Utf8.WithoutMark(body), out Envelope envelope, out _) is null ? RequestIdOf(envelope, DataOf(envelope)) : null;

    // If `data` isn't an object, it contains no field that is read here. It is still in the payload.
    private static Envelope DataOf(in Envelope envelope)
    {
        Envelope data = default;
        if (!envelope.Data.IsEmpty && envelope.Data[0] == (byte)'{')
        {
            Envelope.TryRead(envelope.Data, out data, out _);
        }

        return data;
    }

    // The documentation shows the id at the top level, and says that it ties the event to the call.
    private static string? RequestIdOf(in Envelope envelope, in Envelope data)
    {
        ReadOnlySpan<byte> raw = IsPresent(envelope.RequestId) ? envelope.RequestId : data.RequestId;
        return JsonSlice.TryGetString(raw, out string id) && IsUsableId(id) ? id : null;
    }

    // Ids are written to logs and used as keys in stores. Nothing else is checked, because their form isn't documented.
    private static bool IsUsableId(string id)
    {
        foreach (char c in id)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return id.Length <= MaxRequestIdLength && !string.IsNullOrWhiteSpace(id);
    }

    private static string FoundId(in Envelope envelope, in Envelope data)
    {
        ReadOnlySpan<byte> raw = IsPresent(envelope.RequestId) ? envelope.RequestId : data.RequestId;
        return !IsPresent(raw)
            ? "it is missing"
            : JsonSlice.IsString(raw) ? "the text there can't be an id" : $"there is {JsonSlice.Describe(raw)}";
    }

    private static RunStatus StatusOf(
        in Envelope envelope, in Envelope data, string? eventType, WorkflowDeployment? deployment, string requestId, out bool isCompleted)
    {
        string? outer = Text(envelope.DocumentedRunStatus, StatusPath, deployment, requestId);
        string? inner = Text(data.DocumentedRunStatus, "$.data.run_status", deployment, requestId);
        if (outer is not null && inner is not null && outer != inner)
        {
            throw Contradiction(deployment, "$.data.run_status", outer, StatusPath, inner, requestId);
        }

        // The SDKs' `status` counts only if no other field has the status. If there is an event's name, `status` may be the status of
        // anything.
        string? word = outer ?? inner ?? (eventType is null
            ? Text(envelope.RunStatus, "$.status", deployment, requestId) ?? Text(data.RunStatus, "$.data.status", deployment, requestId)
            : null);
        RunEnd end = RunEnds.Of(word);
        RunEnd eventEnd = RunEnds.Of(RunEnds.WordOf(eventType));
        if (end != RunEnd.Unknown && eventEnd != RunEnd.Unknown && end != eventEnd)
        {
            throw Contradiction(deployment, StatusPath, eventType!, EventPath, word!, requestId);
        }

        // An unknown status can't make a run complete, whatever the event is called. But the event's name alone can say that the run
        // failed.
        isCompleted = end == RunEnd.Completed || (word is null && eventEnd == RunEnd.Completed);
        if (isCompleted)
        {
            return RunStatus.Completed;
        }

        return end == RunEnd.NotCompleted || (end == RunEnd.Unknown && eventEnd == RunEnd.NotCompleted)
            ? new RunStatus(word ?? RunEnds.WordOf(eventType)!)
            : throw NoEnd(deployment, word, eventType, requestId);
    }

    private static FetchHiveResponseException Contradiction(
        WorkflowDeployment? deployment, string path, string one, string onePath, string other, string requestId) => Broken(
        deployment,
        path,
        $"what {onePath} says ('{OutsideText.Quote(one)}')",
        $"there is '{OutsideText.Quote(other)}'",
        requestId);

    private static FetchHiveResponseException NoEnd(WorkflowDeployment? deployment, string? word, string? eventType, string requestId)
    {
        string path = word is not null || eventType is null ? StatusPath : EventPath;
        string found = (word ?? eventType) is { } text
            ? $"there is '{OutsideText.Quote(text)}', which does not say that the run ended"
            : "it is missing, and so is event_type";
        return Broken(
            deployment,
            path,
            path == StatusPath ? "'completed' or 'failed'" : "a name that ends with '.completed' or '.failed'",
            found,
            requestId);
    }

    private static FetchHiveResponseException NoOutput<T>(WorkflowDeployment? deployment, string requestId) => CallbackFailures.Broken(
        deployment,
        OutputPath,
        TypeName.Of(typeof(T)),
        "it is missing, and so is $.output",
        Report,
        new KnownRun(requestId, RunStatus.Completed),
        cause: null);

    private static string? Text(ReadOnlySpan<byte> raw, string path, WorkflowDeployment? deployment, string requestId)
    {
        if (!IsPresent(raw))
        {
            return null;
        }

        if (JsonSlice.TryGetString(raw, out string text) && text.Length > 0)
        {
            return text;
        }

        throw Broken(
            deployment,
            path,
            "string",
            JsonSlice.IsString(raw) ? "it is empty or not valid Unicode" : $"there is {JsonSlice.Describe(raw)}",
            requestId);
    }

    private static bool IsPresent(ReadOnlySpan<byte> raw) => !raw.IsEmpty && !JsonSlice.IsNull(raw);

    private static JsonElement PayloadOf(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    private static FetchHiveResponseException Broken(
        WorkflowDeployment? deployment, string path, string expected, string found, string? requestId, Exception? cause = null) =>
        CallbackFailures.Broken(deployment, path, expected, found, Report, new KnownRun(requestId), cause);
}
