using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;

namespace FetchHive.NoReflection.Tests.Reading;

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IReturnEverything
{
    Task Nothing(CancellationToken cancellationToken);

    ValueTask NothingValue(CancellationToken cancellationToken);

    ValueTask<string> TextValue(CancellationToken cancellationToken);

    ValueTask<Brief> BriefValue(CancellationToken cancellationToken);

    Task<WorkflowRun<string>> TextRun(CancellationToken cancellationToken);

    Task<WorkflowRun<string?>> TextOrNullRun(CancellationToken cancellationToken);

    Task<WorkflowRun<Brief>> BriefRun(CancellationToken cancellationToken);

    ValueTask<WorkflowRun<Brief?>> BriefOrNullRun(CancellationToken cancellationToken);

    Task<WorkflowRun<int?>> NumberOrNullRun(CancellationToken cancellationToken);

    Task<WorkflowRun<JsonElement>> ElementRun(CancellationToken cancellationToken);

    Task<WorkflowRun<ImageOutput>> ImageRun(CancellationToken cancellationToken);

    Task<ImageOutput> Image(CancellationToken cancellationToken);

    ValueTask<ImageOutput?> ImageOrNull(CancellationToken cancellationToken);

    Task<AcceptedRun<Brief>> StartAsync([CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken);

    ValueTask<AcceptedRun<string?>> StartTextAsync([CallbackUrl] string callbackUrl, CancellationToken cancellationToken);

    Task<AcceptedRun<List<int>>> Begin([CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken);
}

public sealed class EnvelopeTests : HiveTests
{
    private const string BriefJson = """{"title":"AI","sections":[]}""";

    private static readonly Uri CallbackUrl = new("https://example.com/callback");

    private IReturnEverything Returns => IReturnEverything.Create(Hive.Client);

    private static CancellationToken Token => Hive.CancellationToken;

    [Fact]
    public async Task A_task_without_a_result_does_not_look_at_the_output()
    {
        foreach (string output in (string[])["null", "12", "\"text\"", "{\"a\":[]}"])
        {
            Hive.RespondNext(output);
            await Returns.Nothing(Token);
            Hive.RespondNext(output);
            await Returns.NothingValue(Token);
        }
    }

    [Fact]
    public async Task A_task_without_a_result_throws_when_the_run_failed()
    {
        Hive.Emulator.RespondNext(200, """{"request_id":"req_1","run_status":"failed","error":"no credits"}""");
        await Assert.ThrowsAsync<FetchHiveRunFailedException>(() => Returns.Nothing(Token));
        Hive.Emulator.RespondNext(200, """{"request_id":"req_1","run_status":"failed","error":"no credits"}""");
        await Assert.ThrowsAsync<FetchHiveRunFailedException>(async () => await Returns.NothingValue(Token));
    }

    [Fact]
    public async Task A_value_task_gives_what_a_task_gives()
    {
        Hive.RespondNext("\"text\"");
        Assert.Equal("text", await Returns.TextValue(Token));
        Hive.RespondNext(BriefJson);
        Assert.Equal("AI", (await Returns.BriefValue(Token)).Title);
        Hive.RespondNext("\"text\"");
        await Assert.ThrowsAsync<FetchHiveResponseException>(async () => await Returns.BriefValue(Token));
    }

    [Fact]
    public async Task A_run_carries_the_request_id_the_status_and_the_output()
    {
        Hive.RespondNext("\"text\"");
        WorkflowRun<string> text = await Returns.TextRun(Token);
        Assert.Equal(Hive.RequestId, text.RequestId);
        Assert.Equal(RunStatus.Completed, text.Status);
        Assert.Equal("text", text.Output);

        Hive.RespondNext(BriefJson);
        Assert.Equal("AI", (await Returns.BriefRun(Token)).Output.Title);
        Hive.RespondNext("[1]");
        Assert.Equal(1, (await Returns.ElementRun(Token)).Output[0].GetInt32());
    }

    [Fact]
    public async Task A_run_takes_null_exactly_when_its_output_is_nullable()
    {
        Hive.RespondNext("null");
        Assert.Null((await Returns.TextOrNullRun(Token)).Output);
        Hive.RespondNext("null");
        Assert.Null((await Returns.BriefOrNullRun(Token)).Output);
        Hive.RespondNext("null");
        Assert.Null((await Returns.NumberOrNullRun(Token)).Output);
        Hive.RespondNext("null");
        Assert.Equal("$.output", (await Assert.ThrowsAsync<FetchHiveResponseException>(() => Returns.TextRun(Token))).JsonPath);
        Hive.RespondNext("null");
        Assert.Equal("$.output", (await Assert.ThrowsAsync<FetchHiveResponseException>(() => Returns.BriefRun(Token))).JsonPath);
    }

    [Fact]
    public async Task An_accepted_run_carries_the_request_id_the_status_and_the_secret()
    {
        AcceptedRun<Brief> accepted = await Returns.StartAsync(CallbackUrl, Token);
        Assert.StartsWith("req_", accepted.RequestId, StringComparison.Ordinal);
        Assert.Equal(RunStatus.Running, accepted.Status);
        Assert.Equal(Hive.Emulator.GetWebhookSecret(Hive.Deployment), accepted.WebhookSecret);

        AcceptedRun<string?> text = await Returns.StartTextAsync("https://example.com/callback", Token);
        Assert.Equal(RunStatus.Running, text.Status);
    }

    [Fact]
    public void Each_method_that_starts_a_run_has_a_contract_for_its_callback()
    {
        CallbackContract<Brief> start = IReturnEverything.StartCallback;
        Assert.Equal((Hive.Deployment, Hive.Variant, "StartAsync"), (start.Deployment, start.Variant, start.Method));
        CallbackContract<string?> text = IReturnEverything.StartTextCallback;
        Assert.Equal("StartTextAsync", text.Method);
        CallbackContract<List<int>> begin = IReturnEverything.BeginCallback;
        Assert.Equal("Begin", begin.Method);
        Assert.Same(start, IReturnEverything.StartCallback);
    }

    [Fact]
    public async Task An_image_output_carries_the_settings_and_the_assets()
    {
        JsonObject settings = new() { ["model"] = "grok-imagine-image-quality", ["image_count"] = "2", ["seed"] = 7 };
        Hive.Emulator.Deploy("images", Hive.Variant, start => start.ReturnsImage(settings, new EmulatedImage(), new EmulatedImage()));
        ImageOutput image = await IDrawImages.Create(Hive.Client).DrawAsync(Token);
        Assert.Equal("grok-imagine-image-quality", image.Settings.Model);
        Assert.Equal(2, image.Settings.ImageCount);
        Assert.Equal(7, image.Settings.Other!["seed"].GetInt32());
        Assert.Equal(2, image.Assets.Count);
        Assert.All(image.Assets, asset => Assert.True(asset.FileUrl.IsAbsoluteUri));
    }

    [Fact]
    public async Task An_image_output_is_read_from_JSON_text_and_keeps_what_it_does_not_know()
    {
        const string Json = """{"settings":{"more":{"a":1}},"assets":["""
            + """{"id":12,"file_url":"https://example.com/a.png","tags":["x","y"],"alt":null}],"cost":0.5,"unit":"usd"}""";
        foreach (string output in (string[])[Json, "\"" + JsonEncodedText.Encode(Json) + "\""])
        {
            Hive.RespondNext(output);
            ImageOutput image = await Returns.Image(Token);
            ImageAsset asset = Assert.Single(image.Assets);
            Assert.Equal("12", asset.Id);
            Assert.Equal("y", asset.Other!["tags"][1].GetString());
            Assert.Equal(2, asset.Other.Count);
            Assert.Equal(2, image.Other!.Count);
            Assert.Equal(1, image.Settings.Other!["more"].GetProperty("a").GetInt32());
        }

        Hive.RespondNext(Json);
        Assert.Single((await Returns.ImageRun(Token)).Output.Assets);
    }

    [Fact]
    public async Task An_image_output_without_a_file_is_refused_with_its_path()
    {
        Hive.RespondNext("""{"settings":{},"assets":[{"file_url":"https://example.com/a.png"},{"id":"b"}]}""");
        FetchHiveResponseException exception = await Assert.ThrowsAsync<FetchHiveResponseException>(() => Returns.Image(Token));
        Assert.Equal("$.output.assets[1]", exception.JsonPath);

        Hive.RespondNext("null");
        await Assert.ThrowsAsync<FetchHiveResponseException>(() => Returns.Image(Token));
        Hive.RespondNext("null");
        Assert.Null(await Returns.ImageOrNull(Token));
        Hive.RespondNext("\"just text\"");
        await Assert.ThrowsAsync<FetchHiveResponseException>(() => Returns.Image(Token));
    }
}

[FetchHiveDeployment("images", Hive.Variant)]
public partial interface IDrawImages
{
    Task<ImageOutput> DrawAsync(CancellationToken cancellationToken);
}
