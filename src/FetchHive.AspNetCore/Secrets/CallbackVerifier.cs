using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>
/// Decides which secrets count for a callback, and checks its signature. If no secret is known, the callback is refused.
/// </summary>
internal sealed class CallbackVerifier(
    LiveSettings settings, ICallbackRunStore runs, ICallbackStartStore starts, HoldRoom room, TimeProvider time)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMilliseconds(250);

    // A random secret that nobody knows. The callback of an unknown run is checked with it, so that refusing it takes as long as refusing a
    // wrong signature.
    private readonly string _nobodys = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether a header can be a signature at all. This can be checked before the body is read.</summary>
    /// <returns>Missing or malformed; otherwise mismatched, because nothing has been compared yet.</returns>
    public CallbackSignatureResult Shape(string? header) => CallbackSignature.Verify([], header, _nobodys);

    public ValueTask<Verification> VerifyAsync(
        string deployment, ReadOnlyMemory<byte> body, string? header, CancellationToken cancellationToken) =>
        settings.Current.SecretsOf(deployment) is { } secrets
            ? ValueTask.FromResult(new Verification(CallbackSignature.Verify(body.Span, header, secrets), SecretSource.Configured, null))
            : VerifyRunAsync(deployment, body, header, cancellationToken);

    // A known and an unknown run take the same look-ups in the same order, and one computation over the body, so that timing doesn't tell
    // them apart.
    private async ValueTask<Verification> VerifyRunAsync(
        string deployment, ReadOnlyMemory<byte> body, string? header, CancellationToken cancellationToken)
    {
        RememberedRun? remembered = null;
        bool isPostponed = false;
        if (WorkflowCallback.TryGetRequestId(body.Span, out string? requestId))
        {
            string run = CallbackKeys.Run(deployment, requestId);
            (remembered, isPostponed) = await FindAsync(CallbackKeys.Deployment(deployment), run, body.Length, cancellationToken)
                .ConfigureAwait(false);
        }

        if (isPostponed)
        {
            return new Verification(CallbackSignatureResult.Mismatched, SecretSource.NotYet, requestId);
        }

        CallbackSignatureResult result = CallbackSignature.Verify(body.Span, header, remembered?.WebhookSecret ?? _nobodys);
        SecretSource source = remembered?.WebhookSecret is null ? SecretSource.None : SecretSource.Remembered;
        return new Verification(result, source, requestId) { Run = remembered };
    }

    // The service may deliver a short run's callback before the response to its start. While such a start is under way, the callback is
    // held.
    private async ValueTask<(RememberedRun? Run, bool IsPostponed)> FindAsync(
        string deployment, string run, int bytes, CancellationToken cancellationToken)
    {
        GrowingPauses pauses = new(time, settings.Current.HoldTime, MaxPause);
        bool isHeld = false;
        try
        {
            while (true)
            {
                // In this order: a run is remembered before its start is removed.
                bool isStarting = await starts.AnyAsync(deployment, cancellationToken).ConfigureAwait(false);
                RememberedRun? found = await runs.FindAsync(run, cancellationToken).ConfigureAwait(false);
                if (found is not null || !isStarting || pauses.IsOver)
                {
                    return (found, false);
                }

                if (!isHeld && !(isHeld = room.TryEnter(deployment, run, bytes)))
                {
                    return (null, true);
                }

                await pauses.NextAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            if (isHeld)
            {
                room.Leave(deployment, run, bytes);
            }
        }
    }
}
