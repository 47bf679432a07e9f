namespace FetchHive.Generators.Findings;

/// <summary>The names of the properties. They have their own file, because the project of the code fixes compiles it too.</summary>
internal static partial class FindingProperties
{
    /// <summary>The declaration id of the interface with the attribute. The diagnostic may be in a base interface.</summary>
    public const string Contract = "FetchHive.Contract";

    /// <summary>The declaration id of the wrong property or field, which may be nested in the type that the diagnostic points at.</summary>
    public const string Member = "FetchHive.Member";

    /// <summary>The reference id of the type that is wrong in a declared type.</summary>
    public const string Type = "FetchHive.Type";

    /// <summary>The path of the snippet that the declaration was compared with.</summary>
    public const string Snippet = "FetchHive.Snippet";

    /// <summary>The snippet's name, where the declaration has a similar one.</summary>
    public const string Near = "FetchHive.Near";

    /// <summary>The name of the input that the diagnostic is about.</summary>
    public const string Input = "FetchHive.Input";

    /// <summary>The kind of JSON value that the declaration sends: <c>Number</c>.</summary>
    public const string Sent = "FetchHive.Sent";

    /// <summary>Present when the value would fit if it were nullable.</summary>
    public const string Nullable = "FetchHive.Nullable";

    /// <summary>The value's path in a sample of outputs, as the message shows it: <c>companies[].name</c>.</summary>
    public const string Path = "FetchHive.Path";

    /// <summary>The part of the member's type that is wrong: empty for the type itself, <c>[]</c> for its elements or values.</summary>
    public const string Within = "FetchHive.Within";

    /// <summary>The member of <c>NamingRule</c> with which all names of the interface would fit.</summary>
    public const string Naming = "FetchHive.Naming";
}
