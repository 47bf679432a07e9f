namespace FetchHive;

/// <summary>
/// The stable error codes that are documented (Fetch Hive docs, <c>api-reference/error-codes</c>). The set is open: the service may send
/// others. Compare codes and never messages, which are in the account's language.
/// </summary>
public static class FetchHiveErrorCodes
{
    /// <summary>422: a model that the workflow uses is no longer available. Choose an active one.</summary>
    public const string ModelDeprecated = "model_deprecated";

    /// <summary>422: the model provider's credentials aren't connected. Connect them, or choose another model.</summary>
    public const string PersonalModelMissingCredentials = "personal_model_missing_credentials";

    /// <summary>422: the model provider rejected the credentials. Reconnect or rotate them.</summary>
    public const string PersonalModelInvalidCredentials = "personal_model_invalid_credentials";

    /// <summary>402: not enough credits for hosted models. Add credits, upgrade, or use your own key.</summary>
    public const string InsufficientHostedLlmCredits = "insufficient_hosted_llm_credits";

    /// <summary>422: the account's credit cap is reached. Upgrade or wait.</summary>
    public const string AccountCreditCapReached = "account_credit_cap_reached";

    /// <summary>402: the storage for assets is full. Delete assets or upgrade.</summary>
    public const string AssetStorageLimitReached = "asset_storage_limit_reached";

    /// <summary>422: the model can't read images. Choose another model, or send no images.</summary>
    public const string VisionNotSupported = "vision_not_supported";

    /// <summary>402: the workflow has more steps than the plan allows. Remove steps or upgrade.</summary>
    public const string WorkflowStepLimitReached = "workflow_step_limit_reached";

    /// <summary>402: the plan's number of workspaces is reached. Delete one or upgrade.</summary>
    public const string WorkspaceLimitReached = "workspace_limit_reached";

    /// <summary>429: the daily cap of API calls is reached. It resets at midnight UTC.</summary>
    public const string ApiRateLimitExceeded = "api_rate_limit_exceeded";

    /// <summary>402: the requested range of logs is too wide. Narrow it.</summary>
    public const string LogRangeLimitExceeded = "log_range_limit_exceeded";

    /// <summary>422: an iteration of the workflow loops more often than allowed. Send a smaller input.</summary>
    public const string IterationLimitExceeded = "iteration_limit_exceeded";

    /// <summary>500: an unexpected error inside the service. Try again later.</summary>
    public const string InternalServerError = "internal_server_error";

    /// <summary>429: too many requests. The documentation shows it only for a model provider.</summary>
    public const string TooManyRequests = "too_many_requests";

    /// <summary>The request is invalid for the endpoint. It appears in a documented sample, which doesn't show a status.</summary>
    public const string ValidationError = "validation_error";
}
