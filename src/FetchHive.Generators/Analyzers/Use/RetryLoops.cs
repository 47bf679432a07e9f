using FetchHive.Generators.Analyzers.Calls;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// Distinguishes retry loops from loops over items and from periodic loops. A retry loop ends when the attempt succeeds, and passes the
/// same values each time.
/// </summary>
internal static class RetryLoops
{
    private const int MaxSteps = 6;

    /// <summary>
    /// Whether the loop ends when the try statement succeeds: by a jump in or after it, or by a variable in the loop's condition.
    /// </summary>
    public static bool EndsWithSuccess(ILoopOperation loop, ITryOperation attempt, ICatchClauseOperation handler)
    {
        IOperation? condition = loop switch
        {
            IWhileLoopOperation { Condition: { } asked } => asked,
            IForLoopOperation { Condition: { } asked } => asked,
            _ => null,
        };
        foreach (IOperation operation in loop.Body.Descendants())
        {
            bool isOutcome = operation.Syntax.SpanStart >= attempt.Syntax.SpanStart && !IsInHandler(operation, attempt);
            bool leaves = operation is IReturnOperation
                || (operation is IBranchOperation { BranchKind: BranchKind.Break } jump
                    && SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel));
            if (leaves && isOutcome && ControlFlow.LoopOf(operation) is { } left && (left == loop || operation is IReturnOperation)
                && Calls.Operations.FunctionOf(operation) == Calls.Operations.FunctionOf(attempt))
            {
                return true;
            }
        }

        return condition is not null && (DecidesOn(condition, attempt.Body, loop) || DecidesOn(condition, handler.Handler, loop));
    }

    /// <summary>Whether the call's arguments may change in each iteration.</summary>
    public static bool Varies(IInvocationOperation call, ILoopOperation loop)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (!CallSites.IsToken(argument) && Varies(argument.Value, loop, MaxSteps))
            {
                return true;
            }
        }

        return call.Instance is { } instance && Varies(instance, loop, MaxSteps);
    }

    /// <summary>Whether an expression may change in each iteration of a loop, as far as can be seen in one method.</summary>
    public static bool Varies(IOperation expression, ILoopOperation loop, int steps)
    {
        if (steps == 0)
        {
            return true;
        }

        foreach (IOperation operation in expression.DescendantsAndSelf())
        {
            bool varies = operation switch
            {
                ILocalReferenceOperation local => LocalVaries(local, loop, steps - 1),
                IParameterReferenceOperation parameter => ControlFlow.IsWrittenIn(parameter.Parameter, loop),
                IInvocationOperation call => call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String
                    && call.TargetMethod.Name != "Create",
                IPropertyReferenceOperation { Property.Name: "Current" } => true,
                IAwaitOperation => true,
                _ => false,
            };
            if (varies)
            {
                return true;
            }
        }

        return false;
    }

    private static bool LocalVaries(ILocalReferenceOperation reference, ILoopOperation loop, int steps)
    {
        if (ControlFlow.IsWrittenIn(reference.Local, loop))
        {
            return true;
        }

        bool isDeclaredInside = false;
        foreach (SyntaxReference declaration in reference.Local.DeclaringSyntaxReferences)
        {
            isDeclaredInside |= declaration.SyntaxTree == loop.Syntax.SyntaxTree && loop.Syntax.Span.Contains(declaration.Span);
        }

        return isDeclaredInside && (AssignedValues.SingleValueOf(reference) is not { } value || Varies(value, loop, steps));
    }

    private static bool IsInHandler(IOperation operation, ITryOperation attempt)
    {
        foreach (ICatchClauseOperation handler in attempt.Catches)
        {
            if (Calls.Operations.IsWithin(operation, handler))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a variable of the condition, except the loop's counter, is set in a place.</summary>
    private static bool DecidesOn(IOperation condition, IOperation place, ILoopOperation loop)
    {
        foreach (IOperation operation in condition.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation { Local: { } local }
                && !IsCounter(local, loop)
                && ControlFlow.IsWrittenIn(local, place))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCounter(ILocalSymbol local, ILoopOperation loop)
    {
        foreach (ILocalSymbol own in loop.Locals)
        {
            if (SymbolEqualityComparer.Default.Equals(own, local))
            {
                return true;
            }
        }

        return false;
    }
}
