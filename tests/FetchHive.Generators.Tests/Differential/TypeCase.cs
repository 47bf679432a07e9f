namespace FetchHive.Generators.Tests.Differential;

/// <summary>A type that is sent and read by a generated client and by System.Text.Json.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Source">Its declaration, and those of what it needs.</param>
internal sealed record TypeCase(string Name, string Source)
{
    /// <summary>The type, as a parameter and an output.</summary>
    public string Type { get; init; } = "T";

    /// <summary>The value that is sent, as an expression. What System.Text.Json writes of it is read, too.</summary>
    public string Value { get; init; } = "new T()";

    /// <summary>JSON that is read, besides what is derived from the value.</summary>
    public string[] Documents { get; init; } = [];

    /// <summary>The rule that refuses the type as an input; null where it is sent as System.Text.Json would.</summary>
    public string? Send { get; init; }

    /// <summary>The rule that refuses the type as an output; null where it is read as System.Text.Json would.</summary>
    public string? Read { get; init; }

    /// <summary>System.Text.Json refuses to read the type, though it can mean one thing only, and generated code reads it.</summary>
    public bool ReadsMore { get; init; }

    /// <summary>The type is read in another way than by System.Text.Json, as docs/declaring.md says.</summary>
    public bool ReadsDifferently { get; init; }

    /// <summary>A part of the message that refuses the output.</summary>
    public string? ReadMessage { get; init; }

    /// <summary>A part of the message that refuses the input.</summary>
    public string? SendMessage { get; init; }
}
