using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Rules;

/// <summary>FH2xxx: inputs.</summary>
internal static class InputRules
{
    public static readonly DiagnosticDescriptor NoJsonForm = Rule.Error(
        "FH2001", Rule.Inputs, "The type has no JSON form",
        "'{0}' is of type '{1}', which has no JSON form: {2}");

    public static readonly DiagnosticDescriptor UnknownShape = Rule.Error(
        "FH2002", Rule.Inputs, "The type doesn't define its shape",
        "'{0}' is of type '{1}', which doesn't define its shape, so arrays in it may not be sent as native arrays: {2}");

    public static readonly DiagnosticDescriptor DuplicateInput = Rule.Error(
        "FH2003", Rule.Inputs, "Two inputs have the same name",
        "'{0}' and '{1}' are both sent as '{2}': name one with {3}");

    public static readonly DiagnosticDescriptor InputName = Rule.Error(
        "FH2004", Rule.Inputs, "The input's name can't be right",
        "The JSON name of '{0}' {1}: write {2}");

    public static readonly DiagnosticDescriptor MultiDimensionalArray = Rule.Error(
        "FH2005", Rule.Inputs, "A multi-dimensional array has no JSON form",
        "'{0}' is a multi-dimensional array, which has no JSON form: use a jagged array");

    public static readonly DiagnosticDescriptor DictionaryKey = Rule.Error(
        "FH2006", Rule.Inputs, "The dictionary's keys can't be JSON names",
        "'{0}' is a dictionary with keys of type '{1}', which can't be JSON names: use strings, enums, numbers or Guids as keys");

    public static readonly DiagnosticDescriptor BytesAsText = Rule.Warning(
        "FH2007", Rule.Inputs, "Bytes are sent as base64 text",
        "'{0}' is of type '{1}' and is sent as base64 text, not as a native array: use a collection of int for an array of numbers, or "
            + "suppress this if text is intended");

    public static readonly DiagnosticDescriptor NeedsSerializer = Rule.Error(
        "FH2008", Rule.Inputs, "The type needs a serializer",
        "'{0}' is of type '{1}', which {2}: name a JsonSerializerContext that knows it with JsonContext = typeof(…)");

    public static readonly DiagnosticDescriptor ContextDoesNotKnow = Rule.Error(
        "FH2009", Rule.Inputs, "The JsonContext doesn't know the type",
        "'{0}' is of type '{1}', which {2}, and '{3}' doesn't know it: add [JsonSerializable(typeof({1}))] to it");

    public static readonly DiagnosticDescriptor EmptyInput = Rule.Warning(
        "FH2011", Rule.Inputs, "The input type has no properties to send",
        "'{0}' is of type '{1}', which has no public properties, and is sent as an empty object: add properties, or mark fields that are "
            + "intended with [JsonInclude]");

    public static readonly DiagnosticDescriptor InputsInOne = Rule.Warning(
        "FH2012", Rule.Inputs, "All inputs are sent as one",
        "'{0}' is sent as one input named '{1}', not as the inputs that it contains: declare a parameter for each input, or mark it "
            + "[Input] if the Start step has an input '{1}'");

    public static readonly DiagnosticDescriptor NotReadable = Rule.Error(
        "FH2013", Rule.Inputs, "A member that is to be sent isn't accessible",
        "'{0}' is of type '{1}', whose [JsonInclude] member '{2}' can't be read by generated code: "
        + "make it (and its getter) public or internal, or remove [JsonInclude]");

    public static readonly DiagnosticDescriptor AsTextNeedsScalar = Rule.Error(
        "FH2010", Rule.Inputs, "AsText is for single values",
        "Parameter '{0}' is of type '{1}', which has no text form: remove AsText, which is for numbers, bool, char, dates, enums, Guid "
            + "and Uri");

    public static readonly DiagnosticDescriptor OtherSerializer = Rule.Warning(
        "FH2016", Rule.Inputs, "Another serializer's attribute has no effect",
        "'{0}' has {1}, which only affects another serializer, so it is {2}: {3}");

    public static readonly DiagnosticDescriptor CollectionLoses = Rule.Warning(
        "FH2017", Rule.Inputs, "The collection is sent without its own properties",
        "'{0}' is of type '{1}', and its elements are sent without '{2}': {3}");
}
