using System.Diagnostics.CodeAnalysis;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>The one place where the kit fails a test, so that only this file knows the test framework.</summary>
internal static class KitFailure
{
    /// <summary>Fails the running test with a message that says what was expected, what was found, and where.</summary>
    [DoesNotReturn]
    public static void Throw(string message) => Assert.Fail(message);
}
