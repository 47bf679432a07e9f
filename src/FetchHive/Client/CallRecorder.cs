using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Records one call, and returns the recorded response if there is one. The sender finds the recorder by the call's token, or in the
/// asynchronous flow of the code that makes the call. A process that never runs a batch pays only one read of a static field.
/// </summary>
internal abstract class CallRecorder
{
    private static readonly AsyncLocal<CallRecorder?> Ambient = new();

    private static readonly ConcurrentDictionary<CancellationToken, CallRecorder> ByToken = new();

    private static bool _isUsed;

    /// <summary>The recorder of the current asynchronous flow; null outside a batch.</summary>
    public static CallRecorder? Current => Volatile.Read(ref _isUsed) ? Ambient.Value : null;

    /// <summary>The recorder of a call; null for a call outside a batch.</summary>
    /// <param name="token">
    /// The call's token. A row's token wins over the flow: a worker that takes calls from a queue runs in the flow of the code that started
    /// it.
    /// </param>
    public static CallRecorder? Of(CancellationToken token) =>
        !Volatile.Read(ref _isUsed) ? null : ByToken.TryGetValue(token, out CallRecorder? recorder) ? recorder : Ambient.Value;

    /// <summary>
    /// Registers a recorder for calls with this token, and for the asynchronous method that calls this and everything that it calls.
    /// </summary>
    public static void Enter(CallRecorder recorder, CancellationToken token)
    {
        Volatile.Write(ref _isUsed, true);
        ByToken[token] = recorder;
        Ambient.Value = recorder;
    }

    /// <summary>Unregisters the recorder of a row that has ended.</summary>
    public static void Leave(CancellationToken token) => ByToken.TryRemove(token, out _);

    /// <summary>Called when a call begins. It has no slot yet.</summary>
    /// <param name="baseAddress">The API's address.</param>
    /// <param name="deployment">The deployment that is invoked.</param>
    /// <param name="inputs">The JSON of the inputs.</param>
    /// <returns>The recorded response; null if the call must be sent. Then <see cref="End"/> must be called.</returns>
    /// <exception cref="Exception">The call must not be made.</exception>
    public abstract byte[]? Begin(string baseAddress, WorkflowDeployment deployment, ReadOnlySpan<byte> inputs);

    /// <summary>The exception for a call with callback delivery, which can't be recorded.</summary>
    public abstract Exception RefuseStart();

    /// <summary>Called when an attempt has its slot. The attempt sends its first byte after this has completed.</summary>
    public abstract ValueTask SendingAsync();

    /// <summary>Called when a complete response has come. The response isn't read before this has completed. Never throws.</summary>
    public abstract ValueTask AnsweredAsync(ReadOnlyMemory<byte> body);

    /// <summary>
    /// Called when an attempt got no response worth recording. If it can't have started a run, another attempt may follow.
    /// </summary>
    public abstract void AttemptFailed(bool mayHaveRun);

    /// <summary>Called when the call is over.</summary>
    /// <param name="failure">The exception that it ended with; null if it has its result.</param>
    public abstract void End(Exception? failure);
}
