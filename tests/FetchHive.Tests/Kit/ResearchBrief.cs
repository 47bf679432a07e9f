using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.Tests.Kit;

internal sealed record Company(string Name, Uri Website);

internal sealed record CallerInfo(string CustomerId, string Plan, bool Trial, int InvoiceCount, string? Region);

internal enum Tone
{
    Formal,
    Casual,
}

internal sealed record Brief(string Title, IReadOnlyList<Finding> Findings, int? WordCount);

internal sealed record Finding(string Claim, double Confidence);

internal interface IResearchBrief
{
    Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, int? maxWords = null, CallerInfo? caller = null,
        string? user = null, CancellationToken cancellationToken = default);

    ValueTask<Brief> ReadAsync(ImmutableArray<string> topics, IReadOnlyDictionary<string, MetadataValue> metadata, string plan,
        CancellationToken cancellationToken = default);

    Task<WorkflowRun<string>> RunWithEnvelopeAsync(string topic, CancellationToken cancellationToken = default);

    Task FinishAsync(string topic, CancellationToken cancellationToken = default);

    Task<AcceptedRun<Brief>> StartAsync(string topic, Uri callbackUrl, CancellationToken cancellationToken = default);
}

[JsonSerializable(typeof(Brief))]
[JsonSerializable(typeof(Tone))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(List<Company>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonDocument))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonArray))]
[JsonSerializable(typeof(Picky))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class BriefJson : JsonSerializerContext;

/// <summary>A type whose constructor throws.</summary>
internal sealed record Picky
{
    public Picky(int value) => Value = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    public int Value { get; }
}

/// <summary>What the generator would write for the interface above.</summary>
internal sealed class ResearchBrief(FetchHiveClient client) : IResearchBrief
{
    public static readonly JsonSerializerOptions Options = OutputJson.CreateOptions(BriefJson.Default, NamingRule.SnakeCase);
    public static readonly OutputReader<Brief> BriefOutput = OutputReader.Json(OutputJson.GetTypeInfo<Brief>(Options), acceptsNull: false);

    private static readonly WorkflowDeployment Deployment = new(
        "research-brief",
        "production",
        "topic",
        "companies",
        "name",
        "website",
        "max_words",
        "customer_id",
        "plan",
        "trial",
        "invoice_count",
        "region",
        "topics");

    private static readonly CallbackContract<Brief> StartContract = new(Deployment, "StartAsync", BriefOutput);

    private readonly FetchHiveClient _client = client;

    public Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, int? maxWords, CallerInfo? caller, string? user,
        CancellationToken cancellationToken)
    {
        WorkflowRequest.ThrowIfNull(topic, "topic");
        WorkflowRequest.ThrowIfNull(companies, "companies");
        WorkflowRequest request = WorkflowRequest.Create(_client, Deployment);
        RequestWriter writer = request.BeginInputs();
        writer.WriteString(0, topic);
        writer.WriteObjects<Company>(1, companies, WriteCompany);
        if (maxWords.HasValue)
        {
            writer.WriteInt64(4, maxWords.Value);
        }

        request.WriteMetadataMembers<CallerInfo>(caller, WriteCaller);
        request.SetUser(user);
        return request.SendForOutputAsync(OutputReader.Text, cancellationToken);
    }

    public ValueTask<Brief> ReadAsync(ImmutableArray<string> topics, IReadOnlyDictionary<string, MetadataValue> metadata, string plan,
        CancellationToken cancellationToken)
    {
        WorkflowRequest.ThrowIfDefault(topics, "topics");
        WorkflowRequest.ThrowIfNull(metadata, "metadata");
        WorkflowRequest request = WorkflowRequest.Create(_client, Deployment);
        RequestWriter writer = request.BeginInputs();
        writer.WriteArray<ImmutableArray<string>>(10, topics, WriteTexts);
        request.ReserveMetadataKey("plan", "plan");
        request.WriteMetadata(metadata, "metadata");
        request.BeginMetadata().WriteString(6, plan);
        return new ValueTask<Brief>(request.SendForOutputAsync(BriefOutput, cancellationToken));
    }

    public Task<WorkflowRun<string>> RunWithEnvelopeAsync(string topic, CancellationToken cancellationToken) =>
        WithTopic(topic).SendForRunAsync(OutputReader.Text, cancellationToken);

    public Task FinishAsync(string topic, CancellationToken cancellationToken) => WithTopic(topic).SendAsync(cancellationToken);

    public Task<AcceptedRun<Brief>> StartAsync(string topic, Uri callbackUrl, CancellationToken cancellationToken)
    {
        WorkflowRequest request = WorkflowRequest.Create(_client, Deployment);
        request.SetCallbackUrl(callbackUrl, "callbackUrl");
        request.BeginInputs().WriteString(0, topic);
        return request.SendForAcceptedRunAsync(StartContract, cancellationToken);
    }

    private WorkflowRequest WithTopic(string topic)
    {
        WorkflowRequest request = WorkflowRequest.Create(_client, Deployment);
        request.BeginInputs().WriteString(0, topic);
        return request;
    }

    private static void WriteCompany(RequestWriter writer, Company value)
    {
        writer.WriteString(2, value.Name);
        writer.WriteUri(3, value.Website);
    }

    private static void WriteCaller(RequestWriter writer, CallerInfo value)
    {
        writer.WriteString(5, value.CustomerId);
        writer.WriteString(6, value.Plan);
        writer.WriteBoolean(7, value.Trial);
        writer.WriteInt64(8, value.InvoiceCount);
        writer.WriteString(9, value.Region);
    }

    private static void WriteTexts(RequestWriter writer, ImmutableArray<string> value)
    {
        foreach (string text in value)
        {
            writer.WriteStringValue(text);
        }
    }
}

internal static class ResearchBriefRegistration
{
    public static FetchHiveBuilder AddResearchBrief(this FetchHiveBuilder builder) =>
        builder.AddDeployment<IResearchBrief>(static client => new ResearchBrief(client));
}
