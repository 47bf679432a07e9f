namespace FetchHive;

/// <summary>The attributes of spans and metrics, and their constant values.</summary>
internal static class TagNames
{
    public const string OperationName = "gen_ai.operation.name";
    public const string InvokeWorkflow = "invoke_workflow";
    public const string ProviderName = "gen_ai.provider.name";
    public const string FetchHive = "fetchhive";
    public const string WorkflowName = "gen_ai.workflow.name";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
    public const string ResendCount = "http.request.resend_count";
    public const string ErrorType = "error.type";
    public const string Workspace = "fetchhive.workspace";
    public const string Deployment = "fetchhive.deployment";
    public const string Variant = "fetchhive.variant";
    public const string RequestId = "fetchhive.request_id";
    public const string RunStatus = "fetchhive.run.status";
    public const string ErrorCode = "fetchhive.error_code";
    public const string MayHaveRun = "fetchhive.may_have_run";
    public const string Attempt = "fetchhive.attempt";
    public const string Delay = "fetchhive.retry.delay";
    public const string Inputs = "fetchhive.inputs";
    public const string Output = "fetchhive.output";
}
