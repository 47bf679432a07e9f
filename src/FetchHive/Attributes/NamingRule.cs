namespace FetchHive;

/// <summary>How the C# names of an annotated interface become the names that are sent and read.</summary>
/// <remarks>A name in <c>[JsonPropertyName]</c>, <see cref="InputAttribute"/> or <see cref="MetadataAttribute"/> wins over the
/// rule.</remarks>
public enum NamingRule
{
    /// <summary>
    /// <c>maxWords</c> is sent as <c>max_words</c>. The default, because every documented sample of the service does this.
    /// </summary>
    SnakeCase = 0,

    /// <summary><c>MaxWords</c> is sent as <c>maxWords</c>.</summary>
    CamelCase = 1,

    /// <summary>The name is sent as written in C#.</summary>
    AsDeclared = 2,
}
