using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The parts of the test framework that the kit needs. Only this file depends on a specific framework.</summary>
internal static class TestHost
{
    public static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>Fails the running test with a message that says what was expected, what was found, and where.</summary>
    [DoesNotReturn]
    public static void Fail(string message) => Assert.Fail(message);
}
