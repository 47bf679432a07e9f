using System;
using System.Net;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>A callback that arrives in a process that shares nothing and didn't start the run: the log says what is missing.</summary>
public sealed class OtherInstanceTests
{
    [Fact]
    public async Task A_result_that_nobody_here_can_wait_for_is_logged_once()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service(), options =>
            options.Secrets["research-brief"] = [Receiver.Secret]);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_of_another")));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_of_another_2")));

        Assert.Contains("package FetchHive.Redis, AddRedis", receiver.Logs.Line(57), StringComparison.Ordinal);
        Assert.Single(receiver.Logs.All, line => line.Contains("[57]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_whose_secret_another_instance_has_is_logged_once()
    {
        await using Receiver receiver = await Starter.StartAsync(new Service());

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_of_another"), Service.Secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_of_another"), Service.Secret));

        Assert.Contains("FetchHiveCallbackOptions.Secrets), or share", receiver.Logs.Line(58), StringComparison.Ordinal);
        Assert.Single(receiver.Logs.All, line => line.Contains("[58]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_logged_about_runs_that_were_started_here_or_where_nobody_waits()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.Secrets["research-brief"] = [Receiver.Secret]);
        // Before the response to the start, the run isn't known yet.
        service.BeforeResponse = async (id, _) => Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(id)));
        await receiver.StartRunAsync();
        service.BeforeResponse = static (_, _) => Task.CompletedTask;
        AcceptedRun<string> run = await receiver.StartRunAsync();
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(run.RequestId)));
        await receiver.Tracker.RememberAsync(new AcceptedRun<string>("req_by_hand", RunStatus.Running, Receiver.Secret), Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_by_hand")));

        await using Receiver keepsNone = await Receiver.StartAsync((_, _) => Task.CompletedTask, options => options.KeepResults = false);
        Assert.Equal(HttpStatusCode.OK, await keepsNone.DeliverAsync(Receiver.Completed("req_1")));

        Assert.False(receiver.Logs.Has(57) || receiver.Logs.Has(58) || keepsNone.Logs.Has(57), receiver.Logs.Text);
    }
}
