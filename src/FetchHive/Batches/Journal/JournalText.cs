using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FetchHive;

/// <summary>Writes the lines of a journal. Each is one JSON object that ends with a line break.</summary>
internal static class JournalText
{
    public const string Version = "1";

    /// <summary>The beginning of every journal.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"fetchhive_batch\":"u8;

    public static byte[] Header(JournalDeployment deployment) =>
        [
            .. Beginning,
            .. Encoding.ASCII.GetBytes(Version),
            .. ",\"base\":"u8,
            .. EncodeText(deployment.BaseAddress),
            .. ",\"deployment\":"u8,
            .. EncodeText(deployment.Deployment),
            .. ",\"variant\":"u8,
            .. EncodeText(deployment.Variant),
            .. "}\n"u8,
        ];

    /// <summary>Encodes text as a JSON string that people can read: only what JSON demands is escaped.</summary>
    /// <exception cref="ArgumentException">It isn't valid Unicode.</exception>
    public static byte[] EncodeText(string text) => JsonSlice.EncodeString(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public static byte[] Sent(byte[] key, string inputsHash) => Row(key, "sent", inputsHash, default, default, "}\n"u8);

    public static byte[] NotRun(byte[] key) => Row(key, "not_run", inputsHash: null, default, default, "}\n"u8);

    /// <summary>
    /// Writes a response as received, on one line. JSON strings can't contain a line break, so line breaks only occur between values and
    /// can be replaced with spaces. A response that isn't JSON is written in base 64.
    /// </summary>
    public static byte[] Answered(byte[] key, string inputsHash, ReadOnlySpan<byte> response)
    {
        ReadOnlySpan<byte> json = Utf8.WithoutMark(response);
        if (!TryFindSecrets(json, out List<JsonEdit>? secrets))
        {
            return Row(key, "answered", inputsHash, ",\"raw\":\""u8, Base64(response), "\"}\n"u8);
        }

        byte[] line = Row(
            key, "answered", inputsHash, ",\"response\":"u8, secrets is null ? json : JsonEdit.Apply(json, secrets), "}\n"u8);
        for (int i = 0; i < line.Length - 1; i++)
        {
            if (line[i] is (byte)'\r' or (byte)'\n')
            {
                line[i] = (byte)' ';
            }
        }

        return line;
    }

    private static byte[] Row(
        byte[] key, string state, string? inputsHash, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, ReadOnlySpan<byte> end) =>
        [
            .. "{\"k\":"u8,
            .. key,
            .. Encoding.ASCII.GetBytes(inputsHash is null ? $",\"s\":\"{state}\"" : $",\"s\":\"{state}\",\"h\":\"{inputsHash}\""),
            .. name,
            .. value,
            .. end,
        ];

    private static byte[] Base64(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetBytes(
#if NETSTANDARD2_0
        Convert.ToBase64String(bytes.ToArray()));
#else
        Convert.ToBase64String(bytes));
#endif

    // A callback secret doesn't belong in a file of results. It isn't documented that the response to a direct call contains one.
    private static bool TryFindSecrets(ReadOnlySpan<byte> json, out List<JsonEdit>? secrets)
    {
        secrets = null;
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Envelope.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName
                    || reader.CurrentDepth != 1
                    || !JsonSlice.NameIs(ref reader, "webhook_secret"u8))
                {
                    continue;
                }

                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                (secrets ??= []).Add(new JsonEdit(start, (int)reader.BytesConsumed - start, "null"u8.ToArray()));
            }

            return !json.IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
