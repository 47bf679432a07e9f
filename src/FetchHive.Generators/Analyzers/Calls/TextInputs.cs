using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Tells the inputs for which JSON text may well be what is meant: those that say so, with <c>[Input(AsText = true)]</c> or in their name.
/// A prompt that is about JSON takes <c>orderJson</c>, <c>outputSchema</c> or <c>requestBody</c>; nobody calls a list of companies that.
/// </summary>
internal static class TextInputs
{
    public static bool TakesText(IParameterSymbol parameter)
    {
        if (SaysText(parameter.Name))
        {
            return true;
        }

        return parameter.FindRuntimeAttribute("InputAttribute") is { } input
            && (input.NamedArgument("AsText") is true || (input.StringArgument(0) is { } name && SaysText(name)));
    }

    /// <summary>Whether one of the words of a name says that the input is a text.</summary>
    public static bool SaysText(string name)
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
        // Says what the text is written in.
        "json" or "jsonl" or "ndjson" or "geojson" or "serialized" or "serialised" or "raw" or "text" or "string" or "markdown" => true,

        // Is a document that happens to be JSON.
        "schema" or "spec" or "openapi" or "payload" or "body" or "content" or "message" or "query" or "log" or "logs" or "dump"
            or "diff" => true,

        // Is prose, in which something may be quoted.
        "note" or "notes" or "description" or "remarks" or "details" or "context" or "question" => true,

        // Is about JSON: what a model is shown or told to write.
        "prompt" or "instruction" or "instructions" or "template" or "example" or "format" or "code" or "snippet" => true,
        _ => false,
    };
}
