using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>
/// Declarations that an engineer would reasonably write, and some that only a test would have. Each is correct: its client must be
/// complete, compile without a warning, and be the same each time. The robustness tests damage them.
/// </summary>
internal static partial class Declarations
{
    public const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Text.Json; using System.Text.Json.Nodes;
        using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks; using FetchHive;

        """;

    /// <summary>The whole sources, by their subject.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Complete();

    /// <summary>The declaration in the README.</summary>
    public const string ResearchBrief = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme
        {
            /// <summary>Writes a research brief.</summary>
            [FetchHiveDeployment("research-brief", "production")]
            public partial interface IResearchBrief
            {
                /// <summary>Waits for the brief.</summary>
                Task<string> RunAsync(
                    string topic,
                    IReadOnlyList<Company> companies,
                    int? maxWords = null,
                    [Metadata] CallerInfo? caller = null,
                    CancellationToken cancellationToken = default);

                /// <summary>Starts the brief and returns at once; the result arrives at the callback URL.</summary>
                Task<AcceptedRun<string>> StartAsync(
                    string topic,
                    IReadOnlyList<Company> companies,
                    [CallbackUrl] Uri callbackUrl,
                    CancellationToken cancellationToken = default);
            }

            public sealed record Company(string Name, Uri Website);
            public sealed record CallerInfo(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);
        }

        """;

    private static Dictionary<string, string> Complete()
    {
        Dictionary<string, string> sources = new() { ["the README's"] = ResearchBrief };
        foreach (Dictionary<string, string> family in (Dictionary<string, string>[])[Members, Places, Bases, Names, Nullability])
        {
            foreach ((string name, string source) in family)
            {
                sources.Add(name, Usings + source);
            }
        }

        return sources;
    }

    private static Dictionary<string, string> Members => new()
    {
        ["several methods and overloads"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> RunAsync(string topic, CancellationToken token = default);
                Task<string> RunAsync(string topic, int words, CancellationToken token = default);
                Task<string> RunAsync(int words, CancellationToken token = default);
                ValueTask<Answer> AskAsync(string question, CancellationToken token);
                ValueTask RunQuietlyAsync(CancellationToken token);
                Task<WorkflowRun<Answer[]>> ListAsync(CancellationToken token);
                Task<ImageOutput> DrawAsync(string prompt, [User] string? user, CancellationToken token);
            }
            public sealed record Answer(string Text, double Score);
            """,
        ["default values"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> RunAsync(string topic = "a \"quoted\" text\n", char letter = '\'', int words = -1, double limit = double.NaN, decimal price = 1.5m,
                    Tone tone = Tone.Dry, Tone? other = null, Guid id = default, string? none = null, bool flag = true, CancellationToken token = default);
                Task<string> ParamsAsync(CancellationToken token, params string[] topics);
            }
            public enum Tone { Warm, Dry }
            """,
        ["members with bodies are left alone"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                const int Limit = 5;
                static int Count { get; set; }
                static string Describe() => "brief";
                Task<string> RunAsync(string topic, CancellationToken token = default);
                Task<string> TwiceAsync(string topic) => RunAsync(topic + topic);
                sealed Task<string> SealedAsync() => RunAsync("");
                private Task<string> PrivateAsync() => SealedAsync();
                protected Task<string> ProtectedAsync() => PrivateAsync();
                string Name => "brief";
                event EventHandler Changed { add { } remove { } }
                class Nested { }
                enum Kind { One }
                static IBrief() { Count = 1; }
                static IBrief operator +(IBrief left, int right) => left;
            }
            """,
        ["protected and internal members"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                protected Task<string> HiddenAsync(string topic, CancellationToken token = default);
                internal Task<string> InternalAsync(string topic, CancellationToken token = default);
                protected internal Task<string> BothAsync(string topic, CancellationToken token = default);
                Task<string> RunAsync(string topic) => HiddenAsync(topic);
            }
            """,
        ["callbacks"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<Answer>> StartAsync(int topic, [CallbackUrl] string url, CancellationToken token = default);
                Task<AcceptedRun<string>> StartAsync(bool topic, [CallbackUrl] string url, CancellationToken token = default);
                ValueTask<AcceptedRun<ImageOutput>> Draw([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<JsonElement>> Async([CallbackUrl] Uri url, CancellationToken token = default);
            }
            public sealed record Answer(string Text);
            """,
        ["metadata and user"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task RunAsync([Metadata] string? plan, [Metadata("customer")] int id, [Metadata] Caller caller, [Metadata] Dictionary<string, MetadataValue>? more,
                    [User] string? user, CancellationToken token = default);
            }
            public sealed record Caller(string Region, bool? Trial, DateTimeOffset Since);
            """,
        ["inputs of many shapes"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production", Naming = NamingRule.CamelCase)]
            public partial interface IBrief
            {
                Task<Page<Company>> RunAsync(int[][] grid, Dictionary<string, List<Company?>> groups, ImmutableArray<Tone> tones, HashSet<Guid> ids, JsonNode? any,
                    [Input("exact name")] DateOnly day, [Input(AsText = true)] decimal price, Company? company, Point point, CancellationToken token = default);
            }
            public enum Tone {
            #if NET9_0_OR_GREATER
            [JsonStringEnumMemberName("very warm")]
            #endif
            Warm, Dry }
            public sealed class Page<T> { public required List<T> Items { get; init; } public Page<T>? Next { get; set; } }
            public sealed record Company([property: JsonPropertyName("company_name")] string Name, Uri? Website, Company? Parent);
            public readonly record struct Point(double X, double Y);
            """,
        ["no members"] = """
            [FetchHiveDeployment("brief", "production")] public partial interface IBrief { }
            """,
    };

    private static Dictionary<string, string> Nullability => new()
    {
        ["annotated"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string?> OneAsync(string? a, string b, List<string?> c, List<string>? d, string?[] e, string[]? f, Dictionary<string, string?>? g, CancellationToken token = default);
                Task<List<Answer?>?> TwoAsync(Answer? a, int? b, CancellationToken token = default);
            }
            public sealed record Answer(string? Text);
            """,
        ["annotated tasks and envelopes"] = """
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<WorkflowRun<string>?> OneAsync(CancellationToken token = default);
                ValueTask<WorkflowRun<string?>?> TwoAsync(CancellationToken token = default);
                Task<AcceptedRun<Answer?>?>? ThreeAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task? FourAsync(CancellationToken token = default);
            }
            public sealed record Answer(string? Text);
            """,
        ["oblivious"] = """
            #nullable disable
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> OneAsync(string a, List<string> b, Answer c, int? d, CancellationToken token = default);
                ValueTask<WorkflowRun<ImageOutput>> TwoAsync(CancellationToken token = default);
                Task<WorkflowRun<List<string>>> ThreeAsync(CancellationToken token = default);
                Task<int?> FourAsync(CancellationToken token = default);
                Task<AcceptedRun<string>> StartTextAsync([CallbackUrl] Uri url, CancellationToken token = default);
                Task<AcceptedRun<Answer>> StartAsync(string a, [CallbackUrl] Uri url, [User] string user, [Metadata] string plan, string b = null, CancellationToken token = default);
            }
            public sealed class Answer { public string Text { get; set; } public List<string> Lines { get; set; } }
            """,
        ["annotations only and warnings only"] = """
            #nullable disable
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
            #nullable enable annotations
                Task<string?> OneAsync(string? a, string b, CancellationToken token = default);
            #nullable disable
            #nullable enable warnings
                Task<string> TwoAsync(string a, CancellationToken token = default);
            #nullable restore
            }
            """,
        ["flow attributes"] = """
            using System.Diagnostics.CodeAnalysis;
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                Task<string> OneAsync([AllowNull] string a, [DisallowNull] string? b, CancellationToken token = default);
                [return: NotNull] Task<string> TwoAsync([AllowNull] List<string> a, [DisallowNull] Answer? b, [AllowNull, Metadata] string plan, [AllowNull] int c, CancellationToken token = default);
            }
            public sealed record Answer([property: AllowNull] string Text);
            """,
        ["generic base with nullable arguments"] = """
            namespace Acme;
            public interface IRuns<T> { Task<T> RunAsync(T value, CancellationToken token = default); Task<T?> MaybeAsync(T? value, CancellationToken token = default); }
            [FetchHiveDeployment("brief", "production")] public partial interface IOne : IRuns<string?> { }
            [FetchHiveDeployment("brief", "production")] public partial interface ITwo : IRuns<string> { }
            [FetchHiveDeployment("brief", "production")] public partial interface IThree : IRuns<int> { }
            [FetchHiveDeployment("brief", "production")] public partial interface IFour : IRuns<int?> { }
            [FetchHiveDeployment("brief", "production")] public partial interface IFive : IRuns<List<string?>> { }
            """,
    };
}
