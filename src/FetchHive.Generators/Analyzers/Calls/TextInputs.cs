using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Recognises inputs for which JSON text is probably intended: by <c>[Input(AsText = true)]</c> or by their name. A prompt about JSON takes
/// <c>orderJson</c>, <c>outputSchema</c> or <c>requestBody</c>. A list of companies doesn't have such a name.
/// </summary>
internal static class TextInputs
{
    public static bool TakesText(IParameterSymbol parameter)
    {
        if (IsTextName(parameter.Name))
        {
            return true;
        }

        return parameter.FindRuntimeAttribute("InputAttribute") is { } input
            && (input.NamedArgument("AsText") is true || (input.StringArgument(0) is { } name && IsTextName(name)));
    }

    /// <summary>Whether one of the words in a name indicates a text input.</summary>
    public static bool IsTextName(string name)
    {
        foreach (string word in JsonNames.Apply(JsonNames.SnakeCase, name).Split('_', '-', '.', ' '))
        {
            if (IsTextWord(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTextWord(string word) => word switch
    {
        // These name the text's format.
        "json" or "jsonl" or "ndjson" or "geojson" or "serialized" or "serialised" or "raw" or "text" or "string" or "markdown" => true,

        // These name a document that happens to be JSON.
        "schema" or "spec" or "openapi" or "payload" or "body" or "content" or "message" or "query" or "log" or "logs" or "dump"
            or "diff" => true,

        // These name prose, which may quote something.
        "note" or "notes" or "description" or "remarks" or "details" or "context" or "question" => true,

        // These name JSON that a model reads or has to write.
        "prompt" or "instruction" or "instructions" or "template" or "example" or "format" or "code" or "snippet" => true,
        _ => false,
    };
}
