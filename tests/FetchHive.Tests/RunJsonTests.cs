using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

/// <summary>
/// Runs as an endpoint's response, or kept as JSON: with reflection, and with metadata from System.Text.Json's generator.
/// </summary>
public sealed partial class RunJsonTests
{
    private const string Secret = "whsec_c55c3a1f";

    private static readonly CallbackContract<string> Contract = new(Calls.Deployment, "StartAsync", OutputReader.Text);

    public static TheoryData<bool> Kinds { get; } = [true, false];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_accepted_run_has_its_id_and_status_in_JSON_and_neither_secret_nor_contract(bool generated)
    {
        AcceptedRun<string> run = new("req_1", RunStatus.Queued, Secret, Contract);

        string json = JsonSerializer.Serialize(run, Options(generated));

        Assert.Equal("""{"requestId":"req_1","status":"queued"}""", json);
        AcceptedRun<string> back = JsonSerializer.Deserialize<AcceptedRun<string>>(json, Options(generated))!;
        Assert.Equal(("req_1", RunStatus.Queued, null, null), (back.RequestId, back.Status, back.WebhookSecret, back.Contract));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_secret_in_JSON_is_not_taken(bool generated)
    {
        AcceptedRun<string> run = JsonSerializer.Deserialize<AcceptedRun<string>>(
            """{"requestId":"req_1","status":"running","webhookSecret":"mine","contract":{}}""", Options(generated))!;

        Assert.Equal(("req_1", RunStatus.Running, null, null), (run.RequestId, run.Status, run.WebhookSecret, run.Contract));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_finished_run_comes_back_as_it_was(bool generated)
    {
        string json = JsonSerializer.Serialize(new WorkflowRun<string>("req_1", new RunStatus("half_done"), "there"), Options(generated));

        Assert.Equal("""{"requestId":"req_1","status":"half_done","output":"there"}""", json);
        WorkflowRun<string> back = JsonSerializer.Deserialize<WorkflowRun<string>>(json, Options(generated))!;
        Assert.Equal(("req_1", new RunStatus("half_done"), "there"), (back.RequestId, back.Status, back.Output));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_status_is_written_as_its_word(bool generated)
    {
        Row row = new(RunStatus.Completed, RunStatus.Failed, null, default, new Dictionary<RunStatus, int> { [RunStatus.Running] = 3 });

        string json = JsonSerializer.Serialize(row, Options(generated));

        Assert.Equal("""{"status":"completed","last":"failed","none":null,"unset":null,"counts":{"running":3}}""", json);
        Row back = JsonSerializer.Deserialize<Row>(json, Options(generated))!;
        Assert.Equal((
            row.Status, row.Last, row.None, row.Unset, 3), (back.Status, back.Last, back.None, back.Unset, back.Counts[RunStatus.Running]));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("[\"completed\"]")]
    public void Only_a_word_is_a_status(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<RunStatus>(json));

    [Fact]
    public void A_status_has_a_type_converter()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(RunStatus));

        Assert.Equal("queued", converter.ConvertToInvariantString(RunStatus.Queued));
        Assert.Equal(RunStatus.Queued, converter.ConvertFromInvariantString("queued"));
        Assert.Equal(default(RunStatus), converter.ConvertFromInvariantString(""));
        Assert.False(converter.CanConvertFrom(typeof(int)));
    }

    private static JsonSerializerOptions Options(bool generated) => generated ? Generated.Default.Options : JsonSerializerOptions.Web;

    private sealed record Row(
        RunStatus Status, RunStatus? Last, RunStatus? None, RunStatus Unset, IReadOnlyDictionary<RunStatus, int> Counts);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(AcceptedRun<string>))]
    [JsonSerializable(typeof(WorkflowRun<string>))]
    [JsonSerializable(typeof(Row))]
    private sealed partial class Generated : JsonSerializerContext;
}
