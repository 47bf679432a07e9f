using System;
using System.Buffers;
using System.Text.Json;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Responses;

/// <summary>A request's record. Its fields are known from the official SDKs (0.2.7 and later); the words for a workflow are ours.</summary>
internal static class RecordJson
{
    public static ReadOnlyMemory<byte> Write(EmulatedRun run, RequestDataForm form)
    {
        RunOutcome? outcome = run.Outcome.IsCompletedSuccessfully ? run.Outcome.Result : null;
        (DateTimeOffset? started, DateTimeOffset? ended) = run.Times.Read();
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("request_id", run.RequestId);
            writer.WriteString("status", StatusOf(outcome, started));
            writer.WriteString("request_type", "workflow_run");
            writer.WriteString("requestable_type", "WorkflowRun");
            writer.WriteString("generated_at", run.Times.Generated);
            WriteTime(writer, "started_at", started);
            WriteTime(writer, "ended_at", outcome is null ? null : ended);
            writer.WritePropertyName("user_metadata");
            if (run.Metadata is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                run.Metadata.WriteTo(writer);
            }

            writer.WritePropertyName("data");
            WriteData(writer, run.RequestId, outcome, form);
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static string StatusOf(RunOutcome? outcome, DateTimeOffset? started) => outcome switch
    {
        RunOutcome.Completed => "completed",
        null => started is null ? "queued" : "running",
        _ => "failed",
    };

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteData(Utf8JsonWriter writer, string requestId, RunOutcome? outcome, RequestDataForm form)
    {
        if (outcome is null || form is RequestDataForm.None || (form is RequestDataForm.Bare && outcome is not RunOutcome.Completed))
        {
            writer.WriteNullValue();
            return;
        }

        if (form is RequestDataForm.Bare && outcome is RunOutcome.Completed bare)
        {
            writer.WriteRawValue(bare.Output.Span, skipInputValidation: true);
            return;
        }

        writer.WriteStartObject();
        if (form is RequestDataForm.DirectResponse)
        {
            writer.WriteString("request_id", requestId);
            writer.WriteString("run_status", outcome is RunOutcome.Completed ? "completed" : "failed");
        }

        switch (outcome)
        {
            case RunOutcome.Completed completed:
                writer.WritePropertyName("output");
                writer.WriteRawValue(completed.Output.Span, skipInputValidation: true);
                break;
            case RunOutcome.Failed failed:
                writer.WriteString("error", failed.Error);
                if (failed.ErrorCode is { } code)
                {
                    writer.WriteString("error_code", code);
                }

                break;
            case RunOutcome.Broken broken:
                writer.WriteString("error", broken.Explanation);
                writer.WriteString("error_code", "internal_server_error");
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }
}
