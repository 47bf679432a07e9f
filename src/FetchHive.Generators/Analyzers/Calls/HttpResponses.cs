using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Recognises where a value becomes the response to a request in ASP.NET Core.</summary>
internal static class HttpResponses
{
    public const string Place = "an HTTP response";

    /// <summary>Whether a call creates or writes a response from its arguments.</summary>
    public static bool Writes(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return type.Name switch
        {
            "Results" or "TypedResults" => type.ContainingNamespace.Is(KnownNamespaces.MicrosoftAspNetCoreHttp),
            "HttpResponseWritingExtensions" or "HttpResponseJsonExtensions" =>
                type.ContainingNamespace.Is(KnownNamespaces.MicrosoftAspNetCoreHttp),
            "ControllerBase" or "Controller" =>
                type.ContainingNamespace.Is(KnownNamespaces.MicrosoftAspNetCoreMvc) && IsResult(method.ReturnType),
            _ => false,
        };
    }

    /// <summary>Whether a type is a controller's response, such as <c>OkObjectResult</c> or <c>JsonResult</c>.</summary>
    public static bool IsResult(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is(KnownTypes.ActionResult))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a returned value is the response: in a lambda that is mapped to a route, or in a controller's action.</summary>
    public static bool IsResponse(IOperation returned, ISymbol containing) => Operations.FunctionOf(returned) switch
    {
        null => containing is IMethodSymbol method && IsAction(method),
        IAnonymousFunctionOperation function => IsMapped(function),
        _ => false,
    };

    private static bool IsMapped(IAnonymousFunctionOperation function)
    {
        IOperation? parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: { } name, ContainingType: { } type } } }
            && name.StartsWith("Map", System.StringComparison.Ordinal)
            && type.Is(KnownTypes.EndpointRouteBuilderExtensions);
    }

    private static bool IsAction(IMethodSymbol method)
    {
        if (method is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, MethodKind: MethodKind.Ordinary }
            || method.Has(KnownTypes.NonActionAttribute))
        {
            return false;
        }

        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Is(KnownTypes.ControllerBase) || type.Has(KnownTypes.ApiControllerAttribute))
            {
                return true;
            }
        }

        return false;
    }
}
