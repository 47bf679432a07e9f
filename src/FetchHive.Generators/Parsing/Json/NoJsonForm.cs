using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The types that have no JSON form, and what to do instead of sending one.</summary>
internal static class NoJsonForm
{
    private const string ReadText = "read it and send its text";
    private const string Await = "await it and send its result";
    private const string SendName = "send its name as a string";

    /// <summary>What to do instead; <see langword="null"/> when nothing speaks against the type.</summary>
    public static string? Advice(ITypeSymbol type)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Delegate:
                return "send the value that it gives";
            case TypeKind.Pointer:
            case TypeKind.FunctionPointer:
                return "send the value that it points at";
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

    /// <summary>What a stream of values gives one by one; <see langword="null"/> for other types.</summary>
    public static ITypeSymbol? ElementOfStream(ITypeSymbol type)
    {
        bool isStream = type.Is("IAsyncEnumerable", "Generic", "Collections", "System")
            || type.Is("IObservable", "System")
            || type.Is("ChannelReader", "Channels", "Threading", "System");
        return isStream && type is INamedTypeSymbol { TypeArguments.Length: 1 } named ? named.TypeArguments[0] : null;
    }

    private static string? AdviceByName(ITypeSymbol type) => type.Name switch
    {
        "ValueTask" when type.Is("ValueTask", "Tasks", "Threading", "System") => Await,
        "IAsyncEnumerable" when type.Is("IAsyncEnumerable", "Generic", "Collections", "System") => "collect it into a list first",
        "IProgress" when type.Is("IProgress", "System") => "remove it, since the service reports no progress",
        "IFormFile" when type.Is("IFormFile", "Http", "AspNetCore", "Microsoft") => ReadText,
        "CancellationToken" when type.Is("CancellationToken", "Threading", "System") => "take it as a parameter of the method, of type CancellationToken and not nullable",
        "Type" when type.Is("Type", "System") => SendName,
        "BigInteger" or "Complex" when type.ContainingType is null && type.ContainingNamespace.Is("Numerics", "System") => "send it as a string",
        _ when type.ContainingNamespace.Is("Reflection", "System") => SendName,
        _ => null,
    };

    private static string? AdviceByBase(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            string? advice = current.Name switch
            {
                "Stream" or "TextReader" when current.ContainingType is null && current.ContainingNamespace.Is("IO", "System") => ReadText,
                "Task" when current.Is("Task", "Tasks", "Threading", "System") => Await,
                "Exception" when current.Is("Exception", "System") => "send its message",
                _ => null,
            };
            if (advice is not null)
            {
                return advice;
            }
        }

        return null;
    }

    /// <summary>What to do instead of sending a type of the framework that is neither a value nor a collection.</summary>
    public const string FrameworkTypeAdvice = "it is a type of the framework; send the values that it holds";

    /// <summary>
    /// The framework's types are refused unless they are known: their public properties are seldom what anyone means to send.
    /// </summary>
    public static bool IsFrameworkType(ITypeSymbol type) => type.IsOfFramework() && !type.Is("KeyValuePair", "Generic", "Collections", "System");
}
