namespace FetchHive;

/// <summary>How the C# names of an annotated interface become the names that are sent and read.</summary>
/// <remarks>A <c>[JsonPropertyName]</c>, <see cref="InputAttribute"/> or <see cref="MetadataAttribute"/> name wins over the rule.</remarks>
public enum NamingRule
{
    /// <summary><c>maxWords</c> is sent as <c>max_words</c>. The default, as in every documented sample of the service.</summary>
    SnakeCase = 0,

    /// <summary><c>MaxWords</c> is sent as <c>maxWords</c>.</summary>
    CamelCase = 1,

    /// <summary>The name is sent as it is written in C#.</summary>
    AsDeclared = 2,
}
