using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints that receive the callbacks of Fetch Hive workflows.</summary>
/// <remarks>
/// <para>
/// An endpoint answers POST only. Without a body, in this order: 413 for a body beyond <see cref="FetchHiveCallbackOptions.MaxBodyBytes"/>, 415 for one that isn't JSON, 401 for one whose signature
/// is missing, malformed or wrong, or for whose run no secret is known, 400 for one that is signed and doesn't say how a run ended, 200 when it was handled now or before, 500 when the handler threw,
/// 503 when a store is away, another delivery is still being handled, or there is no room for more that isn't verified, and 408 when the
/// body didn't come in time. All but 200 leave the event to a further delivery.
/// </para>
/// <para>
/// The signature says who sends, so the endpoint allows anonymous requests where the application has a fallback authorization policy. Authorization that is asked for on the endpoint or on its group
/// holds. Antiforgery doesn't apply: it is for forms.
/// </para>
/// </remarks>
public static class FetchHiveCallbackEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an endpoint without a handler: its callbacks are there for <see cref="CallbackRunTracker.WaitAsync{T}(AcceptedRun{T}, TimeSpan, CancellationToken)"/>, and when
    /// <see cref="FetchHiveCallbackOptions.ResultRetention"/> has passed, for nobody.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T>(this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract) =>
        CallbackEndpoint.Map(endpoints, pattern, contract, handler: null);

    /// <summary>Maps an endpoint.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. When it has ended, the event isn't handled again; when it throws, a further delivery is. The token is cancelled when the application is being stopped and the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract, Func<WorkflowCallback<T>, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(endpoints, pattern, contract, (_, callback, cancellationToken) => handler(callback, cancellationToken));
    }

    /// <summary>Maps an endpoint whose handler uses a service of the request's scope.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. When it has ended, the event isn't handled again; when it throws, a further delivery is. The token is cancelled when the application is being stopped and the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, its settings aren't valid, or the service isn't registered.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T, TService>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract, Func<WorkflowCallback<T>, TService, CancellationToken, Task> handler)
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(
            endpoints,
            pattern,
            contract,
            (context, callback, cancellationToken) => handler(callback, context.RequestServices.GetRequiredService<TService>(), cancellationToken),
            typeof(TService));
    }

    /// <summary>Maps an endpoint whose handler uses two services of the request's scope.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <typeparam name="TService1">The first service.</typeparam>
    /// <typeparam name="TService2">The second service.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. When it has ended, the event isn't handled again; when it throws, a further delivery is. The token is cancelled when the application is being stopped and the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, its settings aren't valid, or a service isn't registered.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T, TService1, TService2>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract, Func<WorkflowCallback<T>, TService1, TService2, CancellationToken, Task> handler)
        where TService1 : notnull
        where TService2 : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(
            endpoints,
            pattern,
            contract,
            (context, callback, cancellationToken) => handler(
                callback,
                context.RequestServices.GetRequiredService<TService1>(),
                context.RequestServices.GetRequiredService<TService2>(),
                cancellationToken),
            typeof(TService1),
            typeof(TService2));
    }

    /// <summary>Maps an endpoint whose handler uses three services of the request's scope. For more, write the handler as a class.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <typeparam name="TService1">The first service.</typeparam>
    /// <typeparam name="TService2">The second service.</typeparam>
    /// <typeparam name="TService3">The third service.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. When it has ended, the event isn't handled again; when it throws, a further delivery is. The token is cancelled when the application is being stopped and the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, its settings aren't valid, or a service isn't registered.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T, TService1, TService2, TService3>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract, Func<WorkflowCallback<T>, TService1, TService2, TService3, CancellationToken, Task> handler)
        where TService1 : notnull
        where TService2 : notnull
        where TService3 : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(
            endpoints,
            pattern,
            contract,
            (context, callback, cancellationToken) => handler(
                callback,
                context.RequestServices.GetRequiredService<TService1>(),
                context.RequestServices.GetRequiredService<TService2>(),
                context.RequestServices.GetRequiredService<TService3>(),
                cancellationToken),
            typeof(TService1),
            typeof(TService2),
            typeof(TService3));
    }

    /// <summary>Maps an endpoint whose handler is a service: <c>builder.Services.AddScoped&lt;BriefHandler&gt;()</c>, and <c>app.MapFetchHiveCallback&lt;string, BriefHandler&gt;(…)</c>.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <typeparam name="THandler">The handler; registered as a service, of any lifetime.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, its settings aren't valid, or the handler isn't registered.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T, THandler>(this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract)
        where THandler : class, IWorkflowCallbackHandler<T> =>
        CallbackEndpoint.Map(
            endpoints,
            pattern,
            contract,
            static (context, callback, cancellationToken) => context.RequestServices.GetRequiredService<THandler>().HandleAsync(callback, cancellationToken),
            typeof(THandler));
}
