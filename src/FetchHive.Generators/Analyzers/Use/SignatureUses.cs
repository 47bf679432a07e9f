using System.Collections.Generic;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>The uses of a signature check's result, as far as they can be seen in one method.</summary>
internal sealed class SignatureUses
{
    private const string Valid = "Valid";

    // Missing, Malformed and Mismatched. Code that handles all three leaves only Valid.
    private const int OtherResults = 3;

    private readonly HashSet<string> _compared = [];
    private readonly List<IBinaryOperation> _comparisons = [];
    private bool _isKnown = true;
    private bool _isWritten;
    private bool _passesMore;

    /// <summary>What is wrong, and which callbacks pass; <see langword="null"/> if no mistake is known.</summary>
    public (string Problem, string Passes)? Problem =>
        !_isKnown ? null
        : _passesMore ? ("also accepted where it isn't Valid", "that isn't signed correctly")
        : _compared.Contains(Valid) || _compared.Count >= OtherResults ? null
        : _compared.Count > 0 ? ($"only compared with {string.Join(", ", _compared)}", "whose signature is wrong in another way")
        : (_isWritten ? "only logged" : "not checked", "no matter who sent it");

    /// <summary>The comparison that is the result's only use.</summary>
    public IBinaryOperation? OnlyComparison => _comparisons.Count == 1 && _compared.Count == 1 && !_passesMore ? _comparisons[0] : null;

    /// <summary>Adds a use of the result.</summary>
    public void Add(IOperation result)
    {
        IOperation value = result;
        while (value.Parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        switch (value.Parent)
        {
            case IExpressionStatementOperation:
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation }:
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                AddLocal(declarator.Symbol, value);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                AddComparison(comparison, value);
                break;
            case IIsPatternOperation match:
                AddPattern(match.Pattern);
                break;
            case ISwitchExpressionOperation choice when choice.Value == value:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    AddPattern(arm.Pattern);
                }

                break;
            case ISwitchOperation choice when choice.Value == value:
                AddCases(choice);
                break;
            case IInterpolationOperation { Parent: IInterpolatedStringOperation text } when IsWritten(text):
                _isWritten = true;
                break;
            case IArgumentOperation or IArrayInitializerOperation when IsWritten(value):
                _isWritten = true;
                break;
            default:
                _isKnown = false;
                break;
        }
    }

    private void AddLocal(ILocalSymbol local, IOperation value)
    {
        IOperation root = Calls.Operations.RootOf(value);
        if (ControlFlow.IsWrittenIn(local, root))
        {
            _isKnown = false;
            return;
        }

        foreach (IOperation operation in root.Descendants())
        {
            if (operation is ILocalReferenceOperation && ControlFlow.IsReference(operation, local))
            {
                Add(operation);
            }
        }
    }

    private void AddComparison(IBinaryOperation comparison, IOperation value)
    {
        IOperation other = comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand;
        if (NameOf(other) is { } name)
        {
            _compared.Add(name);
            _comparisons.Add(comparison);
        }
        else
        {
            _isKnown = false;
        }
    }

    private void AddPattern(IPatternOperation pattern)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant when NameOf(constant.Value) is { } name:
                _compared.Add(name);
                break;
            case INegatedPatternOperation negated:
                AddPattern(negated.Pattern);
                break;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                HashSet<string> names = [];
                if (!Collect(either, names))
                {
                    _isKnown = false;
                    break;
                }

                // `is not (Valid or Missing)` distinguishes the same results as `is Valid or Missing`.
                _passesMore |= names.Contains(Valid) && names.Count > 1;
                _compared.UnionWith(names);
                break;
            case IDiscardPatternOperation:
                break;
            default:
                _isKnown = false;
                break;
        }
    }

    private static bool Collect(IPatternOperation pattern, HashSet<string> names)
    {
        switch (pattern)
        {
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either:
                return Collect(either.LeftPattern, names) && Collect(either.RightPattern, names);
            case IConstantPatternOperation constant when NameOf(constant.Value) is { } name:
                names.Add(name);
                return true;
            default:
                return false;
        }
    }

    private void AddCases(ISwitchOperation choice)
    {
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                switch (clause)
                {
                    case ISingleValueCaseClauseOperation single when NameOf(single.Value) is { } name:
                        _compared.Add(name);
                        break;
                    case IPatternCaseClauseOperation pattern:
                        AddPattern(pattern.Pattern);
                        break;
                    case IDefaultCaseClauseOperation:
                        break;
                    default:
                        _isKnown = false;
                        break;
                }
            }
        }
    }

    private static string? NameOf(IOperation operation) =>
        Calls.Operations.WithoutConversions(operation)
        is IFieldReferenceOperation { Field: { IsConst: true, ContainingType: { } type } field }
        && type.IsRuntimeType("CallbackSignatureResult")
            ? field.Name
            : null;

    /// <summary>
    /// Whether the nearest call around a value writes it to a log. Writing to the console doesn't count, because a tool may do nothing else
    /// with the result.
    /// </summary>
    private static bool IsWritten(IOperation value)
    {
        for (IOperation? parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call)
            {
                return Sinks.Of(call.TargetMethod) is "a log" or "the trace";
            }

            if (parent is IExpressionStatementOperation or IReturnOperation or IObjectCreationOperation)
            {
                return false;
            }
        }

        return false;
    }
}
