using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>
/// The callback URL that an endpoint reports, and what its handler knows about the address that a callback was sent to.
/// </summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("https://reports.example", "https://reports.example/callbacks/research-brief")]
    [InlineData("https://reports.example/", "https://reports.example/callbacks/research-brief")]
    [InlineData("https://reports.example:8443/app/", "https://reports.example:8443/app/callbacks/research-brief")]
    [InlineData("http://127.0.0.1:5000/a b", "http://127.0.0.1:5000/a%20b/callbacks/research-brief")]
    public async Task The_address_is_the_public_one_and_the_route(string publicAddress, string expected)
    {
        await using Receiver receiver = await StartAsync(publicAddress, app =>
            app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));

        Assert.Equal(expected, receiver.Tracker.GetCallbackUrl(IResearchBrief.StartCallback).AbsoluteUri);
    }

    [Fact]
    public async Task Group_prefixes_and_route_values_are_part_of_the_address_and_reach_the_handler()
    {
        string? customer = null;
        string? workspace = "unset";
        await using Receiver receiver = await StartAsync(
            "https://reports.example",
            app => app.MapGroup("/hooks/{region}").MapFetchHiveCallback(
                "/{customer}/brief/{kind=short}",
                IResearchBrief.StartCallback,
                (_, services, _) =>
                {
                    CallbackRequest request = services.GetRequiredService<CallbackRequest>();
                    customer = $"{request.RouteValues["CUSTOMER"]} {request.RouteValues["region"]} {request.RouteValues["kind"]}";
                    workspace = request.Workspace;
                    return Task.CompletedTask;
                }));

        Uri address = receiver.Tracker.GetCallbackUrl(
            IResearchBrief.StartCallback, new() { ["customer"] = "Müller & Söhne", ["region"] = 7 });

        Assert.Equal("https://reports.example/hooks/7/M%C3%BCller%20%26%20S%C3%B6hne/brief", address.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), path: address.PathAndQuery));
        Assert.Equal("Müller & Söhne 7 short", customer);
        Assert.Null(workspace);
    }

    [Fact]
    public async Task Route_values_that_are_missing_or_have_no_place_are_refused_with_advice()
    {
        await using Receiver receiver = await StartAsync(
            "https://reports.example", app => app.MapFetchHiveCallback("/callbacks/{customer:int}", IResearchBrief.StartCallback));
        CallbackRunTracker tracker = receiver.Tracker;

        Assert.StartsWith(
            "The route '/callbacks/{customer:int}' of the callback research-brief/production StartAsync has no parameter 'client'.",
            Assert.Throws<ArgumentException>(() =>
                tracker.GetCallbackUrl(IResearchBrief.StartCallback, new() { ["client"] = 1 })).Message,
            StringComparison.Ordinal);
        foreach (Func<Uri> get in new Func<Uri>[]
        {
            () => tracker.GetCallbackUrl(IResearchBrief.StartCallback),
            () => tracker.GetCallbackUrl(IResearchBrief.StartCallback, new() { ["customer"] = "acme" }),
        })
        {
            Assert.Contains("needs values that were not given, or that don't meet its constraints", Assert.Throws<ArgumentException>(
                get).Message, StringComparison.Ordinal);
        }

        Assert.Equal("/callbacks/5", tracker.GetCallbackUrl(IResearchBrief.StartCallback, new() { ["customer"] = 5 }).AbsolutePath);
    }

    [Fact]
    public async Task An_address_that_cannot_be_known_is_refused_with_advice()
    {
        await using Receiver twice = await StartAsync("https://reports.example", app =>
        {
            app.MapFetchHiveCallback("/a", IResearchBrief.StartCallback);
            app.MapFetchHiveCallback("/b", IResearchBrief.StartCallback);
        });
        await using Receiver unset = await StartAsync(null, app => app.MapFetchHiveCallback("/a", IResearchBrief.StartCallback));

        string message = Assert.Throws<InvalidOperationException>(() =>
            twice.Tracker.GetCallbackUrl(IResearchBrief.StartCallback)).Message;
        Assert.StartsWith(
            "The callback research-brief/production StartAsync is mapped at '/a' and at '/b'", message, StringComparison.Ordinal);
        message = Assert.Throws<InvalidOperationException>(() => twice.Tracker.GetCallbackUrl(IProfiles.StartCallback)).Message;
        Assert.StartsWith("No endpoint is mapped for the callback profile/production StartAsync", message, StringComparison.Ordinal);
        message = Assert.Throws<InvalidOperationException>(() => unset.Tracker.GetCallbackUrl(IResearchBrief.StartCallback)).Message;
        Assert.Contains(
            "Set FetchHiveCallbackOptions.PublicBaseAddress (FetchHive:Callbacks:PublicBaseAddress", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_service_on_loopback_the_applications_own_address_is_used()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddFetchHive(options =>
                {
                    options.ApiKey = Service.ApiKey;
                    options.BaseAddress = new Uri("http://127.0.0.1:1/v1");
                });
                services.AddFetchHiveCallbacks();
            },
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback));

        Assert.Equal(receiver.CallbackUrl, receiver.Tracker.GetCallbackUrl(IResearchBrief.StartCallback));
    }

    [Theory]
    [InlineData("ftp://reports.example")]
    [InlineData("https://reports.example?a=b")]
    [InlineData("https://reports.example/#a")]
    [InlineData("https://me:secret@reports.example")]
    [InlineData("/reports")]
    public async Task An_invalid_public_address_stops_the_start(string address)
    {
        Exception exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            StartAsync(address, app => app.MapFetchHiveCallback("/a", IResearchBrief.StartCallback)));

        Assert.Contains(
            "FetchHiveCallbackOptions.PublicBaseAddress is not an absolute http or https address", exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_is_a_class_gets_the_request_too()
    {
        HandlerWithRequest.Seen = null;
        await using Receiver receiver = await Receiver.StartAsync(
            services =>
            {
                services.AddScoped<HandlerWithRequest>();
                services.AddFetchHiveCallbacks(options => options.Secrets["research-brief"] = [Receiver.Secret]);
            },
            app => app.MapFetchHiveCallback("/callbacks/{customer}", IResearchBrief.StartCallback).HandledBy<HandlerWithRequest>());

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), path: "/callbacks/acme"));

        Assert.Equal("acme", HandlerWithRequest.Seen);
        Assert.Equal("acme", new CallbackRequest(
            new Microsoft.AspNetCore.Routing.RouteValueDictionary { ["Customer"] = "acme" }, "eu").RouteValues["customer"]);
    }

    private static Task<Receiver> StartAsync(string? publicAddress, Action<WebApplication> map) => Receiver.StartAsync(
        services => services.AddFetchHiveCallbacks(options =>
        {
            options.Secrets["research-brief"] = [Receiver.Secret];
            options.PublicBaseAddress = publicAddress is null ? null : new Uri(publicAddress, UriKind.RelativeOrAbsolute);
        }),
        map);

    private sealed class HandlerWithRequest(CallbackRequest request) : IWorkflowCallbackHandler<string>
    {
        public static string? Seen { get; set; }

        public Task HandleAsync(WorkflowCallback<string> callback, CancellationToken cancellationToken)
        {
            Seen = request.RouteValues["customer"];
            return Task.CompletedTask;
        }
    }
}
