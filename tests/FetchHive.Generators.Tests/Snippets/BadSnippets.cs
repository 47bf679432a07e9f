using System;
using System.Collections.Generic;
using System.Text;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>
/// Files that aren't snippets of a workflow, and the error about each. The compiler, the emulator and the tool report the same.
/// </summary>
public static class BadSnippets
{
    private const string Address = "https://api.fetchhive.com/v1/workflow/invoke";
    private const string Body = """{"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees"}}""";
    private const string Cut = "this quote is never closed; the snippet is cut off, or a quote inside the text isn't escaped";
    private const string Deep = "the JSON is nested more than 64 levels deep, but no request is";
    private const string Long = "it has more than 1,000,000 characters, which is no snippet; " + Paste;
    private const string NotUtf8 = "this character was lost, because the file isn't UTF-8; save it as UTF-8 and paste the snippet again";
    private const string Paste = "save the cURL command of the deployment's Code Snippet dialog unchanged, or only the request body";
    private const string Workflow =
        "but the snippet of a workflow is expected, which posts to https://api.fetchhive.com/v1/workflow/invoke";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The content of a case's file.</summary>
    public static byte[] FileOf(string name) => All[name].File();

    /// <summary>The place and the text of the error, which follow the file's path: <c>(1,1): …</c>.</summary>
    public static (string Place, string Message) ComplaintOf(string name) => (All[name].Place, All[name].Message);

    private static Dictionary<string, (Func<byte[]> File, string Place, string Message)> All { get; } = new()
    {
        ["an open quote"] = (Text($"curl '{Address}' \\\n  -d '{Body}"), "(2,6)", Cut),
        ["a quote too many"] = (
            Text($"curl '{Address}'' -d '{Body}'"),
            "(1,73)",
            "'brief,' is an extra word; put quotes around text that belongs together"),
        ["cut in the middle"] = (Text($"curl '{Address}' \\\n  -d '{Body[..40]}"), "(2,6)", Cut),
        ["cut behind a line"] = (
            Text($"curl '{Address}' \\\n"), "(1,1)", "the curl command has no body (--data-raw); paste the whole snippet"),
        ["a body cut in the middle"] = (Text(Body[..53]), "(1,53)", "the JSON is cut off; paste the whole snippet"),
        ["HTML"] = (Text($"<div class=\"snippet\"><pre>curl '{Address}'</pre></div>"), "(1,1)", "this is HTML or XML; " + Paste),
        ["a prompt's snippet"] = (
            Text($"curl 'https://api.fetchhive.com/v1/prompt/invoke' -d '{Body}'"),
            "(1,6)",
            "this is the snippet of a prompt, " + Workflow),
        ["an agent's snippet"] = (
            Text("""curl 'https://api.fetchhive.com/v1/agent/invoke' -d '{"agent": "A", "message": "M"}'"""),
            "(1,6)",
            "this is the snippet of an agent, " + Workflow),
        ["a webhook trigger's snippet"] = (
            Text("""curl 'https://api.fetchhive.com/v1/workflow/webhooks/W/variants/V' -d '{"inputs": {}}'"""),
            "(1,6)",
            "this is the snippet of a workflow's webhook trigger, " + Workflow),
        ["arrays 10,000 deep"] = (Text(Nested("[", "]")), "(1,122)", Deep),
        ["objects 10,000 deep"] = (Text(Nested("{\"a\":", "}")), "(1,370)", Deep),
        ["a cURL 10,000 deep"] = (Text($"curl '{Address}' \\\n  -d '{Nested("[", "]")}'"), "(2,128)", Deep),
        ["Latin-1"] = (() => Encoding.Latin1.GetBytes(Body.Replace("Bees", "grün", StringComparison.Ordinal)), "(1,67)", NotUtf8),
        ["two bytes that no UTF-8 has"] = (() => [.. Utf8.GetBytes("# für\n" + Body + " // "), 0xFE, 0xFF], "(2,76)", NotUtf8),
        ["50 MB"] = (Large, "(1,1)", Long),
        ["50 MB of no text"] = (() => new byte[50_000_000], "(1,1)", Long),
    };

    private static Func<byte[]> Text(string text) => () => Utf8.GetBytes(text);

    private static string Nested(string open, string close)
    {
        StringBuilder text = new("""{"deployment": "brief", "variant": "live", "inputs": {"a": """);
        text.Insert(text.Length, open, 10_000).Append('1').Insert(text.Length, close, 10_000);
        return text.Append("}}").ToString();
    }

    private static byte[] Large()
    {
        byte[] file = new byte[50_000_000];
        Array.Fill(file, (byte)'\n');
        Utf8.GetBytes("curl '").CopyTo(file, 0);
        return file;
    }
}
