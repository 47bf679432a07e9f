using FetchHive.Generators.Tests.Snippets.Comparing;

namespace FetchHive.Generators.Tests.Snippets.Declaring;

/// <summary>Snippets from which a declaration is written, each with or without a sample of its outputs.</summary>
internal static class DeclaredSnippets
{
    public static TheoryData<string, string?> All => new()
    {
        // The dialog's cURL, as in the guide.
        {
            """
            # optional: max_words
            curl 'https://api.fetchhive.com/v1/workflow/invoke' \
              -H 'Authorization: Bearer YOUR_API_KEY' \
              -H 'Content-Type: application/json' \
              --data-raw '{
                "deployment": "brief",
                "variant": "live",
                "inputs": {
                  "topic": "State of enterprise AI in 2026",
                  "companies": [{ "name": "Fetch Hive", "website": "https://fetchhive.com" }],
                  "max_words": 200
                },
                "metadata": { "customer_id": "cus_123", "plan": "enterprise" }
              }' \
              --compressed
            """,
            "\"A brief.\""
        },
        {
            "curl https://api.fetchhive.com/v1/workflow/invoke -H 'Authorization: Bearer YOUR_API_KEY' "
                + "-d $'{\"deployment\": \"brief\", \"variant\": \"live\", \"inputs\": {\"text\": \"it\\'s\"}}'\r\n",
            null
        },

        // Single values.
        { Compared.Body("{}"), null },
        { """{"deployment": "brief", "variant": "live"}""", null },
        { Compared.Body("""{"topic": "Bees"}"""), null },
        { Compared.Body("""{"topic": "Bees", "max_words": 200, "is_draft": true, "ratio": 0.5}"""), "\"done\"" },
        { Compared.Body("""{"price": 1.50, "below": -3, "big": 9007199254740993, "biggest": 12345678901234567890,"""
            + """ "small": 1e-9, "zero": -0}"""), "3" },
        { Compared.Body("""{"exponent": 1E+2, "tenth": 0.10, "huge": 1e400, "minus": -0.0, "both": [1.0, 1e0, 10]}"""), "1E2" },
        { Compared.Body("""{"unknown": null, "empty": "", "off": false}"""), "true" },
        { Compared.Body("""{"day": "2026-11-28", "at": "2026-11-28T10:00:00Z", "id": "6f9619ff-8b86-d011-b42d-00c04fc964ff","""
            + """ "link": "https://a.example/b?c=d&e=f"}"""), null },
        { Compared.Body("""{"text": "ünïcode – 東京", "quoted": "say \"hi\" \\ there", "lines": "one\ntwo\ttab"}"""), null },

        // Names.
        { Compared.Body("""{"class": "a", "event": "b", "TopicID": "c", "with space": "d", "1st": "e", "ünïcode": "f"}"""), null },
        { Compared.Body("""{"cancellation_token": "a", "cancellationToken": "b", "user": "c", "metadata": "d"}"""), null },
        { Compared.Body("""{"a-b": 1, "a_b": 2, "aB": 3, "A_B": 4, "a.b": 5}"""), null },
        { Compared.Body("""{"callback_url": "https://a.example", "request": "a", "body": "b", "payload": "c", "inputs": "d","""
            + """ "input": "e"}"""), null },
        { Compared.Body("""{"_private": 1, "__x": 2, "x_": 3, "<b>": 4, "a & b": 5, "東京": 6, "say \"hi\"": 8}"""), null },
        { Compared.Body("""{"HTMLPage": "a", "URL": "b", "iOS": "c", "x2": "d", "version2_name": "e", "isAI": true}"""), null },

        // Arrays.
        { Compared.Body("""{"tags": ["a", "b"], "numbers": [1, 2], "none": [], "flags": [true, false], "prices": [1, 0.5]}"""), "[\"a\"]" },
        { Compared.Body("""{"matrix": [[1, 2], [3]], "mixed": [1, "a"], "holes": ["a", null], "nulls": [null], "empties": [[], []]}"""),
            "[[1], []]" },
        { Compared.Body("""{"deep": [[[[[[[[[[1]]]]]]]]]]}"""), null },

        // Objects.
        { Compared.Body("""{"companies": [{"name": "A", "website": "https://a.example"}, {"name": "B", "size": 3}]}"""), null },
        { Compared.Body("""{"person": {"first_name": "Ada", "home": {"city": "London", "post_code": "N1"}}}"""),
            """{"title": "T", "score": 0.9}""" },
        { Compared.Body("""{"anything": {}, "things": [{}], "same": [{"a": 1, "b": 2}, {"b": 3, "a": 4}],"""
            + """ "null_or_not": [{"a": null}, {}]}"""), "{}" },
        { Compared.Body("""{"company": {"company": {"company": "a"}}, "companies": [{"company": "b"}]}"""),
            """{"company": {"company": 1}}""" },
        { Compared.Body("""{"record": {"to_string": 1, "equals": 2, "get_hash_code": 3, "clone": 4, "record": 5, "get_type": 6}}"""),
            null },
        { Compared.Body("""{"task": {"a": 1}, "uri": {"a": 1}, "input": {"a": 1}, "brief": {"a": 1}, "json_element": {"a": 1},"""
            + """ "system": {"a": 1}}"""), null },
        { Compared.Body("""{"people": [{"a": 1}], "children": [{"a": 1}], "news": [{"a": 1}], "series": [{"a": 1}],"""
            + """ "boxes": [{"a": 1}], "address": [{"a": 1}], "companies": [{"a": 1}]}"""), null },
        { Compared.Body("""{"order": {"Order-ID": 7, "1st": true, "with space": "a", "class": "b", "unit price": 1.10}}"""),
            """{"Order-ID": 7, "1st": true}""" },
        { Compared.Body("""{"tree": {"name": "a", "nodes": [{"name": "b", "nodes": [{"name": "c", "nodes": []}]}]}}"""), null },
        { Compared.Body("""{"rows": [[{"x": 1, "y": 2}], [{"x": 3}]], "sparse": [null, {"x": 1}]}"""),
            """[{"x": 1}, {"x": null, "y": "a"}]""" },

        // The other fields of a call.
        {
            """
            {"deployment": "brief", "variant": "live", "async": {"enabled": true, "callback_url": "https://acme.example/hook"},
             "inputs": {"topic": "Bees"}, "metadata": {"customer_id": "cus_1", "plan": "pro", "seats": 3, "trial": false}}
            """,
            """{"request_id": "r1", "run_status": "completed", "output": {"summary": "S", "points": [{"text": "a"}]}}"""
        },
        { """{"deployment": "brief", "variant": "live", "inputs": {"user": "a"}, "user": "u_1","""
            + """ "metadata": {"Customer-ID": "a", "class": "b", "rate": 0.25}}""", null },
        { """{"deployment": "brief", "variant": "live", "inputs": null, "metadata": {"region": "eu"}}""",
            """{"event_type": "workflow.run.completed", "data": {"output": {"done": true}}}""" },
        { "# optional: tone, max_words\n" + Compared.Body("""{"tone": "dry", "topic": "Bees", "max_words": 3}"""), null },
        { "# A comment.\n" + Compared.Body("""{"topic": "Bees", /* here */ "tags": ["a",], }"""), null },
        {
            Compared.Body("""{"a1": 1, "b2": "b", "c3": true, "d4": [1], "e5": {"x": 1}, "f6": 1.5, "g7": "g", "h8": "h","""
                + """ "i9": 9, "j10": ["j"], "k11": null, "l12": "l"}"""),
            """{"a": 1, "b": [1, 2.5], "c": {"d": [{"e": null}]}, "f": null, "g": [], "h": "text", "i": true}"""
        },
    };

    /// <summary>
    /// Snippets with texts that JSON can write in several ways. A client always writes a character in the same way, so the snippet's text
    /// may differ. The second value is the JSON of the inputs that is sent.
    /// </summary>
    public static TheoryData<string, string> Respelled => new()
    {
        { """{"text": "\u0042\u00fc \/ \u0022 \t"}""", """{"text":"Bü / \" \t"}""" },
        {
            """{"text": "🐝 and \ud83d\udc1d", "more": ["a🐝b"]}""",
            """{"text":"\uD83D\uDC1D and \uD83D\uDC1D","more":["a\uD83D\uDC1Db"]}"""
        },
        { """{"🐝": 7, "na\u006De": {"\u0061 🐝": 1}}""", """{"\uD83D\uDC1D":7,"name":{"a \uD83D\uDC1D":1}}""" },
        { "{\"text\": \"a\u00A0b\u3000c\u2028d\u007F\"}", """{"text":"a\u00A0b\u3000c\u2028d\u007F"}""" },
    };
}
