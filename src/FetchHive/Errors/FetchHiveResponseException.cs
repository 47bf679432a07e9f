using System;

namespace FetchHive;

/// <summary>
/// A successful response or a callback can't be read: it isn't JSON, it is cut off or too large, or a field is missing or of the wrong
/// type. Unless the call was a look-up, the run has probably finished and been charged for. Its output, if the response had one, is in
/// <see cref="OutputText"/>.
/// </summary>
public sealed class FetchHiveResponseException : FetchHiveException
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="jsonPath">Where in the response the mistake is.</param>
    /// <param name="expected">What was expected there.</param>
    /// <param name="innerException">The exception of the JSON reader or the connection.</param>
    /// <param name="mayHaveRun">Whether the call could have started a run; a look-up couldn't.</param>
    /// <exception cref="ArgumentNullException"><paramref name="jsonPath"/> or <paramref name="expected"/> is null.</exception>
    public FetchHiveResponseException(
        string message, string jsonPath, string expected, Exception? innerException = null, bool mayHaveRun = true)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(jsonPath);
        ArgumentNullException.ThrowIfNull(expected);
        JsonPath = jsonPath;
        Expected = expected;
        MayHaveRun = mayHaveRun;
    }

    /// <summary>
    /// <see langword="true"/>, except for a look-up (<see cref="FetchHiveClient.GetRequestAsync"/>), which starts no run.
    /// </summary>
    public override bool MayHaveRun { get; }

    /// <summary>
    /// Where in the response the mistake is, such as <c>$.output.companies[0].name</c>; <c>$</c> is the whole response.
    /// </summary>
    public string JsonPath { get; }

    /// <summary>What was expected there: usually a type's name, otherwise a few words.</summary>
    public string Expected { get; }

    /// <summary>The run's status (<c>run_status</c>), as sent; <see langword="null"/> when the response had none.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>
    /// The whole output as received: the text of a JSON string, or the JSON of any other value. <see langword="null"/> when the response
    /// had no complete output. It may be confidential and long, so neither <see cref="Exception.Message"/> nor
    /// <see cref="Exception.ToString"/> shows it.
    /// </summary>
    public string? OutputText { get; init; }
}
