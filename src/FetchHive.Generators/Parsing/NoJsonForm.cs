using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The types that have no JSON form, and what to do instead of sending one.</summary>
internal static class NoJsonForm
{
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

        if (Inherits(type, "Stream", "IO", "System") || Inherits(type, "TextReader", "IO", "System"))
        {
            return "read it and send its text";
        }

        if (Inherits(type, "Task", "Tasks", "Threading", "System") || type.Is("ValueTask", "Tasks", "Threading", "System"))
        {
            return "await it and send its result";
        }

        if (type.Is("IAsyncEnumerable", "Generic", "Collections", "System"))
        {
            return "collect it into a list first";
        }

        if (type.Is("IProgress", "System"))
        {
            return "remove it, since the service reports no progress";
        }

        if (type.Is("IFormFile", "Http", "AspNetCore", "Microsoft"))
        {
            return "read it and send its text";
        }

        if (type.Is("CancellationToken", "Threading", "System"))
        {
            return "take it as a parameter of the method, of type CancellationToken and not nullable";
        }

        if (type.Is("Type", "System") || type.ContainingNamespace.Is("Reflection", "System"))
        {
            return "send its name as a string";
        }

        if (Inherits(type, "Exception", "System"))
        {
            return "send its message";
        }

        if (type.Is("BigInteger", "Numerics", "System") || type.Is("Complex", "Numerics", "System"))
        {
            return "send it as a string";
        }

        return null;
    }

    /// <summary>What to do instead of sending a type of the framework that is neither a value nor a collection.</summary>
    public const string FrameworkTypeAdvice = "it is a type of the framework; send the values that it holds";

    /// <summary>
    /// The framework's types are refused unless they are known: their public properties are seldom what anyone means to send.
    /// </summary>
    public static bool IsFrameworkType(ITypeSymbol type, Compilation compilation) =>
        type.IsInSystemNamespace()
        && !type.Is("KeyValuePair", "Generic", "Collections", "System")
        && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private static bool Inherits(ITypeSymbol type, string name, params string[] innermostFirst)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(name, innermostFirst))
            {
                return true;
            }
        }

        return false;
    }
}
