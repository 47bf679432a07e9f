using System.Net.Http;
using System.Threading.Tasks;

namespace FetchHive.Emulator.Tests;

public sealed class AccessTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer {key}x")]
    [InlineData("Basic {key}")]
    [InlineData("{key}")]
    public async Task A_request_without_the_right_bearer_key_is_refused(string? authorization)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, hive.BaseAddress.AbsoluteUri + "/workflow/invoke")
        {
            Content = new StringContent("""{"deployment":"research-brief","variant":"production","inputs":{"topic":"AI"}}""", null,
                "application/json"),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization",
                authorization.Replace("{key}", hive.ApiKey, System.StringComparison.Ordinal));
        }

        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("""{"error":"Invalid access."}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.False(Assert.Single(hive.Requests).RunStarted);
    }

    [Fact]
    public async Task The_key_can_be_chosen_and_the_scheme_is_not_case_sensitive()
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.ApiKey = "my-key");
        using var caller = new Caller(hive);
        var request =
            new HttpRequestMessage(HttpMethod.Post, caller.Endpoint) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "bearer my-key");

        Assert.Equal("my-key", hive.ApiKey);
        Assert.Equal(422, (await caller.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("/v1/workflow/invoke/")]
    [InlineData("/v1/v1/workflow/invoke")]
    [InlineData("/workflow/invoke")]
    [InlineData("/v1//workflow/invoke")]
    [InlineData("/v1/Workflow/Invoke")]
    [InlineData("/v1/invoke")]
    [InlineData("/")]
    public async Task Any_other_path_is_not_found(string path)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new System.Uri(hive.BaseAddress, path)) { Content = new StringContent("{}") });

        Assert.Equal(404, response.Status);
        Assert.Contains("check the base address", response.Error);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Any_other_method_is_not_allowed(string method)
    {
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using var caller = new Caller(hive);

        Response response = await caller.SendAsync(new HttpRequestMessage(new HttpMethod(method), caller.Endpoint));

        Assert.Equal(405, response.Status);
        Assert.Equal("POST", response.Headers["Allow"]);
        Assert.Equal(method == "HEAD", response.Body.Length == 0);
    }
}
