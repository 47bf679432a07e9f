using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using FetchHive.Contracts.Tests.Kit;

namespace FetchHive.Contracts.Tests;

#pragma warning disable CA1068 // The order of parameters is what is tested.

[FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
public partial interface IRequests
{
    Task NothingAsync(CancellationToken cancellationToken);

    /// <summary>The parameters are in a random order. The order in the body is the service's, not the parameters'.</summary>
    Task<AcceptedRun<string>> AllAsync(
        [User] string? user, [Metadata] string plan, CancellationToken cancellationToken, [CallbackUrl] Uri callbackUrl, string second,
        string first, [Metadata("a")] int other);

    Task<AcceptedRun<string>> StartAsync([CallbackUrl] string url, CancellationToken cancellationToken);

    Task<AcceptedRun<string>> StartAtAsync([CallbackUrl] Uri address, CancellationToken cancellationToken);

    Task UserAsync([User] string user, CancellationToken cancellationToken);
}

[FetchHiveDeployment("d \"quoted\" <&> ä日本", "v\\ \u0001")]
public partial interface IStrangeNames
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>An interface can send types that are nested beside it, even private ones.</summary>
public static partial class Nest
{
    private sealed record Secret(string Name, Depth Depth, Inner Inner);

    private enum Depth
    {
        Deep,
    }

    private readonly record struct Inner(int[] Numbers);

    [FetchHiveDeployment(Hive.Deployment, Hive.Variant)]
    private partial interface IPrivate
    {
        Task RunAsync(Secret secret, [Metadata] Inner2 inner, CancellationToken cancellationToken);
    }

    private readonly record struct Inner2(int Number);

    public static Task RunAsync(FetchHiveClient client) =>
        IPrivate.Create(client).RunAsync(new Secret("n", Depth.Deep, new Inner([1])), new Inner2(2), Hive.Token);
}

public sealed class RequestTests(Hive hive) : IClassFixture<Hive>
{
    [Fact]
    public async Task Without_inputs_the_body_has_an_empty_object_and_nothing_unused()
    {
        Body body = await hive.BodyOfAsync(client => IRequests.Create(client).NothingAsync(Hive.Token));

        Assert.Equal("""{"deployment":"contracts","variant":"test","inputs":{}}""", body.Text);
    }

    [Fact]
    public async Task The_body_is_in_the_order_of_the_service_and_the_inputs_in_that_of_the_parameters()
    {
        Body body = await hive.BodyOfAsync(client => IRequests.Create(client)
            .AllAsync("u\"", "p", Hive.Token, new Uri("https://example.com/a b?c=ä"), "2", "1", 3));

        Assert.Equal(
            """{"deployment":"contracts","variant":"test","async":{"enabled":"""
            + """true,"callback_url":"https://example.com/a%20b?c=%C3%A4"},"inputs":{"second":"2","first":"1"},"metadata":"""
            + """{"plan":"p","a":3},"user":"u\""}""",
            body.Text);
    }

    [Fact]
    public async Task A_null_user_is_left_out()
    {
        Body without = await hive.BodyOfAsync(client => IRequests.Create(client).UserAsync(null!, Hive.Token));
        Body empty = await hive.BodyOfAsync(client => IRequests.Create(client).UserAsync("", Hive.Token));

        Assert.Equal(["deployment", "variant", "inputs"], without.Keys);
        Assert.Equal("""{"deployment":"contracts","variant":"test","inputs":{},"user":""}""", empty.Text);
    }

    [Fact]
    public async Task A_callback_URL_given_as_text_is_sent_as_written()
    {
        Body body = await hive.BodyOfAsync(client => IRequests.Create(client).StartAsync("HTTPS://Example.com:443/a?b", Hive.Token));

        Assert.Equal(["deployment", "variant", "async", "inputs"], body.Keys);
        Assert.Contains("""{"enabled":true,"callback_url":"HTTPS://Example.com:443/a?b"}""", body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_URL_that_the_service_cannot_call_is_refused()
    {
        foreach (string url in new[] { "", " ", "callbacks/brief", "/callbacks/brief", "//example.com/x", "ftp://example.com/x",
            "file:///x", "javascript:alert(1)", "example.com" })
        {
            ArgumentException text =
                await hive.RefusalOfAsync<ArgumentException>(client => IRequests.Create(client).StartAsync(url, Hive.Token));
            Assert.Equal("url", text.ParamName);
        }

        foreach (Uri url in new[] { new Uri("a", UriKind.Relative), new Uri("/a", UriKind.Relative), new Uri("ftp://example.com/x") })
        {
            ArgumentException uri =
                await hive.RefusalOfAsync<ArgumentException>(client => IRequests.Create(client).StartAtAsync(url, Hive.Token));
            Assert.Equal("address", uri.ParamName);
            Assert.Contains("absolute http or https", uri.Message, StringComparison.Ordinal);
        }

        ArgumentNullException nothing =
            await hive.RefusalOfAsync<ArgumentNullException>(client => IRequests.Create(client).StartAtAsync(null!, Hive.Token));
        Assert.Equal("address", nothing.ParamName);
        await hive.RefusalOfAsync<ArgumentNullException>(client => IRequests.Create(client).StartAsync(null!, Hive.Token));
    }

    [Fact]
    public async Task The_names_of_deployment_and_variant_are_sent_exactly()
    {
        FetchHiveValidationException? refused = null;
        Body body = await hive.BodyOfAsync(async client =>
            refused = await Assert.ThrowsAsync<FetchHiveValidationException>(() => IStrangeNames.Create(client).RunAsync(Hive.Token)));

        Assert.NotNull(refused);
        Assert.Equal("""{"deployment":"d \"quoted\" <&> ä日本","variant":"v\\ \u0001","inputs":{}}""", body.Text);
    }

    [Fact]
    public async Task Private_types_beside_a_private_interface_are_sent()
    {
        Body body = await hive.BodyOfAsync(Nest.RunAsync);

        Assert.Equal("""{"secret":{"name":"n","depth":"Deep","inner":{"numbers":[1]}}}""", body.Inputs);
        Assert.Equal("""{"number":2}""", body.Metadata);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_mix_their_bodies()
    {
        string[] values = [.. Enumerable.Range(0, 64).Select(number => new string((char)('A' + number), number * 100))];

        IReadOnlyList<Body> bodies = await hive.BodiesOfAsync(client =>
        {
            IOverloads overloads = IOverloads.Create(client);
            return Task.WhenAll(values.Select(value => Task.Run(() => overloads.RunAsync(value, Hive.Token), Hive.Token)));
        });

        Assert.Equal(values.Select(Expected.Json).Order(StringComparer.Ordinal),
            bodies.Select(body => body.Value).Order(StringComparer.Ordinal));
    }
}
