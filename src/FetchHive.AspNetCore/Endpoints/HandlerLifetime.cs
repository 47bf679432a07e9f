using System;
using System.Threading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FetchHive.AspNetCore;

/// <summary>
/// The token of a handler. It isn't documented how long the service waits for a response. If a handler were cancelled whenever the sender
/// hangs up, it could never finish longer work, however often the service tried again. So its token is cancelled only if the application is
/// also being stopped: then the server waits for open requests until the host's shutdown timeout, and aborts them.
/// </summary>
internal sealed class HandlerLifetime : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationToken _aborted;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _onAborted;
    private readonly CancellationTokenRegistration _onStopping;

    public HandlerLifetime(HttpContext context, IHostApplicationLifetime? application)
    {
        _aborted = context.RequestAborted;
        _stopping = application?.ApplicationStopping ?? CancellationToken.None;
        _onAborted = _aborted.UnsafeRegister(static lifetime => ((HandlerLifetime)lifetime!).Look(), this);
        _onStopping = _stopping.UnsafeRegister(static lifetime => ((HandlerLifetime)lifetime!).Look(), this);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _onAborted.Dispose();
        _onStopping.Dispose();
        _source.Dispose();
    }

    private void Look()
    {
        if (_aborted.IsCancellationRequested && _stopping.IsCancellationRequested)
        {
            _source.Cancel();
        }
    }
}
