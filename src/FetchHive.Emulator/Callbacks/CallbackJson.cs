using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Callbacks;

/// <summary>The bodies of callbacks, in each form that the service may use.</summary>
internal sealed class CallbackJson(FetchHiveEmulatorOptions options)
{
    // Kept as text, because JSON nodes must not be read by several threads at once.
    private readonly KeyValuePair<string, string>[] _extras = Extras(options.CallbackFields);

    // Escaped as most services do: only what JSON itself demands. So a receiver that serializes the body again before it checks the
    // signature fails.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Write(EmulatedRun run, RunOutcome outcome)
    {
        CallbackBodyForm form = options.CallbackBodies;
        string status = outcome is RunOutcome.Completed ? "completed" : "failed";
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Format))
        {
            writer.WriteStartObject();
            if (form is CallbackBodyForm.EventType or CallbackBodyForm.EventTypeAndRunStatus)
            {
                writer.WriteString("event_type", "workflow." + status);
            }

            writer.WriteString("request_id", run.RequestId);
            if (form is not CallbackBodyForm.EventType)
            {
                writer.WriteString("run_status", status);
            }

            if (form is CallbackBodyForm.DirectResponse)
            {
                WriteEnd(writer, outcome);
            }
            else
            {
                writer.WriteStartObject("data");
                WriteEnd(writer, outcome);
                writer.WriteEndObject();
            }

            WriteExtras(writer, run);
            writer.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private void WriteEnd(Utf8JsonWriter writer, RunOutcome outcome)
    {
        switch (outcome)
        {
            case RunOutcome.Completed completed:
                writer.WritePropertyName("output");
                if (options.CallbackOutputsAsText && completed.Output.Span[0] != (byte)'"')
                {
                    writer.WriteStringValue(completed.Output.Span);
                }
                else
                {
                    writer.WriteRawValue(completed.Output.Span, skipInputValidation: true);
                }

                break;
            case RunOutcome.Failed failed:
                WriteError(writer, failed.Error, failed.ErrorCode);
                break;
            case RunOutcome.Broken broken:
                WriteError(writer, broken.Explanation, "internal_server_error");
                break;
            default:
                throw new InvalidOperationException($"A run that ended as {outcome.GetType().Name} has no callback.");
        }
    }

    private static void WriteError(Utf8JsonWriter writer, string error, string? errorCode)
    {
        writer.WriteString("error", error);
        if (errorCode is not null)
        {
            writer.WriteString("error_code", errorCode);
        }
    }

    private void WriteExtras(Utf8JsonWriter writer, EmulatedRun run)
    {
        if (options.CallbacksEchoMetadata && run.Metadata is { } metadata)
        {
            writer.WritePropertyName("metadata");
            metadata.WriteTo(writer);
        }

        foreach ((string name, string value) in _extras)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value);
        }
    }

    private static KeyValuePair<string, string>[] Extras(JsonObject? fields)
    {
        var extras = new List<KeyValuePair<string, string>>();
        foreach ((string name, JsonNode? value) in fields ?? [])
        {
            extras.Add(new(name, value?.ToJsonString() ?? "null"));
        }

        return [.. extras];
    }
}
