using FetchHive;
using FetchHive.AspNetCore;

namespace BriefService;

/// <summary>Writes a brief and waits for it.</summary>
public sealed class BriefWriter(IResearchBrief briefs, CallbackRunTracker tracker)
{
    public async Task<string> WriteAsync(string customer, string topic, CancellationToken cancellationToken = default)
    {
        Uri callbackUrl = tracker.GetCallbackUrl(IResearchBrief.StartCallback, new() { ["customer"] = customer });
        AcceptedRun<string> run = await briefs.StartAsync(topic, callbackUrl, cancellationToken);
        try
        {
            return await tracker.WaitAsync(run, TimeSpan.FromMinutes(10), cancellationToken);
        }
        catch (FetchHiveRunFailedException exception)
        {
            return $"There is no brief on {topic}: {exception.Error}";
        }
    }
}
