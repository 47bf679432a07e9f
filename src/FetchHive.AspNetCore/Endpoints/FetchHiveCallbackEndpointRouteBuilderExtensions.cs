using System;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.AspNetCore;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps endpoints that receive the callbacks of Fetch Hive workflows.</summary>
/// <remarks>
/// <para>
/// An endpoint answers POST only. Without a body, in this order: 413 for a body beyond <see cref="FetchHiveCallbackOptions.MaxBodyBytes"/>,
/// 415 for one that isn't JSON, 401 for one whose signature is missing, malformed or wrong, or for whose run no secret is known, 400 for
/// one that is signed and doesn't say how a run ended, 200 when it was handled now or before, 500 when the handler threw, 503 when a store
/// is away, another delivery is still being handled, or there is no room for more that isn't verified, and 408 when the body didn't come in
/// time. All but 200 leave the event to a further delivery.
/// </para>
/// <para>
/// The signature says who sends, so the endpoint allows anonymous requests where the application has a fallback authorization policy.
/// Authorization that is asked for on the endpoint or on its group holds. Antiforgery doesn't apply: it is for forms.
/// </para>
/// </remarks>
public static class FetchHiveCallbackEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an endpoint, and leaves it to <see cref="CallbackEndpointBuilder{T}.HandledBy{THandler}"/> to say which class handles its
    /// callbacks. Without a handler, callbacks are only kept, for <see cref="CallbackRunTracker"/>, until
    /// <see cref="FetchHiveCallbackOptions.ResultRetention"/> has passed.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <returns>The endpoint: its conventions, and its handler.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static CallbackEndpointBuilder<T> MapFetchHiveCallback<T>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract) =>
        CallbackEndpoint.Map(endpoints, pattern, contract, handle: null);

    /// <summary>Maps an endpoint whose callbacks a lambda handles.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. When it has ended, the event isn't handled again; when it throws, a further delivery is. The token is cancelled
    /// when the application is being stopped and the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        CallbackContract<T> contract,
        Func<WorkflowCallback<T>, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(endpoints, pattern, contract, (_, callback, cancellationToken) => handler(callback, cancellationToken));
    }

    /// <summary>Maps an endpoint whose callbacks a lambda handles, with the services of the request's scope.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. The services are those of the request's scope, <see cref="CallbackRequest"/> among them. When it has ended, the
    /// event isn't handled again; when it throws, a further delivery is. The token is cancelled when the application is being stopped and
    /// the sender has gone.
    /// </param>
    /// <returns>The endpoint's conventions.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static IEndpointConventionBuilder MapFetchHiveCallback<T>(
        this IEndpointRouteBuilder endpoints,
        string pattern,
        CallbackContract<T> contract,
        Func<WorkflowCallback<T>, IServiceProvider, CancellationToken, Task> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return CallbackEndpoint.Map(
            endpoints,
            pattern,
            contract,
            (context, callback, cancellationToken) => handler(callback, context.RequestServices, cancellationToken));
    }
}
