using System;
using System.Threading;
using Microsoft.Extensions.Hosting;

namespace FetchHive.AspNetCore;

/// <summary>Ends all waits when the application ends: when the host has stopped, or when the services are disposed.</summary>
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

    // Runs callbacks on other threads: the code after a wait may do anything, and must not delay the end.
    private void Cancel() => _ = _source.CancelAsync();
}
