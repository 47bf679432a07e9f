using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>The advice of a message can be followed at the place that it points to.</summary>
public class AdviceTests
{
    private const string NoShape = "which doesn't define its shape, so arrays in it may not be sent as native arrays: ";
    private const string Dictionary =
        "use a dictionary with concrete values, such as Dictionary<string, string>, or JsonElement for any JSON";
    private const string Logged = "which looks like a secret, and metadata is shown in logs: ";

    [Theory]
    [InlineData("[Metadata] string password",
        $"FH3006: 'password' is sent as the metadata key 'password', {Logged}remove the parameter, or rename it if it isn't one")]
    [InlineData("[Metadata] Login login",
        $"FH3006: 'login.ApiKey' is sent as the metadata key 'api_key', {Logged}"
        + "leave it out with [JsonIgnore], or rename it if it isn't one")]
    [InlineData("[Metadata] string[] tags", "FH3001: 'tags' is a collection of type 'string[]', but metadata must be flat: send a single "
        + "value, or remove [Metadata] to send it as an input")]
    [InlineData("[Metadata(\"tags\")] string[] tags", "FH3001: 'tags' is a collection of type 'string[]', but metadata must be flat: "
        + "send a single value, or remove [Metadata] to send it as an input")]
    [InlineData("[Metadata] Tagged tagged", "FH3001: 'tagged.Tags' is a collection of type 'string[]', but metadata must be flat: send a "
        + "single value, or leave it out with [JsonIgnore]")]
    [InlineData("[Metadata] JsonElement any", "FH3002: 'any' is an object of type 'JsonElement', but metadata must be flat: lift its "
        + "properties to parameters, or remove [Metadata] to send it as an input")]
    [InlineData("[Metadata] Nested nested", "FH3002: 'nested.Login' is an object of type 'Login', but metadata must be flat: lift its "
        + "properties to 'Nested', or leave it out with [JsonIgnore]")]
    [InlineData("[Metadata(\"login\")] Plain plain",
        "FH3004: 'plain' is sent as several metadata keys, so it can't have the key 'login': remove the key, or send a single value")]
    [InlineData("System.Collections.Specialized.NameValueCollection query",
        $"FH2002: 'query' is of type 'NameValueCollection', {NoShape}{Dictionary}")]
    [InlineData("System.Collections.IDictionary query", $"FH2002: 'query' is of type 'IDictionary', {NoShape}{Dictionary}")]
    [InlineData("System.Collections.ArrayList list",
        $"FH2002: 'list' is of type 'ArrayList', {NoShape}use a collection with concrete elements, such as List<string>, or JsonElement "
        + $"for any JSON")]
    [InlineData("object any", $"FH2002: 'any' is of type 'object', {NoShape}use a concrete type, or JsonElement for any JSON")]
    [InlineData("CancellationToken? other", "FH2001: 'other' is of type 'CancellationToken?', which has no JSON form: take it as a "
        + "parameter of the method, of type CancellationToken and not nullable")]
    public Task The_message_for_a_parameter_says_what_can_be_done(string parameter, string message) =>
        VerifyAsync($"Task<string> RunAsync({parameter}, CancellationToken token);", message);

    [Theory]
    [InlineData("secretaryName")]
    [InlineData("passwordlessLogin")]
    [InlineData("accessTokenizer")]
    public Task A_secret_is_a_word_and_not_a_piece_of_one(string name) =>
    VerifyAsync($"Task<string> RunAsync([Metadata] string {name}, CancellationToken token);", null);

    [Theory]
    [InlineData("clientSecret")]
    [InlineData("Secrets")]
    [InlineData("dbpassword")]
    [InlineData("passwordHash")]
    [InlineData("secretary_secret")]
    public Task A_secret_may_be_anywhere_in_a_name(string name) =>
    VerifyAsync($"Task<string> RunAsync([Metadata] string {name}, CancellationToken token);", "FH3006: *");

    [Theory]
    [InlineData("IAsyncEnumerable<string>", "workflows don't stream, so return the whole output, as in Task<IReadOnlyList<string>>")]
    [InlineData("IObservable<int>", "workflows don't stream, so return the whole output, as in Task<IReadOnlyList<int>>")]
    [InlineData("Task<AcceptedRun<WorkflowRun<string>>>", "return Task<AcceptedRun<string>>")]
    [InlineData("Task<WorkflowRun<Task<string>>>", "return Task<WorkflowRun<string>>")]
    [InlineData("Task<Task>", "return Task")]
    [InlineData("Task<ValueTask<int>>", "return Task<int>")]
    [InlineData("WorkflowRun<string>", "return Task<WorkflowRun<string>>")]
    [InlineData("string", "return Task or ValueTask, Task<T>, Task<WorkflowRun<T>> or Task<AcceptedRun<T>> (or the same with ValueTask)")]
    public Task The_message_for_a_return_type_says_what_is_meant(string type, string advice) =>
        VerifyAsync(
            $"{type} RunAsync("
            + (type.Contains("Accepted", System.StringComparison.Ordinal) ? "[CallbackUrl] Uri url, " : "")
            + "CancellationToken token);",
            $"FH1007: Method 'RunAsync' returns '{type}': {advice}");

    [Theory]
    [InlineData("Task<object>", "FH4004: The output of 'RunAsync' is of type 'object' and can't be read: it doesn't define its shape; "
        + "use JsonElement for any JSON")]
    [InlineData("Task<Holder>", "FH4004: 'Any' in the output of 'RunAsync' is of type 'object' and can't be read: it doesn't define its "
        + "shape; use JsonElement for any JSON")]
    [InlineData("Task<IAsyncEnumerable<int>>", "FH4004: The output of 'RunAsync' is of type 'IAsyncEnumerable<int>' and can't be read: "
        + "workflows don't stream; use IReadOnlyList<int>")]
    public Task An_output_is_called_one(string type, string message) => VerifyAsync($"{type} RunAsync(CancellationToken token);", message);

    /// <summary>The reader of the message couldn't change the parameters of another assembly.</summary>
    [Theory]
    [InlineData("FH2012", "Dictionary<string, int> inputs")]
    [InlineData("FH3007", "string topic, Dictionary<string, int> metadata")]
    [InlineData("FH4007", "string topic, Uri callbackUrl")]
    public async Task Parameters_of_another_assembly_are_left_alone(string rule, string parameters)
    {
        string declared = $"public interface IRuns {{ Task<string> RunAsync({parameters}, CancellationToken token); }}";
        EmittedLibrary library = EmittedLibrary.Build(CompilationSetup.Default with { AssemblyName = "Lib" }, RuleCases.Usings + declared);

        Assert.Empty(await MessagesAsync(CompilationSetup.Default with { Libraries = [library] }, Contract("", "IRuns")));
        Assert.StartsWith(rule + ": ", Assert.Single(await MessagesAsync(CompilationSetup.Default, Contract("", "IRuns") + declared)),
            System.StringComparison.Ordinal);
    }

    private static async Task VerifyAsync(string method, string? message)
    {
        string[] found = await MessagesAsync(CompilationSetup.Default, Contract(method) + """
            public record Login(string Name, string ApiKey);
            public record Tagged(string[] Tags);
            public record Nested(Login Login);
            public record Plain(string Name);
            public record Holder(object Any);
            """);
        if (message is "FH3006: *")
        {
            Assert.StartsWith("FH3006: ", Assert.Single(found), System.StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(message is null ? [] : [message], found);
        }
    }

    private static string Contract(string methods, string inherited = "") =>
        $"{RuleCases.Usings}[FetchHiveDeployment(\"brief\", \"production\")] "
        + $"public partial interface IBrief{(inherited.Length > 0 ? " : " + inherited : "")} {{ {methods} }}\n";

    private static async Task<string[]> MessagesAsync(CompilationSetup setup, string source)
    {
        GeneratorRun run = GeneratorRun.Of(new FetchHiveGenerator(), setup, source);
        return
        [
            .. (await Findings.OfAsync(run.Output))
                .Where(found => found.Severity >= DiagnosticSeverity.Warning)
                .Select(found => $"{found.Id}: {found.GetMessage(CultureInfo.InvariantCulture)}"),
        ];
    }
}
