namespace FetchHive;

/// <summary>Parts of exception messages.</summary>
internal static class ErrorText
{
    private const int MaxQuoteLength = 1024;

    public static string ServiceMessage(string? message) =>
        string.IsNullOrWhiteSpace(message) ? string.Empty : $" The service says: \"{PartOfSentence(message!)}\".";

    public static string Code(string? code) =>
        string.IsNullOrEmpty(code) ? string.Empty : $" Its error_code is '{OutsideText.Quote(code!)}'.";

    public static string Id(string? requestId) =>
        string.IsNullOrEmpty(requestId) ? string.Empty : $" The request_id is {OutsideText.Quote(requestId!)}.";

    /// <summary>A JSON path. Its property names come from outside.</summary>
    public static string Path(string path) => OutsideText.Quote(path, MaxQuoteLength);

    /// <summary>A text from outside as a sentence.</summary>
    public static string Sentence(string? text) =>
        string.IsNullOrWhiteSpace(text) ? "the connection gave no reason." : PartOfSentence(text!) + ".";

    /// <summary>What to do about a documented code (Fetch Hive docs, api-reference/error-codes).</summary>
    public static string? AdviceFor(string? errorCode) => errorCode switch
    {
        FetchHiveErrorCodes.ModelDeprecated => "Choose an active model in the workflow and publish it again.",
        FetchHiveErrorCodes.PersonalModelMissingCredentials =>
            "Connect the model provider's credentials in the dashboard, or choose another model.",
        FetchHiveErrorCodes.PersonalModelInvalidCredentials => "Reconnect or rotate the model provider's credentials in the dashboard.",
        FetchHiveErrorCodes.InsufficientHostedLlmCredits => "Add credits, upgrade the plan, or use your own key of a model provider.",
        FetchHiveErrorCodes.AccountCreditCapReached =>
            "The account's credit cap is reached: upgrade the plan, or wait until the cap resets.",
        FetchHiveErrorCodes.AssetStorageLimitReached => "Delete stored assets, or upgrade the plan.",
        FetchHiveErrorCodes.VisionNotSupported => "Choose a model that reads images, or send no images.",
        FetchHiveErrorCodes.WorkflowStepLimitReached => "Remove steps from the workflow, or upgrade the plan.",
        FetchHiveErrorCodes.WorkspaceLimitReached => "Delete a workspace, or upgrade the plan.",
        FetchHiveErrorCodes.LogRangeLimitExceeded => "Ask for a narrower range of logs.",
        FetchHiveErrorCodes.IterationLimitExceeded => "An iteration of the workflow loops too often: send a smaller input.",
        _ => null,
    };

    /// <summary>A text from outside as part of a sentence.</summary>
    public static string PartOfSentence(string text) => OutsideText.Quote(text, MaxQuoteLength).Trim().TrimEnd('.');
}
