using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Emulator.Responses;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator;

/// <summary>
/// A response that the emulator sends in place of its own, or a fault in place of a response: see
/// <see cref="FetchHiveEmulator.RespondNext(EmulatorResponse)"/>. It is immutable, so one object can serve any number of requests.
/// </summary>
/// <example>
/// <code>
/// hive.RespondNext(EmulatorResponse.Error(503, "Busy.").WithHeader("Retry-After", "2"));
/// hive.RespondNext(EmulatorResponse.Regular().Lost());       // the run starts, and its response never arrives
/// </code>
/// </example>
public abstract partial class EmulatorResponse
{
    private protected EmulatorResponse()
    {
    }

    /// <summary>Whether the request is read to its end before the response. False for faults that come earlier.</summary>
    internal virtual bool ReadsRequest => true;

    /// <summary>Whether the emulator decides on the response, and this object only sets its transfer.</summary>
    internal virtual bool IsRegular => false;

    /// <summary>The text <c>error</c> of a refusal, or null.</summary>
    internal virtual string? ErrorText => null;

    internal virtual Transfer Transfer => Transfer.Whole;

    /// <summary>The response without its transfer.</summary>
    internal virtual EmulatorResponse Inner => this;

    /// <summary>
    /// A response with the given text as its body, as <c>application/json</c>. The text is sent as it is, well-formed or not.
    /// </summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="body">The body.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">A status that has no body (204, 205, 304) was given one.</exception>
    public static EmulatorResponse Json(int statusCode, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Raw(
            statusCode, Encoding.UTF8.GetBytes(body), new KeyValuePair<string, string>("Content-Type", "application/json; charset=utf-8"));
    }

    /// <summary>
    /// An error in the service's envelope: <c>error</c>, its alias <c>message</c> and, if one is given, <c>error_code</c> (documented at
    /// <c>api-reference/error-codes</c>).
    /// </summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="error">The human-readable message.</param>
    /// <param name="errorCode">The stable code, such as <c>account_credit_cap_reached</c>; none when <see langword="null"/>.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    public static EmulatorResponse Error(int statusCode, string error, string? errorCode = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Raw(
            statusCode,
            ServiceJson.Error(error, error, errorCode),
            new KeyValuePair<string, string>("Content-Type", "application/json; charset=utf-8"));
    }

    /// <summary>A response of exactly these bytes and headers; never compressed.</summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="body">The body, in full; the emulator adds the matching <c>Content-Length</c>.</param>
    /// <param name="headers">
    /// Further headers, such as a correct or wrong <c>Content-Encoding</c>. <c>Content-Length</c> and <c>Transfer-Encoding</c> are set by
    /// the server.
    /// </param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// A status that has no body (204, 205, 304) was given one, or a header's name or value can't be sent.
    /// </exception>
    public static EmulatorResponse Raw(int statusCode, ReadOnlyMemory<byte> body, params KeyValuePair<string, string>[] headers) =>
        new RawResponse(statusCode, body, headers);

    /// <summary>
    /// The refusal of a direct call above the plan's number of concurrent runs: 429 with the documented body
    /// (<c>api-reference/errors-and-rate-limits</c>).
    /// </summary>
    /// <returns>The response.</returns>
    public static EmulatorResponse ConcurrencyLimit() => Json(429, ServiceJson.ConcurrencyLimitBody);

    /// <summary>
    /// The refusal of a call above the daily limit: 429 with the documented body (<c>api-reference/errors-and-rate-limits</c>).
    /// </summary>
    /// <returns>The response.</returns>
    public static EmulatorResponse DailyLimit() => Json(429, ServiceJson.DailyLimitBody);

    /// <summary>A redirect without a body.</summary>
    /// <param name="statusCode">The HTTP status: 300 to 399, except 304.</param>
    /// <param name="location">The address to redirect to. For a loop, use the request's own address.</param>
    /// <returns>The response.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> isn't a redirect.</exception>
    public static EmulatorResponse Redirect(int statusCode, Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (statusCode is < 300 or > 399 or 304)
        {
            throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "Use a status from 300 to 399, but not 304.");
        }

        return Raw(
            statusCode,
            default,
            new KeyValuePair<string, string>("Location", location.IsAbsoluteUri ? location.AbsoluteUri : location.OriginalString));
    }

    /// <summary>
    /// The response that the emulator would send without a script: the request is checked, and a run starts. Combine it with a fault, such
    /// as <see cref="Lost"/> or <see cref="CutAfter"/>.
    /// </summary>
    /// <returns>The response.</returns>
    public static EmulatorResponse Regular() => new RegularResponse();

    /// <summary>Sends the response. <paramref name="answering"/> is called with the status before the first byte is sent.</summary>
    internal abstract Task SendAsync(HttpContext context, Action<int> answering);

    /// <summary>This response with a particular transfer.</summary>
    internal virtual EmulatorResponse Transferred(Transfer transfer) => new TransferredResponse(this, transfer);

    /// <summary>The response that the emulator decided on, with this object's transfer.</summary>
    internal virtual EmulatorResponse InPlaceOfRegular(EmulatorResponse regular) => regular;
}
