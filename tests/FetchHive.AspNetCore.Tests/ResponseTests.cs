using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>The responses to the sender, from a real server.</summary>
public sealed class ResponseTests
{
    private static Task Nothing(WorkflowCallback<string> callback, CancellationToken cancellationToken) => Task.CompletedTask;

    [Fact]
    public async Task A_signed_callback_is_handled_and_answered_with_200_and_no_body()
    {
        WorkflowCallback<string>? handled = null;
        await using Receiver receiver = await Receiver.StartAsync((callback, _) =>
        {
            handled = callback;
            return Task.CompletedTask;
        });
        byte[] body = Receiver.Completed("req_1", "On bees");

        using HttpResponseMessage response = await receiver.SendAsync(body, CallbackSignature.Sign(body, Receiver.Secret));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Equal(("req_1", RunStatus.Completed, "On bees"), (handled!.RequestId, handled.Status, handled.GetOutput()));
    }

    [Theory]
    [InlineData(CallbackSignatureEncoding.Hex)]
    [InlineData(CallbackSignatureEncoding.UppercaseHex)]
    [InlineData(CallbackSignatureEncoding.PrefixedHex)]
    [InlineData(CallbackSignatureEncoding.Base64)]
    [InlineData(CallbackSignatureEncoding.PrefixedBase64)]
    public async Task Every_spelling_of_the_signature_is_accepted(CallbackSignatureEncoding encoding)
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing);
        byte[] body = Receiver.Completed("req_1");

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverRawAsync(body, CallbackSignature.Sign(body, Receiver.Secret, encoding)));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_than_POST_are_answered_with_405(string method)
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing);
        using HttpRequestMessage request = new(new HttpMethod(method), Receiver.Path);

        using HttpResponseMessage response = await receiver.Client.SendAsync(request, Receiver.Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_answered_with_413_whether_its_length_is_announced_or_not(bool chunked)
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing, options => options.MaxBodyBytes = 100);
        byte[] body = Receiver.Completed("req_1", new string('x', 100));
        byte[] fits = Receiver.Completed("req_1", "x");
        Assert.InRange(fits.Length, 1, 100);

        using HttpResponseMessage refused = await receiver.SendAsync(body, CallbackSignature.Sign(body, Receiver.Secret), chunked: chunked);
        using HttpResponseMessage accepted =
            await receiver.SendAsync(fits, CallbackSignature.Sign(fits, Receiver.Secret), chunked: chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_limit_holds_if_middleware_has_buffered_the_body(bool chunked)
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(options =>
            {
                options.Secrets["research-brief"] = [Receiver.Secret];
                options.MaxBodyBytes = 100;
            }),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    context.Request.EnableBuffering();
                    await context.Request.Body.ReadExactlyAsync(new byte[10], context.RequestAborted);
                    await next(context);
                });
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, Nothing);
            });
        byte[] body = Receiver.Completed("req_1", new string('x', 100));
        byte[] fits = Receiver.Completed("req_1", "x");

        using HttpResponseMessage refused = await receiver.SendAsync(body, CallbackSignature.Sign(body, Receiver.Secret), chunked: chunked);
        using HttpResponseMessage accepted =
            await receiver.SendAsync(fits, CallbackSignature.Sign(fits, Receiver.Secret), chunked: chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, accepted.StatusCode);
    }

    [Fact]
    public async Task A_body_larger_than_the_servers_own_limit_is_read_where_ours_allows_it()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 1000);
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, Nothing));

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1", new string('x', 3_000_000))));
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("Application/JSON; charset=\"UTF-8\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf8", HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"UTF8\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=us-ascii", HttpStatusCode.OK)]
    [InlineData("application/json; charset=ASCII", HttpStatusCode.OK)]
    [InlineData("application/json; charset=", HttpStatusCode.OK)]
    [InlineData("application/json; charset=\"\"", HttpStatusCode.OK)]
    [InlineData("application/json; charset=iso-8859-1", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-7", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/json", HttpStatusCode.OK)]
    [InlineData("application/cloudevents+json", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/jsonp", HttpStatusCode.UnsupportedMediaType)]
    public async Task Only_JSON_in_UTF8_is_read(string? contentType, HttpStatusCode expected)
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing);
        byte[] body = Receiver.Completed("req_1");

        Assert.Equal(expected, await receiver.DeliverRawAsync(body, CallbackSignature.Sign(body, Receiver.Secret), contentType));
    }

    [Fact]
    public async Task Any_content_type_is_read_if_that_is_configured()
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing, options => options.AcceptAnyContentType = true);
        byte[] body = Receiver.Completed("req_1");

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverRawAsync(body, CallbackSignature.Sign(body, Receiver.Secret), "text/plain"));
    }

    [Fact]
    public async Task Whatever_cannot_be_verified_gets_the_same_response()
    {
        int handled = 0;
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]),
            app =>
            {
                app.UseStatusCodePages();
                app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) =>
                {
                    handled++;
                    return Task.CompletedTask;
                });
                // No secret is known for this endpoint's deployment.
                app.MapFetchHiveCallback("/profile", IProfiles.StartCallback);
            });
        byte[] body = Receiver.Completed("req_1");
        byte[] noJson = Encoding.UTF8.GetBytes("not JSON");
        string right = CallbackSignature.Sign(body, Receiver.Secret);

        List<string> responses = [];
        foreach ((byte[] sent, string? signature, string path) in new (byte[], string?, string)[]
        {
            (body, null, Receiver.Path),
            (body, "", Receiver.Path),
            (body, "abc", Receiver.Path),
            (body, right + "," + right, Receiver.Path),
            (body, CallbackSignature.Sign(body, "another"), Receiver.Path),
            (Receiver.Completed("req_2"), right, Receiver.Path),
            (noJson, right, Receiver.Path),
            ([], right, Receiver.Path),
            (body, right, "/profile"),
            (noJson, right, "/profile"),
            (body, null, "/profile"),
        })
        {
            using HttpResponseMessage response = await receiver.SendAsync(sent, signature, path: path);
            response.Headers.Date = null;
            responses.Add(
                $"{response.StatusCode} {response.Headers} {response.Content.Headers} "
                + $"{await response.Content.ReadAsStringAsync(Receiver.Token)}");
        }

        Assert.Single(new HashSet<string>(responses));
        Assert.StartsWith("Unauthorized", responses[0], StringComparison.Ordinal);
        Assert.Equal(0, handled);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"event_type":"workflow.completed","data":{"output":"x"}}""")]
    [InlineData("""{"request_id":"req_1","data":{"output":"x"}}""")]
    public async Task A_signed_body_that_is_not_a_callback_is_answered_with_400(string text)
    {
        await using Receiver receiver = await Receiver.StartAsync(Nothing);

        Assert.Equal(HttpStatusCode.BadRequest, await receiver.DeliverAsync(Encoding.UTF8.GetBytes(text)));
        Assert.True(receiver.Logs.Has(36), receiver.Logs.Text);
    }

    [Theory]
    [InlineData("""{"event_type":"workflow.completed","request_id":"req_1"}""", null)]
    [InlineData("""{"event_type":"workflow.completed","request_id":"req_1","data":{"output":null}}""", "null")]
    public async Task A_callback_whose_output_cannot_be_read_is_passed_to_the_handler_once_and_answered_with_200(string text,
    string? output)
    {
        List<WorkflowCallback<string>> handled = [];
        await using Receiver receiver = await Receiver.StartAsync((callback, _) =>
        {
            handled.Add(callback);
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Encoding.UTF8.GetBytes(text)));

        var unreadable = Assert.IsType<UnreadableWorkflowCallback<string>>(Assert.Single(handled));
        Assert.Equal((RunStatus.Completed, output), (unreadable.Status, unreadable.OutputText));
        Assert.Equal("$.data.output", unreadable.Exception.JsonPath);
        Assert.True(receiver.Logs.Has(47), receiver.Logs.Text);
        Assert.False(receiver.Logs.Has(36), receiver.Logs.Text);
    }

    [Fact]
    public async Task A_handler_that_reads_an_output_that_cannot_be_read_is_told_what_to_do()
    {
        await using Receiver receiver = await Receiver.StartAsync((callback, _) => Task.FromResult(callback.GetOutput()));
        byte[] body = Encoding.UTF8.GetBytes("""{"event_type":"workflow.completed","request_id":"req_1","data":{"output":null}}""");

        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(body));
        Assert.Contains("UnreadableWorkflowCallback first", receiver.Logs.Line(48), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_whose_handler_throws_is_answered_with_500_and_the_exception_is_logged_and_not_sent()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            (_, _) => throw new InvalidOperationException("the database is away"), environment: "Development");
        byte[] body = Receiver.Completed("req_1");

        using HttpResponseMessage response = await receiver.SendAsync(body, CallbackSignature.Sign(body, Receiver.Secret));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Receiver.Token));
        Assert.Contains("the database is away", receiver.Logs.Line(33), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_reads_the_output_of_a_failed_run_is_told_what_to_do()
    {
        await using Receiver receiver = await Receiver.StartAsync((callback, _) => Task.FromResult(callback.GetOutput()));

        Assert.Equal(HttpStatusCode.InternalServerError, await receiver.DeliverAsync(Receiver.Failed("req_1")));
        Assert.Contains("check the callback's Status first", receiver.Logs.Line(34), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_reaches_the_handler_as_a_failed_callback()
    {
        WorkflowCallback<string>? handled = null;
        await using Receiver receiver = await Receiver.StartAsync((callback, _) =>
        {
            handled = callback;
            return Task.CompletedTask;
        });

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Failed("req_1", "out of credits")));
        Assert.Equal("out of credits", Assert.IsType<FailedWorkflowCallback<string>>(handled).Error);
    }
}
