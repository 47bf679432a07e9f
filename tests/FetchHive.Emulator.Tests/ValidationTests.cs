using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>Requests that are refused before a run starts, and the messages.</summary>
public sealed class ValidationTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"deployment":"research-brief"}""")]
    [InlineData("""{"variant":"production"}""")]
    [InlineData("""{"deployment":"","variant":"production"}""")]
    [InlineData("""{"deployment":"research-brief","variant":""}""")]
    [InlineData("""{"deployment":1,"variant":"production"}""")]
    [InlineData("""{"deployment":"research-brief","variant":null}""")]
    public async Task Deployment_and_variant_must_be_sent(string body)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.PostAsync(body);

        Assert.Equal(422, response.Status);
        Assert.Equal("""{"error":"Missing required field: deployment or variant"}""", response.Text);
        Assert.False(Assert.Single(hive.Requests).RunStarted);
    }

    [Theory]
    [InlineData("research-breif", "production")]
    [InlineData("Research-Brief", "production")]
    public async Task An_unknown_deployment_is_named_beside_those_that_exist(string deployment, string variant)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.PostAsync($$"""{"deployment":"{{deployment}}","variant":"{{variant}}"}""");

        Assert.Equal(422, response.Status);
        Assert.Equal($"Deployment not found: \"{deployment}\"/\"{variant}\"; deployed: \"research-brief\"/\"production\".",
            response.Error);
    }

    [Fact]
    public async Task A_wrong_variant_is_reported_as_such()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        hive.Deploy(Briefs.Deployment, "draft", Briefs.Deploy);
        using var caller = new Caller(hive);

        Response response = await caller.PostAsync("""{"deployment":"research-brief","variant":"staging"}""");

        Assert.Equal(422, response.Status);
        Assert.Equal("Variant not found: the deployment \"research-brief\" has no variant \"staging\"; it has \"production\", \"draft\".",
            response.Error);
    }

    [Theory]
    [InlineData("""{}""", "inputs.topic is required. Sent: nothing. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":null}""", "inputs.topic is required. Sent: topic. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":7}""", "inputs.topic must be a string, not a number. Sent: topic. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":true}""", "inputs.topic must be a string, not a boolean. Sent: topic. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":["a"]}""", "inputs.topic must be a string, not an array. Sent: topic. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":{"a":1}}""",
        "inputs.topic must be a string, not an object. Sent: topic. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","companies":"[{\"name\":\"Fetch Hive\"}]"}""", "inputs.companies must be a native JSON array, not a JSON "
        + "string with an array in it. Sent: topic, companies. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","companies":" []"}""", "inputs.companies must be a native JSON array, not a JSON string with an array in "
        + "it. Sent: topic, companies. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","companies":"Fetch Hive"}""",
        "inputs.companies must be a native JSON array, not a string. Sent: topic, companies. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","companies":{"0":"a"}}""",
        "inputs.companies must be a native JSON array, not an object. Sent: topic, companies. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","companies":1}""",
        "inputs.companies must be a native JSON array, not a number. Sent: topic, companies. Declared: topic, companies, max_words.")]
    [InlineData("""{"topic":"t","maxWords":1}""",
        "Unknown input: maxWords. Sent: topic, maxWords. Declared: topic, companies, max_words. Sent and not declared: maxWords.")]
    [InlineData("""{"topik":"t"}""",
        "inputs.topic is required. Sent: topik. Declared: topic, companies, max_words. Sent and not declared: topik.")]
    [InlineData("""{"topic":"t","a":1,"b":2}""",
        "Unknown inputs: a, b. Sent: topic, a, b. Declared: topic, companies, max_words. Sent and not declared: a, b.")]
    public async Task Start_inputs_are_checked_by_type_before_the_run(string inputs, string error)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(JsonNode.Parse(inputs)!.AsObject());

        AssertRefused(hive, response, error);
    }

    [Theory]
    [InlineData("""{"topic":""}""")]
    [InlineData("""{"topic":"t","companies":[]}""")]
    [InlineData("""{"topic":"t","companies":null}""")]
    [InlineData("""{"topic":"t","companies":[{"name":"Fetch Hive"},["nested"],null,1]}""")]
    [InlineData("""{"topic":"t","max_words":200}""")]
    [InlineData("""{"topic":"t","max_words":"many"}""")]
    [InlineData("""{"topic":"t","max_words":{"or":[1]}}""")]
    public async Task Start_inputs_of_the_right_type_run(string inputs)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(JsonNode.Parse(inputs)!.AsObject());

        Assert.Equal(200, response.Status);
        ReceivedRequest received = Assert.Single(hive.Requests);
        Assert.True(received.RunStarted);
        Assert.Equal((string?)response.Json["request_id"], received.RequestId);
    }

    [Theory]
    [InlineData("inputs", "[]", "inputs must be an object with one key for each Start input.")]
    [InlineData("inputs", "\"{}\"", "inputs must be an object with one key for each Start input.")]
    [InlineData("user", "7", "user must be a string.")]
    [InlineData("user", "{\"id\":1}", "user must be a string.")]
    [InlineData("metadata", "[]", "metadata must be a flat object.")]
    [InlineData("metadata", "\"a\"", "metadata must be a flat object.")]
    [InlineData("metadata", """{"":1}""", "metadata keys must be non-empty strings.")]
    [InlineData("metadata", """{"plan":"pro","customer":{"id":"cus_123"}}""",
        "metadata.customer must be a string, a number, a boolean or null, not an object.")]
    [InlineData("metadata", """{"tags":["enterprise"]}""", "metadata.tags must be a string, a number, a boolean or null, not an array.")]
    [InlineData("async", "true", "async must be an object with enabled and callback_url.")]
    [InlineData("async", "{}", "async.enabled is required when async is sent.")]
    [InlineData("async", """{"enabled":"true","callback_url":"https://example.com"}""", "async.enabled must be a boolean.")]
    [InlineData("async", """{"enabled":true,"callbackUrl":"https://example.com"}""",
        "Unknown field: async.callbackUrl. The known fields are enabled and callback_url.")]
    [InlineData("meta", "{}", "Unknown field: meta. The known fields are deployment, variant, inputs, async, metadata and user.")]
    public async Task The_other_fields_are_checked_before_the_run(string field, string value, string error)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, (field, JsonNode.Parse(value)));

        AssertRefused(hive, response, error);
    }

    [Theory]
    [InlineData("""{"enabled":true}""", "callback_url is required when async is enabled")]
    [InlineData("""{"enabled":true,"callback_url":null}""", "callback_url is required when async is enabled")]
    [InlineData("""{"enabled":true,"callback_url":""}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":7}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":"/callback"}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":"example.com/callback"}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":"ftp://example.com/callback"}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":"https://"}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":" https://example.com"}""", "callback_url must be a valid URL")]
    [InlineData("""{"enabled":true,"callback_url":"https://exa mple.com"}""", "callback_url must be a valid URL")]
    public async Task A_callback_URL_is_refused_in_the_documented_words(string settings, string error)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.InvokeAsync(null, ("async", JsonNode.Parse(settings)));

        Assert.Equal(422, response.Status);
        Assert.Equal($$"""{"error":"{{error}}"}""", response.Text);
        Assert.False(Assert.Single(hive.Requests).RunStarted);
    }

    [Fact]
    public async Task The_documented_metadata_is_accepted_and_null_counts_as_absent()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);
        JsonNode metadata =
            JsonNode.Parse("""{"customer_id":"cus_123","plan":"enterprise","trial":false,"invoice_count":12,"region":null}""")!;

        Assert.Equal(200, (await caller.InvokeAsync(null, ("metadata", metadata), ("user", "u-1"))).Status);
        Assert.Equal(200, (await caller.InvokeAsync(null, ("metadata", null), ("user", null), ("async", null))).Status);
        Assert.Equal(422, (await caller.PostAsync("""{"deployment":"research-brief","variant":"production","inputs":null}""")).Status);
    }

    [Fact]
    public async Task A_workflow_that_waits_for_a_human_is_only_run_with_a_callback()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive =>
            hive.Deploy(Briefs.Deployment, Briefs.Variant, start => start.TakesText("topic").RequiresCallback().Returns("approved")));
        using var caller = new Caller(hive);

        Response direct = await caller.InvokeAsync();
        Response withCallback = await caller.InvokeAsync(null, ("async", Briefs.Async()));

        Assert.Equal(422, direct.Status);
        Assert.Contains("Human in the Loop", direct.Error);
        Assert.Equal(202, withCallback.Status);
        Assert.False(hive.Requests[0].RunStarted);
        Assert.True(hive.Requests[1].RunStarted);
    }

    private static void AssertRefused(FetchHiveEmulator hive, Response response, string error)
    {
        Assert.Equal(422, response.Status);
        Assert.Equal(error, response.Error);
        Assert.Equal(error, (string?)response.Json["message"]);
        Assert.Equal("validation_error", (string?)response.Json["error_code"]);
        ReceivedRequest received = Assert.Single(hive.Requests);
        Assert.False(received.RunStarted);
        Assert.Null(received.RequestId);
        Assert.Equal(422, received.StatusCode);
    }
}
