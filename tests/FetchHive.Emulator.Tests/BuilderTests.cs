using System;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class BuilderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task Empty_names_are_refused(string? name)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        Assert.ThrowsAny<ArgumentException>(() => hive.Deploy(name!, "v", start => start.Returns("x")));
        Assert.ThrowsAny<ArgumentException>(() => hive.Deploy("d", name!, start => start.Returns("x")));
        Assert.ThrowsAny<ArgumentException>(() => hive.Deploy("d", "v", start => start.TakesText(name!).Returns("x")));
        Assert.ThrowsAny<ArgumentException>(() => hive.Deploy("d", "v", start => start.UsesWebhookSecret(name!).Returns("x")));
        Assert.ThrowsAny<ArgumentException>(() => hive.Deploy("d", "v", start => start.Fails(name!)));
        Assert.ThrowsAny<ArgumentException>(() => hive.GetWebhookSecret(name!));

        // Nothing of the refused deployments was kept.
        hive.Deploy("d", "v", start => start.Returns("x"));
    }

    [Fact]
    public async Task An_input_is_declared_once()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => hive.Deploy("d", "v", start => start.TakesText("topic").TakesArray("topic").Returns("x")));

        Assert.StartsWith("The input \"topic\" of \"d\"/\"v\" is already declared.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variant_is_deployed_once()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => hive.Deploy(Briefs.Deployment, Briefs.Variant, Briefs.Deploy));

        Assert.StartsWith("\"research-brief\"/\"production\" is already deployed.", exception.Message, StringComparison.Ordinal);
        hive.Deploy(Briefs.Deployment, "another", Briefs.Deploy);
    }

    [Fact]
    public async Task What_a_run_yields_is_configured_exactly_once()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        InvalidOperationException never =
            Assert.Throws<InvalidOperationException>(() => hive.Deploy("d", "v", start => start.TakesText("x")));
        InvalidOperationException twice =
            Assert.Throws<InvalidOperationException>(() => hive.Deploy("d", "v", start => start.Returns("x").Fails("y")));

        Assert.Contains("call Returns, ReturnsImage or Fails", never.Message, StringComparison.Ordinal);
        Assert.Contains("is already set", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployed_builder_cannot_be_used_again()
    {
        DeploymentBuilder? kept = null;
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive.Deploy("d", "v", start => kept = start.Returns("x")));

        Assert.Throws<InvalidOperationException>(() => kept!.TakesText("late"));
        Assert.Throws<InvalidOperationException>(() => kept!.QueuesRuns());
        Assert.Throws<InvalidOperationException>(() => kept!.RequiresCallback());
        Assert.Throws<InvalidOperationException>(() => kept!.UsesWebhookSecret("late"));
        Assert.Throws<InvalidOperationException>(() => kept!.Returns("late"));
    }

    [Fact]
    public async Task The_variants_of_a_deployment_share_one_secret()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(hive => hive
            .Deploy("a", "1", start => start.Returns("x"))
            .Deploy("a", "2", start => start.Returns("x"))
            .Deploy("b", "1", start => start.Returns("x").UsesWebhookSecret("s"))
            .Deploy("b", "2", start => start.Returns("x").UsesWebhookSecret("s")));
        using var caller = new Caller(hive);

        string secret = hive.GetWebhookSecret("a");
        Response response =
            await caller.PostAsync("""{"deployment":"a","variant":"2","async":{"enabled":true,"callback_url":"https://example.com"}}""");

        Assert.Equal(secret, (string?)response.Json["webhook_secret"]);
        Assert.True(secret.Length >= 32);
        Assert.NotEqual(secret, hive.GetWebhookSecret("b"));
        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => hive.Deploy("a", "3", start => start.Returns("x").UsesWebhookSecret("other")));
        Assert.DoesNotContain(secret, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_those_that_exist()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        ArgumentException exception = Assert.Throws<ArgumentException>(() => hive.GetWebhookSecret("research-breif"));

        Assert.StartsWith("\"research-breif\" is not deployed on this emulator; deployed: \"research-brief\"/\"production\".",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_emulator_has_its_own_key()
    {
        await using FetchHiveEmulator first = await Briefs.StartAsync();
        await using FetchHiveEmulator second = await Briefs.StartAsync();

        Assert.NotEqual(first.ApiKey, second.ApiKey);
    }

    [Fact]
    public Task A_mistake_in_the_configuration_starts_nothing() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Briefs.StartAsync(hive => hive.Deploy("d", "v", _ => { })));
}
