using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Emulator.Answers;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Emulator;

/// <summary>An answer that the emulator gives in place of its own: see <see cref="FetchHiveEmulator.RespondNext(EmulatorAnswer)"/>.</summary>
public abstract class EmulatorAnswer
{
    private protected EmulatorAnswer()
    {
    }

    /// <summary>An answer with the given text as its body, as <c>application/json</c>. The text is sent as it is, well-formed or not.</summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="body">The body.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">A status that has no body (204, 205, 304) was given one.</exception>
    public static EmulatorAnswer Json(int statusCode, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Raw(statusCode, Encoding.UTF8.GetBytes(body), new KeyValuePair<string, string>("Content-Type", "application/json; charset=utf-8"));
    }

    /// <summary>An error in the service's envelope: <c>error</c>, its alias <c>message</c> and, where one is given, <c>error_code</c> (documented at <c>api-reference/error-codes</c>).</summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="error">The human text.</param>
    /// <param name="errorCode">The stable code, such as <c>account_credit_cap_reached</c>; none when <see langword="null"/>.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    public static EmulatorAnswer Error(int statusCode, string error, string? errorCode = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Raw(
            statusCode,
            ServiceJson.Error(error, error, errorCode),
            new KeyValuePair<string, string>("Content-Type", "application/json; charset=utf-8"));
    }

    /// <summary>An answer of exactly these bytes and headers; never compressed.</summary>
    /// <param name="statusCode">The HTTP status, from 200 to 999.</param>
    /// <param name="body">The body, in full; the emulator adds the matching <c>Content-Length</c>.</param>
    /// <param name="headers">Further headers. <c>Content-Length</c> and <c>Transfer-Encoding</c> are the server's own.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// A status that has no body (204, 205, 304) was given one, or a header's name or value can't be sent.
    /// </exception>
    public static EmulatorAnswer Raw(int statusCode, ReadOnlyMemory<byte> body, params KeyValuePair<string, string>[] headers) =>
        new RawAnswer(statusCode, body, headers);

    /// <summary>Sends the answer. <paramref name="answering"/> is called with the status before the first byte leaves.</summary>
    internal abstract Task SendAsync(HttpContext context, Action<int> answering);
}
