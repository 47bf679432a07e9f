namespace FetchHive.Generators.Parsing;

/// <summary>The types that the generator and its analyzers recognise.</summary>
/// <remarks>
/// They are recognised by name, not as symbols of a compilation. Each keystroke creates a compilation. Looking all of them up in it takes
/// about as long as the whole generator after an edit in an interface ("Well-known types" in docs/performance.md). A name also works if two
/// assemblies declare the type, or if only a DTO's project references it.
/// </remarks>
internal static class KnownTypes
{
    public static readonly KnownType CallbackUrlAttribute = new("FetchHive.CallbackUrlAttribute");
    public static readonly KnownType InputAttribute = new("FetchHive.InputAttribute");
    public static readonly KnownType MetadataAttribute = new("FetchHive.MetadataAttribute");
    public static readonly KnownType UserAttribute = new("FetchHive.UserAttribute");
    public static readonly KnownType EndpointRouteBuilderExtensions = new("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions");
    public static readonly KnownType IFormFile = new("Microsoft.AspNetCore.Http.IFormFile");
    public static readonly KnownType ActionResult = new("Microsoft.AspNetCore.Mvc.ActionResult");
    public static readonly KnownType ApiControllerAttribute = new("Microsoft.AspNetCore.Mvc.ApiControllerAttribute");
    public static readonly KnownType ControllerBase = new("Microsoft.AspNetCore.Mvc.ControllerBase");
    public static readonly KnownType NonActionAttribute = new("Microsoft.AspNetCore.Mvc.NonActionAttribute");
    public static readonly KnownType ILogger = new("Microsoft.Extensions.Logging.ILogger");
    public static readonly KnownType LoggerExtensions = new("Microsoft.Extensions.Logging.LoggerExtensions");
    public static readonly KnownType LoggerMessageAttribute = new("Microsoft.Extensions.Logging.LoggerMessageAttribute");
    public static readonly KnownType StringValues = new("Microsoft.Extensions.Primitives.StringValues");
    public static readonly KnownType JsonConvert = new("Newtonsoft.Json.JsonConvert");
    public static readonly KnownType NewtonsoftJsonConverterAttribute = new("Newtonsoft.Json.JsonConverterAttribute");
    public static readonly KnownType NewtonsoftJsonIgnoreAttribute = new("Newtonsoft.Json.JsonIgnoreAttribute");
    public static readonly KnownType JsonPropertyAttribute = new("Newtonsoft.Json.JsonPropertyAttribute");
    public static readonly KnownType JArray = new("Newtonsoft.Json.Linq.JArray");
    public static readonly KnownType JObject = new("Newtonsoft.Json.Linq.JObject");
    public static readonly KnownType SerilogILogger = new("Serilog.ILogger");
    public static readonly KnownType SerilogLog = new("Serilog.Log");
    public static readonly KnownType ArraySegment = new("System.ArraySegment");
    public static readonly KnownType IAsyncEnumerable = new("System.Collections.Generic.IAsyncEnumerable");
    public static readonly KnownType KeyValuePair = new("System.Collections.Generic.KeyValuePair");
    public static readonly KnownType IDictionary = new("System.Collections.IDictionary");
    public static readonly KnownType IEnumerable = new("System.Collections.IEnumerable");
    public static readonly KnownType ImmutableArray = new("System.Collections.Immutable.ImmutableArray");
    public static readonly KnownType DescriptionAttribute = new("System.ComponentModel.DescriptionAttribute");
    public static readonly KnownType Console = new("System.Console");
    public static readonly KnownType Debug = new("System.Diagnostics.Debug");
    public static readonly KnownType Trace = new("System.Diagnostics.Trace");
    public static readonly KnownType Exception = new("System.Exception");
    public static readonly KnownType FlagsAttribute = new("System.FlagsAttribute");
    public static readonly KnownType Stream = new("System.IO.Stream");
    public static readonly KnownType TextReader = new("System.IO.TextReader");
    public static readonly KnownType IObservable = new("System.IObservable");
    public static readonly KnownType IProgress = new("System.IProgress");
    public static readonly KnownType Enumerable = new("System.Linq.Enumerable");
    public static readonly KnownType IGrouping = new("System.Linq.IGrouping");
    public static readonly KnownType Memory = new("System.Memory");
    public static readonly KnownType HttpIOException = new("System.Net.Http.HttpIOException");
    public static readonly KnownType HttpRequestException = new("System.Net.Http.HttpRequestException");
    public static readonly KnownType SocketException = new("System.Net.Sockets.SocketException");
    public static readonly KnownType NonSerializedAttribute = new("System.NonSerializedAttribute");
    public static readonly KnownType BigInteger = new("System.Numerics.BigInteger");
    public static readonly KnownType Complex = new("System.Numerics.Complex");
    public static readonly KnownType AllowNullAttribute = new("System.Diagnostics.CodeAnalysis.AllowNullAttribute");
    public static readonly KnownType DisallowNullAttribute = new("System.Diagnostics.CodeAnalysis.DisallowNullAttribute");
    public static readonly KnownType RequiresAssemblyFilesAttribute =
        new("System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute");
    public static readonly KnownType RequiresDynamicCodeAttribute =
        new("System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute");
    public static readonly KnownType RequiresUnreferencedCodeAttribute =
        new("System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute");
    public static readonly KnownType SetsRequiredMembersAttribute = new("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
    public static readonly KnownType ObsoleteAttribute = new("System.ObsoleteAttribute");
    public static readonly KnownType OperationCanceledException = new("System.OperationCanceledException");
    public static readonly KnownType ReadOnlyMemory = new("System.ReadOnlyMemory");
    public static readonly KnownType DataMemberAttribute = new("System.Runtime.Serialization.DataMemberAttribute");
    public static readonly KnownType EnumMemberAttribute = new("System.Runtime.Serialization.EnumMemberAttribute");
    public static readonly KnownType IgnoreDataMemberAttribute = new("System.Runtime.Serialization.IgnoreDataMemberAttribute");
    public static readonly KnownType JsonElement = new("System.Text.Json.JsonElement");
    public static readonly KnownType JsonException = new("System.Text.Json.JsonException");
    public static readonly KnownType JsonSerializer = new("System.Text.Json.JsonSerializer");
    public static readonly KnownType JsonArray = new("System.Text.Json.Nodes.JsonArray");
    public static readonly KnownType JsonNode = new("System.Text.Json.Nodes.JsonNode");
    public static readonly KnownType JsonObject = new("System.Text.Json.Nodes.JsonObject");
    public static readonly KnownType JsonValue = new("System.Text.Json.Nodes.JsonValue");
    public static readonly KnownType JsonConverterAttribute = new("System.Text.Json.Serialization.JsonConverterAttribute");
    public static readonly KnownType JsonDerivedTypeAttribute = new("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
    public static readonly KnownType JsonIgnoreAttribute = new("System.Text.Json.Serialization.JsonIgnoreAttribute");
    public static readonly KnownType JsonPolymorphicAttribute = new("System.Text.Json.Serialization.JsonPolymorphicAttribute");
    public static readonly KnownType JsonPropertyNameAttribute = new("System.Text.Json.Serialization.JsonPropertyNameAttribute");
    public static readonly KnownType JsonSerializableAttribute = new("System.Text.Json.Serialization.JsonSerializableAttribute");
    public static readonly KnownType JsonSerializerContext = new("System.Text.Json.Serialization.JsonSerializerContext");
    public static readonly KnownType JsonStringEnumMemberNameAttribute =
        new("System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute");
    public static readonly KnownType StringBuilder = new("System.Text.StringBuilder");
    public static readonly KnownType CancellationToken = new("System.Threading.CancellationToken");
    public static readonly KnownType ChannelReader = new("System.Threading.Channels.ChannelReader");
    public static readonly KnownType Task = new("System.Threading.Tasks.Task");
    public static readonly KnownType TaskCanceledException = new("System.Threading.Tasks.TaskCanceledException");
    public static readonly KnownType ValueTask = new("System.Threading.Tasks.ValueTask");
    public static readonly KnownType Timeout = new("System.Threading.Timeout");
    public static readonly KnownType TimeSpan = new("System.TimeSpan");
    public static readonly KnownType TimeoutException = new("System.TimeoutException");
    public static readonly KnownType SystemType = new("System.Type");
    public static readonly KnownType Uri = new("System.Uri");
}
