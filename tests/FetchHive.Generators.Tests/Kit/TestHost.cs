using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>What the kit needs of the test framework; only this file knows which one it is.</summary>
internal static class TestHost
{
    /// <summary>Asks the running test to stop.</summary>
    public static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Fails the running test with a message that says what was expected, what was found, and where.</summary>
    [DoesNotReturn]
    public static void Fail(string message) => Assert.Fail(message);
}
