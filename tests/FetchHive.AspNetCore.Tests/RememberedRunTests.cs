using System;

namespace FetchHive.AspNetCore.Tests;

/// <summary>The text in which stores keep a run.</summary>
public sealed class RememberedRunTests
{
    [Theory]
    [InlineData(null, "whsec_1")]
    [InlineData("eu", "whsec with spaces")]
    [InlineData("eu west/1 \"é😀", " ")]
    [InlineData("eu", null)]
    public void A_run_is_read_back_as_it_was_written(string? workspace, string? secret)
    {
        DateTimeOffset at = new(2026, 4, 3, 10, 0, 0, TimeSpan.Zero);
        RememberedRun run = new() { Workspace = workspace, WebhookSecret = secret, StartedAt = at, TraceParent = "00-1-2-01" };

        RememberedRun read = RememberedRun.FromJson(run.ToJson());

        Assert.Equal((workspace, secret), (read.Workspace, read.WebhookSecret));
        Assert.Equal((at, "00-1-2-01"), (read.StartedAt, read.TraceParent));
        Assert.DoesNotContain("whsec", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_later_version_remembers_is_ignored()
    {
        RememberedRun read =
            RememberedRun.FromJson("""{"webhookSecret":"whsec_1","of2027":{"webhookSecret":"another"},"workspace":"eu"}""");

        Assert.Equal(("eu", "whsec_1"), (read.Workspace, read.WebhookSecret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("eu whsec_1")]
    [InlineData("""{"webhookSecret":"whsec_1""")]
    [InlineData("""{"webhookSecret":["whsec_1"]}""")]
    public void A_text_that_is_not_a_run_is_refused_without_quoting_it(string json)
    {
        FormatException exception = Assert.Throws<FormatException>(() => RememberedRun.FromJson(json));

        Assert.Contains("isn't a remembered run", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", exception.ToString(), StringComparison.Ordinal);
    }
}
