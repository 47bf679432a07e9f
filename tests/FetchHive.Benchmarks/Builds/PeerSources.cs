using System.Collections.Generic;
using System.Globalization;
using System.Text;
using FetchHive.Benchmarks.Generation;

namespace FetchHive.Benchmarks.Builds;

/// <summary>The types and the two calls of <see cref="Sources.Interface"/>, written with other libraries and by hand.</summary>
internal static class PeerSources
{
    private const string Responses = """
        namespace Acme;

        public sealed record Response<T>(string RequestId, string RunStatus, T Output);
        public sealed record Accepted(string RequestId, string RunStatus);
        """;

    /// <summary>The types alone.</summary>
    public static IEnumerable<string> Types(int interfaces) => Each(interfaces, static number => File(number, ""));

    public static IEnumerable<string> Refit(int interfaces) => [Responses, .. Each(interfaces, static number => File(number, Lines($$"""
        public interface IResearchBrief{{number}}
        {
            [Refit.Post("/workflow/invoke")]
            Task<Response<Report{{number}}>> RunAsync([Refit.Body] Run{{number}} run, CancellationToken cancellationToken = default);

            [Refit.Post("/workflow/invoke")]
            Task<Accepted> StartAsync([Refit.Body] Start{{number}} start, CancellationToken cancellationToken = default);
        }

        {{Requests(number)}}
        """)))];

    /// <summary>Clients that are written by hand. They need <see cref="Context"/>.</summary>
    public static IEnumerable<string> HandWritten(int interfaces) =>
        [Responses, .. Each(interfaces, static number => File(number, Lines($$"""
        public sealed class ResearchBrief{{number}}(HttpClient http)
        {
            public async Task<Report{{number}}> RunAsync(
                string topic,
                IReadOnlyList<Company{{number}}> companies,
                int? maxWords = null,
                Caller{{number}}? caller = null,
                CancellationToken cancellationToken = default)
            {
                Run{{number}} run = new("research-brief-{{number}}", "production-0", new(topic, companies, maxWords), caller);
                using HttpResponseMessage response = await http.PostAsJsonAsync(
                    "workflow/invoke", run, AppJson.Default.Run{{number}}, cancellationToken);
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync(AppJson.Default.ResponseReport{{number}}, cancellationToken))!.Output;
            }

            public async Task<Accepted> StartAsync(
                string topic,
                IReadOnlyList<Company{{number}}> companies,
                Uri callbackUrl,
                CancellationToken cancellationToken = default)
            {
                Start{{number}} start = new("research-brief-{{number}}", "production-0", new(topic, companies, null), true, callbackUrl);
                using HttpResponseMessage response = await http.PostAsJsonAsync(
                    "workflow/invoke", start, AppJson.Default.Start{{number}}, cancellationToken);
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync(AppJson.Default.Accepted, cancellationToken))!;
            }
        }

        {{Requests(number)}}
        """)))];

    /// <summary>One serializer context for all bodies and responses. Without it Refit's and hand-written calls need reflection.</summary>
    public static string Context(int interfaces)
    {
        StringBuilder text = new("using System.Text.Json.Serialization;\n\nnamespace Acme;\n\n");
        text.Append("[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]\n");
        text.Append("[JsonSerializable(typeof(Accepted))]\n");
        for (int i = 0; i < interfaces; i++)
        {
            text.Append(Lines($$"""
                [JsonSerializable(typeof(Workflows{{i}}.Run{{i}}))]
                [JsonSerializable(typeof(Workflows{{i}}.Start{{i}}))]
                [JsonSerializable(typeof(Response<Workflows{{i}}.Report{{i}}>))]

                """));
        }

        return text.Append("internal sealed partial class AppJson : JsonSerializerContext;\n").ToString();
    }

    private static string Requests(int number) => Lines($$"""
        public sealed record Inputs{{number}}(string Topic, IReadOnlyList<Company{{number}}> Companies, int? MaxWords);
        public sealed record Run{{number}}(string Deployment, string Variant, Inputs{{number}} Inputs, Caller{{number}}? Metadata);
        public sealed record Start{{number}}(
            string Deployment, string Variant, Inputs{{number}} Inputs, bool Async, Uri CallbackUrl);
        """);

    private static string File(int number, string declarations) => Lines($$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        namespace Acme.Workflows{{number}};

        {{declarations}}

        {{Sources.Types(number)}}
        """);

    private static IEnumerable<string> Each(int interfaces, System.Func<int, string> file)
    {
        for (int i = 0; i < interfaces; i++)
        {
            yield return file(i);
        }
    }

    private static string Lines(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
