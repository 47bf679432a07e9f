using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;

namespace FetchHive.Emulator;

// Faults of the network and of broken servers. For refused connections see FetchHiveEmulator.StopListeningAsync.
public abstract partial class EmulatorResponse
{
    /// <summary>No response: the connection ends instead.</summary>
    /// <param name="end">How it ends.</param>
    /// <param name="readsRequest">
    /// Whether the request is read first. When <see langword="false"/>, the connection ends as soon as the request's headers have arrived,
    /// whatever the request is. Only <see cref="FetchHiveEmulator.RespondNext(EmulatorResponse)"/> accepts such a response, because the
    /// request's deployment isn't known yet. The request is recorded without its body.
    /// </param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is not a member of <see cref="ConnectionEnd"/>.</exception>
    public static EmulatorResponse NoResponse(ConnectionEnd end, bool readsRequest = true) => new NoResponse(Checked(end), readsRequest);

    /// <summary>No response: the connection stays open until the caller closes it or the emulator is disposed.</summary>
    /// <param name="readsRequest">
    /// Whether the request is read. When <see langword="false"/>, a body of several MiB doesn't get through, as with a server that hangs.
    /// <see cref="NoResponse"/> describes the other effects.
    /// </param>
    /// <returns>The response.</returns>
    public static EmulatorResponse Never(bool readsRequest = true) => new NeverResponse(readsRequest);

    /// <summary>
    /// A response that begins like a completed run's and never ends. It is sent without <c>Content-Length</c>, as fast as the caller reads.
    /// </summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    public static EmulatorResponse Endless(int statusCode = 200)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 999);
        return EndlessResponse.Uncompressed(statusCode);
    }

    /// <summary>
    /// A response with status 200 that is small on the wire and large when decompressed. With gzip it is about a thousandth of that size.
    /// </summary>
    /// <param name="length">The size when decompressed, in bytes; rounded to whole MiB, at least 1.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is less than 1.</exception>
    public static EmulatorResponse CompressionBomb(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        return EndlessResponse.Compressed(length);
    }

    /// <summary>The same response with one more header.</summary>
    /// <param name="name">The header's name. <c>Content-Length</c> and <c>Transfer-Encoding</c> are set by the server.</param>
    /// <param name="value">Its value: visible ASCII characters and spaces.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentException">The name or the value can't be sent.</exception>
    /// <exception cref="InvalidOperationException">The response has no headers.</exception>
    public EmulatorResponse WithHeader(string name, string value)
    {
        RawResponse.CheckHeader(name, value, nameof(name));
        return With(Transfer with { Headers = [.. Transfer.Headers, new KeyValuePair<string, string>(name, value)] });
    }

    /// <summary>The same response, after a delay.</summary>
    /// <param name="delay">The delay; not negative.</param>
    /// <param name="timeProvider">The clock; the system's when <see langword="null"/>.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public EmulatorResponse After(TimeSpan delay, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return With(Transfer with { Before = Waiting(delay, timeProvider) });
    }

    /// <summary>The same response, sent after a task has ended, so that the test decides when.</summary>
    /// <param name="gate">The task; how it ends doesn't matter.</param>
    /// <returns>The response.</returns>
    public EmulatorResponse After(Task gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return With(Transfer with
        {
            Before = async token => await gate.WaitAsync(token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing),
        });
    }

    /// <summary>The same response, with its body sent a few bytes at a time. The connection is closed afterwards.</summary>
    /// <param name="length">How many bytes at a time; at least 1.</param>
    /// <param name="pause">The pause between pieces; not negative.</param>
    /// <param name="timeProvider">The clock; the system's when <see langword="null"/>.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The response has no body.</exception>
    public EmulatorResponse InPieces(int length, TimeSpan pause, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return With(Transfer with { PieceLength = length, Between = Waiting(pause, timeProvider) });
    }

    /// <summary>The same response, cut off: the full length is announced, but the connection ends after the beginning.</summary>
    /// <param name="length">How many bytes of the body are sent; 0 for the headers only.</param>
    /// <param name="end">How the connection ends.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The response has no body.</exception>
    public EmulatorResponse CutAfter(int length, ConnectionEnd end = ConnectionEnd.Close)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 0);
        return With(Transfer with { StopsAfter = length, End = Checked(end) });
    }

    /// <summary>
    /// The same response, stalled: the full length is announced, but only the beginning is sent, on a connection that stays open.
    /// </summary>
    /// <param name="length">How many bytes of the body are sent; 0 for the headers only.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The response has no body.</exception>
    public EmulatorResponse StallAfter(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 0);
        return With(Transfer with { StopsAfter = length, End = null });
    }

    /// <summary>The same response, lost: the request is processed, and the connection ends without a response.</summary>
    /// <param name="end">How the connection ends.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> is not a member of <see cref="ConnectionEnd"/>.</exception>
    public EmulatorResponse Lost(ConnectionEnd end = ConnectionEnd.Reset) => With(Transfer with { IsLost = true, End = Checked(end) });

    private static Func<CancellationToken, Task> Waiting(TimeSpan delay, TimeProvider? timeProvider) =>
        token => Task.Delay(delay, timeProvider ?? TimeProvider.System, token);

    private static ConnectionEnd Checked(ConnectionEnd end) =>
        Enum.IsDefined(end) ? end : throw new ArgumentOutOfRangeException(nameof(end), end, "Use a member of ConnectionEnd.");

    private TransferredResponse With(Transfer transfer)
    {
        if (transfer.HasBody && Inner is not (WholeResponse or RegularResponse))
        {
            throw new InvalidOperationException(
                "This response has no headers and no body to change. Start from Json, Error, Raw or Regular.");
        }

        return new TransferredResponse(Inner, transfer);
    }
}
