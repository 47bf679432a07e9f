using System;

namespace FetchHive.Emulator;

/// <summary>
/// Thrown by a function given to <c>Returns</c> to make that one run fail, as a failed step does. Any other exception from such a function
/// counts as a mistake in the test: the call is answered with 500 and the exception's message.
/// </summary>
public sealed class EmulatedRunFailureException : Exception
{
    /// <summary>A failed run without a particular message.</summary>
    public EmulatedRunFailureException()
        : this("The workflow run failed.")
    {
    }

    /// <summary>A failed run.</summary>
    /// <param name="error">What the caller reads as <c>error</c>.</param>
    public EmulatedRunFailureException(string error)
        : base(error)
    {
    }

    /// <summary>A failed run.</summary>
    /// <param name="error">What the caller reads as <c>error</c>.</param>
    /// <param name="errorCode">What the caller reads as <c>error_code</c>, such as <c>model_deprecated</c>; none when
    /// <see langword="null"/>.</param>
    public EmulatedRunFailureException(string error, string? errorCode)
        : base(error)
    {
        ErrorCode = errorCode;
    }

    /// <summary>A failed run.</summary>
    /// <param name="error">What the caller reads as <c>error</c>.</param>
    /// <param name="innerException">The cause; it isn't sent.</param>
    public EmulatedRunFailureException(string error, Exception? innerException)
        : base(error, innerException)
    {
    }

    /// <summary>What the caller reads as <c>error_code</c>, or <see langword="null"/>.</summary>
    public string? ErrorCode { get; }
}
