using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Corpus.CorpusCase;

namespace FetchHive.Generators.Tests.Calls.Corpus;

/// <summary>JSON text where a native value belongs, and text that is right where it is.</summary>
internal static class JsonTextCases
{
    private const string Id = "FH6001";

    public static IEnumerable<CorpusCase> All => [.. Mistakes, .. Right];

    private static IEnumerable<CorpusCase> Mistakes =>
    [
        Mistake(Id, "serialized list, inline",
            "await briefs.RunAsync(\"State of AI\", JsonSerializer.Serialize(companies), cancellationToken: token);"),
        Mistake(Id, "serialized list, with options", "var o = new JsonSerializerOptions { WriteIndented = true }; await "
            + "briefs.RunAsync(text, JsonSerializer.Serialize(companies, o));"),
        Mistake(Id, "serialized LINQ projection",
            "await briefs.RunAsync(text, JsonSerializer.Serialize(companies.Select(c => new { c.Name, c.Website })));"),
        Mistake(Id, "serialized anonymous array",
            "await briefs.RunAsync(text, companies: JsonSerializer.Serialize(new[] { new { Name = \"Acme\" } }));"),
        Mistake(Id, "serialized dictionary",
            "await briefs.RunAsync(text, JsonSerializer.Serialize(new Dictionary<string, int> { [\"a\"] = 1 }));"),
        Mistake(Id, "serialized through a local",
            "var serialized = JsonSerializer.Serialize(companies);\nConsole.WriteLine(serialized.Length);\nvar brief = await "
            + "briefs.RunAsync(text, serialized);"),
        Mistake(Id, "local declared before and assigned later", "string list;\ntry { list = JsonSerializer.Serialize(companies); "
            + "}\nfinally { Console.WriteLine(); }\nawait briefs.RunAsync(text, list);"),
        Mistake(Id, "null unless there is something", "string? list = null;\nif (companies.Count > 0) list = "
            + "JsonSerializer.Serialize(companies);\nawait briefs.RunAsync(text, list);"),
        Mistake(Id, "empty array unless there is something",
            "await briefs.RunAsync(text, companies.Count == 0 ? \"[]\" : JsonSerializer.Serialize(companies));"),
        Mistake(Id, "in a loop", "foreach (var batch in companies.Chunk(10))\n{\n    var list = JsonSerializer.Serialize(batch);\n    "
            + "await briefs.RunAsync(text, list);\n}"),
        Mistake(Id, "in a lambda",
            "await Task.WhenAll(companies.Chunk(10).Select(batch => briefs.RunAsync(text, JsonSerializer.Serialize(batch))));"),
        Mistake(Id, "in a retry", "var list = JsonSerializer.Serialize(companies);\nfor (int i = 0; i < 3; i++)\n{\n    try { await "
            + "briefs.RunAsync(text, list); break; } catch (FetchHiveException e) when (i < 2 && !e.MayHaveRun) { }\n}"),
        Mistake(Id, "JsonArray.ToJsonString",
            "var list = new JsonArray { \"a\", \"b\" };\nawait briefs.RunAsync(text, list.ToJsonString());"),
        Mistake(Id, "JsonArray.ToString", "await briefs.RunAsync(text, new JsonArray(1, 2).ToString());"),
        Mistake(Id, "JsonNode.ToJsonString of a property", "await briefs.RunAsync(text, node[\"companies\"]!.ToJsonString());"),
        Mistake(Id, "JsonElement.GetRawText", "using var doc = JsonDocument.Parse(text);\nawait briefs.RunAsync(text, "
            + "doc.RootElement.GetProperty(\"companies\").GetRawText());"),
        Mistake(Id, "Newtonsoft serializer",
            "var list = Newtonsoft.Json.JsonConvert.SerializeObject(companies);\nawait briefs.RunAsync(text, list);"),
        Mistake(Id, "Newtonsoft JArray", "await briefs.RunAsync(text, new Newtonsoft.Json.Linq.JArray().ToString());"),
        Mistake(Id, "literal array of strings", "await briefs.RunAsync(text, \"[\\\"Acme\\\", \\\"Contoso\\\"]\");"),
        Mistake(Id, "raw literal array of objects", "await briefs.RunAsync(text, \"\"\"\n    [\n      {\"name\": \"Acme\", \"website\": "
            + "\"https://acme.example\"}\n    ]\n    \"\"\");"),
        Mistake(Id, "empty array literal", "await briefs.RunAsync(text, \"[]\");"),
        Mistake(Id, "const of the class", "await briefs.RunAsync(text, DefaultCompanies);",
            "private const string DefaultCompanies = \"[{\\\"name\\\": \\\"Acme\\\"}]\";"),
        Mistake(Id, "static readonly of the class", "await briefs.RunAsync(text, Known);",
            "private static readonly string Known = JsonSerializer.Serialize(new[] { \"Acme\" });"),
        Mistake(Id, "interpolated array", "await briefs.RunAsync(text, $$\"\"\"[{\"name\": \"{{order.Customer}}\"}]\"\"\");"),
        Mistake(Id, "brackets around serialized objects",
            "await briefs.RunAsync(text, \"[\" + JsonSerializer.Serialize(order) + \",\" + JsonSerializer.Serialize(order) + \"]\");"),
        Mistake(Id, "brackets around joined quotes",
            "await briefs.RunAsync(text, \"[\\\"\" + string.Join(\"\\\",\\\"\", companies.Select(c => c.Name)) + \"\\\"]\");"),
        Mistake(Id, "brackets around joined values",
            "await briefs.RunAsync(text, $\"[{string.Join(\",\", companies.Select(c => JsonSerializer.Serialize(c)))}]\");"),
        Mistake(Id, "fallback to an empty array",
            "string? stored = Environment.GetEnvironmentVariable(\"COMPANIES\");\nawait briefs.RunAsync(text, stored ?? \"[]\");"),
        Mistake(Id, "cached or serialized", "string? cache = Environment.GetEnvironmentVariable(\"CACHE\");\nawait briefs.RunAsync(text, "
            + "cache ?? JsonSerializer.Serialize(companies));"),
        Mistake(Id, "switch expression", "await briefs.RunAsync(text, companies.Count switch { 0 => null, 1 => "
            + "JsonSerializer.Serialize(companies[0]), _ => JsonSerializer.Serialize(companies) });"),
        Mistake(Id, "method of a base interface", "await briefs.SummariseAsync(JsonSerializer.Serialize(companies));"),
        Mistake(Id, "through an interface that inherits", "await wider.RunAsync(text, JsonSerializer.Serialize(companies));"),
        Mistake(Id, "text put into a JsonNode", "await briefs.NodeAsync(JsonSerializer.Serialize(companies));"),
        Mistake(Id, "text put into a JsonValue", "await briefs.NodeAsync(JsonValue.Create(JsonSerializer.Serialize(companies)));"),
        Mistake(Id, "serialized twice into an element",
            "await briefs.NodeAsync(null, JsonSerializer.SerializeToElement(JsonSerializer.Serialize(companies)));"),
        Mistake(Id, "dynamic call, initializer", "await client.InvokeAsync(\"research-brief\", \"production\", new JsonObject { "
            + "[\"topic\"] = text, [\"companies\"] = JsonSerializer.Serialize(companies) });"),
        Mistake(Id, "dynamic call, literal", "await client.InvokeAsync(\"research-brief\", \"production\", new JsonObject { "
            + "[\"companies\"] = \"[{\\\"name\\\":\\\"Acme\\\"}]\" });"),
        Mistake(Id, "dynamic call, object built before", "var inputs = new JsonObject();\ninputs[\"topic\"] = "
            + "text;\ninputs[\"companies\"] = JsonSerializer.Serialize(companies);\nawait client.InvokeAsync(\"research-brief\", "
                + "\"production\", inputs);"),
        Mistake(Id, "dynamic start",
            "_ = await client.StartAsync(\"a\", \"b\", new JsonObject { { \"companies\", array.ToJsonString() } }, new Uri(host));"),
        Mistake(Id, "made by a helper", "await briefs.RunAsync(text, ToJson(companies));",
            "private static string ToJson<T>(T value) => JsonSerializer.Serialize(value);"),
        Mistake(Id, "made by a property", "await briefs.RunAsync(text, Known);",
            "private static string Known => JsonSerializer.Serialize(new[] { \"Acme\" });"),
        Mistake(Id, "read from a file", "await briefs.RunAsync(text, await System.IO.File.ReadAllTextAsync(\"companies.json\", token));"),
        Mistake(Id, "serialized to bytes, then to text",
            "await briefs.RunAsync(text, Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(companies)));"),
        Mistake(Id, "built by a StringBuilder", "var b = new StringBuilder(\"[\"); foreach (var c in companies) "
            + "b.Append(JsonSerializer.Serialize(c)).Append(','); b.Length--; await briefs.RunAsync(text, b.Append(']').ToString());"),
        Mistake(Id, "elements that are JSON text",
            "await briefs.NativeAsync(companies, [.. companies.Select(c => JsonSerializer.Serialize(c))]);"),
        Mistake(Id, "array of one number", "await briefs.RunAsync(text, \"[5]\");"),
    ];

    private static IEnumerable<CorpusCase> Right =>
    [
        Right(Id, "native list", "await briefs.NativeAsync(companies, [\"a\", \"b\"], token);"),
        Right(Id, "native list, projected", "await briefs.NativeAsync(companies.Where(c => c.Name != \"\").ToList());"),
        Right(Id, "plain topic", "await briefs.RunAsync(\"State of enterprise AI in 2026\");"),
        Right(Id, "title with a tag", "await briefs.RunAsync(\"[draft] State of AI\");"),
        Right(Id, "text in brackets", "await briefs.RunAsync(\"[draft]\", \"[INTERNAL]\", \"[Acme, Contoso]\");"),
        Right(Id, "footnote", "await briefs.RunAsync(\"See [1] and [2]\", \"[1]\");"),
        Right(Id, "log line", "await briefs.RunAsync(\"[2026-01-01 10:00:00] [WARN] disk is full\");"),
        Right(Id, "Markdown link and list", "await briefs.RunAsync(\"[Acme](https://acme.example)\", \"- [ ] call\\n- [x] write\");"),
        Right(Id, "wiki link", "await briefs.RunAsync(\"[[Acme]]\");"),
        Right(Id, "INI file", "await briefs.RunAsync(\"[section]\\nkey = 1\");"),
        Right(Id, "interpolated tag", "await briefs.RunAsync($\"[{order.Customer}] {text}\");"),
        Right(Id, "interpolated in brackets", "await briefs.RunAsync($\"[{order.Customer}]\");"),
        Right(Id, "interpolated range", "await briefs.RunAsync($\"[{order.Id}, {order.Id + 1}]\");"),
        Right(Id, "mustache template", "await briefs.RunAsync(\"{{topic}} for {{audience}}\", \"{{topic}}\");"),
        Right(Id, "format string", "await briefs.RunAsync(string.Format(\"{0} in {1}\", text, host), \"{0}\");"),
        Right(Id, "code in braces", "await briefs.RunAsync(\"{ return 1; }\", \"{ color: red }\");"),
        Right(Id, "set notation", "await briefs.RunAsync(\"{a, b, c}\", \"{1, 2}\");"),
        Right(Id, "GUID in braces", "await briefs.RunAsync(Guid.NewGuid().ToString(\"B\"), \"{6F9619FF-8B86-D011-B42D-00C04FC964FF}\");"),
        Right(Id, "regular expression", "await briefs.RunAsync(\"[a-z]+\", \"[0-9]{3}\");"),
        Right(Id, "JavaScript, not JSON", "await briefs.RunAsync(\"{name: 'Acme'}\", \"['a', 'b']\", \"[1, 2, ]\");"),
        Right(Id, "serialized inside a sentence", "await briefs.RunAsync($\"Summarise this order: {JsonSerializer.Serialize(order)}\");"),
        Right(Id, "serialized after a heading", "await briefs.RunAsync(\"Companies:\\n\" + JsonSerializer.Serialize(companies));"),
        Right(Id, "serialized in a code fence", "await briefs.RunAsync($\"```json\\n{JsonSerializer.Serialize(order)}\\n```\");"),
        Right(Id, "serialized before a sentence",
            "await briefs.RunAsync(JsonSerializer.Serialize(order) + \"\\nWhat is wrong with it?\");"),
        Right(Id, "JSON inside a raw literal of prose",
            "await briefs.RunAsync(\"\"\"\n    Answer like this:\n    {\"name\": \"Acme\"}\n    \"\"\");"),
        Right(Id, "prompt assembled by a StringBuilder",
            "var b = new StringBuilder().AppendLine(\"Order:\").Append(JsonSerializer.Serialize(order)); await "
            + "briefs.RunAsync(b.ToString());"),
        Right(Id, "JSON or prose, by a flag", "await briefs.RunAsync(flag ? JsonSerializer.Serialize(order) : $\"Order {order.Id}\");"),
        Right(Id, "JSON or a word", "await briefs.RunAsync(text, companies.Count == 0 ? \"none\" : JsonSerializer.Serialize(companies));"),
        Right(Id, "JSON replaced by prose", "string notes = JsonSerializer.Serialize(order);\nif (notes.Length > 1000) notes = "
            + "order.Customer;\nawait briefs.RunAsync(text, companies: notes);"),
        Right(Id, "JSON shortened", "var notes = JsonSerializer.Serialize(order);\nnotes = notes[..Math.Min(notes.Length, 100)] + "
            + "\"…\";\nawait briefs.RunAsync(text, companies: notes);"),
        Right(Id, "JSON logged, list passed",
            "var log = JsonSerializer.Serialize(companies);\nConsole.WriteLine(log);\nawait briefs.NativeAsync(companies);"),
        Right(Id, "JSON stored, topic passed", "await System.IO.File.WriteAllTextAsync(\"order.json\", JsonSerializer.Serialize(order), "
            + "token);\nawait briefs.RunAsync(text);"),
        Right(Id, "parameter named …Json", "await briefs.TextsAsync(orderJson: JsonSerializer.Serialize(order));"),
        Right(Id, "parameter named …Schema", "await briefs.TextsAsync(outputSchema: \"{\\\"type\\\": \\\"object\\\"}\");"),
        Right(Id, "parameter named …Body", "await briefs.TextsAsync(requestBody: element.GetRawText());"),
        Right(Id, "parameter named example…", "await briefs.TextsAsync(exampleAnswer: \"\"\"{\"name\": \"Acme\"}\"\"\");"),
        Right(Id, "input named raw_…", "await briefs.TextsAsync(happened: node.ToJsonString());"),
        Right(Id, "input marked AsText", "await briefs.TextsAsync(customer: JsonSerializer.Serialize(order));"),
        Right(Id, "dynamic call, key named …_json",
            "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"order_json\"] = JsonSerializer.Serialize(order) });"),
        Right(Id, "dynamic call, native values", "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"topic\"] = text, "
            + "[\"companies\"] = JsonSerializer.SerializeToNode(companies), [\"max\"] = 3 });"),
        Right(Id, "dynamic call, array",
            "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"tags\"] = new JsonArray(\"a\", \"b\") });"),
        Right(Id, "dynamic call, whole object parsed",
            "await client.InvokeAsync(\"a\", \"b\", JsonNode.Parse(\"{\\\"companies\\\": []}\")!.AsObject());"),
        Right(Id, "dynamic call, text parsed first", "await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"companies\"] = "
            + "JsonNode.Parse(JsonSerializer.Serialize(companies)) });"),
        Right(Id, "serialized enum", "await briefs.RunAsync(JsonSerializer.Serialize(Tone.Plain));"),
        Right(Id, "serialized string, for its escapes", "await briefs.RunAsync(JsonSerializer.Serialize(text));"),
        Right(Id, "serialized number and date",
            "await briefs.RunAsync(JsonSerializer.Serialize(order.Id), JsonSerializer.Serialize(DateTime.UnixEpoch));"),
        Right(Id, "serialized type with a text form", "await briefs.RunAsync(JsonSerializer.Serialize(default(OrderNumber)));"),
        Right(Id, "text of a JsonNode", "await briefs.RunAsync(node[\"topic\"]!.ToString(), node[\"topic\"]!.GetValue<string>());"),
        Right(Id, "text of a JsonElement", "await briefs.RunAsync(element.GetProperty(\"topic\").ToString(), element.GetString());"),
        Right(Id, "any JSON, as it is", "await briefs.NodeAsync(node, element);"),
        Right(Id, "any JSON, parsed", "await briefs.NodeAsync(JsonNode.Parse(text), JsonDocument.Parse(\"[]\").RootElement);"),
        Right(Id, "any JSON, a plain string", "await briefs.NodeAsync(\"active\", JsonSerializer.SerializeToElement(text));"),
        Right(Id, "metadata value", "await briefs.RunAsync(text, plan: JsonSerializer.Serialize(companies));"),
        Right(Id, "user", "await briefs.RunAsync(text, user: \"{\\\"id\\\": 1}\");"),
        Right(Id, "metadata dictionary", "await briefs.RunAsync(text, metadata: new Dictionary<string, MetadataValue> { [\"order\"] = "
            + "JsonSerializer.Serialize(order) });"),
        Right(Id, "another service", "await other.RunAsync(text, JsonSerializer.Serialize(companies));"),
        Right(Id, "a member with a body of its own", "await briefs.LocalAsync(\"[]\");"),
        Right(Id, "dictionary of texts",
            "var cache = new Dictionary<string, string> { [\"companies\"] = JsonSerializer.Serialize(companies) };"),
        Right(Id, "checklist", "await briefs.RunAsync(\"[ ] call Acme\", \"[x]\");"),
        Right(Id, "emphasis in brackets", "await briefs.RunAsync(\"[\\\"Acme\\\" is a trademark]\");"),
        Right(Id, "HTTP content", "using var content = new System.Net.Http.StringContent(JsonSerializer.Serialize(companies));"),
        Right(Id, "parameter of the method", "await briefs.RunAsync(text, host);"),
        Right(Id, "null and defaults", "await briefs.RunAsync(text, null, default, null);"),
        Right(Id, "empty text", "await briefs.RunAsync(text, \"\", string.Empty);"),
        Right(Id, "pattern variable", "if (node[\"topic\"]?.GetValue<string>() is { Length: > 0 } topic) await briefs.RunAsync(topic);"),
        Right(Id, "variable set elsewhere", "string notes = \"[]\";\nLoad(out notes);\nawait briefs.RunAsync(text, companies: notes);",
            "private static void Load(out string notes) => notes = \"\";"),
        Right(Id, "literal range in prose form", "await briefs.RunAsync(\"[0, 1)\", \"(0, 1]\");"),
        Right(Id, "an object for a text input of a prompt", "await briefs.RunAsync(text, notes: JsonSerializer.Serialize(order));"),
        Right(Id, "a closed interval", "await briefs.RunAsync(text, notes: \"[0, 1]\");"),
    ];
}
