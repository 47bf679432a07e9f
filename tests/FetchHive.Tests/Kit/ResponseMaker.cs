using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FetchHive.Tests.Kit;

internal sealed class Nest
{
    public Nest? Inner { get; set; }
}

[JsonDerivedType(typeof(Circle), "circle")]
internal class Shape;

internal sealed class Circle : Shape
{
    public int Radius { get; set; }
}

[JsonSerializable(typeof(Nest))]
[JsonSerializable(typeof(Shape))]
[JsonSerializable(typeof(Picky))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
[JsonSourceGenerationOptions(AllowOutOfOrderMetadataProperties = true)]
internal sealed partial class ResponseJson : JsonSerializerContext;

/// <summary>Makes responses from a seed: mostly documented ones, and some with fields in any order, twice, escaped or unknown, or with a
/// body that is cut off or has a wrong byte.</summary>
internal sealed class ResponseMaker(int seed)
{
    private static readonly string[] Outputs =
    [
        "\"text\"",
        "\"\"",
        "\"t\\u00e4\\n\\\"x\\\"\\ud83d\\ude00 ü😀\\/\\b\\f\\r\\t\\\\\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "null",
        "12",
        "[]",
        "{}",
        "{\"title\":\"T\",\"findings\":[{\"claim\":\"C\",\"confidence\":\"0.5\"}],\"word_count\":null}",
        " {\"Title\":\"\\u00fc\",\"more\":[[{}]],\"findings\":[],\"word_count\":1} ",
        "{\"title\":null,\"findings\":[]}",
        "\"{\\\"title\\\":\\\"T\\\\n\\\",\\\"findings\\\":[],\\\"word_count\\\":\\\"2\\\"}\"",
        "\"```json\\n{\\\"title\\\":\\\"\\u00fc😀\\\",\\\"findings\\\":[],\\\"word_count\\\":\\\"2\\\"}\\n```\"",
        "\"{\\\"title\\\":\\\"\\\\ud800\\\",\\\"findings\\\":[],\\\"word_count\\\":\\\"2\\\"}\"",
    ];

    private static readonly string[] Fields =
    [
        "\"request_id\":\"req_2\"",
        "\"request_id\":null",
        "\"run_status\":\"completed\"",
        "\"run_status\":\"failed\"",
        "\"run_status\":\"queued\"",
        "\"run_status\":\"new\"",
        "\"run_status\":null",
        "\"run_status\":\"compl\\u0065ted\"",
        "\"run\\u005fstatus\":\"failed\"",
        "\"out\\u0070ut\":\"escaped\"",
        "\"status\":\"failed\"",
        "\"run_id\":\"run_1\"",
        "\"error\":{\"message\":\"E\"}",
        "\"usage\":{\"tokens\":[1,2.5e3,true,false,null,\"x\\\"}\"]}",
        "\"\\ud800abcd\":0",
        "\"ü😀\":\"\\u00fc\"",
        "\"\":-1",
    ];

    private readonly Random _random = new(seed);

    public byte[] Make()
    {
        List<string> fields = ["\"request_id\":\"req_1\"", "\"run_status\":\"completed\"", "\"output\":" + Any(Outputs)];
        for (int more = Few(); more > 0; more--)
        {
            fields.Insert(_random.Next(fields.Count + 1), _random.Next(6) == 0 ? "\"output\":" + Any(Outputs) : Any(Fields));
        }

        if (_random.Next(5) == 0)
        {
            _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(fields));
        }

        if (_random.Next(8) == 0)
        {
            fields.RemoveAt(_random.Next(fields.Count));
        }

        string separator = _random.Next(3) == 0 ? " ,\r\n\t" : ",";
        string json = (_random.Next(10) == 0 ? "\uFEFF" : "") + "{" + string.Join(separator, fields) + "}"
            + (_random.Next(10) == 0 ? " \n" : "");
        byte[] body = Encoding.UTF8.GetBytes(separator.Length > 1 ? json.Replace("\":", "\" : ", StringComparison.Ordinal) : json);
        switch (_random.Next(8))
        {
            case 0:
                return body.AsSpan(0, _random.Next(body.Length + 1)).ToArray();
            case 1:
                body[_random.Next(body.Length)] = (byte)_random.Next(256);
                return body;
            case 2:
                body[_random.Next(body.Length)] = (byte)"\"\\{}[]:, \n0x"[_random.Next(12)];
                return body;
            default:
                return body;
        }
    }

    // Mostly 0, so that the documented response stays the most frequent one.
    private int Few() => Math.Max(0, _random.Next(6) - 2);

    private string Any(string[] choices) => choices[_random.Next(choices.Length)];
}
