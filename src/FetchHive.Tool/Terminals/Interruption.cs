using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace FetchHive.Tool.Terminals;

/// <summary>
/// Ctrl+C (SIGINT) and the request to end (SIGTERM). The first signal cancels, so that a command can finish what it began. The second one
/// ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode = ExitCodes.Interrupted;

    private Interruption(bool listens) => _registrations = listens
        ? [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, ExitCodes.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, ExitCodes.Terminated)),
        ]
        : [];

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code after the interruption.</summary>
    public int ExitCode => Volatile.Read(ref _exitCode);

    /// <summary>An interruption by the process's signals.</summary>
    public static Interruption OfProcess() => new(listens: true);

    /// <summary>An interruption by <see cref="Interrupt"/> only.</summary>
    public static Interruption ByHand() => new(listens: false);

    public void Interrupt() => _source.Cancel();

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void Handle(PosixSignalContext context, int exitCode)
    {
        if (!_source.IsCancellationRequested)
        {
            context.Cancel = true;
            Volatile.Write(ref _exitCode, exitCode);

            // Not on the signal's thread: it has to handle the next signal.
            ThreadPool.UnsafeQueueUserWorkItem(static source => source.Cancel(), _source, preferLocal: false);
        }
    }
}
