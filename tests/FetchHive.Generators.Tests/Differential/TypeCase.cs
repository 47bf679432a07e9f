namespace FetchHive.Generators.Tests.Differential;

/// <summary>A type that a generated client and System.Text.Json send and read.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Source">The declarations of the type and of the types that it needs.</param>
internal sealed record TypeCase(string Name, string Source)
{
    /// <summary>The type as C#, for a parameter and an output.</summary>
    public string Type { get; init; } = "T";

    /// <summary>The value to send, as an expression. The JSON that System.Text.Json writes for it is read too.</summary>
    public string Value { get; init; } = "new T()";

    /// <summary>Further JSON to read, in addition to the JSON of the value.</summary>
    public string[] Documents { get; init; } = [];

    /// <summary>The rule that refuses the type as an input; null if the type is sent as System.Text.Json sends it.</summary>
    public string? Send { get; init; }

    /// <summary>The rule that refuses the type as an output; null if the type is read as System.Text.Json reads it.</summary>
    public string? Read { get; init; }

    /// <summary>Whether generated code reads the type although System.Text.Json refuses to, because the JSON has only one
    /// meaning.</summary>
    public bool ReadsMore { get; init; }

    /// <summary>Whether the type is read differently from System.Text.Json, as docs/declaring.md says.</summary>
    public bool ReadsDifferently { get; init; }

    /// <summary>A part of the message that refuses the output.</summary>
    public string? ReadMessage { get; init; }

    /// <summary>A part of the message that refuses the input.</summary>
    public string? SendMessage { get; init; }
}
