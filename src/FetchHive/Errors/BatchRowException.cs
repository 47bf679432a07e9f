using System;

namespace FetchHive;

/// <summary>Why a batch didn't call a row; see <see cref="BatchRowException.Problem"/>.</summary>
public enum BatchRowProblem
{
    /// <summary>The row has no key, or an invalid one.</summary>
    InvalidKey = 0,

    /// <summary>An earlier row has the same key.</summary>
    DuplicateKey = 1,

    /// <summary>The response that is recorded for the row's key is for other inputs.</summary>
    Changed = 2,

    /// <summary>The row was sent in an earlier round, and no response is recorded.</summary>
    InDoubt = 3,

    /// <summary>The row's function made no call that the batch saw.</summary>
    NoCall = 4,

    /// <summary>The row's function made a second call, or a call after it had ended.</summary>
    SecondCall = 5,

    /// <summary>The row's function made a call with callback delivery.</summary>
    CallbackDelivery = 6,
}

/// <summary>A batch didn't call a row, or didn't call it again.</summary>
public sealed class BatchRowException : Exception
{
    /// <summary>Creates the exception, for tests of code that catches it.</summary>
    /// <param name="message">What happened, and what to do.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="key">The row's key.</param>
    /// <param name="innerException">The cause.</param>
    public BatchRowException(string message, BatchRowProblem problem, string? key, Exception? innerException = null)
        : base(message, innerException)
    {
        Problem = problem;
        Key = key;
    }

    /// <summary>What is wrong.</summary>
    public BatchRowProblem Problem { get; }

    /// <summary>The row's key; <see langword="null"/> when it has none.</summary>
    public string? Key { get; }
}
