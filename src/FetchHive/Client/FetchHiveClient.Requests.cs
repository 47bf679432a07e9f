using System;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive;

// The service's records of requests.
public sealed partial class FetchHiveClient
{
    /// <summary>
    /// Looks up the service's record of a request, by the request id of a run, an accepted run, a callback or an exception.
    /// </summary>
    /// <remarks>
    /// <c>GET public/requests/{id}</c> is known from the official SDKs (0.2.7 and later), not from the documentation. A look-up starts no
    /// run and needs no slot of <see cref="FetchHiveOptions.MaxConcurrency"/>. Transient failures are retried, up to
    /// <see cref="FetchHiveOptions.MaxRetries"/> times within <see cref="FetchHiveOptions.Timeout"/>.
    /// </remarks>
    /// <param name="requestId">The service's id of the request, such as <c>req_019d52846ea37682b03522fd0695cc43</c>.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>
    /// The record; <see langword="null"/> if the service answers with 404 and a JSON error, because it doesn't know the request (yet).
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is null, blank, longer than 256 characters, or can't be an
    /// id.</exception>
    /// <exception cref="FetchHiveResponseException">The response isn't a JSON object, or is the record of another request.</exception>
    /// <exception cref="FetchHiveException">The look-up failed; the exception's type says how. <see cref="FetchHiveException.MayHaveRun"/>
    /// is always false: it says nothing about the run that is looked up.</exception>
    /// <exception cref="FetchHiveCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public Task<RequestRecord?> GetRequestAsync(string requestId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestId);
        if (RequestLookup.WhatIsWrong(requestId) is { } mistake)
        {
            throw new ArgumentException(
                $"The request id {mistake}. Give the RequestId of a run, an accepted run, a callback or an exception.", nameof(requestId));
        }

        ThrowIfDisposed();
        return Sender.LookUpAsync(requestId, cancellationToken);
    }
}
