using System.Collections.Generic;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Finds the value of a local where it is used, within one method and without following branches: the one value that certainly reaches the
/// use, or else all values that are ever assigned to the local.
/// </summary>
internal static class AssignedValues
{
    /// <summary>The values; empty if one of them isn't known.</summary>
    public static List<IOperation> Of(ILocalReferenceOperation use)
    {
        IOperation root = Operations.RootOf(use);
        List<Write> writes = WritesTo(use.Local, root, out bool jumps);
        List<IOperation> values = [];
        if (!jumps && LastBefore(use, writes) is { } last)
        {
            if (last.Value is not null)
            {
                values.Add(last.Value);
            }

            return values;
        }

        foreach (Write write in writes)
        {
            if (write.Value is null)
            {
                return [];
            }

            values.Add(write.Value);
        }

        return values;
    }

    /// <summary>The local's only value; <see langword="null"/> if there are several, or the value isn't known.</summary>
    public static IOperation? SingleValueOf(ILocalReferenceOperation use)
    {
        List<IOperation> values = Of(use);
        return values.Count == 1 ? values[0] : null;
    }

    private static List<Write> WritesTo(ILocalSymbol local, IOperation root, out bool jumps)
    {
        jumps = false;
        List<Write> writes = [];
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                // After a jump back, a value that is assigned below could reach the use.
                case ILabeledOperation:
                    jumps = true;
                    break;
                case IVariableDeclaratorOperation declarator when IsSame(declarator.Symbol, local):
                    if (declarator.GetVariableInitializer() is { } initializer)
                    {
                        writes.Add(new Write(declarator, local.RefKind == RefKind.None ? initializer.Value : null));
                    }

                    break;
                case ISimpleAssignmentOperation { IsRef: false, Target: ILocalReferenceOperation target } assignment
                    when IsSame(target.Local, local):
                    writes.Add(new Write(assignment, assignment.Value));
                    break;
                case ILocalReferenceOperation reference when IsSame(reference.Local, local) && MayBeWritten(reference):
                    writes.Add(new Write(reference, null));
                    break;
            }
        }

        return writes;
    }

    /// <summary>Whether a reference can change the local other than by a plain assignment.</summary>
    private static bool MayBeWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        _ when reference.IsDeclaration => true,
        ISimpleAssignmentOperation assignment => assignment.IsRef,
        ICompoundAssignmentOperation compound => compound.Target == reference,
        ICoalesceAssignmentOperation coalesce => coalesce.Target == reference,
        IIncrementOrDecrementOperation or IAddressOfOperation => true,
        IArgumentOperation argument => argument.Parameter is { RefKind: not RefKind.None },
        ITupleOperation tuple => IsDeconstructedInto(tuple),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    private static bool IsDeconstructedInto(ITupleOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
        {
            tuple = outer;
        }

        return tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple;
    }

    /// <summary>The write that is certainly the last one before the use, if there is one.</summary>
    private static Write? LastBefore(ILocalReferenceOperation use, List<Write> writes)
    {
        Write? last = null;
        foreach (Write write in writes)
        {
            if (write.End <= use.Syntax.SpanStart && (last is null || write.Start > last.Value.Start))
            {
                last = write;
            }
        }

        if (last is not { } candidate || BlockOf(candidate.Operation) is not { } block || !Operations.IsWithin(use, block))
        {
            return null;
        }

        IOperation? function = Operations.FunctionOf(use);
        foreach (Write write in writes)
        {
            if (write.Operation == candidate.Operation)
            {
                continue;
            }

            // A nested function may run at any time. In a loop that contains both, a write below the use precedes the use in the next
            // iteration.
            if (Operations.FunctionOf(write.Operation) != function
                || Operations.FunctionOf(candidate.Operation) != function
                || (write.Start > candidate.Start && SharesLoop(use, write.Operation, block)))
            {
                return null;
            }
        }

        return candidate;
    }

    /// <summary>The block that directly contains the write as a statement, not inside a statement that may be skipped.</summary>
    private static IOperation? BlockOf(IOperation write)
    {
        IOperation? parent = write.Parent;
        while (parent is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IExpressionStatementOperation
            or IUsingDeclarationOperation)
        {
            parent = parent.Parent;
        }

        return parent is IBlockOperation or ISwitchCaseOperation ? parent : null;
    }

    /// <summary>Whether a loop inside the block contains both.</summary>
    private static bool SharesLoop(IOperation one, IOperation other, IOperation block)
    {
        for (IOperation? parent = one.Parent; parent is not null && parent != block; parent = parent.Parent)
        {
            if (parent is ILoopOperation && Operations.IsWithin(other, parent))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(ILocalSymbol one, ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private readonly struct Write(IOperation operation, IOperation? value)
    {
        public IOperation Operation { get; } = operation;

        /// <summary>The value that is written; <see langword="null"/> if it isn't known.</summary>
        public IOperation? Value { get; } = value;

        public int Start => Operation.Syntax.SpanStart;

        public int End => Operation.Syntax.Span.End;
    }
}
