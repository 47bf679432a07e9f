using System;

namespace FetchHive;

/// <summary>
/// The service answered with success, or sent a callback, and what it sent is not what was promised: no JSON, cut off, too large, a field
/// missing or of another type. The run has probably finished and been charged for; <see cref="FetchHiveException.RequestId"/>, where the
/// answer had one, finds its output in the dashboard.
/// </summary>
public sealed class FetchHiveResponseException : FetchHiveException
{
    /// <summary>Makes the exception; the library makes those it throws itself, so this is for tests of code that catches them.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="jsonPath">Where in the answer.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="requestId">The service's id of the request.</param>
    /// <param name="innerException">What the JSON reader or the connection said.</param>
    public FetchHiveResponseException(string message, string jsonPath, string expected, string? requestId = null, Exception? innerException = null)
        : base(message, innerException, requestId, mayHaveRun: true)
    {
        JsonPath = jsonPath;
        Expected = expected;
    }

    /// <summary>
    /// Where in the answer the promise is broken, such as <c>$.output.companies[0].name</c>; <c>$</c> is the whole answer.
    /// </summary>
    public string JsonPath { get; }

    /// <summary>What was expected: mostly a type's name, otherwise a few words.</summary>
    public string Expected { get; }
}
