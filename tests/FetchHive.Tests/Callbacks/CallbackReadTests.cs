using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Callbacks;

/// <summary>Bodies of callbacks that can be read, and the callbacks that they become.</summary>
public sealed class CallbackReadTests
{
    private const string Id = "req_019d52846ea37682b03522fd0695cc43";

    private static readonly CallbackContract<string> Text = new(Calls.Deployment, "StartAsync", OutputReader.Text);

    private static readonly CallbackContract<Brief> Briefs = new(Calls.Deployment, "StartAsync", ResearchBrief.BriefOutput);

    // With the event's name, run_status or both, in data or beside it.
    [Theory]
    [InlineData("""{"event_type":"workflow.completed","request_id":"ID","data":{"output":"x"}}""", "workflow.completed")]
    [InlineData("""{"event_type":"workflow.completed","run_status":"completed","request_id":"ID","data":{"output":"x"}}""",
        "workflow.completed")]
    [InlineData("""{"run_status":"completed","request_id":"ID","data":{"output":"x"}}""", null)]
    [InlineData("""{"request_id":"ID","run_status":"completed","output":"x"}""", null)]
    [InlineData("""{"data":{"request_id":"ID","run_status":"completed","output":"x"}}""", null)]
    [InlineData("""{"data":{"request_id":"ID","event_type":"workflow.completed","output":"x"}}""", "workflow.completed")]
    [InlineData("""{"event_type":"workflow.completed","request_id":"ID","data":{"run_status":"completed","output":"x"}}""",
        "workflow.completed")]
    [InlineData("""{"event_type":"workflow.run.completed","request_id":"ID","data":{"output":"x"}}""", "workflow.run.completed")]
    [InlineData("""{"event_type":"completed","request_id":"ID","output":"x","data":null}""", "completed")]
    [InlineData("""{"event_type":"workflow.finished","run_status":"completed","request_id":"ID","output":"x"}""", "workflow.finished")]
    [InlineData("""{"status":"completed","run_id":"ID","output":"x"}""", null)]
    [InlineData("""{"event_type":"workflow.completed","status":"delivered","request_id":"ID","output":"x"}""", "workflow.completed")]
    [InlineData("""{"event_type":null,"run_status":"completed","request_id":"ID","data":{"output":"x","request_id":"another"}}""", null)]
    [InlineData("""{"event_type":"workflow.completed","request_id":"ID","error":null,"data":{"error":null,"output":"x"}}""",
        "workflow.completed")]
    [InlineData("""{"event_type":"workflow.completed","request_id":"ID","output":"beside","data":{"output":"x"}}""", "workflow.completed")]
    [InlineData("""{"event_type":"workflow.completed","request_id":"ID","output":"x","data":"some text"}""", "workflow.completed")]
    [InlineData("""{"event_type":"workflow.failed","event_type":"workflow.completed","request_id":"one","request_id":"ID","data":"""
        + """{"output":"y","output":"x"}}""", "workflow.completed")]
    [InlineData("\uFEFF{\"event_type\":\"workflow.completed\",\"request_id\":\"ID\",\"data\":{\"output\":\"x\"}}\r\n",
        "workflow.completed")]
    public void A_run_that_completed_is_read_wherever_its_parts_stand(string body, string? eventType)
    {
        WorkflowCallback<string> callback = Text.Read(Bytes(body));

        var completed = Assert.IsType<CompletedWorkflowCallback<string>>(callback);
        Assert.Equal("x", completed.Output);
        Assert.Equal("x", callback.GetOutput());
        Assert.Equal(Id, completed.RequestId);
        Assert.Equal(RunStatus.Completed, completed.Status);
        Assert.Equal(eventType, completed.EventType);
        Assert.True(WorkflowCallback.TryGetRequestId(Bytes(body), out string? found));
        Assert.Equal(Id, found);
    }

    [Theory]
    [InlineData("""{"event_type":"workflow.failed","request_id":"ID","data":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"}}""", "failed")]
    [InlineData("""{"event_type":"workflow.failed","run_status":"failed","request_id":"ID","error":"No """
        + """credits.","code":"account_credit_cap_reached"}""", "failed")]
    [InlineData("""{"run_status":"failed","request_id":"ID","data":{"error":{"message":"No """
        + """credits.","code":"account_credit_cap_reached"}}}""", "failed")]
    [InlineData("""{"run_status":"failed","request_id":"ID","error":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"},"output":null}""", "failed")]
    [InlineData("""{"event_type":"workflow.failed","request_id":"ID","error":"less","error_code":"account_credit_cap_reached","data":"""
        + """{"message":"No credits.","output":"partial"}}""", "failed")]
    [InlineData("""{"event_type":"workflow.cancelled","request_id":"ID","data":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"}}""", "cancelled")]
    [InlineData("""{"event_type":"workflow.failed","run_status":"cancelled","request_id":"ID","data":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"}}""", "cancelled")]
    [InlineData("""{"event_type":"workflow.failed","run_status":"crashed","request_id":"ID","data":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"}}""", "crashed")]
    [InlineData("""{"event_type":"workflow.failed","run_status":null,"request_id":"ID","data":{"error":"No """
        + """credits.","error_code":"account_credit_cap_reached"}}""", "failed")]
    public void A_run_that_did_not_complete_has_its_error_and_no_output(string body, string status)
    {
        var failed = Assert.IsType<FailedWorkflowCallback<string>>(Text.Read(Bytes(body)));

        Assert.Equal("No credits.", failed.Error);
        Assert.Equal("account_credit_cap_reached", failed.ErrorCode);
        Assert.Equal(status, failed.Status.ToString());
        FetchHiveRunFailedException exception = Assert.Throws<FetchHiveRunFailedException>(() => failed.GetOutput());
        Assert.Equal((Id, "No credits.", "account_credit_cap_reached"), (exception.RequestId, exception.Error, exception.ErrorCode));
        Assert.Contains("'research-brief'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(status, exception.Message, StringComparison.Ordinal);
        Assert.Contains("wait until the cap resets", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_may_lack_a_cause()
    {
        var failed =
            Assert.IsType<FailedWorkflowCallback<string>>(Text.Read(Bytes("""{"event_type":"workflow.failed","request_id":"ID"}""")));

        Assert.Null(failed.Error);
        Assert.Null(failed.ErrorCode);
        Assert.Equal(
            $"The run for deployment 'research-brief', variant 'production' failed. The request_id is {Id}. The run's log in the "
            + $"dashboard shows the step that failed.",
            Assert.Throws<FetchHiveRunFailedException>(() => failed.GetOutput()).Message);
    }

    [Theory]
    [InlineData("""{"title":"AI","findings":[{"claim":"It works.","confidence":0.5}],"word_count":2}""")]
    [InlineData("""
        "{\"title\":\"AI\",\"findings\":[{\"claim\":\"It works.\",\"confidence\":0.5}],\"word_count\":2}"
        """)]
    [InlineData("""
        "```json\n{\"title\":\"AI\",\"findings\":[{\"claim\":\"It works.\",\"confidence\":0.5}],\"word_count\":null}\n```"
        """)]
    public void The_output_is_read_like_that_of_a_direct_call(string output)
    {
        WorkflowCallback<Brief> callback =
            Briefs.Read(Bytes($$$"""{"event_type":"workflow.completed","request_id":"ID","data":{"output":{{{output}}}}}"""));

        Assert.Equal("AI", callback.GetOutput().Title);
        Assert.Equal(0.5, callback.GetOutput().Findings.Single().Confidence);
    }

    [Fact]
    public void An_output_of_another_type_is_refused_with_its_path_and_advice()
    {
        const string Output = """{"title":"AI","findings":[{"claim":"private","confidence":"much"}]}""";
        var callback = Assert.IsType<UnreadableWorkflowCallback<Brief>>(
            Briefs.Read(Bytes($$$"""{"event_type":"workflow.completed","request_id":"ID","data":{"output":{{{Output}}}}}""")));
        FetchHiveResponseException exception = callback.Exception;
        Assert.Equal(Output, callback.OutputText);

        Assert.Equal("$.data.output.findings[0].confidence", exception.JsonPath);
        Assert.Equal(Id, exception.RequestId);
        Assert.Equal(
            $"The callback for deployment 'research-brief', variant 'production' is not as promised: expected {exception.Expected} at "
            + $"$.data.output.findings[0].confidence, and the value there can't be read as that. "
            + $"The request_id is {Id}. Change the method's return type to match what the workflow's last step returns, or change the "
            + $"step to match the type.",
            exception.Message);
        Assert.DoesNotContain("private", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_kept_after_the_memory_of_the_body_is_reused()
    {
        byte[] body =
            Bytes("""{"event_type":"workflow.completed","request_id":"ID","delivery":{"attempt":2},"data":{"output":"x","cost":0.25}}""");

        WorkflowCallback<string> callback = Text.Read(body);
        Array.Clear(body);

        Assert.Equal(2, callback.Payload.GetProperty("delivery").GetProperty("attempt").GetInt32());
        Assert.Equal(0.25, callback.Payload.GetProperty("data").GetProperty("cost").GetDouble());
    }

    [Fact]
    public void Without_a_contract_the_output_is_any_JSON()
    {
        WorkflowCallback<JsonElement> parsed =
            WorkflowCallback.Read(Bytes("""{"event_type":"workflow.completed","request_id":"ID","data":{"output":"[1,2]"}}"""));
        WorkflowCallback<JsonElement> nothing =
            WorkflowCallback.Read(Bytes("""{"event_type":"workflow.completed","request_id":"ID","data":{"output":null}}"""));
        var failed = Assert.IsType<FailedWorkflowCallback<JsonElement>>(
            WorkflowCallback.Read(Bytes("""{"event_type":"workflow.failed","request_id":"ID","data":{"error":"No."}}""")));

        Assert.Equal(2, parsed.GetOutput()[1].GetInt32());
        Assert.Equal(JsonValueKind.Null, nothing.GetOutput().ValueKind);
        Assert.StartsWith("The run failed. The service says: \"No\".",
            Assert.Throws<FetchHiveRunFailedException>(() => failed.GetOutput()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Callbacks_can_be_made_by_hand_for_tests_of_handlers()
    {
        CompletedWorkflowCallback<string> completed = new("req_1", "private");
        FailedWorkflowCallback<string> failed = new("req_2", "private") { ErrorCode = "model_deprecated" };
        FailedWorkflowCallback<string> cancelled = new("req_3", null, new RunStatus("cancelled"));

        Assert.Equal(["req_1: completed", "req_2: failed", "req_3: cancelled"],
            new WorkflowCallback<string>[] { completed, failed, cancelled }.Select(callback => callback.ToString()));
        Assert.Equal(JsonValueKind.Undefined, completed.Payload.ValueKind);
        Assert.Equal(
            "The run failed. The service says: \"private\". Its error_code is 'model_deprecated'. The request_id is req_2. Choose an "
            + "active model in the workflow and publish it again.",
            Assert.Throws<FetchHiveRunFailedException>(() => failed.GetOutput()).Message);
        Assert.StartsWith("The run did not complete: its status is 'cancelled'.",
            Assert.Throws<FetchHiveRunFailedException>(() => cancelled.GetOutput()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FailedWorkflowCallback<string>("req_4", null, RunStatus.Completed));
        Assert.Throws<ArgumentNullException>(() => new CompletedWorkflowCallback<string>(null!, "x"));

        UnreadableWorkflowCallback<string> unreadable =
            new("req_5", new FetchHiveResponseException("m", "$.data.output", "x") { OutputText = "private" });
        Assert.Equal(("req_5: completed", "private"), (unreadable.ToString(), unreadable.OutputText));
        Assert.Throws<ArgumentNullException>(() => new UnreadableWorkflowCallback<string>("req_5", null!));
    }

    private static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body.Replace("\"ID\"", $"\"{Id}\"", StringComparison.Ordinal));
}
