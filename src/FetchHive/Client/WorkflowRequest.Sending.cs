using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.CodeGeneration;

public sealed partial class WorkflowRequest
{
    /// <summary>Sends the request and reads the output.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="output">How the output is read.</param>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for the output. Nothing was sent.</exception>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    public Task<T> SendForOutputAsync<T>(OutputReader<T> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Prepare();
        return Complete().Sender.SendForOutputAsync(this, output, cancellationToken);
    }

    /// <summary>Sends the request and reads the envelope and the output.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="output">How the output is read.</param>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="output"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no JSON metadata for the output. Nothing was sent.</exception>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    public Task<WorkflowRun<T>> SendForRunAsync<T>(OutputReader<T> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Prepare();
        return Complete().Sender.SendForRunAsync(this, output, cancellationToken);
    }

    /// <summary>Sends the request and waits for the run to finish. The output isn't read.</summary>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>A task that completes when the run has finished.</returns>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    public Task SendAsync(CancellationToken cancellationToken) =>
        Complete().Sender.SendAsync(this, cancellationToken);

    /// <summary>Sends a request with a callback URL.</summary>
    /// <typeparam name="T">What the callback's output will be read as.</typeparam>
    /// <param name="contract">How the callback will be read.</param>
    /// <param name="cancellationToken">Ends the wait. A run that has started continues.</param>
    /// <returns>The accepted run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="contract"/> is null.</exception>
    /// <exception cref="FetchHiveException">The call failed; the exception's type says how.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    public Task<AcceptedRun<T>> SendForAcceptedRunAsync<T>(CallbackContract<T> contract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Complete().Sender.SendForAcceptedRunAsync(this, contract, cancellationToken);
    }
}
