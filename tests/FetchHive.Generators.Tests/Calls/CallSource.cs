using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.Calls;

/// <summary>Sources that call a deployment. Tests give the statements, marked; the contract and the variables of the caller are
/// here.</summary>
internal static class CallSource
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        """;

    /// <summary>The called deployments, and the types of their arguments.</summary>
    public const string Contract = Usings + """
        namespace Acme;

        public record Company(string Name, Uri Website);
        public record Order(int Id, string Customer);
        public enum Tone { Formal, Plain }

        [System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter))]
        public readonly struct OrderNumber { }

        public interface ISummaries<TText>
        {
            Task<string> SummariseAsync(TText documents, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("research-brief", "production")]
        public partial interface IBriefs : ISummaries<string>
        {
            Task<string> RunAsync(
                string topic,
                string? companies = null,
                string? notes = null,
                [Metadata] IReadOnlyDictionary<string, MetadataValue>? metadata = null,
                [Metadata("plan")] string? plan = null,
                [User] string? user = null,
                CancellationToken cancellationToken = default);
            ValueTask<WorkflowRun<string>> NativeAsync(IReadOnlyList<Company> companies, IReadOnlyList<string>? tags = null, CancellationToken cancellationToken = default);
            Task NodeAsync(JsonNode? filter = null, JsonElement options = default, CancellationToken cancellationToken = default);
            Task<string> TextsAsync(
                string? orderJson = null,
                string? outputSchema = null,
                string? requestBody = null,
                string? exampleAnswer = null,
                [Input("raw_event")] string? happened = null,
                [Input(AsText = true)] string? customer = null,
                CancellationToken cancellationToken = default);
            Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
            ValueTask<AcceptedRun<string>> StartAtAsync(string topic, [CallbackUrl] string callbackUrl, CancellationToken cancellationToken = default);
            Task<string> LocalAsync(string companies) => RunAsync("", companies.Trim());
        }

        public interface IWider : IBriefs { }

        public interface INoDeployment
        {
            Task<string> RunAsync(string topic, string companies);
            Task<AcceptedRun<string>> StartAsync(string topic, string callbackUrl);
        }
        """;

    /// <summary>Stubs of the parts of Newtonsoft.Json that calls use, so that the tests don't depend on the package.</summary>
    public const string Newtonsoft = """
        namespace Newtonsoft.Json
        {
            public sealed class JsonConverterAttribute(System.Type type) : System.Attribute { public System.Type Type => type; }
            public static class JsonConvert { public static string SerializeObject(object? value) => ""; }
        }
        namespace Newtonsoft.Json.Linq
        {
            public abstract class JToken { public static JToken FromObject(object o) => new JArray(); }
            public class JArray : JToken { }
            public class JObject : JToken { }
            public class JValue : JToken { }
        }
        """;

    /// <summary>A file with one method that has these statements.</summary>
    /// <param name="statements">The method's body.</param>
    /// <param name="members">Further members of the class around it.</param>
    /// <param name="space">The namespace.</param>
    public static string File(string statements, string members = "", string space = "Acme.Calls") => $$"""
        {{Usings}}
        namespace {{space}};

        public class Caller
        {
            {{members}}

            public async Task CallAsync(
                IBriefs briefs, IWider wider, INoDeployment other, FetchHiveClient client, IReadOnlyList<Company> companies, Order order,
                JsonNode node, JsonArray array, JsonObject obj, JsonElement element, string text, string host, bool flag, CancellationToken token)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;

    /// <summary>A test of one rule on statements.</summary>
    public static AnalyzerVerifier<TAnalyzer>.Test Test<TAnalyzer>(string statements, string members = "")
        where TAnalyzer : DiagnosticAnalyzer, new() => new()
        {
            TestState = { Sources = { File(statements, members), Contract, Newtonsoft } },
            SourceGenerators = { typeof(FetchHiveGenerator) },
        };

    /// <summary>Checks that statements cause the marked diagnostics and no others.</summary>
    public static Task VerifyAsync<TAnalyzer>(string statements, string members = "")
        where TAnalyzer : DiagnosticAnalyzer, new() => Test<TAnalyzer>(statements, members).RunAsync();
}
