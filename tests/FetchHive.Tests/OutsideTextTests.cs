using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;
using Microsoft.Extensions.Logging;

namespace FetchHive.Tests;

/// <summary>Text from outside can't forge a log line, flood the log, or end a call with an unexpected exception.</summary>
public sealed class OutsideTextTests
{
    [Theory]
    [InlineData("req_1", "req_1")]
    [InlineData("", "")]
    [InlineData("a\r\nb\tc\u0085d", "a  b c d")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("a\u202Eb\u200Bc\uFEFFd\u2066e", "a b c d e")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [InlineData("\u00fc\u4e2d\U0001F600", "\u00fc\u4e2d\U0001F600")]
    [InlineData("a\U000E0041b", "a b")]
    public void Text_is_kept_on_one_line_and_in_order(string text, string quoted) => Assert.Equal(quoted, OutsideText.Quote(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
    {
        Assert.Equal("a\uFFFDb", OutsideText.Quote("a\uD800b"));
        Assert.Equal("\uFFFD", OutsideText.Quote("\uDC00"));
        Assert.Equal("a\uFFFD", OutsideText.Quote("a\uD83D"));
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 201)]
    [InlineData(4_000_000, 201)]
    public void Length_is_bounded(int length, int quoted) => Assert.Equal(quoted, OutsideText.Quote(new string('x', length)).Length);

    [Fact]
    public void A_pair_is_not_cut_in_the_middle() => Assert.Equal("abc…", OutsideText.Quote("abc\U0001F600", 4));

    [Theory]
    [InlineData(200, """{"request_id":"r\nFORGED\u2028X","run_status":"completed","output":"o"}""")]
    [InlineData(200, """{"request_id":"r\nFORGED","run_status":"queued\nFORGED","output":"o"}""")]
    [InlineData(200, """{"request_id":"r\nFORGED","run_status":"failed","error_code":"x\nFORGED","error":"bad\nFORGED"}""")]
    [InlineData(400, """{"request_id":"r\nFORGED","error":"bad\nFORGED","error_code":"x\u202E\nFORGED"}""")]
    [InlineData(429, """{"request_id":"r\nFORGED","error":"bad\nFORGED","error_code":"concurrency\nFORGED"}""")]
    public async Task Logs_spans_and_messages_have_one_line_of_bounded_length(int status, string json)
    {
        string deployment = "outside-" + Guid.NewGuid().ToString("N");
        await using LoopbackServer server =
            new(Response.Json(json.Replace("FORGED", "FORGED" + new string('x', 5_000), StringComparison.Ordinal), status));
        using Lines lines = new(deployment);
        FetchHiveOptions options = Calls.Options(server);
        using FetchHiveClient client = new(options, lines);
        WorkflowRequest request = WorkflowRequest.Create(client, new WorkflowDeployment(deployment + "\nFORGED", "v"));
        request.BeginInputs();

        Exception? failure = await Record.ExceptionAsync(() => request.SendForRunAsync(OutputReader.Text, Calls.Token));

        Assert.NotEmpty(lines.Texts);
        Assert.NotEmpty(lines.Tags);
        Assert.All(lines.Texts.Concat(lines.Tags).Append(failure?.Message ?? string.Empty), text =>
        {
            Assert.DoesNotContain('\n', text);
            Assert.DoesNotContain('\u2028', text);
            Assert.DoesNotContain('\u202E', text);
            Assert.InRange(text.Length, 0, 4_000);
        });
    }

    [Fact]
    public void Logs_show_an_object_as_one_line_of_bounded_length()
    {
        string id = "r\nFORGED\u2028" + new string('x', 5_000);
        RunStatus status = new("queued\nFORGED\u202E" + new string('y', 5_000));
        object[] shown =
        [
            new AcceptedRun<string>(id, status, "secret-of-the-run"),
            new WorkflowRun<string>(id, status, "the output"),
            new RequestRecord(id) { Status = status },
            new RequestRecord(id),
            new CompletedWorkflowCallback<string>(id, "the output"),
            new FailedWorkflowCallback<string>(id, "the error", status),
        ];

        Assert.All(shown, value =>
        {
            string text = value.ToString()!;
            Assert.StartsWith("r FORGED x", text, StringComparison.Ordinal);
            Assert.DoesNotContain(text, c => c is '\n' or '\u2028' or '\u202E');
            Assert.InRange(text.Length, 201, 410);
        });
        Assert.Equal("req_1: queued", new AcceptedRun<string>("req_1", RunStatus.Queued).ToString());
    }

    public static TheoryData<string> Names =>
        ["\\ud800", "\\udc00x", "mess\\ud800age", "\\u006dessage\\ud800", "\\ud800\\ud800\\ud800\\ud800\\ud800", "\\u0000"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Half_a_surrogate_pair_in_a_name_changes_no_exception(string name)
    {
        string error =
            """{"NAME":1,"message":"Refused here","error":{"NAME":{"NAME":2}}}""".Replace("NAME", name, StringComparison.Ordinal);
        foreach (string body in new[] { $$$"""{"error":{{{error}}}}""", $$"""{"{{name}}":1,"error":{{error}},"request_id":"r"}""" })
        {
            Assert.False((await Calls.FailAsync<FetchHiveValidationException>(Response.Json(body, 400))).MayHaveRun);
            Assert.False((await Calls.FailAsync<FetchHiveAuthenticationException>(Response.Json(body, 401))).MayHaveRun);
            FetchHiveRateLimitException limit = await Calls.FailAsync<FetchHiveRateLimitException>(Response.Json(body, 429));
            Assert.False(limit.MayHaveRun);
            Assert.Contains("Refused here", limit.Message, StringComparison.Ordinal);
            Assert.True((await Calls.FailAsync<FetchHiveServerException>(Response.Json(body, 500))).MayHaveRun);
            Assert.True((await Calls.FailAsync<FetchHiveResponseException>(Response.Json(body))).MayHaveRun);

            string failed = body.Insert(1, "\"event_type\":\"workflow.failed\",\"request_id\":\"r\",");
            var callback = Assert.IsType<FailedWorkflowCallback<string>>(
                new CallbackContract<string>(Calls.Deployment, "StartAsync", OutputReader.Text).Read(Encoding.UTF8.GetBytes(failed)));
            Assert.Equal("Refused here", callback.Error);
        }

        string completed = $$$"""{"{{{name}}}":1,"request_id":"r","run_status":"completed","output":"o","error":{{{error}}}}""";
        Assert.Equal("o", await Calls.ReadAsync(Response.Json(completed), OutputReader.Text));
        Assert.True(
            (await Calls.FailAsync<FetchHiveResponseException>(Response.Json($$$"""{"{{{name}}}":1,"error":{{{error}}}}"""))).MayHaveRun);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Byte_order_marks_before_a_callback_are_left_out(int marks)
    {
        byte[] body = Encoding.UTF8.GetBytes(new string('\uFEFF', marks)
            + """{"event_type":"workflow.completed","request_id":"r","data":{"output":"x"}}""");

        WorkflowCallback<string> callback = new CallbackContract<string>(Calls.Deployment, "StartAsync", OutputReader.Text).Read(body);

        Assert.Equal("x", callback.GetOutput());
        Assert.True(WorkflowCallback.TryGetRequestId(body, out _));
    }

    [Fact]
    public void Whatever_a_reader_throws_makes_a_callback_only_unreadable()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"event_type":"workflow.completed","request_id":"r","data":{"output":"x"}}""");

        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(
            () => new CallbackContract<string>(Calls.Deployment, "StartAsync", new Broken()).Read(body));

        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    private sealed class Broken : OutputReader<string>
    {
        internal override string Read(in OutputSource source) => throw new InvalidOperationException("Nobody foresaw it.");
    }

    /// <summary>Every log line as text, and every value of one deployment's spans.</summary>
    private sealed class Lines : ILoggerFactory, ILogger
    {
        private readonly ActivityListener _listener;

        public Lines(string deployment)
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == FetchHiveTelemetry.ActivitySourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    if (activity.DisplayName.Contains(deployment, StringComparison.Ordinal))
                    {
                        Tags.Enqueue(activity.DisplayName);
                        foreach (KeyValuePair<string, object?> tag in activity.TagObjects)
                        {
                            Tags.Enqueue(tag.Value?.ToString() ?? string.Empty);
                        }
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<string> Texts { get; } = new();

        public ConcurrentQueue<string> Tags { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Enqueue(formatter(state, exception));

        public void Dispose() => _listener.Dispose();
    }
}
