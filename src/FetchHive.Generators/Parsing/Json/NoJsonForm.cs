using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The types that have no JSON form, and what to do instead of sending them.</summary>
internal static class NoJsonForm
{
    private const string ReadText = "read it and send its text";
    private const string Await = "await it and send its result";
    private const string SendName = "send its name as a string";

    /// <summary>What to do instead; <see langword="null"/> if the type may have a JSON form.</summary>
    public static string? Advice(ITypeSymbol type)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Delegate:
                return "send the value that it returns";
            case TypeKind.Pointer:
            case TypeKind.FunctionPointer:
                return "send the value that it points to";
        }

        if (type.IsTupleType)
        {
            return "declare a record instead, whose property names become the JSON names";
        }

        if (type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
        {
            return "send a long";
        }

        if (type.IsRefLikeType)
        {
            return "send an array";
        }

        return AdviceByName(type) ?? AdviceByBase(type);
    }

    /// <summary>The type of the values in an asynchronous stream; <see langword="null"/> for other types.</summary>
    public static ITypeSymbol? ElementOfStream(ITypeSymbol type)
    {
        bool isStream = type.Is(KnownTypes.IAsyncEnumerable)
            || type.Is(KnownTypes.IObservable)
            || type.Is(KnownTypes.ChannelReader);
        return isStream && type is INamedTypeSymbol { TypeArguments.Length: 1 } named ? named.TypeArguments[0] : null;
    }

    private static string? AdviceByName(ITypeSymbol type) =>
        type.Is(KnownTypes.ValueTask) ? Await
        : type.Is(KnownTypes.IAsyncEnumerable) ? "collect it into a list first"
        : type.Is(KnownTypes.IProgress) ? "remove it, since the service reports no progress"
        : type.Is(KnownTypes.IFormFile) ? ReadText
        : type.Is(KnownTypes.CancellationToken) ? "take it as a parameter of the method, of type CancellationToken and not nullable"
        : type.Is(KnownTypes.SystemType) || type.ContainingNamespace.Is(KnownNamespaces.SystemReflection) ? SendName
        : type.Is(KnownTypes.BigInteger) || type.Is(KnownTypes.Complex) ? "send it as a string"
        : null;

    private static string? AdviceByBase(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            string? advice = current.Is(KnownTypes.Stream) || current.Is(KnownTypes.TextReader) ? ReadText
                : current.Is(KnownTypes.Task) ? Await
                : current.Is(KnownTypes.Exception) ? "send its message"
                : null;
            if (advice is not null)
            {
                return advice;
            }
        }

        return null;
    }

    /// <summary>What to do instead of sending a framework type that is neither a value nor a collection.</summary>
    public const string FrameworkTypeAdvice = "it is a framework type; send the values that it contains";

    /// <summary>
    /// Whether a type is one of the framework's. Unknown framework types are refused, because their public properties are rarely meant to
    /// be sent.
    /// </summary>
    public static bool IsFrameworkType(ITypeSymbol type) => type.IsOfFramework() && !type.Is(KnownTypes.KeyValuePair);
}
