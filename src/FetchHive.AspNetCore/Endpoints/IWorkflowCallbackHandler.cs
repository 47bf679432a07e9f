using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.AspNetCore;

/// <summary>Handles callbacks as a service: resolved for each delivery from the request's scope.</summary>
/// <typeparam name="T">What the output is read as.</typeparam>
public interface IWorkflowCallbackHandler<T>
{
    /// <summary>
    /// Handles a callback. When it returns, the delivery is acknowledged and the event isn't handled again. If it throws, the delivery is
    /// answered with 500 and the next one is handled.
    /// </summary>
    /// <param name="callback">
    /// The verified callback: completed, with the output; failed; or unreadable, with the output's text. For the latter two,
    /// <see cref="WorkflowCallback{T}.GetOutput"/> throws.
    /// </param>
    /// <param name="cancellationToken">
    /// Cancelled when the application is being stopped and the sender has hung up. A sender that hangs up doesn't cancel it on its own: the
    /// work is worth finishing.
    /// </param>
    /// <returns>A task that completes when the callback is handled.</returns>
    Task HandleAsync(WorkflowCallback<T> callback, CancellationToken cancellationToken);
}
