using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

/// <summary>
/// The page on the wire: who gets it, and who may change something. FetchHive.Browser.Tests tests what people do with it.
/// </summary>
public sealed partial class PageTests : IDisposable
{
    private readonly HttpClient _http = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/emulator/state")]
    [InlineData("/emulator/page.js")]
    public async Task There_is_no_page_unless_it_is_enabled(string path)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();

        using HttpResponseMessage response = await SendAsync(hive, HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(path, Assert.Single(hive.Requests).Path);
    }

    [Fact]
    public async Task The_page_changes_nothing_in_the_service_and_its_requests_are_not_recorded()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        hive.RespondNext(503, "{}");

        using HttpResponseMessage page = await SendAsync(hive, HttpMethod.Get, "/");
        using HttpResponseMessage script = await SendAsync(hive, HttpMethod.Get, "/emulator/page.js");
        using HttpResponseMessage nothing = await SendAsync(hive, HttpMethod.Get, "/emulator/other.js");
        using HttpResponseMessage method = await SendAsync(hive, HttpMethod.Delete, "/", ("X-Emulator-Token", await TokenAsync(hive)));

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Contains("default-src 'none'; script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("text/javascript; charset=utf-8", script.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, method.StatusCode);
        Assert.Empty(hive.Requests);
        using var caller = new Caller(hive);
        Assert.Equal(503, (await caller.InvokeAsync()).Status);
    }

    [Fact]
    public async Task The_page_holds_no_key_and_no_secret()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using FetchHiveEmulator hive = await StartAsync();
        using var caller = new Caller(hive);
        await caller.InvokeAsync(null, ("async", Briefs.Async(receiver.Url)));
        await hive.WaitForCallbacksAsync(Token);

        foreach (string path in new[] { "/", "/emulator/state", "/emulator/requests/1" })
        {
            using HttpResponseMessage response = await SendAsync(hive, HttpMethod.Get, path);
            string text = await response.Content.ReadAsStringAsync(Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.DoesNotContain(hive.ApiKey, text);
            Assert.DoesNotContain(hive.GetWebhookSecret(Briefs.Deployment), text);
        }
    }

    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("127.0.0.1.evil.example", 403)]
    [InlineData("10.0.0.1:8787", 403)]
    [InlineData("localhost:8787", 200)]
    [InlineData("[::1]:8787", 200)]
    public async Task A_foreign_host_name_that_resolves_to_this_machine_gets_nothing(string host, int status)
    {
        await using FetchHiveEmulator hive = await StartAsync();
        string token = await TokenAsync(hive);

        foreach (string path in new[] { "/", "/emulator/state", "/emulator/page.js" })
        {
            using HttpResponseMessage response = await SendAsync(hive, HttpMethod.Get, path, ("Host", host));
            Assert.Equal(status, (int)response.StatusCode);
        }

        using HttpResponseMessage change = await SendAsync(
            hive, HttpMethod.Post, "/emulator/faults", ("Host", host), ("X-Emulator-Token", token));
        Assert.Equal(status == 200 ? 204 : 403, (int)change.StatusCode);
    }

    [Theory]
    [InlineData("X-Emulator-Token", null)]
    [InlineData("X-Emulator-Token", "guess")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_site_sends_changes_nothing(string header, string? value)
    {
        await using FetchHiveEmulator hive = await StartAsync();
        string token = await TokenAsync(hive);
        (string Name, string? Value)[] headers = header == "X-Emulator-Token"
            ? [(header, value)]
            : [("X-Emulator-Token", token), (header, value)];

        foreach (string path in new[] { "faults", "invoke", "redeliver/req_1" })
        {
            using HttpResponseMessage response = await SendAsync(hive, HttpMethod.Post, "/emulator/" + path, headers);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(EmulatorFaults.None, hive.Faults);
        Assert.Empty(hive.Requests);
    }

    [Theory]
    [InlineData("navigate", "document", "/", 200)]
    [InlineData("navigate", "document", "/emulator/state", 403)]
    [InlineData("navigate", "iframe", "/", 403)]
    [InlineData("no-cors", "script", "/emulator/page.js", 403)]
    public async Task A_link_on_another_site_may_lead_to_the_page_and_nothing_else_may(
        string mode, string destination, string path, int status)
    {
        await using FetchHiveEmulator hive = await StartAsync();

        using HttpResponseMessage response = await SendAsync(
            hive,
            HttpMethod.Get,
            path,
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Dest", destination));

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("""{"chance":2,"delaySeconds":0,"kinds":["FailedRun"]}""", "The share of runs must be from 0 to 100 %.")]
    [InlineData("""{"chance":"1","delaySeconds":0,"kinds":["FailedRun"]}""", "The share of runs must be from 0 to 100 %.")]
    [InlineData("""{"chance":1,"delaySeconds":-1,"kinds":["FailedRun"]}""", "The delay must be from 0 seconds to 24 hours.")]
    [InlineData("""{"chance":1,"delaySeconds":1e99,"kinds":["FailedRun"]}""", "The delay must be from 0 seconds to 24 hours.")]
    [InlineData(
        """{"chance":1,"delaySeconds":0,"kinds":["Other",1,null]}""",
        "Choose at least one kind of fault. For no faults, set the share to 0.")]
    [InlineData("[]", "The share of runs must be from 0 to 100 %.")]
    public async Task Impossible_faults_are_refused(string body, string error)
    {
        await using FetchHiveEmulator hive = await StartAsync();

        using HttpResponseMessage response = await SendAsync(
            hive, HttpMethod.Post, "/emulator/faults", body, ("X-Emulator-Token", await TokenAsync(hive)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(error, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["error"]);
        Assert.Equal(EmulatorFaults.None, hive.Faults);
    }

    [Fact]
    public async Task The_state_is_sent_again_only_when_it_has_changed()
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using HttpResponseMessage first = await SendAsync(hive, HttpMethod.Get, "/emulator/state");
        string tag = string.Concat(first.Headers.GetValues("X-Emulator-State"));

        using HttpResponseMessage same = await SendAsync(hive, HttpMethod.Get, "/emulator/state?known=" + tag);
        hive.Faults = new EmulatorFaults { Chance = 0.5 };
        using HttpResponseMessage other = await SendAsync(hive, HttpMethod.Get, "/emulator/state?known=" + tag);

        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task Long_texts_are_shortened_between_characters(string start)
    {
        await using FetchHiveEmulator hive = await StartAsync();
        using var caller = new Caller(hive);
        string bees = string.Concat(System.Linq.Enumerable.Repeat("🐝", 150_000));
        await caller.PostAsync(
            $$"""
            { "deployment": "{{Briefs.Deployment}}", "variant": "{{Briefs.Variant}}", "inputs": { "topic": "{{start}}{{bees}}" } }
            """);

        using HttpResponseMessage response = await SendAsync(hive, HttpMethod.Get, "/emulator/requests/1");

        string body = (string)JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["body"]!;
        Assert.Matches("🐝 … and [0-9,]+ more characters$", body);
        Assert.InRange(body.Length, 200_000, 200_100);
    }

    private static Task<FetchHiveEmulator> StartAsync() => Briefs.StartAsync(options => options.ServesPage = true);

    private async Task<string> TokenAsync(FetchHiveEmulator hive)
    {
        using HttpResponseMessage page = await SendAsync(hive, HttpMethod.Get, "/");
        return TokenInPage().Match(await page.Content.ReadAsStringAsync(Token)).Groups[1].Value;
    }

    private Task<HttpResponseMessage> SendAsync(
        FetchHiveEmulator hive, HttpMethod method, string path, params (string Name, string? Value)[] headers) =>
        SendAsync(hive, method, path, """{"chance":1,"delaySeconds":0,"kinds":["FailedRun"]}""", headers);

    private async Task<HttpResponseMessage> SendAsync(
        FetchHiveEmulator hive, HttpMethod method, string path, string body, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(hive.BaseAddress, path));
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach ((string name, string? value) in headers)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _http.SendAsync(request, Token);
    }

    [GeneratedRegex("emulator-token\" content=\"([0-9a-f]+)\"")]
    private static partial Regex TokenInPage();
}
