using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;

namespace FetchHive;

/// <summary>
/// Keeps what becomes of one call, and answers it when it was made before. It flows with the code that makes the call; the sender asks for
/// it. A process that never runs a batch pays one read of a static field for it.
/// </summary>
internal abstract class CallRecorder
{
    private static readonly AsyncLocal<CallRecorder?> Ambient = new();

    private static bool _isUsed;

    /// <summary>The recorder of the code that runs; null outside of a batch.</summary>
    public static CallRecorder? Current => Volatile.Read(ref _isUsed) ? Ambient.Value : null;

    /// <summary>Makes a recorder the one of the asynchronous method that calls this, and of what it calls.</summary>
    public static void Enter(CallRecorder recorder)
    {
        Volatile.Write(ref _isUsed, true);
        Ambient.Value = recorder;
    }

    /// <summary>A call begins. It holds no slot yet.</summary>
    /// <param name="baseAddress">Where the API is.</param>
    /// <param name="deployment">What is invoked.</param>
    /// <param name="inputs">The JSON of the inputs.</param>
    /// <returns>The answer that is recorded; null to send the call. Then <see cref="End"/> has to follow.</returns>
    /// <exception cref="Exception">The call isn't to be made.</exception>
    public abstract byte[]? Begin(string baseAddress, WorkflowDeployment deployment, ReadOnlySpan<byte> inputs);

    /// <summary>The exception for a call with callback delivery, which can't be recorded.</summary>
    public abstract Exception RefuseStart();

    /// <summary>An attempt has its slot, and sends its first byte when this has ended.</summary>
    public abstract ValueTask SendingAsync();

    /// <summary>A whole answer came, and isn't looked at before this has ended. Doesn't fail.</summary>
    public abstract ValueTask AnsweredAsync(ReadOnlyMemory<byte> body);

    /// <summary>An attempt got no answer that is worth recording. Another may follow when it can't have run.</summary>
    public abstract void AttemptFailed(bool mayHaveRun);

    /// <summary>The call is over.</summary>
    /// <param name="failure">What it ended with; null when it has its result.</param>
    public abstract void End(Exception? failure);
}
