using FetchHive.Generators.Model;
using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>Determines the kinds of JSON values that types are sent as.</summary>
internal static class SentKinds
{
    /// <summary>The kind; <see cref="SnippetKind.None"/> if the type can be any JSON, or a user's serializer writes it.</summary>
    /// <param name="types">The contract's types.</param>
    /// <param name="index">The type's index.</param>
    /// <param name="asText">Whether the value is sent as text.</param>
    public static SnippetKind Of(EquatableArray<InputType> types, int index, bool asText = false)
    {
        if (index < 0)
        {
            return SnippetKind.None;
        }

        InputType type = types[index];
        return asText ? SnippetKind.Text : type.Kind switch
        {
            InputKind.Nullable => Of(types, type.Element),
            InputKind.Enum => SnippetKind.Text,
            InputKind.Collection => SnippetKind.Array,
            InputKind.Dictionary or InputKind.Object => SnippetKind.Object,
            InputKind.Scalar => OfScalar(type),
            _ => SnippetKind.None,
        };
    }

    /// <summary>Describes kinds for a message.</summary>
    public static string Describe(SnippetKind kinds) => kinds switch
    {
        SnippetKind.Text => "text",
        SnippetKind.Number => "a number",
        SnippetKind.Boolean => "true or false",
        SnippetKind.Array => "an array",
        SnippetKind.Object => "an object",
        SnippetKind.Null => "null",
        _ => "a value of several kinds",
    };

    private static SnippetKind OfScalar(InputType type)
    {
        if (type.Scalar.IsNumber())
        {
            return type.Numbers is NumberForm.AsText or NumberForm.AsTextAllowNamed ? SnippetKind.Text
                : type.Numbers == NumberForm.AllowNamed ? SnippetKind.None
                : SnippetKind.Number;
        }

        return type.Scalar switch
        {
            ScalarKind.Boolean => SnippetKind.Boolean,
            ScalarKind.JsonObject => SnippetKind.Object,
            ScalarKind.JsonArray => SnippetKind.Array,
            ScalarKind.None or ScalarKind.MetadataValue => SnippetKind.None,
            _ => type.Scalar.IsJson() ? SnippetKind.None : SnippetKind.Text,
        };
    }
}
