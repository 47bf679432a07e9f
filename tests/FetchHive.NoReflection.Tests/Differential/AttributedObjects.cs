using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FetchHive.NoReflection.Tests.Differential;

// Each type has one attribute of System.Text.Json, or one way to use it.

public sealed record Renamed([property: JsonPropertyName("the name")] string Name, [property: JsonPropertyName("n.ü$\"")] int Count)
{
    [JsonPropertyName("")]
    public string? Empty { get; set; }
}

public sealed class Ignoring
{
    [JsonIgnore]
    public string Always { get; set; } = "initial";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Never { get; set; } = "initial";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WhenWritingNull { get; set; } = "initial";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WhenWritingDefault { get; set; } = 5;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public int WhenWriting { get; set; } = 5;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]
    public int WhenReading { get; set; } = 5;

    public int Seen => WhenWriting;
}

public sealed record IgnoredParameter(string Name, [property: JsonIgnore] int Count = 5)
{
    public int Seen => Count;
}

public sealed class Included
{
    [JsonInclude]
    public int Field = 5;

    [JsonInclude]
    public readonly int ReadOnlyField = 6;

    public int NotIncluded = 7;
}

public sealed class RequiredByAttribute
{
    [JsonRequired]
    public string Name { get; set; } = "initial";

    [JsonRequired, JsonPropertyName("how_many")]
    public int Count { get; init; } = 5;

    public int Extra { get; set; }
}

public sealed class Extension
{
    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

public sealed class ExtensionInterface
{
    public string? Name { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement> Rest { get; set; } = new Dictionary<string, JsonElement>();
}

public sealed class ExtensionObject
{
    public string? Name { get; set; }

    [JsonExtensionData]
    public JsonObject? Rest { get; set; }
}

public sealed record ExtensionRecord(string Name)
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Rest { get; set; }
}

public struct ExtensionStruct
{
    public string? Name { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed class StrictNumbers
{
    public int Count { get; set; }

    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int Lenient { get; set; }

    public List<int> Items { get; set; } = [];
}

public sealed record NumbersOfMembers(
    [property: JsonNumberHandling(JsonNumberHandling.Strict)] int Strict,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] double Named,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] int AsText,
    [property: JsonNumberHandling(JsonNumberHandling.Strict)] List<int> StrictItems);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record Strict(string Name, int? Count = null);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record Skipping(string Name);
