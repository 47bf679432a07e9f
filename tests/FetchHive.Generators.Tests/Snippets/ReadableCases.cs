using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>Files that can be read.</summary>
public static class ReadableCases
{
    private const string Body = """{"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees"}}""";
    private const string Address = "https://api.fetchhive.com/v1/workflow/invoke";
    private const string Brief = "brief/live(topic: text)";

    public static IReadOnlyList<SnippetCase> All { get; } =
    [
        new("the dialog's own", """
            curl 'https://api.fetchhive.com/v1/workflow/invoke' \
              -H 'Authorization: Bearer YOUR_API_KEY' \
              -H 'Content-Type: application/json' \
              -H 'Accept: application/json' \
              --data-raw '{
                "deployment": "research-brief",
                "variant": "production",
                "inputs": {
                  "topic": "State of enterprise AI in 2026",
                  "companies": [{ "name": "Fetch Hive", "website": "https://fetchhive.com" }],
                  "max_words": 200
                },
                "metadata": {
                  "customer_id": "cus_123",
                  "plan": "enterprise"
                }
              }' \
              --compressed
            """, "research-brief/production(topic: text, companies: [{name: text, website: text}], max_words: number)"
            + " metadata(customer_id: text, plan: text)"),
        new("the callback form", """
            curl 'https://api.fetchhive.com/v1/workflow/invoke' \
              -H 'Authorization: Bearer YOUR_API_KEY' \
              --data-raw '{
                "deployment": "brief",
                "variant": "live",
                "async": {
                  "enabled": true,
                  "callback_url": "https://example.com/callback"
                },
                "inputs": {
                  "topic": "Bees"
                }
              }' \
              --compressed
            """, Brief + " async(True, https://example.com/callback)"),
        new("one line", $"curl '{Address}' -H 'Accept: application/json' --data-raw '{Body}' --compressed", Brief),
        new("carriage returns and line feeds", $"curl '{Address}' \\\r\n  --data-raw '{Body}' \\\r\n  --compressed\r\n", Brief),
        new("carriage returns alone", $"curl '{Address}' \\\r  --data-raw '{Body}'\r", Brief),
        new("a byte order mark", $"\uFEFFcurl '{Address}' -d '{Body}'", Brief),
        new("a byte order mark below comments", $"# the brief\n\uFEFFcurl '{Address}' -d '{Body}'", Brief),
        new("--data", $"curl '{Address}' --data '{Body}'", Brief),
        new("-d", $"curl '{Address}' -d '{Body}'", Brief),
        new("-d with its value attached", $"curl '{Address}' -d'{Body}'", Brief),
        new("--data-binary", $"curl '{Address}' --data-binary '{Body}'", Brief),
        new("--json", $"curl '{Address}' --json '{Body}'", Brief),
        new("-X POST", $"curl -X POST '{Address}' -d '{Body}'", Brief),
        new("-XPOST", $"curl -XPOST '{Address}' -d '{Body}'", Brief),
        new("--request and --url", $"curl --request POST --url {Address} --data '{Body}'", Brief),
        new("short options in one", $"curl -sSLX POST {Address} -d '{Body}'", Brief),
        new("the body before the address", $"curl -d '{Body}' {Address}", Brief),
        new("an address with a slash and a query", $"curl '{Address}/?trace=1' -d '{Body}'", Brief),
        new("another host", $"curl http://127.0.0.1:5000/v1/workflow/invoke -d '{Body}'", Brief),
        new("the key from a variable", $"curl {Address} -H \"Authorization: Bearer $FETCH_HIVE_API_KEY\" -d '{Body}'", Brief),
        new("the address from a variable", $"curl \"$BASE/workflow/invoke\" -d '{Body}'", Brief),
        new("double quotes with escapes",
            $$$"""curl "{{{Address}}}" -d "{\"deployment\":\"brief\",\"variant\":\"live\",\"inputs\":{\"price\":\"\$5 \`net\`\"}}" """,
            "brief/live(price: text)"),
        new("double quotes over lines", $$$"""
            curl {{{Address}}} -d "{
              \"deployment\": \"brief\", \
              \"variant\": \"live\"
            }"
            """, "brief/live()"),
        new("quotes of C",
            $$$"""curl {{{Address}}} -d $'{"deployment": "brief", "variant": "live", "inputs": {"topic": "Bees\' \x41\101\u00e9\n"}}' """
            .Replace(@"\n", "", StringComparison.Ordinal), Brief),
        new("quotes of C with JSON's own escapes",
            $$$"""curl {{{Address}}} -d $'{"deployment": "brief", "variant": "live", "inputs": {"topic": "a\\nb \\u0041"}}'""", Brief),
        new("an apostrophe as '\\''", $$$"""
            curl {{{Address}}} -d '{"deployment": "brief", "variant": "live", "inputs": {"topic": "Don'\''t"}}'
            """, Brief),
        new("an apostrophe in quotes of the other kind", $$$"""
            curl {{{Address}}} -d '{"deployment": "brief", "variant": "live", "inputs": {"topic": "Don'"'"'t"}}'
            """, Brief),
        new("an apostrophe of print", $$$"""
            curl {{{Address}}} -d '{"deployment": "brief", "variant": "live", "inputs": {"topic": "Don’t “quote”"}}'
            """, Brief),
        new("bare words with backslashes",
            $$$"""curl {{{Address}}} -d \{\"deployment\":\"brief\",\"variant\":\"live\"\}""", "brief/live()"),
        new("comments above and below", $"# a\n#b: c\n\ncurl {Address} -d '{Body}' # here\n# end\n", Brief),
        new("a path to curl", $"/usr/bin/curl {Address} -d '{Body}'", Brief),
        new("curl.exe", $"curl.exe {Address} -d '{Body}'", Brief),
        new("the body alone", Body, Brief),
        new("the body alone, with comments and trailing commas", """
            # the brief
            {
              // who
              "deployment": "brief", /* which */ "variant": "live",
              "inputs": { "topic": "Bees", "tags": ["a", "b",], },
            }
            // end
            """, "brief/live(topic: text, tags: [text])"),
        new("optional inputs and more variants", $"# optional: topic\n# variants: staging, live\n{Body}",
            "brief/live+staging(topic: text) optional(topic)"),
        new("variants in comments only", "# variants: staging, live\n{\"deployment\": \"brief\"}", "brief/staging+live()"),
        new("no inputs", """{"deployment": "brief", "variant": "live"}""", "brief/live()"),
        new("empty inputs", """{"deployment": "brief", "variant": "live", "inputs": {}}""", "brief/live()"),
        new("inputs null",
            """{"deployment": "brief", "variant": "live", "inputs": null, "metadata": null, "async": null, "user": null}""",
            "brief/live()"),
        new("values null and empty arrays", """{"deployment": "brief", "variant": "live", "inputs": {"a": null, "b": [], "c": {}}}""",
            "brief/live(a: null, b: [], c: {})"),
        new("nested arrays and mixed elements", """
            {"deployment": "brief", "variant": "live", "inputs": {"a": [[1, 2], ["x"]], "b": [{"n": 1}, {"n": "1", "m": true}, null, 3]}}
            """, "brief/live(a: [[text|number]], b: [null|number|{n: text|number, m?: boolean}])"),
        new("numbers and booleans",
            """{"deployment": "brief", "variant": "live", "inputs": {"a": -1.5e+3, "b": 0, "c": false, "d": 1E2}}""",
            "brief/live(a: number, b: number, c: boolean, d: number)"),
        new("Unicode names",
            """{"deployment": "brief", "variant": "live", "inputs": {"größe": "ß", "名": "😀", "\u0061\ud83d\ude00": 1}}""",
            "brief/live(größe: text, 名: text, a😀: number)"),
        new("a user", """{"deployment": "brief", "variant": "live", "user": "u_1"}""", "brief/live() user(u_1)"),
        new("a field that isn't documented", """{"deployment": "brief", "variant": "live", "priority": {"level": 1}}""", "brief/live()"),
        new("an empty callback URL",
            """{"deployment": "brief", "variant": "live", "async": {"enabled": true, "callback_url": ""}, "user": ""}""",
            "brief/live() async(True, ) user()"),
        new("callbacks off", """{"deployment": "brief", "variant": "live", "async": {"enabled": false}}""", "brief/live() async(False, )"),
        new("depth 64",
            $$$"""{"deployment": "brief", "variant": "live", "inputs": {"a": {{{new string('[', 62)}}}{{{new string(']', 62)}}}}}""",
            $"brief/live(a: {new string('[', 62)}{new string(']', 62)})"),
        new("a placeholder of a key", $"curl {Address} -H 'Authorization: Bearer fhk_your_key_here' -d '{Body}'", Brief),
    ];
}
