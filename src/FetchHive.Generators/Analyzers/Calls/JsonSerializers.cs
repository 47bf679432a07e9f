using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Recognises the calls to System.Text.Json and Newtonsoft.Json that return JSON text.</summary>
internal static class JsonSerializers
{
    /// <summary>The JSON text that a call returns; <see langword="null"/> if it returns none, or the text of a single value.</summary>
    public static JsonText? TextOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ReturnType.SpecialType != SpecialType.System_String || method.ContainingType is not { } type)
        {
            return null;
        }

        return method.Name switch
        {
            "Serialize" when type.Is(KnownTypes.JsonSerializer) => OfValue(call, "JsonSerializer.Serialize"),
            "SerializeObject" when type.Is(KnownTypes.JsonConvert) => OfValue(call, "JsonConvert.SerializeObject"),
            "ToJsonString" when type.Is(KnownTypes.JsonNode) => OfInstance(call, "ToJsonString"),
            "GetRawText" when type.Is(KnownTypes.JsonElement) => OfInstance(call, "GetRawText"),
            "ToString" when IsContainer(call.Instance?.Type) => OfInstance(call, "ToString"),
            _ => null,
        };
    }

    /// <summary>
    /// The text that a call puts unchanged into a JSON string, as <c>JsonValue.Create(text)</c> does. The result is still text.
    /// </summary>
    public static IOperation? WrappedTextOf(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        bool wraps = method.Name switch
        {
            "Create" => method.ContainingType.Is(KnownTypes.JsonValue),
            "SerializeToNode" or "SerializeToElement" or "SerializeToDocument" => method.ContainingType.Is(KnownTypes.JsonSerializer),
            _ => false,
        };
        return wraps && ValueOf(call) is { Type.SpecialType: SpecialType.System_String } text ? text : null;
    }

    private static JsonText? OfValue(IInvocationOperation call, string maker) =>
        ValueOf(call) is { } value && !IsSingleValue(value.Type) ? new JsonText(call, $"from {maker}", value.Syntax, value.Type) : null;

    private static JsonText? OfInstance(IInvocationOperation call, string maker)
    {
        if (call.Instance is not { Type: { } type } instance || type.Is(KnownTypes.JsonValue))
        {
            return null;
        }

        SyntaxNode? value = instance is IConditionalAccessInstanceOperation ? ReceiverOf(call) : instance.Syntax;
        return new JsonText(call, $"from {type.Name}.{maker}", value is MemberBindingExpressionSyntax ? null : value, type);
    }

    /// <summary>The expression before <c>?.</c>.</summary>
    private static SyntaxNode? ReceiverOf(IInvocationOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is not (null or IConditionalAccessOperation))
        {
            parent = parent.Parent;
        }

        return (parent as IConditionalAccessOperation)?.Operation.Syntax;
    }

    private static IOperation? ValueOf(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { Name: "value", Type.SpecialType: not SpecialType.System_Void })
            {
                return Operations.WithoutConversions(argument.Value);
            }
        }

        return null;
    }

    // ToString of the base types returns the bare text of a JSON string, so only types that are certainly an array or object count.
    private static bool IsContainer(ITypeSymbol? type) => type is not null
        && (type.Is(KnownTypes.JsonArray) || type.Is(KnownTypes.JsonObject) || type.Is(KnownTypes.JArray) || type.Is(KnownTypes.JObject));

    /// <summary>Whether a value's type shows that its JSON is neither an array nor an object.</summary>
    private static bool IsSingleValue(ITypeSymbol? type)
    {
        if (type is null)
        {
            return true;
        }

        ITypeSymbol held = type.UnwrapNullable();
        ScalarKind kind = Scalars.KindOf(held);
        return held.TypeKind is TypeKind.Enum or TypeKind.Error || (kind != ScalarKind.None && !kind.IsJson()) || HasConverter(held);
    }

    // A user's type with its own converter is usually a named string or number, such as an order number.
    private static bool HasConverter(ITypeSymbol type) =>
        type.Has(KnownTypes.JsonConverterAttribute) || type.Has(KnownTypes.NewtonsoftJsonConverterAttribute);
}
