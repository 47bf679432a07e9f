using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore;

/// <summary>Configures a mapped endpoint: its conventions, and the class that handles its callbacks.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public sealed class CallbackEndpointBuilder<T> : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _endpoint;
    private readonly IServiceProvider _services;
    private readonly CallbackContract<T> _contract;
    private readonly HandlerOf<T> _handler;

    internal CallbackEndpointBuilder(
        IEndpointConventionBuilder endpoint, IServiceProvider services, CallbackContract<T> contract, HandlerOf<T> handler)
    {
        _endpoint = endpoint;
        _services = services;
        _contract = contract;
        _handler = handler;
    }

    /// <summary>
    /// Sets the service that handles the endpoint's callbacks: <c>builder.Services.AddScoped&lt;BriefHandler&gt;()</c>, and
    /// <c>app.MapFetchHiveCallback(pattern, contract).HandledBy&lt;BriefHandler&gt;()</c>. It is resolved from the request's scope.
    /// </summary>
    /// <typeparam name="THandler">The handler, registered as a service of any lifetime.</typeparam>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="InvalidOperationException">The handler isn't registered, or the endpoint already has one.</exception>
    public IEndpointConventionBuilder HandledBy<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, IWorkflowCallbackHandler<T>
    {
        if (_services.GetService<IServiceProviderIsService>()?.IsService(typeof(THandler)) == false)
        {
            throw new InvalidOperationException(
                $"The callback {_contract} should be handled by {typeof(THandler)}, but no such service is registered. Add it to "
                + $"builder.Services, for example builder.Services.AddScoped<{typeof(THandler).Name}>().");
        }

        _handler.Set(
            static (context, callback, cancellationToken) => HandlerService.Of<THandler>(context).HandleAsync(callback, cancellationToken),
            _contract);
        return _endpoint;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _endpoint.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _endpoint.Finally(finallyConvention);
}

/// <summary>The handler of an endpoint's callbacks. It is set while endpoints are mapped, and read with each callback.</summary>
internal sealed class HandlerOf<T>
{
    private Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? _handle;

    /// <summary>Null if callbacks are only kept for <see cref="CallbackRunTracker"/>.</summary>
    public Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task>? Handle => Volatile.Read(ref _handle);

    public void Set(Func<HttpContext, WorkflowCallback<T>, CancellationToken, Task> handle, CallbackContract<T> contract)
    {
        if (Interlocked.CompareExchange(ref _handle, handle, null) is not null)
        {
            throw new InvalidOperationException(
                $"The endpoint of the callback {contract} already has a handler. Call HandledBy once, and let that handler do both.");
        }
    }
}
