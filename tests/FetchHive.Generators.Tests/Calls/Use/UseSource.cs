namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>The deployments that the pieces of code use, and the variables that each piece has.</summary>
internal static class UseSource
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Runtime.Serialization;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Logging;

        """;

    public const string Contract = Usings + """
        namespace Acme;

        public record Company(string Name, Uri Website);
        public record ListedCompany(string Name, Uri Website, string Ticker) : Company(Name, Website);
        public record Profile(string Name, int Employees);

        [FetchHiveDeployment("research-brief", "production")]
        public partial interface IBriefs
        {
            Task<string> RunAsync(string topic, CancellationToken cancellationToken = default);
            Task<WorkflowRun<string>> RunFullAsync(string topic, CancellationToken cancellationToken = default);
            ValueTask<string> QuickAsync(string topic, CancellationToken cancellationToken = default);
            Task NotifyAsync(string topic, CancellationToken cancellationToken = default);
            Task<string> TaggedAsync(
                string topic,
                [Metadata] IReadOnlyDictionary<string, MetadataValue>? metadata = null,
                CancellationToken cancellationToken = default);
            Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
            Task<AcceptedRun<string>> StartAtAsync(string topic, [CallbackUrl] string callbackUrl, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("company-profile", "production")]
        public partial interface IProfiles
        {
            Task<Profile> RunAsync(Company company, CancellationToken cancellationToken = default);
            Task<WorkflowRun<Profile>> RunFullAsync(Company company, CancellationToken cancellationToken = default);
            Task<IReadOnlyList<Profile>> ManyAsync(IReadOnlyList<Company> companies, CancellationToken cancellationToken = default);
        }

        public interface IMailer
        {
            Task SendAsync(string text);
            void Send(string text);
        }
        """;

    /// <summary>Stubs of the parts of other packages that the pieces of code use, so that the corpus doesn't depend on the
    /// packages.</summary>
    public const string Stubs = """
        namespace Newtonsoft.Json
        {
            public sealed class JsonIgnoreAttribute : System.Attribute { }
            public sealed class JsonPropertyAttribute : System.Attribute { public JsonPropertyAttribute(string name) { } }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class ResilienceHttpClientBuilderExtensions
            {
                public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;
                public static IHttpClientBuilder AddStandardHedgingHandler(this IHttpClientBuilder builder) => builder;
                public static IHttpClientBuilder AddResilienceHandler(
                    this IHttpClientBuilder builder, string name, System.Action<object> configure) => builder;
            }
        }
        """;

    /// <summary>A file with one method that has these statements.</summary>
    public static string File(UseCase item, string space) => $$"""
        {{Usings}}
        namespace {{space}};

        {{item.Types}}

        public class Caller
        {
            {{item.Members}}

            public async Task CallAsync(
                IBriefs briefs, IProfiles profiles, FetchHiveClient client, HttpClient http, IServiceCollection services, IMailer mailer, ILogger log,
                IReadOnlyList<string> topics, IReadOnlyList<Company> companies, Company company, ListedCompany listed,
                string topic, string secret, string? header, byte[] body, Uri callback, CancellationToken token)
            {
                {{item.Statements}}
                await Task.Yield();
            }
        }
        """;
}
