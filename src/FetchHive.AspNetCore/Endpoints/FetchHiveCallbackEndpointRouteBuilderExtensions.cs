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
/// An endpoint answers POST only, and without a body. The statuses, in this order: 413 for a body larger than
/// <see cref="FetchHiveCallbackOptions.MaxBodyBytes"/>; 415 for a body that isn't JSON; 401 if the signature is missing, malformed or
/// wrong, or if no secret is known for the run; 400 for a signed body that doesn't say how a run ended; 200 if the event was handled now or
/// before; 500 if the handler threw; 503 if a store is unavailable, if another delivery is still being handled, or if there is no room for
/// more unverified bodies; and 408 if the body didn't arrive in time. After any status other than 200, a further delivery is handled.
/// </para>
/// <para>
/// The signature identifies the sender, so the endpoint allows anonymous requests even if the application has a fallback authorization
/// policy. Authorization that is set on the endpoint or its group applies. Antiforgery doesn't apply: it is for forms.
/// </para>
/// </remarks>
public static class FetchHiveCallbackEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps an endpoint. <see cref="CallbackEndpointBuilder{T}.HandledBy{THandler}"/> sets the class that handles its callbacks. Without a
    /// handler, callbacks are only kept for <see cref="CallbackRunTracker"/>, until <see cref="FetchHiveCallbackOptions.ResultRetention"/>
    /// has passed.
    /// </summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <returns>A builder for the endpoint's conventions and its handler.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException"><c>AddFetchHiveCallbacks</c> wasn't called, or its settings aren't valid.</exception>
    public static CallbackEndpointBuilder<T> MapFetchHiveCallback<T>(
        this IEndpointRouteBuilder endpoints, string pattern, CallbackContract<T> contract) =>
        CallbackEndpoint.Map(endpoints, pattern, contract, handle: null);

    /// <summary>Maps an endpoint whose callbacks are handled by a lambda.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. After it has completed, the event isn't handled again. If it throws, a further delivery is handled. The token is
    /// cancelled when the application is being stopped and the sender has hung up.
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

    /// <summary>Maps an endpoint whose callbacks are handled by a lambda that gets the services of the request's scope.</summary>
    /// <typeparam name="T">What the output is read as.</typeparam>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="pattern">The route's pattern: the path of the callback URL.</param>
    /// <param name="contract">The contract of the method that starts the runs, such as <c>IResearchBrief.StartCallback</c>.</param>
    /// <param name="handler">
    /// Handles a callback. The services are those of the request's scope, including <see cref="CallbackRequest"/>. After it has completed,
    /// the event isn't handled again. If it throws, a further delivery is handled. The token is cancelled when the application is being
    /// stopped and the sender has hung up.
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
