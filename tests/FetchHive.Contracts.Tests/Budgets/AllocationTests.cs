using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Tests.Kit;

namespace FetchHive.Contracts.Tests.Budgets;

/// <summary>
/// How many bytes a call may allocate. The bytes are counted on one thread, with a handler that responds at once, so that nothing else in
/// the process counts. The tests run unoptimized code, so the budgets are above the figures in docs/performance.md. They catch large
/// increases, not small ones.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    // Measured when this was written: 2,472 and 1,768 bytes.
    private const long WholeCall = 2_700;
    private const long SynchronousPart = 2_000;

    private static readonly Supplier[] Suppliers =
        [new("One", "https://one.example"), new("Two", "https://two.example"), new("Three", "https://three.example")];

    private const string Body = """{"request_id":"req_1","run_status":"completed","output":"fine"}""";

    [Fact]
    public void A_whole_call_stays_within_its_budget()
    {
        ISupplierReview reviews = Create(new AnsweringHandler());

        long perCall = PerCall(1_000, () => Assert.True(Run(reviews).IsCompletedSuccessfully));

        Assert.True(perCall <= WholeCall, $"A call allocates {perCall} bytes; its budget is {WholeCall}.");
    }

    [Fact]
    public void The_part_of_a_call_before_it_waits_stays_within_its_budget()
    {
        WaitingHandler handler = new();
        ISupplierReview reviews = Create(handler);
        long least = long.MaxValue;
        for (int i = 0; i < 600; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Task<string> call = Run(reviews);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.False(call.IsCompleted);
            handler.AnswerLast();
            Assert.True(call.IsCompletedSuccessfully);
        }

        Assert.True(least <= SynchronousPart, $"The synchronous part of a call allocates {least} bytes; its budget is {SynchronousPart}.");
    }

    [Fact]
    public void A_larger_input_allocates_nothing_more()
    {
        ISupplierReview reviews = Create(new AnsweringHandler());
        Supplier[] many = new Supplier[500];
        Array.Fill(many, Suppliers[0]);

        long few = PerCall(200, () => Run(reviews));
        long more = PerCall(200, () => reviews.RunAsync("2026", many, 800, new Reviewer("rev_1", "night", true)));

        Assert.InRange(more - few, -64, 64);
    }

    // After System.Text.Json has read an output, each object is checked once more. Names and values allocate nothing. An object allocates
    // one bit for each member.
    [Fact]
    public void Checking_a_typed_output_allocates_little_for_each_object()
    {
        const int Findings = 200;
        const int PerFinding = 130;
        string json = "[" + string.Join(',', Enumerable.Repeat("""{"title":"late","score":7,"reasons":["one","two"]}""", Findings)) + "]";
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        string response = $$"""{"request_id":"req_1","run_status":"completed","output":{{json}}}""";
        ISupplierReview reviews = Create(new AnsweringHandler(response));

        long alone = PerCall(50, () => JsonSerializer.Deserialize<Finding[]>(bytes, JsonSerializerOptions.Web));
        long inCall = PerCall(50, () => Assert.Equal(Findings, reviews.FindingsAsync("2026").Result.Length));

        Assert.InRange(inCall - alone - WholeCall, long.MinValue, Findings * PerFinding);
    }

    private static Task<string> Run(ISupplierReview reviews) =>
        reviews.RunAsync("2026", Suppliers, 800, new Reviewer("rev_1", "night", true));

    // The least of some rounds, because a garbage collection may empty the array pools during a round.
    private static long PerCall(int count, Action call)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 8; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < count; i++)
            {
                call();
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / count);
        }

        return least;
    }

    private static ISupplierReview Create(HttpMessageHandler handler) => ISupplierReview.Create(new FetchHiveClient(
        new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan },
        new FetchHiveOptions { ApiKey = "fhk_test", BaseAddress = new Uri("http://127.0.0.1/v1") }));

    private static HttpResponseMessage Respond(byte[] body) =>
        new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    private sealed class AnsweringHandler(string body = Body) : HttpMessageHandler
    {
        private readonly byte[] _body = Encoding.UTF8.GetBytes(body);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return Respond(_body);
        }
    }

    /// <summary>Responds when the test says so, on the test's thread.</summary>
    private sealed class WaitingHandler : HttpMessageHandler
    {
        private TaskCompletionSource<HttpResponseMessage> _last = new();

        public void AnswerLast() => _last.SetResult(Respond(Encoding.UTF8.GetBytes(Body)));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _last = new TaskCompletionSource<HttpResponseMessage>();
            return _last.Task;
        }
    }
}

[FetchHiveDeployment("supplier-review", "production")]
public partial interface ISupplierReview
{
    Task<string> RunAsync(string year, IReadOnlyList<Supplier> suppliers, int maxWords, [Metadata] Reviewer reviewer,
        CancellationToken cancellationToken = default);

    Task<Finding[]> FindingsAsync(string year, CancellationToken cancellationToken = default);
}

public sealed record Finding(string Title, int Score, string[] Reasons);

public sealed record Supplier(string Name, string Website);

public sealed record Reviewer(string Id, string Shift, bool IsLead);
