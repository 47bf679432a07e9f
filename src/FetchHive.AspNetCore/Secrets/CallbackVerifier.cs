using System;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Decides which secrets count for a callback, and checks its signature. Where no secret is known, the callback is refused.</summary>
internal sealed class CallbackVerifier(LiveSettings settings, ICallbackSecretStore store, HoldRoom room, TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(250);

    // Nobody knows it. A callback of an unknown run takes as long to refuse as one that is signed wrongly.
    private readonly string _nobodys = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public ValueTask<Verification> VerifyAsync(string deployment, ReadOnlyMemory<byte> body, string? header, CancellationToken cancellationToken) =>
        settings.Current.SecretsOf(deployment) is { } secrets
            ? ValueTask.FromResult(new Verification(CallbackSignature.Verify(body.Span, header, secrets), SecretSource.Configured, null))
            : VerifyRunAsync(deployment, body, header, cancellationToken);

    private async ValueTask<Verification> VerifyRunAsync(string deployment, ReadOnlyMemory<byte> body, string? header, CancellationToken cancellationToken)
    {
        CallbackSignatureResult shape = CallbackSignature.Verify(body.Span, header, _nobodys);
        if (shape is CallbackSignatureResult.Missing or CallbackSignatureResult.Malformed || !WorkflowCallback.TryGetRequestId(body.Span, out string? requestId))
        {
            return new Verification(shape, SecretSource.None, null);
        }

        string run = CallbackKeys.Run(deployment, requestId);
        string? secret = await store.FindAsync(run, cancellationToken).ConfigureAwait(false)
            ?? await HoldAsync(deployment, run, body.Length, cancellationToken).ConfigureAwait(false);
        return secret is null
            ? new Verification(shape, SecretSource.None, requestId)
            : new Verification(CallbackSignature.Verify(body.Span, header, secret), SecretSource.Remembered, requestId);
    }

    // The service may deliver a short run's callback before it has answered the start. While such a start is under way, the callback is held.
    private async ValueTask<string?> HoldAsync(string deployment, string run, int bytes, CancellationToken cancellationToken)
    {
        TimeSpan limit = settings.Current.HoldTime;
        string key = CallbackKeys.Deployment(deployment);
        long began = time.GetTimestamp();
        TimeSpan look = FirstLook;
        bool isHeld = false;
        try
        {
            while (true)
            {
                // In this order: a secret is remembered before the start's end is noted.
                bool isStarting = await store.IsStartingAsync(key, cancellationToken).ConfigureAwait(false);
                if (await store.FindAsync(run, cancellationToken).ConfigureAwait(false) is { } secret)
                {
                    return secret;
                }

                TimeSpan left = limit - time.GetElapsedTime(began);
                if (!isStarting || left <= TimeSpan.Zero || !(isHeld || (isHeld = room.TryEnter(bytes))))
                {
                    return null;
                }

                await Task.Delay(look < left ? look : left, time, cancellationToken).ConfigureAwait(false);
                look = look * 2 < LongestLook ? look * 2 : LongestLook;
            }
        }
        finally
        {
            if (isHeld)
            {
                room.Leave(bytes);
            }
        }
    }
}
