using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>Determines whether two places in one method can both run, and whether they can run again.</summary>
internal static class ControlFlow
{
    /// <summary>Whether a statement always ends by leaving the surrounding statements: by a return, a throw or a jump.</summary>
    public static bool Leaves(IOperation? operation) => operation switch
    {
        IThrowOperation or IReturnOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation { Operations: { Length: > 0 } operations } => Leaves(operations[operations.Length - 1]),
        IConditionalOperation { WhenFalse: { } other } either => Leaves(either.WhenTrue) && Leaves(other),
        _ => false,
    };

    /// <summary>The innermost loop around an operation, in the same function.</summary>
    public static ILoopOperation? LoopOf(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation);
            current = current.Parent)
        {
            if (current is ILoopOperation loop)
            {
                return loop;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether only one of two places can run: they are in different branches, or the statements around the first always leave before the
    /// second.
    /// </summary>
    public static bool AreExclusive(IOperation first, IOperation second)
    {
        for (IOperation child = first; child.Parent is { } parent; child = parent)
        {
            if (Leaves(child))
            {
                return true;
            }

            if (IsWithin(second, parent))
            {
                return parent switch
                {
                    IConditionalOperation either => child != either.Condition && !IsWithin(second, either.Condition),
                    ISwitchOperation choice => child != choice.Value,
                    ISwitchExpressionOperation choice => child != choice.Value,
                    ITryOperation attempt => child == attempt.Body && attempt.Finally is { } last
                        ? !IsWithin(second, last)
                        : attempt.Finally != child,
                    _ => false,
                };
            }
        }

        return false;
    }

    /// <summary>Whether a local or parameter is assigned somewhere inside an operation.</summary>
    public static bool IsWrittenIn(ISymbol symbol, IOperation operation)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            bool isWrite = inner switch
            {
                IAssignmentOperation assignment => IsReference(assignment.Target, symbol) || IsPartOf(assignment.Target, symbol),
                IIncrementOrDecrementOperation step => IsReference(step.Target, symbol),
                IArgumentOperation { Parameter: { RefKind: RefKind.Ref or RefKind.Out } } argument => IsReference(argument.Value, symbol),
                _ => false,
            };
            if (isWrite)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an operation is a reference to a local or parameter.</summary>
    public static bool IsReference(IOperation operation, ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(Referenced(operation), symbol);

    /// <summary>The local or parameter that an operation refers to.</summary>
    public static ISymbol? Referenced(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsPartOf(IOperation target, ISymbol symbol)
    {
        if (target is not ITupleOperation tuple)
        {
            return false;
        }

        foreach (IOperation element in tuple.Elements)
        {
            if (IsReference(element, symbol) || IsPartOf(element, symbol))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(IOperation operation, IOperation ancestor) => Calls.Operations.IsWithin(operation, ancestor);
}
