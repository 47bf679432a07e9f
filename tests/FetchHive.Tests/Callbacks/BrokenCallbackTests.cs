using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Callbacks;

/// <summary>Bodies that don't say how a run ended.</summary>
public sealed class BrokenCallbackTests
{
    private static readonly CallbackContract<string> Text = new(Calls.Deployment, "StartAsync", OutputReader.Text);

    [Theory]
    [InlineData("", "$", "empty")]
    [InlineData(" \n", "$", "empty")]
    [InlineData("event_type=workflow.completed", "$", "not JSON")]
    [InlineData("[]", "$", "an array")]
    [InlineData("""{"event_type":"workflow.completed","request_id":"r","data":{"output":"x" """, "$", "stops")]
    [InlineData("""{"event_type":"workflow.completed","request_id":"r","data":{"output":"x"}}{}""", "$", "not JSON")]
    [InlineData("""{"event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "missing")]
    [InlineData("""{"request_id":null,"event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "missing")]
    [InlineData("""{"request_id":7,"event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "a number")]
    [InlineData("""{"request_id":"","event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "can't be an id")]
    [InlineData("""{"request_id":" ","event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "can't be an id")]
    [InlineData("""{"request_id":"r\nforged","event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "can't be an id")]
    [InlineData("""{"request_id":"\ud800","event_type":"workflow.completed","data":{"output":"x"}}""", "$.request_id", "can't be an id")]
    [InlineData("""{"request_id":"r","data":{"output":"x"}}""", "$.run_status", "and so is event_type")]
    [InlineData("""{"request_id":"r","event_type":7,"data":{"output":"x"}}""", "$.event_type", "a number")]
    [InlineData("""{"request_id":"r","event_type":"","data":{"output":"x"}}""", "$.event_type", "empty")]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed","run_status":["completed"],"data":{"output":"x"}}""", "$.run_status",
        "an array")]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed.late","data":{"output":"x"}}""", "$.event_type",
        "does not say that the run ended")]
    [InlineData("""{"request_id":"r","event_type":"workflow.Completed","data":{"output":"x"}}""", "$.event_type",
        "does not say that the run ended")]
    [InlineData("""{"request_id":"r","event_type":"workflow.started","data":{"output":"x"}}""", "$.event_type",
        "does not say that the run ended")]
    [InlineData("""{"request_id":"r","event_type":"workflow.","data":{"output":"x"}}""", "$.event_type", "does not say that the run ended")]
    [InlineData("""{"request_id":"r","run_status":"running","output":"x"}""", "$.run_status", "'running'")]
    [InlineData("""{"request_id":"r","run_status":"queued","output":"x"}""", "$.run_status", "'queued'")]
    [InlineData("""{"request_id":"r","run_status":"paused","output":"x"}""", "$.run_status", "'paused'")]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed","run_status":"paused","output":"x"}""", "$.run_status", "'paused'")]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed","run_status":"failed","output":"x"}""", "$.run_status", "'failed'")]
    [InlineData("""{"request_id":"r","event_type":"workflow.failed","run_status":"completed","output":"x"}""", "$.run_status",
        "'completed'")]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed","run_status":"running","output":"x"}""", "$.run_status",
        "'running'")]
    [InlineData("""{"request_id":"r","run_status":"completed","data":{"run_status":"failed","output":"x"}}""", "$.data.run_status",
        "'failed'")]
    public void A_body_with_no_outcome_or_two_is_refused_with_its_path_and_advice(string body, string path, string found)
    {
        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(() => Text.Read(Encoding.UTF8.GetBytes(body)));

        Assert.Equal(path, exception.JsonPath);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("The callback for deployment 'research-brief', variant 'production' is not as promised: expected "
            + exception.Expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.True(exception.Message.EndsWith("log history.", StringComparison.Ordinal)
            || exception.Message.EndsWith("the type promises.", StringComparison.Ordinal));
        Assert.DoesNotContain("..", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"request_id":"r","event_type":"agent.completed","data":{"response":"x"}}""", "$.data.output", "and so is $.output", null)]
    [InlineData("""{"request_id":"r","event_type":"workflow.completed","data":{"output":null}}""", "$.data.output", "null", "null")]
    [InlineData("""{"request_id":"r","run_status":"completed","output":"\ud800"}""", "$.output", "not valid Unicode", "\"\\ud800\"")]
    public void A_run_that_completed_with_an_output_that_cannot_be_read_is_a_callback(string body, string path, string found,
    string? outputText)
    {
        var callback = Assert.IsType<UnreadableWorkflowCallback<string>>(Text.Read(Encoding.UTF8.GetBytes(body)));

        Assert.Equal(("r", RunStatus.Completed, outputText), (callback.RequestId, callback.Status, callback.OutputText));
        Assert.Equal(JsonValueKind.Object, callback.Payload.ValueKind);
        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(() => callback.GetOutput());
        Assert.Same(callback.Exception, exception);
        Assert.Equal((path, "r", RunStatus.Completed), (exception.JsonPath, exception.RequestId, exception.Status));
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_wherever_they_are()
    {
        byte[] body = [.. """{"event_type":"workflow.completed","request_id":"r","data":{"output":"x"},"other":" """u8, 0xC3, .. "\"}"u8];

        Assert.Contains("not valid UTF-8", Assert.Throws<FetchHiveResponseException>(() => Text.Read(body)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_read_to_a_thousand_levels_and_refused_beyond()
    {
        static byte[] Nested(int levels) => Encoding.UTF8.GetBytes(
            """{"event_type":"workflow.failed","request_id":"r","error":{"other":"""
            + new string('[', levels) + new string(']', levels)
            + ""","message":"No."}}""");

        var failed = Assert.IsType<FailedWorkflowCallback<string>>(Text.Read(Nested(1_000)));
        FetchHiveResponseException exception = Assert.Throws<FetchHiveResponseException>(() => Text.Read(Nested(1_000_000)));

        Assert.Equal("No.", failed.Error);
        Assert.Equal("$", exception.JsonPath);
        Assert.False(WorkflowCallback.TryGetRequestId(Nested(1_000_000), out _));
    }

    [Fact]
    public void A_request_id_has_at_most_256_characters()
    {
        static byte[] Body(int length) =>
            Encoding.UTF8.GetBytes($$$"""{"event_type":"workflow.failed","request_id":"{{{new string('r', length)}}}"}""");

        Assert.Equal(256, Text.Read(Body(256)).RequestId.Length);
        Assert.Throws<FetchHiveResponseException>(() => Text.Read(Body(257)));
        Assert.False(WorkflowCallback.TryGetRequestId(Body(257), out string? requestId));
        Assert.Null(requestId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Changed_bodies_are_read_or_refused_and_never_become_a_completed_run_by_chance(int seed)
    {
        string[] bodies =
        [
            """{"event_type":"workflow.completed","request_id":"req_1","data":{"output":"x","more":[1,"""
            + """{"a":null}]},"run_status":"completed"}""",
            """{"event_type":"workflow.failed","request_id":"req_1","data":{"error":{"message":"ä","code":"c"}}}""",
            """{"request_id":"req_1","run_status":"failed","error":"No.","error_code":"c"}""",
            """{"event_type":"workflow.cancelled","request_id":"req_1","data":{}}""",
        ];
        Random random = new(seed);
        int completed = 0, failed = 0, refused = 0;
        for (int i = 0; i < 25_000; i++)
        {
            string original = bodies[random.Next(bodies.Length)];
            byte[] body = Change(random, Encoding.UTF8.GetBytes(original));
            WorkflowCallback.TryGetRequestId(body, out _);
            try
            {
                WorkflowCallback<string> callback = Text.Read(body);
                Assert.NotEmpty(callback.RequestId);
                Assert.Equal(JsonValueKind.Object, callback.Payload.ValueKind);
                if (callback is CompletedWorkflowCallback<string>)
                {
                    Assert.Contains("completed", original, StringComparison.Ordinal);
                    completed++;
                }
                else if (callback is FailedWorkflowCallback<string>)
                {
                    Assert.Throws<FetchHiveRunFailedException>(() => callback.GetOutput());
                    failed++;
                }
                else
                {
                    Assert.Throws<FetchHiveResponseException>(() => callback.GetOutput());
                }
            }
            catch (FetchHiveResponseException exception)
            {
                Assert.StartsWith("$", exception.JsonPath, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.True(new[] { completed, failed, refused }.All(count => count > 1_000),
            $"{completed} completed, {failed} failed, {refused} refused");
    }

    private static byte[] Change(Random random, byte[] body)
    {
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            int position = random.Next(body.Length);
            switch (random.Next(5))
            {
                case 0:
                    body[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body = [.. body[..(position + 1)]];
                    break;
                case 2:
                    body = [.. body[..position], (byte)random.Next(256), .. body[position..]];
                    break;
                case 3:
                    body = [.. body[..position], .. body[random.Next(body.Length)..]];
                    break;
                default:
                    ReadOnlySpan<byte> json = "{}[]\":,0tfn\\u"u8;
                    body[position] = json[random.Next(json.Length)];
                    break;
            }

            if (body.Length == 0)
            {
                return body;
            }
        }

        return body;
    }
}
