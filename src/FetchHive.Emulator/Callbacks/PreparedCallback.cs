using System;
using System.Collections.Generic;
using System.Text;
using FetchHive.Emulator.Runs;

namespace FetchHive.Emulator.Callbacks;

/// <summary>
/// A run's callback as it is sent. It is the same for every copy and attempt, because it contains no time and no attempt number.
/// </summary>
/// <param name="Run">The run.</param>
/// <param name="Body">The body, with the test's changes.</param>
/// <param name="Headers">The headers.</param>
internal sealed record PreparedCallback(EmulatedRun Run, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public static PreparedCallback Of(
        EmulatedRun run, RunOutcome outcome, CallbackDelivery delivery, CallbackJson json, CallbackSignatureEncoding encoding)
    {
        byte[] body = delivery.Body is { } write ? Encoding.UTF8.GetBytes(write(run.RequestId)) : json.Write(run, outcome);
        string? signature = CallbackSignature.Sign(
            body, delivery.Secret ?? run.Deployment.WebhookSecret, delivery.SignatureEncoding ?? encoding);
        signature = delivery.Signature is { } change ? change(signature) : signature;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        if (signature is not null)
        {
            if (signature.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            {
                throw new ArgumentException(
                    "A signature may only contain visible ASCII characters and spaces: HTTP can't send others unchanged.");
            }

            headers[CallbackSignature.HeaderName] = signature;
        }

        return new PreparedCallback(run, delivery.Tamper is { } tamper ? tamper(body) : body, headers);
    }

    /// <summary>Records an attempt to send it.</summary>
    public SentCallback Sent(int copy, int attempt, SendOutcome outcome) => new()
    {
        RequestId = Run.RequestId,
        Deployment = Run.Deployment.Name,
        Variant = Run.Deployment.Variant,
        Url = Run.CallbackUrl!,
        Copy = copy,
        Attempt = attempt,
        Headers = Headers,
        BodyBytes = Body,
        SentAt = outcome.SentAt,
        Duration = outcome.Duration,
        StatusCode = outcome.StatusCode,
        Failure = outcome.Failure,
    };
}

/// <summary>The outcome of sending.</summary>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="StatusCode">The receiver's status, or null.</param>
/// <param name="Failure">Why there is no status, or null.</param>
internal readonly record struct SendOutcome(DateTimeOffset SentAt, TimeSpan Duration, int? StatusCode, string? Failure);
