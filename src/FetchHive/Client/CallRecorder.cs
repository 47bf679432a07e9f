using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Records one call, and returns the recorded response if there is one. The sender looks the recorder up: by the call's token, or in the
/// asynchronous flow of the code that makes the call. A process that never runs a batch only pays one read of a static field.
/// </summary>
internal abstract class CallRecorder
{
    private static readonly AsyncLocal<CallRecorder?> Ambient = new();

    private static readonly ConcurrentDictionary<CancellationToken, CallRecorder> ByToken = new();

    private static bool _isUsed;

    /// <summary>The recorder of the code that runs; null outside of a batch.</summary>
    public static CallRecorder? Current => Volatile.Read(ref _isUsed) ? Ambient.Value : null;

    /// <summary>The recorder of a call; null for a call of no batch.</summary>
    /// <param name="token">
    /// The call's token. A row's token wins over the flow: a worker that takes calls from a queue runs in the flow of the code that started
    /// it.
    /// </param>
    public static CallRecorder? Of(CancellationToken token) =>
        !Volatile.Read(ref _isUsed) ? null : ByToken.TryGetValue(token, out CallRecorder? recorder) ? recorder : Ambient.Value;

    /// <summary>
    /// Makes a recorder the one of calls with this token, of the asynchronous method that calls this, and of everything it calls.
    /// </summary>
    public static void Enter(CallRecorder recorder, CancellationToken token)
    {
        Volatile.Write(ref _isUsed, true);
        ByToken[token] = recorder;
        Ambient.Value = recorder;
    }

    /// <summary>A recorder's row has ended.</summary>
    public static void Leave(CancellationToken token) => ByToken.TryRemove(token, out _);

    /// <summary>A call begins. It holds no slot yet.</summary>
    /// <param name="baseAddress">Where the API is.</param>
    /// <param name="deployment">What is invoked.</param>
    /// <param name="inputs">The JSON of the inputs.</param>
    /// <returns>The recorded response; null if the call has to be sent. Then <see cref="End"/> has to follow.</returns>
    /// <exception cref="Exception">The call must not be made.</exception>
    public abstract byte[]? Begin(string baseAddress, WorkflowDeployment deployment, ReadOnlySpan<byte> inputs);

    /// <summary>The exception for a call with callback delivery, which can't be recorded.</summary>
    public abstract Exception RefuseStart();

    /// <summary>An attempt has its slot. It sends its first byte after this has ended.</summary>
    public abstract ValueTask SendingAsync();

    /// <summary>A complete response has come. It isn't read before this has ended. Never fails.</summary>
    public abstract ValueTask AnsweredAsync(ReadOnlyMemory<byte> body);

    /// <summary>An attempt got no response worth recording. Another attempt may follow if it can't have run.</summary>
    public abstract void AttemptFailed(bool mayHaveRun);

    /// <summary>The call is over.</summary>
    /// <param name="failure">What it ended with; null when it has its result.</param>
    public abstract void End(Exception? failure);
}
