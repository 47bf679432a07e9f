using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.Calls.JsonTextAsInputAnalyzer>;

namespace FetchHive.Generators.Tests.Calls;

public class JsonTextAsInputTests
{
    [Theory]
    [InlineData("await briefs.RunAsync(text, [|JsonSerializer.Serialize(companies)|]);")]
    [InlineData("await briefs.RunAsync(text, companies: [|JsonSerializer.Serialize(companies, JsonSerializerOptions.Web)|]);")]
    [InlineData("await briefs.RunAsync(text, [|node.ToJsonString()|]);")]
    [InlineData("await briefs.RunAsync(text, [|node?.ToJsonString()|]);")]
    [InlineData("await briefs.RunAsync(text, [|array.ToString()|]);")]
    [InlineData("await briefs.RunAsync(text, [|element.GetRawText()|]);")]
    [InlineData("await briefs.RunAsync(text, [|Newtonsoft.Json.JsonConvert.SerializeObject(companies)|]);")]
    [InlineData("await briefs.RunAsync(text, [|new Newtonsoft.Json.Linq.JArray().ToString()|]);")]
    [InlineData("await briefs.RunAsync(text, [|\"[]\"|]);")]
    [InlineData("await briefs.RunAsync(text, [|\"\"\"[{\"name\": \"Acme\"}]\"\"\"|]);")]
    [InlineData("await briefs.RunAsync(text, [|$$\"\"\"[{\"name\": \"{{host}}\"}]\"\"\"|]);")]
    [InlineData("await briefs.RunAsync(text, [|\"[\" + string.Join(\",\", companies) + \"]\"|]);")]
    [InlineData("await briefs.RunAsync(text, [|$\"[{JsonSerializer.Serialize(order)}]\"|]);")]
    [InlineData("await briefs.RunAsync(text, ([|JsonSerializer.Serialize(companies)|]));")]
    [InlineData("await briefs.RunAsync(text, [|(string)JsonSerializer.Serialize(companies)!|]);")]
    [InlineData("await briefs.RunAsync(text, [|flag ? JsonSerializer.Serialize(companies) : null|]);")]
    [InlineData("await briefs.RunAsync(text, [|text ?? \"[]\"|]);")]
    [InlineData("await briefs.RunAsync(text, [|flag switch { true => \"[]\", _ => JsonSerializer.Serialize(companies) }|]);")]
    [InlineData("await briefs.SummariseAsync([|JsonSerializer.Serialize(companies)|]);")]
    [InlineData("await wider.RunAsync(text, [|JsonSerializer.Serialize(companies)|]);")]
    [InlineData("await wider.SummariseAsync([|JsonSerializer.Serialize(companies)|]);")]
    [InlineData("await briefs.NodeAsync([|JsonSerializer.Serialize(companies)|]);")]
    [InlineData("await briefs.NodeAsync([|JsonValue.Create(JsonSerializer.Serialize(companies))|]);")]
    [InlineData("await briefs.NodeAsync(options: [|JsonSerializer.SerializeToElement(\"[]\")|]);")]
    public Task Json_text_given_to_an_input_is_reported(string statements) => CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements);

    [Theory]
    [InlineData("var json = JsonSerializer.Serialize(companies); await briefs.RunAsync(text, [|json|]);")]
    [InlineData("string json; json = JsonSerializer.Serialize(companies); await briefs.RunAsync(text, [|json|]);")]
    [InlineData("string json = text; json = JsonSerializer.Serialize(companies); await briefs.RunAsync(text, [|json|]);")]
    [InlineData("string? json = null; if (flag) { json = JsonSerializer.Serialize(companies); } await briefs.RunAsync(text, [|json|]);")]
    [InlineData("string json; if (flag) json = \"[]\"; else json = JsonSerializer.Serialize(companies); await briefs.RunAsync(text, "
        + "[|json|]);")]
    [InlineData("var json = JsonSerializer.Serialize(companies); foreach (var c in companies) { await briefs.RunAsync(text, [|json|]); }")]
    [InlineData("var json = JsonSerializer.Serialize(companies); await Task.Run(() => briefs.RunAsync(text, [|json|]));")]
    [InlineData("var json = JsonSerializer.Serialize(companies); await briefs.RunAsync(text, [|json|]); json = text;")]
    [InlineData("var a = JsonSerializer.Serialize(companies); var b = a; await briefs.RunAsync(text, [|b|]);")]
    [InlineData("const string Json = \"[1, 2]\"; await briefs.RunAsync(text, [|Json|]);")]
    [InlineData("await briefs.RunAsync(text, [|All|]);", "const string All = \"[{}]\";")]
    [InlineData("await briefs.RunAsync(text, [|All|]);", "static readonly string All = JsonSerializer.Serialize(new[] { 1 });")]
    [InlineData("await briefs.RunAsync(text, [|All|]);", "static string All { get; } = JsonSerializer.Serialize(new[] { 1 });")]
    public Task Json_text_is_followed_through_locals_and_members_that_never_change(string statements, string members = "") =>
        CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements, members);

    [Theory]
    [InlineData("await briefs.RunAsync(text, [|JsonSerializer.Serialize(new Money())|]);",
        "[JsonConverter] class Money { public int Cents { get; set; } } class JsonConverterAttribute : Attribute { }")]
    [InlineData("await briefs.RunAsync(text, Newtonsoft.Json.JsonConvert.SerializeObject(new Money()));",
        "[Newtonsoft.Json.JsonConverter(typeof(Money))] class Money { public int Cents { get; set; } }")]
    public Task A_type_with_a_converter_may_be_a_single_value(string statements, string members) =>
        CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements, members);

    [Theory]
    [InlineData("string json = JsonSerializer.Serialize(companies); json = text; await briefs.RunAsync(text, json);")]
    [InlineData("string json = JsonSerializer.Serialize(companies); if (flag) { json = text; } await briefs.RunAsync(text, json);")]
    [InlineData("string json = \"[]\"; foreach (var c in companies) { await briefs.RunAsync(text, json); json = text; }")]
    [InlineData("string json = \"[]\"; json += text; await briefs.RunAsync(text, json);")]
    [InlineData("string json = \"[]\"; Change(ref json); await briefs.RunAsync(text, json);",
        "static void Change(ref string text) => text = \"\";")]
    [InlineData("string json = \"[]\"; (json, _) = (text, 1); await briefs.RunAsync(text, json);")]
    [InlineData("string json = \"[]\"; ((json, _), _) = ((text, 1), 1); await briefs.RunAsync(text, json);")]
    [InlineData("void Now() { string json = \"[]\"; ref string alias = ref json; alias = text; _ = briefs.RunAsync(text, json); }")]
    [InlineData("string json = \"[]\"; void Change() => json = text; Change(); await briefs.RunAsync(text, json);")]
    [InlineData("string json; void Change() => json = text; json = \"[]\"; Change(); await briefs.RunAsync(text, json);")]
    [InlineData("string json = text; if (flag) { json = \"[]\"; } await briefs.RunAsync(text, json);")]
    [InlineData("string json = \"[]\"; again: await briefs.RunAsync(text, json); json = text; if (flag) goto again;")]
    [InlineData("if (text is string json) { await briefs.RunAsync(text, json); }")]
    [InlineData("foreach (string json in new[] { \"[]\" }) { await briefs.RunAsync(text, json); }")]
    [InlineData("await briefs.RunAsync(text, All);", "string All = \"[]\";")]
    [InlineData("await briefs.RunAsync(text, All);", "static readonly string All = \"[]\"; static Caller() => All = \"none\";")]
    public Task A_local_that_may_hold_something_else_is_left_alone(string statements, string members = "") =>
        CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements, members);

    [Theory]
    [InlineData("await briefs.NativeAsync(companies);")]
    [InlineData("await briefs.RunAsync(\"[draft] title\", text);")]
    [InlineData("await briefs.RunAsync($\"[{text}]\", $\"[{text}] {host}\");")]
    [InlineData("await briefs.RunAsync(\"[1]\", $\"[{text}, {host}]\");")]
    [InlineData("await briefs.RunAsync($\"Order: {JsonSerializer.Serialize(order)}\");")]
    [InlineData("await briefs.RunAsync(\"Order: \" + JsonSerializer.Serialize(order));")]
    [InlineData("await briefs.RunAsync(flag ? JsonSerializer.Serialize(order) : text);")]
    [InlineData("await briefs.RunAsync(flag ? JsonSerializer.Serialize(order) : \"none\");")]
    [InlineData("await briefs.RunAsync(JsonSerializer.Serialize(Tone.Formal), JsonSerializer.Serialize(text), "
        + "JsonSerializer.Serialize(1));")]
    [InlineData("await briefs.RunAsync(JsonSerializer.Serialize(default(OrderNumber)));")]
    [InlineData("await briefs.RunAsync(node.ToString(), element.ToString());")]
    [InlineData("await briefs.RunAsync(JsonValue.Create(1).ToJsonString());")]
    [InlineData("await briefs.RunAsync(text, plan: \"[]\", user: \"{}\");")]
    [InlineData("await briefs.TextsAsync(JsonSerializer.Serialize(order), \"{}\", \"{}\", \"{}\", \"{}\", \"{}\");")]
    [InlineData("await briefs.NodeAsync(JsonNode.Parse(\"[]\"), JsonDocument.Parse(\"[]\").RootElement);")]
    [InlineData("await briefs.NodeAsync(JsonSerializer.SerializeToNode(companies), JsonSerializer.SerializeToElement(companies));")]
    [InlineData("await other.RunAsync(text, JsonSerializer.Serialize(companies));")]
    [InlineData("await briefs.LocalAsync(JsonSerializer.Serialize(companies));")]
    public Task What_is_not_json_text_or_not_an_input_is_left_alone(string statements) =>
    CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements);

    [Theory]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"companies\"] = [|JsonSerializer.Serialize(companies)|], "
        + "[\"topic\"] = text });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", new JsonObject { { \"companies\", [|\"[]\"|] } });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", new() { [\"companies\"] = [|JsonValue.Create(\"[]\")|] });")]
    [InlineData("await client.StartAsync(\"a\", \"b\", new JsonObject { [\"companies\"] = [|\"[]\"|] }, new Uri(\"https://x.example/\"));")]
    [InlineData("var inputs = new JsonObject { [\"a\"] = [|\"[]\"|] }; inputs[\"b\"] = [|\"{}\"|]; inputs.Add(\"c\", [|\"[]\"|]); await "
        + "client.InvokeAsync(\"a\", \"b\", inputs); await client.InvokeAsync(\"a\", \"c\", inputs);")]
    [InlineData("var json = \"[]\"; await client.InvokeAsync(\"a\", \"b\", new JsonObject { [text] = [|json|] });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"companies\"] = JsonSerializer.SerializeToNode(companies), "
        + "[\"order_json\"] = \"{}\" });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", new JsonObject { [\"filter\"] = new JsonObject { [\"json\"] = text } });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", JsonNode.Parse(\"{}\")!.AsObject());")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", null);")]
    [InlineData("var stored = new JsonObject { [\"companies\"] = \"[]\" };")]
    public Task Inputs_of_a_call_with_a_JsonObject_are_analyzed_too(string statements) =>
    CallSource.VerifyAsync<JsonTextAsInputAnalyzer>(statements);

    [Fact]
    public async Task The_message_names_the_input_the_origin_and_the_remedy()
    {
        Verify.Test test = CallSource.Test<JsonTextAsInputAnalyzer>(
            "await briefs.RunAsync(text, {|#0:JsonSerializer.Serialize(companies)|}); await briefs.NodeAsync({|#1:\"[]\"|});");
        test.ExpectedDiagnostics.Add(At(0).WithMessage(
            "Input 'companies' is given JSON text (from JsonSerializer.Serialize), but array inputs must be native arrays, not JSON "
            + "strings: "
            + "declare it with the type of the value and pass the value, or mark it [Input(AsText = true)] if the workflow takes it as "
                + "text"));
        test.ExpectedDiagnostics.Add(At(1).WithMessage(
            "Input 'filter' is given JSON text (the text of a JSON array), but array inputs must be native arrays, not JSON strings: "
            + "pass the value itself as JSON, for example by JsonSerializer.SerializeToNode"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("await briefs.RunAsync(text, JsonSerializer.Serialize(companies));", "companies", "IsInline ValueLength ValueStart")]
    [InlineData("var json = array.ToJsonString(); await briefs.NodeAsync(json);", "array", "ValueFits ValueLength ValueStart")]
    [InlineData("await briefs.NodeAsync(array?.ToJsonString());", "array", "IsInline ValueFits ValueLength ValueStart")]
    [InlineData("await briefs.NodeAsync(options: JsonSerializer.SerializeToElement(element.GetRawText()));", "element",
        "IsInline ValueFits ValueLength ValueStart")]
    [InlineData("await briefs.NodeAsync(order?.Customer is null ? null : JsonSerializer.Serialize(new[] { 1 }));", "new[] { 1 }",
        "IsInline ValueLength ValueStart")]
    [InlineData("await briefs.RunAsync(text, \"[]\");", null, "IsInline")]
    public async Task A_fix_knows_where_the_value_is_and_whether_it_fits(string statements, string? value, string properties)
    {
        string file = CallSource.File(statements);
        Diagnostic found = Assert.Single(await CallRun.FindAsync([file, CallSource.Contract], new JsonTextAsInputAnalyzer()));

        Assert.Equal(properties, string.Join(" ", found.Properties.Keys.Order()));
        if (value is not null)
        {
            int start = int.Parse(found.Properties[JsonTextAsInputAnalyzer.ValueStart]!, CultureInfo.InvariantCulture);
            int length = int.Parse(found.Properties[JsonTextAsInputAnalyzer.ValueLength]!, CultureInfo.InvariantCulture);
            Assert.Equal(value, file.Substring(start, length));
        }
    }

    [Fact]
    public async Task Editorconfig_turns_it_off_or_up()
    {
        Verify.Test off = CallSource.Test<JsonTextAsInputAnalyzer>("await briefs.RunAsync(text, \"[]\");");
        off.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.FH6001.severity = none\n"));
        await off.RunAsync();

        Verify.Test up = CallSource.Test<JsonTextAsInputAnalyzer>("await briefs.RunAsync(text, {|#0:\"[]\"|});");
        up.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.FH6001.severity = error\n"));
        up.ExpectedDiagnostics.Add(At(0).WithSeverity(DiagnosticSeverity.Error));
        await up.RunAsync();
    }

    // The additional locations are for the fix.
    private static DiagnosticResult At(int markupKey) =>
        new DiagnosticResult("FH6001", DiagnosticSeverity.Warning).WithLocation(markupKey)
        .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
