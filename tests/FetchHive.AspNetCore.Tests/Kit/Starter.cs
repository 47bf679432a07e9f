using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>An application that starts runs and receives their callbacks.</summary>
internal static class Starter
{
    public const string ProfilePath = "/callbacks/profile";

    public static Task<Receiver> StartAsync(
        Service service,
        Action<FetchHiveCallbackOptions>? configure = null,
        Func<WorkflowCallback<string>, CancellationToken, Task>? handler = null,
        Action<FetchHiveCallbackBuilder>? stores = null,
        string environment = "Production") => Receiver.StartAsync(
        services =>
        {
            service.AddTo(services);
            FetchHiveCallbackBuilder builder = services.AddFetchHiveCallbacks(options => configure?.Invoke(options));
            stores?.Invoke(builder);
        },
        app =>
        {
            if (handler is null)
            {
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback);
            }
            else
            {
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, handler);
            }

            app.MapFetchHiveCallback(ProfilePath, IProfiles.StartCallback);
        },
        environment);

    public static Task<AcceptedRun<string>> StartRunAsync(this Receiver receiver) =>
        receiver.App.Services.GetRequiredService<IResearchBrief>().StartAsync("bees", receiver.CallbackUrl, Receiver.Token);
}
