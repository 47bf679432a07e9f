using System;
using FetchHive.Resilience.Tests.Kit;

namespace FetchHive.Resilience.Tests;

/// <summary>What every message must contain, and what it must not contain.</summary>
internal static class Messages
{
    public static void Check(string message, FaultScene scene)
    {
        Assert.Contains(scene.Deployment, message, StringComparison.Ordinal);
        Assert.Contains("production", message, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Options.ApiKey!, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("  ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 1500);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(message.Replace(scene.Deployment, "research-brief", StringComparison.Ordinal));
    }
}
