using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Calls;

public class EmptyMetadataKeyTests
{
    [Theory]
    [InlineData("var m = new Dictionary<string, MetadataValue> { [[|\"\"|]] = 1, [\"a\"] = 2 };")]
    [InlineData("var m = new Dictionary<string, MetadataValue> { { [|\" \"|], 1 }, { \"a\", 2 } };")]
    [InlineData("var m = new Dictionary<string, MetadataValue>(); m[[|\"\"|]] = text; m.Add([|string.Empty|], flag); "
        + "m.TryAdd([|\"\\t\"|], 1);")]
    [InlineData("IDictionary<string, MetadataValue> m = new SortedDictionary<string, MetadataValue>(); m[[|\"\"|]] = text; "
        + "m.Add([|\"\"|], flag);")]
    [InlineData("var m = ImmutableDictionary<string, MetadataValue>.Empty.Add([|\"\"|], 1).SetItem([|\"\"|], 2);")]
    [InlineData("var m = new ConcurrentDictionary<string, MetadataValue>(); m.TryAdd([|\"\"|], 1); m.GetOrAdd([|\"\"|], 2);")]
    [InlineData("var p = new KeyValuePair<string, MetadataValue>([|\"\"|], 1); var q = KeyValuePair.Create<string, "
        + "MetadataValue>([|\"\"|], 1);")]
    [InlineData("const string None = \"\"; var key = \"\"; var m = new Dictionary<string, MetadataValue> { [[|None|]] = 1, [[|key|]] = 2 "
        + "};")]
    [InlineData("await briefs.RunAsync(text, metadata: new Dictionary<string, MetadataValue> { [[|\"\"|]] = 1 });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", null, new() { Metadata = new Dictionary<string, MetadataValue> { [[|\"\"|]] = 1 "
        + "} });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", null, new() { Metadata = { [[|\"\"|]] = 1, [\"k\"] = 3 } });")]
    [InlineData("await client.InvokeAsync(\"a\", \"b\", null, new() { Metadata = { { [|\" \"|], 2 }, { \"k\", 3 } } });")]
    [InlineData("var options = new WorkflowCallOptions(); options.Metadata[[|\"\"|]] = 1; options.Metadata.Add([|\"\"|], 2);")]
    [InlineData("var m = new Dictionary<string, MetadataValue> { [[|Plan|]] = 1 };", "static readonly string Plan = \" \";")]
    public Task An_empty_key_of_a_metadata_value_is_reported(string statements, string members = "") =>
        CallSource.VerifyAsync<EmptyMetadataKeyAnalyzer>(statements, members);

    [Theory]
    [InlineData("var m = new Dictionary<string, MetadataValue> { [\"customer_id\"] = \"\", [text] = 2 };")]
    [InlineData("var m = new Dictionary<string, string> { [\"\"] = \"a\" }; m.Add(\" \", \"\");")]
    [InlineData("var m = new Dictionary<string, MetadataValue>(); m.Remove(\"\"); _ = m.TryGetValue(\"\", out _); _ = "
        + "m.GetValueOrDefault(\"\", 1); if (m.ContainsKey(\"\")) { _ = m[\"\"]; }")]
    [InlineData("var key = \"\"; key = text; var m = new Dictionary<string, MetadataValue> { [key] = 1 };")]
    [InlineData("var m = new Dictionary<int, MetadataValue> { [0] = 1 }; m.Add(1, \"\");")]
    [InlineData("Add(\"\", 1);", "static void Add(string key, MetadataValue value) { }")]
    public Task Other_keys_are_left_alone(string statements, string members = "") =>
    CallSource.VerifyAsync<EmptyMetadataKeyAnalyzer>(statements, members);

    [Fact]
    public async Task The_message_says_which_kind_of_empty_it_is()
    {
        var test = CallSource.Test<EmptyMetadataKeyAnalyzer>(
            "var m = new Dictionary<string, MetadataValue> { [{|#0:\"\"|}] = 1, [{|#1:\" \"|}] = 1 };");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.EmptyMetadataKey).WithLocation(0).WithArguments("empty"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.EmptyMetadataKey).WithLocation(1).WithArguments("white space"));
        await test.RunAsync();
    }
}
