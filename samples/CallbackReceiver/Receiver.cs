using System.Threading;
using System.Threading.Tasks;
using FetchHive;
using FetchHive.Emulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallbackReceiver;

/// <summary>The web application: one endpoint for callbacks, and a page that lists runs.</summary>
internal static class Receiver
{
    private const string CallbackPath = "/callbacks/research-brief";

    public static async Task<WebApplication> StartAsync(FetchHiveEmulator hive)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // The key and the address of the emulator. On Fetch Hive, use AddFetchHive(builder.Configuration.GetSection("FetchHive")).
        builder.Services
            .AddFetchHive(options =>
            {
                options.ApiKey = hive.ApiKey;
                options.BaseAddress = hive.BaseAddress;
            })
            .AddResearchBrief();

        // The callback URL needs no setting here, as the service is on this machine too. Elsewhere, set
        // FetchHiveCallbackOptions.PublicBaseAddress.
        // Without secrets, each run's callback is verified by the secret that came with the response to its start. That works in this
        // process; for several, configure the deployment's secret, or share the remembered secrets (FetchHive.Redis).
        builder.Services.AddFetchHiveCallbacks();

        builder.Services.AddSingleton(hive);
        builder.Services.AddSingleton<RunBoard>();

        WebApplication app = builder.Build();

        // Verified, read as a Brief, and handled once, however often it is delivered.
        app.MapFetchHiveCallback(CallbackPath, IResearchBrief.StartCallback, (callback, services, _) =>
        {
            services.GetRequiredService<RunBoard>().Finish(callback);
            return Task.CompletedTask;
        });
        app.MapPages();
        await app.StartAsync();
        return app;
    }
}
