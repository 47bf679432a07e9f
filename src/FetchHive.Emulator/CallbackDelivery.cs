using System;
using System.Threading.Tasks;

namespace FetchHive.Emulator;

/// <summary>
/// How one run's callback is delivered, if not in the regular way: once, after the response to the call that started the run, signed with
/// the deployment's secret. Pass it to <see cref="FetchHiveEmulator.DeliverNext(CallbackDelivery)"/>. The properties can be combined.
/// </summary>
/// <example>
/// <code>
/// hive.DeliverNext(new CallbackDelivery { Times = 2, Concurrently = true });
/// hive.DeliverNext(new CallbackDelivery { Secret = "another" });
/// hive.DeliverNext(CallbackDelivery.Never);
/// </code>
/// </example>
public sealed class CallbackDelivery
{
    /// <summary>No callback at all.</summary>
    public static CallbackDelivery Never { get; } = new() { Times = 0 };

    /// <summary>
    /// How many copies of the callback are sent: from 0 to 100,000, default 1. Each copy is retried separately when the receiver fails.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int Times
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000);
            field = value;
        }
    } = 1;

    /// <summary>
    /// Whether all copies are sent at the same time. Default: <see langword="false"/>, each is sent after the one before it was accepted or
    /// given up.
    /// </summary>
    public bool Concurrently { get; init; }

    /// <summary>
    /// How long the callback is held back, counted from the run's start by <see cref="FetchHiveEmulatorOptions.TimeProvider"/>: from 0
    /// (default) to 24 hours. The delay begins before the response to the call is sent, so a test that has the response can advance a fake
    /// clock.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public TimeSpan Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(24));
            field = value;
        }
    }

    /// <summary>
    /// Holds the callback back until this task has ended, whatever its outcome. Use it to send callbacks out of order: let the first wait
    /// for the task of <see cref="FetchHiveEmulator.WaitForCallbacksAsync(int, System.Threading.CancellationToken)"/>, which completes with
    /// the second.
    /// </summary>
    public Task? After { get; init; }

    /// <summary>
    /// Whether the callback is sent before the response to the call that started the run. The response then waits until the callback was
    /// tried once (with <see cref="Concurrently"/>, each copy), whether or not the receiver accepted it. Default: <see langword="false"/>,
    /// the callback is sent after the response.
    /// </summary>
    public bool BeforeResponse { get; init; }

    /// <summary>The secret that signs the callback. Default: the deployment's.</summary>
    /// <exception cref="ArgumentException">The value is empty or white space.</exception>
    public string? Secret
    {
        get;
        init
        {
            if (value is not null)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            }

            field = value;
        }
    }

    /// <summary>The signature's spelling. Default: <see cref="FetchHiveEmulatorOptions.CallbackSignatures"/>.</summary>
    public CallbackSignatureEncoding? SignatureEncoding { get; init; }

    /// <summary>
    /// Gets the genuine signature and returns the value of the header <c>X-Fetch-Hive-Signature</c>; <see langword="null"/> leaves the
    /// header out. Default: the genuine signature.
    /// </summary>
    public Func<string, string?>? Signature { get; init; }

    /// <summary>
    /// Gets the request id and returns the body, as text that is signed like any other. Default: the body of
    /// <see cref="FetchHiveEmulatorOptions.CallbackBodies"/>.
    /// </summary>
    public Func<string, string>? Body { get; init; }

    /// <summary>Changes the body's bytes after they were signed, as a man in the middle would. Default: no change.</summary>
    public Func<byte[], byte[]>? Tamper { get; init; }

    /// <summary>The number of copies, and whether they come before the response; never the secret.</summary>
    public override string ToString() => $"{Times} {(Times == 1 ? "copy" : "copies")}{(BeforeResponse ? " before the response" : "")}";
}
