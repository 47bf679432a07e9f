using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>What senders without the secret, other workspaces' services and recorded callbacks can't do.</summary>
public sealed class AttackTests
{
    private static readonly string Junk = new('a', 64);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("sha256=abc")]
    public async Task A_callback_without_a_signature_is_refused_before_its_body_is_read(string? signature)
    {
        await using Receiver receiver = await Receiver.StartAsync((_, _) => Task.CompletedTask);
        using RawSender sender = await RawSender.ConnectAsync(receiver, announced: 4_000_000, signature);

        // Not a byte of the body was sent.
        Assert.Equal(401, await sender.StatusAsync());
    }

    [Fact]
    public async Task Unverified_bodies_share_a_memory_budget_and_small_ones_always_get_in()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            (_, _) => Task.CompletedTask,
            options => options.MaxBodyBytes = (int)(options.MaxUnverifiedBytes = 1024 * 1024));
        BodyRoom room = receiver.App.Services.GetRequiredService<BodyRoom>();
        using (RawSender first = await RawSender.ConnectAsync(receiver, announced: 1_000_000, Junk))
        {
            // Bytes that are announced and not sent take no memory.
            await first.SendAsync(new byte[600_000]);
            await Until(() => room.Taken > 500_000);
            using RawSender second = await RawSender.ConnectAsync(receiver, announced: 1_000_000, Junk);
            await second.SendAsync(new byte[600_000]);

            Assert.Equal(503, await second.StatusAsync());
            Assert.Contains("FetchHiveCallbackOptions.MaxUnverifiedBytes (1048576)", receiver.Logs.Line(53), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", new string('x', 60_000))));
        }

        await Until(() => room.Taken == 0);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_2", new string('x', 900_000))));
    }

    [Fact]
    public async Task One_callback_of_the_largest_size_always_gets_in_and_verified_ones_take_no_room()
    {
        Gate gate = new();
        await using Receiver receiver = await Receiver.StartAsync(
            (_, _) => gate.PassAsync(),
            options =>
            {
                options.MaxBodyBytes = 3_000_000;
                options.MaxUnverifiedBytes = 1024 * 1024;
            });
        byte[] body = Receiver.Completed("req_1", new string('x', 3_000_000 - Receiver.Completed("req_1", "").Length));
        Assert.Equal(3_000_000, body.Length);

        Task<HttpStatusCode> first = receiver.DeliverAsync(body);
        await gate.Entered(1);
        Task<HttpStatusCode> second = receiver.DeliverAsync(Receiver.Completed("req_2", new string('x', 2_900_000)));
        await gate.Entered(1);
        Assert.Equal(0, receiver.App.Services.GetRequiredService<BodyRoom>().Taken);
        gate.Open();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await first, await second));
    }

    [Theory]
    [InlineData(200_000, null, 134_465)]
    [InlineData(200_000, 200_000, 134_465)]
    [InlineData(70_000, null, 65_536)]
    [InlineData(1_000, null, 0)]
    // A wrong Content-Length makes no difference.
    [InlineData(150_000, 10, 134_465)]
    [InlineData(150_000, 100_000, 134_465)]
    public async Task Memory_for_a_body_grows_to_the_limit_and_no_further(int length, int? announced, long most)
    {
        BodyRoom room = RoomOf(1024 * 1024);
        DefaultHttpContext context = new();
        byte[] sent = new byte[length];
        new Random(1).NextBytes(sent);
        context.Request.Body = new System.IO.MemoryStream(sent);
        context.Request.ContentLength = announced;
        using (CallbackBody body = new(room))
        {
            Assert.Equal(BodyEnd.Complete, await body.ReadAsync(context.Request, 200_000, Receiver.Token));
            Assert.Equal(sent, body.Bytes.ToArray());
            Assert.InRange(room.Taken, 0, most);
        }

        Assert.Equal(0, room.Taken);
    }

    [Fact]
    public async Task Junk_for_one_run_or_deployment_does_not_keep_early_callbacks_of_others_out()
    {
        Service service = new();
        await using Receiver receiver = await Starter.StartAsync(service, options => options.HoldTime = TimeSpan.FromMinutes(1));
        List<Task<HttpStatusCode>> held = [];
        Task<HttpStatusCode>? early = null;
        service.BeforeResponse = async (id, _) =>
        {
            // More callbacks of a run that doesn't exist than its share: the rest get a 503.
            HttpStatusCode[] refused = await Task.WhenAll(HeldOrNot(receiver, held, "junk", HoldRoom.MaxOfRun + 3));
            Assert.Equal(Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 3), refused);
            Assert.Contains("too many such callbacks are held already", receiver.Logs.Line(58), StringComparison.Ordinal);
            early = receiver.DeliverAsync(Receiver.Completed(id, "early"), Service.Secret);
            await Task.Delay(300, Receiver.Token);
            Assert.False(early.IsCompleted);
        };

        AcceptedRun<string> run = await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.OK, await early!);
        Assert.Equal("early", await receiver.Tracker.WaitAsync(run, TimeSpan.FromMinutes(1), Receiver.Token));
        // The callbacks that were held in vain are refused when the start has ended.
        Assert.All(await Task.WhenAll(held), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
    }

    [Fact]
    public async Task A_known_run_and_an_unknown_one_cost_the_same_lookups()
    {
        Service service = new();
        WatchedRunStore store = new();
        await using Receiver receiver = await Starter.StartAsync(
            service, stores: builder => store.AddTo(builder.Services));
        AcceptedRun<string> run = await receiver.StartRunAsync();
        store.Take();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Receiver.Completed(run.RequestId), Junk));
        string[] known = store.Take();
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Receiver.Completed("req_unknown"), Junk));

        Assert.Equal(["any start", "find"], known);
        Assert.Equal(known, store.Take());
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(run.RequestId), Service.Secret));
        Assert.Equal(known, store.Take());
    }

    [Fact]
    public async Task A_service_that_answers_with_another_workspaces_run_does_not_replace_its_secret()
    {
        using Service good = new();
        // Its first start gets the same id as the good service's first one.
        using Service evil = new() { WebhookSecret = "whsec_of_an_attacker_000" };
        List<string> handled = [];
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                good.AddTo(services);
                services.AddFetchHive("evil", options => options.ApiKey = Service.ApiKey)
                    .AddResearchBrief()
                    .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => evil);
                services.AddFetchHiveCallbacks();
            },
            app => app.MapFetchHiveCallback(
                Receiver.Path,
                IResearchBrief.StartCallback,
                (callback, services, _) =>
                {
                    handled.Add(
                        $"{callback.GetOutput()} of {services.GetRequiredService<CallbackRequest>().Workspace ?? "the default one"}");
                    return Task.CompletedTask;
                }));
        AcceptedRun<string> run = await receiver.StartRunAsync();
        IResearchBrief other = receiver.App.Services.GetRequiredKeyedService<IResearchBrief>("evil");
        AcceptedRun<string> same = await other.StartAsync("bees", receiver.CallbackUrl, Receiver.Token);
        Assert.Equal(run.RequestId, same.RequestId);

        HttpStatusCode forged = await receiver.DeliverAsync(Receiver.Completed(run.RequestId, "forged"), evil.WebhookSecret);
        Assert.Equal(HttpStatusCode.Unauthorized, forged);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(run.RequestId, "real"), Service.Secret));

        // The secret of the other service still verifies its own runs.
        AcceptedRun<string> own = await other.StartAsync("bees", receiver.CallbackUrl, Receiver.Token);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed(own.RequestId, "other"), evil.WebhookSecret));

        Assert.Equal(["real of the default one", "other of evil"], handled);
        string start = $"The secret of the run {run.RequestId} of deployment research-brief, started in the workspace 'evil', ";
        Assert.Contains(start + "was not remembered", receiver.Logs.Line(50), StringComparison.Ordinal);
        Assert.Contains("from a start in the default workspace", receiver.Logs.Line(50), StringComparison.Ordinal);
        Assert.DoesNotContain(evil.WebhookSecret, receiver.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Secret, receiver.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_endpoint_does_not_use_up_the_event_of_another()
    {
        List<string> handled = [];
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]),
            app =>
            {
                foreach (string path in new[] { "/production", "/staging" })
                {
                    app.MapFetchHiveCallback(path, IResearchBrief.StartCallback, (callback, _) =>
                    {
                        handled.Add($"{path} {callback.RequestId}");
                        return Task.CompletedTask;
                    });
                }
            });
        byte[] body = Receiver.Completed("req_1");

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, path: "/staging"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, path: "/production"));
        // A different spelling of the path reaches the same endpoint.
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, path: "/PRODUCTION/"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body, path: "/staging"));

        Assert.Equal(["/staging req_1", "/production req_1"], handled);
    }

    [Fact]
    public async Task Nothing_a_sender_writes_breaks_or_floods_a_line_of_the_log()
    {
        await using Receiver receiver = await Receiver.StartAsync((_, _) => Task.CompletedTask, environment: "Development");
        string evil = $"text/html\u2028fail: forged line \u202E{new string('x', 5_000)}";
        byte[] body = Receiver.Completed("a\\u2028FAKE \\u202Ekcab");

        using (RawSender sender = await RawSender.ConnectAsync(receiver, announced: 0, signature: null, evil))
        {
            Assert.Equal(415, await sender.StatusAsync());
        }

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(body));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(body, $"{new string('v', 300)}={Junk}"));
        foreach (string line in receiver.Logs.All.Where(line => line.Contains("FetchHive.Callbacks[", StringComparison.Ordinal)))
        {
            Assert.InRange(line.Length, 1, 3_000);
            Assert.DoesNotContain('\u2028', line);
            Assert.DoesNotContain('\u202E', line);
        }

        Assert.True(receiver.Logs.Has(38) && receiver.Logs.Has(30), receiver.Logs.Text);
    }

    [Theory]
    [InlineData(400, """{"event_type":"workflow.completed","run_status":"CONFIDENTIAL","request_id":"req_1","data":{"output":"o"}}""")]
    [InlineData(400, """{"event_type":"CONFIDENTIAL","request_id":"req_1","data":{"output":"o"}}""")]
    [InlineData(400, """{"event_type":"CONFIDENTIAL.failed","run_status":"completed","request_id":"req_1","data":{"output":"o"}}""")]
    [InlineData(500, """{"event_type":"workflow.failed","request_id":"req_1","data":{"error":"CONFIDENTIAL"}}""")]
    [InlineData(500, """{"event_type":"workflow.failed","request_id":"req_wrapped","data":{"error":"CONFIDENTIAL"}}""")]
    public async Task No_part_of_a_body_is_logged(int expected, string body)
    {
        await using Receiver receiver = await Receiver.StartAsync(async (callback, token) =>
        {
            await Task.Delay(1, token);
            try
            {
                _ = callback.GetOutput();
            }
            catch (FetchHiveRunFailedException exception) when (callback.RequestId == "req_wrapped")
            {
                throw new InvalidOperationException("Could not save.", exception);
            }
        });

        Assert.Equal(expected, (int)await receiver.DeliverAsync(Encoding.UTF8.GetBytes(body)));

        Assert.DoesNotContain("CONFIDENTIAL", receiver.Logs.Text, StringComparison.Ordinal);
        if (expected == 500)
        {
            // The log says where the exception was thrown.
            Assert.Contains(nameof(FetchHiveRunFailedException), receiver.Logs.Text, StringComparison.Ordinal);
            Assert.Contains(nameof(No_part_of_a_body_is_logged), receiver.Logs.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("$.data.output.byName.CONFIDENTIAL", "$.data.output")]
    [InlineData("$.output['CONFIDENTIAL']", "$.output")]
    [InlineData("$.request_id", "$.request_id")]
    public void A_path_in_the_log_ends_where_names_from_the_body_begin(string path, string expected) =>
        Assert.Equal(expected, CallbackLog.Path(path));

    [Fact]
    public async Task Looking_for_the_cause_in_Development_does_not_hold_up_the_connection()
    {
        WatchedRunStore store = new();
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                store.AddTo(services);
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask),
            environment: "Development");
        // The search for the cause asks the store, and waits forever.
        store.Hangs = true;
        using SocketsHttpHandler one = new() { MaxConnectionsPerServer = 1 };
        using HttpClient http = new(one) { BaseAddress = receiver.Client.BaseAddress };

        for (int i = 0; i < 20; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, Receiver.Path);
            request.Content = new ByteArrayContent(Receiver.Completed("req_1"));
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.Add(CallbackSignature.HeaderName, Junk);
            using HttpResponseMessage response = await http.SendAsync(request, Receiver.Token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        // Only a few searches wait at the same time.
        await Until(() => store.Count > 0);
        Assert.InRange(store.Count, 1, 4);
    }

    private static BodyRoom RoomOf(long bytes) => new ServiceCollection()
        .AddFetchHiveCallbacks(options => options.MaxUnverifiedBytes = bytes)
        .Services.BuildServiceProvider().GetRequiredService<BodyRoom>();

    /// <summary>Sends callbacks of one run. Returns those that got a response, and adds those that are held to the list.</summary>
    private static List<Task<HttpStatusCode>> HeldOrNot(Receiver receiver, List<Task<HttpStatusCode>> held, string run, int count)
    {
        Task<HttpStatusCode>[] all = [.. Enumerable.Range(0, count).Select(_ => receiver.DeliverRawAsync(Receiver.Completed(run), Junk))];
        List<Task<HttpStatusCode>> answered = [.. all];
        while (answered.Count(task => task.IsCompleted) < count - HoldRoom.MaxOfRun)
        {
            Receiver.Token.ThrowIfCancellationRequested();
            Thread.Sleep(20);
        }

        held.AddRange(all.Where(task => !task.IsCompleted));
        answered.RemoveAll(task => !task.IsCompleted);
        return answered;
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, Receiver.Token);
        }
    }
}
