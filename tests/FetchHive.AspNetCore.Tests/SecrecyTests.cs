using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore.Tests;

/// <summary>No secret is in any log line, exception, text or measurement, whatever happens.</summary>
public sealed class SecrecyTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task No_secret_shows_anywhere_on_any_path(string environment)
    {
        List<string> shown = [];
        using MeterListener meters = new();
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(shown, instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(shown, instrument, tags));
        meters.Start();
        Service service = new();
        await using (Receiver receiver = await Starter.StartAsync(
            service,
            options =>
            {
                options.Secrets["profile"] = [Receiver.Secret];
                options.HoldTime = TimeSpan.FromMilliseconds(100);
            },
            (callback, _) => callback.Status == RunStatus.Failed ? throw new InvalidOperationException("no") : Task.CompletedTask,
            environment: environment))
        {
            service.BeforeResponse = async (id, _) =>
                Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed(id), Service.Secret));
            AcceptedRun<string> run = await receiver.StartRunAsync();
            shown.Add(run.ToString());
            shown.Add(IResearchBrief.StartCallback.ToString());
            HttpStatusCode[] statuses =
            [
                await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret),
                await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret),
                await receiver.DeliverAsync(Receiver.Failed("req_1"), Service.Secret),
                await receiver.DeliverAsync(Receiver.Completed("req_1"), Receiver.Secret),
                await receiver.DeliverAsync(Receiver.Completed("req_2"), Service.Secret),
                await receiver.DeliverRawAsync(Receiver.Completed("req_1"), Service.Secret),
                await receiver.DeliverAsync(Receiver.Completed("req_1"), Service.Secret, Starter.ProfilePath),
                await receiver.DeliverAsync([.. "{}"u8], Receiver.Secret, Starter.ProfilePath),
                await receiver.DeliverAsync(Encoding.UTF8.GetBytes($$"""{"request_id":"req_1","event_type":"workflow.completed"}"""),
                    Service.Secret),
                await receiver.DeliverRawAsync(Receiver.Completed("req_1"), "x", "text/plain"),
            ];
            Assert.Equal(["OK", "OK", "InternalServerError", "Unauthorized", "Unauthorized", "Unauthorized", "Unauthorized", "BadRequest",
                "OK", "UnsupportedMediaType"], statuses.Select(status => status.ToString()));
            service.BeforeResponse = (_, _) => throw new System.Net.Http.HttpRequestException("away");
            shown.Add((await Assert.ThrowsAnyAsync<FetchHiveException>(() => receiver.StartRunAsync())).ToString());
            await Assert.ThrowsAsync<FetchHiveTimeoutException>(() =>
                receiver.Tracker.WaitAsync(IResearchBrief.StartCallback, "req_9", TimeSpan.FromMilliseconds(1), Receiver.Token));

            foreach (object value in new object[]
            {
                receiver.App.Services.GetRequiredService<IOptions<FetchHiveCallbackOptions>>().Value,
                receiver.App.Services.GetRequiredService<LiveSettings>(),
                receiver.App.Services.GetRequiredService<LiveSettings>().Current,
                new Verification(CallbackSignatureResult.Valid, SecretSource.Configured, "req_1"),
                receiver.Tracker,
            })
            {
                shown.Add(value.ToString()!);
            }

            await Task.Delay(200, Receiver.Token);
            shown.Add(receiver.Logs.Text);
        }

        lock (shown)
        {
            string all = string.Join('\n', shown);
            Assert.Contains("A callback for deployment research-brief was refused", all, StringComparison.Ordinal);
            foreach (string secret in new[] { Receiver.Secret, Service.Secret, Service.ApiKey })
            {
                Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_record_of_a_known_secret_does_not_show_it() =>
        Assert.DoesNotContain(Receiver.Secret, new KnownSecret(Receiver.Secret, "a name", true).ToString(), StringComparison.Ordinal);

    private static void Keep(List<string> shown, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string text = instrument.Name;
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            text += $" {tag.Key}={tag.Value}";
        }

        lock (shown)
        {
            shown.Add(text);
        }
    }
}
