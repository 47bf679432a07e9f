using System;
using System.Buffers;
using System.Text.Json;
using FetchHive.Emulator.Requests;

namespace FetchHive.Emulator.Responses;

/// <summary>
/// The bodies of the service's responses, as documented at <c>api-reference/invoke-workflow</c> and <c>api-reference/error-codes</c>.
/// </summary>
internal static class ServiceJson
{
    /// <summary>Documented at <c>api-reference/errors-and-rate-limits</c>.</summary>
    public const string ConcurrencyLimitBody = """{"error":"You've reached your concurrency limit. Try again later or use async mode."}""";

    /// <summary>Documented at <c>api-reference/errors-and-rate-limits</c>.</summary>
    public const string DailyLimitBody =
        """{"error":"Daily API rate limit reached","code":"api_rate_limit_exceeded","message":"You have reached your daily limit of 50 """
        + """API calls. Resets at midnight UTC. Upgrade your plan for higher limits.","limit":50,"current":50}""";

    /// <summary>The error envelope. Many documented samples only have <c>error</c>, so the rest is optional.</summary>
    public static ReadOnlyMemory<byte> Error(string error, string? message = null, string? errorCode = null, string? requestId = null) =>
        Write(writer =>
        {
            WriteUnlessNull(writer, "request_id", requestId);
            writer.WriteString("error", error);
            WriteUnlessNull(writer, "message", message);
            WriteUnlessNull(writer, "error_code", errorCode);
        });

    /// <summary>The text <c>error</c> in the body of a refusal; null if there is none.</summary>
    public static string? ErrorTextOf(int statusCode, ReadOnlyMemory<byte> body) =>
        statusCode < 400 ? null : RequestJson.Parse(body, out _).TextOf("error");

    public static ReadOnlyMemory<byte> Completed(string requestId, ReadOnlyMemory<byte> output) =>
        Write(writer =>
        {
            writer.WriteString("request_id", requestId);
            writer.WriteString("run_status", "completed");
            writer.WritePropertyName("output");
            writer.WriteRawValue(output.Span, skipInputValidation: true);
        });

    public static ReadOnlyMemory<byte> Failed(string requestId, string error, string? errorCode) =>
        Write(writer =>
        {
            writer.WriteString("request_id", requestId);
            writer.WriteString("run_status", "failed");
            writer.WriteString("error", error);
            WriteUnlessNull(writer, "error_code", errorCode);
        });

    public static ReadOnlyMemory<byte> Accepted(string requestId, string runStatus, string webhookSecret) =>
        Write(writer =>
        {
            writer.WriteString("request_id", requestId);
            writer.WriteString("run_status", runStatus);
            writer.WriteString("webhook_secret", webhookSecret);
        });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> writeProperties)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writeProperties(writer);
            writer.WriteEndObject();
        }

        return bytes.WrittenMemory;
    }

    private static void WriteUnlessNull(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
