using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>Finds LINQ sequences whose elements are calls that haven't been made yet.</summary>
internal static class LazyCalls
{
    /// <summary>Whether an expression is a sequence that makes calls while it is enumerated.</summary>
    public static bool Makes(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case ITranslatedQueryOperation query:
                    operation = query.Operation;
                    break;
                case IInvocationOperation { Arguments: { Length: > 0 } arguments } call when IsLazy(call.TargetMethod):
                    if (call.TargetMethod.Name is "Select" or "SelectMany" && arguments.Length > 1 && SelectsCall(arguments[1].Value))
                    {
                        return true;
                    }

                    operation = arguments[0].Value;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Whether a method is LINQ's, and returns a sequence without enumerating its source.</summary>
    public static bool IsLazy(IMethodSymbol method) =>
        method.ContainingType.Is(KnownTypes.Enumerable) && method.ReturnType.Name is "IEnumerable" or "IOrderedEnumerable";

    private static bool SelectsCall(IOperation selector)
    {
        if (Calls.Operations.WithoutConversions(selector) is not IDelegateCreationOperation { Target: { } target })
        {
            return false;
        }

        if (target is IMethodReferenceOperation reference)
        {
            return reference.Method.ContainingType.IsDeployment();
        }

        foreach (IInvocationOperation call in CallSites.CallsIn(target))
        {
            // A call in a nested function is made when the function is called.
            if (Calls.Operations.FunctionOf(call) == target)
            {
                return true;
            }
        }

        return false;
    }
}
