using System;
using System.Threading;
using Microsoft.Extensions.Hosting;

namespace FetchHive.AspNetCore;

/// <summary>Ends waits with the application: when the host has stopped, or when the services are disposed.</summary>
internal sealed class ApplicationEnd : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _onStopped;

    public ApplicationEnd(IHostApplicationLifetime? application)
    {
        Token = _source.Token;
        _onStopped = application?.ApplicationStopped.UnsafeRegister(static end => ((ApplicationEnd)end!).Cancel(), this) ?? default;
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        _onStopped.Dispose();
        Cancel();
    }

    // On other threads: the code after a wait may do anything, and must not hold up the end.
    private void Cancel() => _ = _source.CancelAsync();
}
