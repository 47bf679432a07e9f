using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.Kit.AnalyzerVerifier<FetchHive.Generators.Analyzers.DeploymentAnalyzer>;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>Parameters that are sent as an input but were meant as something else: all inputs, metadata, or the callback URL.</summary>
public class MisplacedParameterTests
{
    private const string Types =
        "public sealed record Brief(string Topic, int MaxWords); public readonly record struct Point(int X, int Y);";

    [Theory]
    [InlineData("Brief {|FH2012:request|}")]
    [InlineData("Brief? {|FH2012:inputs|} = null")]
    [InlineData("Point? {|FH2012:input|}")]
    [InlineData("Dictionary<string, int> {|FH2012:inputs|}")]
    [InlineData("IReadOnlyDictionary<string, JsonElement> {|FH2012:body|}")]
    [InlineData("System.Text.Json.Nodes.JsonObject {|FH2012:payload|}")]
    [InlineData("Brief {|FH2012:request|}, [Metadata] string plan, [User] string? user = null")]
    public Task An_object_of_all_inputs_is_warned_about(string parameters) => VerifyAsync(parameters);

    [Theory]
    [InlineData("Brief brief")]
    [InlineData("Brief request, string topic")]
    [InlineData("[Input] Brief request")]
    [InlineData("[Input(\"request\")] Brief request")]
    [InlineData("string input")]
    [InlineData("IReadOnlyList<Brief> inputs")]
    [InlineData("JsonElement payload")]
    [InlineData("[Metadata] Brief request")]
    public Task Another_input_of_such_a_name_is_left_alone(string parameters) => VerifyAsync(parameters);

    [Theory]
    [InlineData("string topic, Dictionary<string, MetadataValue> {|FH3007:labels|}")]
    [InlineData("string topic, IReadOnlyDictionary<string, MetadataValue>? {|FH3007:tags|} = null")]
    [InlineData("string topic, MetadataValue {|FH3007:plan|}")]
    [InlineData("string topic, MetadataValue? {|FH3007:plan|} = null")]
    [InlineData("string topic, Dictionary<string, string> {|FH3007:metadata|}")]
    [InlineData("string topic, Brief {|FH3007:metadata|}")]
    public Task Metadata_without_its_attribute_is_warned_about(string parameters) => VerifyAsync(parameters);

    [Theory]
    [InlineData("string topic, [Metadata] Dictionary<string, MetadataValue> labels")]
    [InlineData("string topic, [Input] Dictionary<string, MetadataValue> labels")]
    [InlineData("string topic, [Input(\"meta\")] Brief metadata")]
    [InlineData("string metadata")]
    [InlineData("IReadOnlyList<string> metadata")]
    [InlineData("JsonElement metadata")]
    [InlineData("string topic, Dictionary<string, string> labels")]
    [InlineData("string topic, {|FH2002:Dictionary<string, object>|} metadata")]
    public Task Another_input_is_not_taken_for_metadata(string parameters) => VerifyAsync(parameters);

    [Theory]
    [InlineData("string topic, Uri {|FH4007:callbackUrl|}")]
    [InlineData("string topic, string? {|FH4007:callbackUrl|} = null")]
    [InlineData("string topic, Uri {|FH4007:callback|}")]
    [InlineData("string topic, string {|FH4007:callback_url|}")]
    public Task A_callback_URL_without_its_attribute_is_warned_about(string parameters) => VerifyAsync(parameters);

    [Theory]
    [InlineData("string topic, [Input] Uri callbackUrl")]
    [InlineData("string topic, [Input(\"callback_url\")] string callbackUrl")]
    [InlineData("string topic, [Metadata] Uri callbackUrl")]
    [InlineData("string topic, string webhookUrl")]
    [InlineData("string topic, string callback")]
    [InlineData("string topic, Uri callbackUrlOfTheCustomer")]
    [InlineData("string topic, bool callbackUrl")]
    public Task Another_URL_is_an_input(string parameters) => VerifyAsync(parameters);

    [Fact]
    public Task If_one_of_two_URLs_is_marked_the_other_is_an_input() =>
    VerifyAsync("string topic, Uri callbackUri, [CallbackUrl] Uri callbackUrl", "AcceptedRun<string>");

    [Theory]
    [InlineData("string topic, Uri")]
    [InlineData("Brief request, ")]
    [InlineData("Missing request")]
    [InlineData("Dictionary<string, Missing> metadata")]
    [InlineData("[Meta] string metadata")]
    public Task Half_typed_parameters_give_no_diagnostics(string parameters) =>
    VerifyAsync(parameters, changes: test => test.CompilerDiagnostics = CompilerDiagnostics.None);

    private static Task VerifyAsync(string parameters, string result = "string", System.Action<Verify.Test>? changes = null)
    {
        Verify.Test test = new()
        {
            TestCode = RuleCases.Usings
            + $"[FetchHiveDeployment(\"brief\", \"production\")] public partial interface IBrief {{ Task<{result}> RunAsync({parameters}, "
            + $"CancellationToken token = default); }} {Types}"
        };
        changes?.Invoke(test);
        return test.RunAsync();
    }
}
