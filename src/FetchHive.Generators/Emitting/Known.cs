namespace FetchHive.Generators.Emitting;

/// <summary>The types and members that generated code uses. They are fully qualified, so that user code can't hide them.</summary>
internal static class Known
{
    // An alias is as safe as a full name, since `::` looks for nothing else, and it takes the compiler less time.
    public const string RuntimeAlias = "using FetchHiveCode = global::FetchHive.CodeGeneration;";
    private const string Runtime = "FetchHiveCode::";

    private const string Json = "global::System.Text.Json.";

    public const string Client = "global::FetchHive.FetchHiveClient";
    public const string Builder = "global::FetchHive.FetchHiveBuilder";
    public const string CallbackContract = "global::FetchHive.CallbackContract";
    public const string NamingRule = "global::FetchHive.NamingRule";

    public const string Deployment = Runtime + "WorkflowDeployment";
    public const string Request = Runtime + "WorkflowRequest";
    public const string InputWriter = Runtime + "InputWriter";
    public const string OutputReader = Runtime + "OutputReader";
    public const string OutputJson = Runtime + "OutputJson";
    public const string OutputTypes = Runtime + "OutputTypes";
    public const string OutputMember = Runtime + "OutputMember";
    public const string OutputDescription = Runtime + "OutputDescription";

    public const string RequestWriter = Runtime + "RequestWriter";
    public const string SerializerOptions = Json + "JsonSerializerOptions";
    public const string Serialization = Json + "Serialization.";
    public const string Metadata = Serialization + "Metadata.";
    public const string Services = Metadata + "JsonMetadataServices";

    public const string JsonElement = Json + "JsonElement";

    public const string ToolArguments = Runtime + "ToolArguments";
    public const string ToolFailure = Runtime + "ToolFailure";
    public const string ToolResult = Runtime + "ToolResult";
    public const string ToolSchema = Runtime + "ToolSchema";
    public const string AIFunction = "global::Microsoft.Extensions.AI.AIFunction";
    public const string AIFunctionArguments = "global::Microsoft.Extensions.AI.AIFunctionArguments";
    public const string ErrorContent = "global::Microsoft.Extensions.AI.ErrorContent";

    public const string Generic = "global::System.Collections.Generic.";
    public const string CancellationToken = "global::System.Threading.CancellationToken";

    /// <summary>Marks generated code with the tool and its version.</summary>
    public static string GeneratedCode { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"FetchHive.Generators\", "
            + $"\"{typeof(Known).Assembly.GetName().Version?.ToString(3)}\")]";

    public const string ExcludeFromCoverage = "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";
}
