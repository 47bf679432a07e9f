using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Recognises calls to the service. It runs for every call in a project, so the checks that fail most often come first.</summary>
internal static class CallSites
{
    /// <summary>
    /// Whether a call invokes a deployment through an interface: the annotated one, one of its bases, or one that inherits from it.
    /// </summary>
    public static bool IsDeploymentCall(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.ContainingType is not { TypeKind: TypeKind.Interface } declaring
            || !method.IsAbstract
            || !method.ReturnType.IsTask())
        {
            return false;
        }

        return IsDeployment(declaring) || IsCalledThroughDeployment(declaring, call.Instance?.Type);
    }

    /// <summary>Whether a call invokes a deployment by a name that is an argument of the call.</summary>
    public static bool IsDynamicCall(IInvocationOperation call) =>
        call.TargetMethod is { Name: "InvokeAsync" or "StartAsync", IsStatic: false } method
        && method.ContainingType.IsRuntimeType("FetchHiveClient");

    /// <summary>Whether a call goes to the service in one of these ways.</summary>
    public static bool IsCall(IInvocationOperation call) => IsDeploymentCall(call) || IsDynamicCall(call);

    /// <summary>The calls inside an operation that go to the service.</summary>
    public static IEnumerable<IInvocationOperation> CallsIn(IOperation place)
    {
        foreach (IOperation operation in place.Descendants())
        {
            if (operation is IInvocationOperation call && IsCall(call))
            {
                yield return call;
            }
        }
    }

    /// <summary>
    /// The call whose task is an expression's value, directly or through methods; <see langword="null"/> for any other expression. A task
    /// in a variable may be awaited elsewhere, and a user's method may keep what is passed to it.
    /// </summary>
    /// <param name="operation">The expression.</param>
    /// <param name="isSeenThrough">Whether what a method returns stands for the task that it is called on.</param>
    /// <param name="outermost">The last of those methods; <see langword="null"/> if there is none.</param>
    public static IInvocationOperation? CallOf(
        IOperation operation, System.Func<IMethodSymbol, bool> isSeenThrough, out IMethodSymbol? outermost)
    {
        outermost = null;
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.WhenNotNull;
                    break;
                case IInvocationOperation call when IsCall(call):
                    return call;
                case IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when isSeenThrough(method):
                    outermost ??= method;
                    operation = instance;
                    break;
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether the output of the call's run comes to a callback URL.</summary>
    public static bool IsStart(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } results } && results[0].IsRuntimeType("AcceptedRun");

    /// <summary>Whether an argument is a cancellation token.</summary>
    public static bool IsToken(IArgumentOperation argument) =>
        argument.Parameter is { } parameter && parameter.Type.Is(KnownTypes.CancellationToken);

    /// <summary>The expression of an argument, without the argument's name.</summary>
    public static SyntaxNode SyntaxOf(IArgumentOperation argument) =>
        argument.Syntax is ArgumentSyntax written ? written.Expression : argument.Value.Syntax;

    /// <summary>The location of the method's name in a call.</summary>
    public static Location NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax written
        ? (written.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            var other => other,
        }).GetLocation()
        : call.Syntax.GetLocation();

    /// <summary>
    /// Whether a statement is the whole body of a lambda without parameters, as in <c>Assert.ThrowsAsync(async () => await
    /// x.StartAsync(…))</c>. Such a call needs no result.
    /// </summary>
    public static bool IsAssertion(IOperation statement)
    {
        if (statement.Parent is not IBlockOperation { Parent: IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: true } } block)
        {
            return false;
        }

        foreach (IOperation other in block.Operations)
        {
            if (other != statement && !other.IsImplicit)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDeployment(INamedTypeSymbol type) => type.FindRuntimeAttribute(Symbols.DeploymentAttributeName) is not null;

    private static bool IsCalledThroughDeployment(INamedTypeSymbol declaring, ITypeSymbol? receiver)
    {
        if (receiver is ITypeParameterSymbol parameter)
        {
            foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
            {
                if (IsCalledThroughDeployment(declaring, constraint))
                {
                    return true;
                }
            }

            return false;
        }

        // A class that implements the interface is the user's: a fake, or a wrapper around the generated class.
        if (receiver is not INamedTypeSymbol { TypeKind: TypeKind.Interface } named)
        {
            return false;
        }

        if (IsDeployment(named))
        {
            return true;
        }

        foreach (INamedTypeSymbol inherited in named.AllInterfaces)
        {
            if (IsDeployment(inherited) && Inherits(inherited, declaring))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        foreach (INamedTypeSymbol inherited in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(inherited, from))
            {
                return true;
            }
        }

        return false;
    }
}
