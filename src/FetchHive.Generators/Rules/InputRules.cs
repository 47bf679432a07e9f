using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH2xxx: inputs.</summary>
internal static class InputRules
{
    public static readonly DiagnosticDescriptor NoJsonForm = Rule.Error(
        "FH2001", Rule.Inputs, "The type has no JSON form",
        "'{0}' is of type '{1}', which has no JSON form: {2}");

    public static readonly DiagnosticDescriptor UnknownShape = Rule.Error(
        "FH2002", Rule.Inputs, "The type says nothing of its shape",
        "'{0}' is of type '{1}', which says nothing of its shape, so arrays in it can't be held to native arrays: use a concrete type, or JsonElement for any JSON");

    public static readonly DiagnosticDescriptor DuplicateInput = Rule.Error(
        "FH2003", Rule.Inputs, "Two inputs have the same name",
        "'{0}' and '{1}' are both sent as '{2}': name one with {3}");

    public static readonly DiagnosticDescriptor EmptyInputName = Rule.Error(
        "FH2004", Rule.Inputs, "An input needs a name",
        "Parameter '{0}' has an empty input name: write the name of the Start input");

    public static readonly DiagnosticDescriptor MultiDimensionalArray = Rule.Error(
        "FH2005", Rule.Inputs, "A multi-dimensional array has no JSON form",
        "'{0}' is a multi-dimensional array, which has no JSON form: use a jagged array");

    public static readonly DiagnosticDescriptor DictionaryKey = Rule.Error(
        "FH2006", Rule.Inputs, "The dictionary's keys can't be JSON names",
        "'{0}' is a dictionary with keys of type '{1}', which can't be JSON names: use strings, enums, numbers or Guids as keys");

    public static readonly DiagnosticDescriptor BytesAsText = Rule.Warning(
        "FH2007", Rule.Inputs, "Bytes are sent as base64 text",
        "'{0}' is of type '{1}' and is sent as base64 text, not as a native array: use a collection of int for an array of numbers, or suppress this if text is meant");

    public static readonly DiagnosticDescriptor NeedsSerializer = Rule.Error(
        "FH2008", Rule.Inputs, "The type needs a serializer",
        "'{0}' is of type '{1}', which {2}: name a JsonSerializerContext that knows it with JsonContext = typeof(…)");

    public static readonly DiagnosticDescriptor ContextDoesNotKnow = Rule.Error(
        "FH2009", Rule.Inputs, "The JsonContext doesn't know the type",
        "'{0}' is of type '{1}', which {2}, and '{3}' doesn't know it: add [JsonSerializable(typeof({1}))] to it");

    public static readonly DiagnosticDescriptor AsTextNeedsScalar = Rule.Error(
        "FH2010", Rule.Inputs, "AsText is for single values",
        "Parameter '{0}' is of type '{1}', which has no text form: remove AsText, which is for numbers, bool, char, dates, enums, Guid and Uri");
}
