using System.Collections.Generic;
using System.Text;
using System.Threading;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// Finds expressions that are certainly JSON text. If an expression has several branches, each has to be JSON text or empty: an input that
/// is sometimes prose is a text input, and may also receive JSON text.
/// </summary>
internal static class JsonTextFinder
{
    // Limits chains of locals that are assigned from each other.
    private const int MaxSteps = 12;

    /// <summary>The JSON text of an expression; <see langword="null"/> if it isn't certainly JSON text.</summary>
    public static JsonText? Find(IOperation value, CancellationToken cancellationToken) => Look(value, MaxSteps, cancellationToken).Text;

    private static Outcome Look(IOperation operation, int steps, CancellationToken cancellationToken)
    {
        if (steps == 0)
        {
            return Outcome.Unknown;
        }

        if (Operations.ConstantTextOf(operation) is { } constant)
        {
            return string.IsNullOrWhiteSpace(constant) ? Outcome.Nothing : OfLiteral(operation, constant);
        }

        steps--;
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation or IThrowOperation:
                return Outcome.Nothing;

            // Also from string to JsonNode.
            case IConversionOperation conversion:
                return Look(conversion.Operand, steps, cancellationToken);
            case ISimpleAssignmentOperation assignment:
                return Look(assignment.Value, steps, cancellationToken);
            case IInvocationOperation call:
                return JsonSerializers.TextOf(call) is { } text ? new Outcome(text)
                    : JsonSerializers.WrappedTextOf(call) is { } wrapped ? Look(wrapped, steps, cancellationToken)
                    : Outcome.Unknown;
            case IConditionalAccessOperation access:
                return Look(access.WhenNotNull, steps, cancellationToken);

            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Both(Look(conditional.WhenTrue, steps, cancellationToken), Look(whenFalse, steps, cancellationToken));

            // The right side replaces the left one, so both have the same form.
            case ICoalesceOperation coalesce:
                Outcome left = Look(coalesce.Value, steps, cancellationToken);
                return left.Text is not null ? left : Look(coalesce.WhenNull, steps, cancellationToken);
            case ISwitchExpressionOperation choice:
                Outcome arms = Outcome.Nothing;
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    arms = Both(arms, Look(arm.Value, steps, cancellationToken));
                }

                return arms;

            case ILocalReferenceOperation local:
                List<IOperation> values = AssignedValues.Of(local);
                Outcome held = values.Count == 0 ? Outcome.Unknown : Outcome.Nothing;
                foreach (IOperation value in values)
                {
                    held = Both(held, Look(value, steps, cancellationToken));
                }

                return held;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                return Operations.InitializerOf((IMemberReferenceOperation)operation, cancellationToken) is { } initializer
                    ? Look(initializer, steps, cancellationToken)
                    : Outcome.Unknown;

            case IInterpolatedStringOperation
                or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return OfParts(operation, steps, cancellationToken);
            default:
                return Outcome.Unknown;
        }
    }

    private static Outcome OfLiteral(IOperation operation, string text) =>
        text.IndexOf(JsonShape.Hole) < 0 && text.IndexOf(JsonShape.JsonHole) < 0 && JsonShape.Describe(text) is { } description
            ? new Outcome(new JsonText(operation, description, null, null))
            : Outcome.Unknown;

    /// <summary>Finds concatenated JSON text. The constant parts have to be JSON around the others.</summary>
    private static Outcome OfParts(IOperation operation, int steps, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        IOperation? only = null;
        AddParts(operation, text, ref only, steps, cancellationToken);
        if (text.Length == 1 && only is not null)
        {
            // $"{json}"
            return Look(only, steps, cancellationToken);
        }

        return JsonShape.Describe(text.ToString()) is { } description
            ? new Outcome(new JsonText(operation, description, null, null))
            : Outcome.Unknown;
    }

    private static void AddParts(
        IOperation operation, StringBuilder text, ref IOperation? hole, int steps, CancellationToken cancellationToken)
    {
        if (Operations.ConstantTextOf(operation) is { } constant)
        {
            text.Append(constant);
            return;
        }

        switch (Operations.WithoutConversions(operation))
        {
            case IInterpolatedStringOperation interpolated:
                foreach (IInterpolatedStringContentOperation part in interpolated.Parts)
                {
                    switch (part)
                    {
                        case IInterpolatedStringTextOperation literal:
                            AddParts(literal.Text, text, ref hole, steps, cancellationToken);
                            break;
                        case IInterpolationOperation interpolation:
                            AddParts(interpolation.Expression, text, ref hole, steps, cancellationToken);
                            break;
                        default:
                            text.Append(JsonShape.Hole);
                            break;
                    }
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum when steps > 0:
                AddParts(sum.LeftOperand, text, ref hole, steps - 1, cancellationToken);
                AddParts(sum.RightOperand, text, ref hole, steps - 1, cancellationToken);
                break;
            case var value:
                hole = value;
                bool isJson = JoinsByComma(value) || Look(value, steps, cancellationToken).Text is not null;
                text.Append(isJson ? JsonShape.JsonHole : JsonShape.Hole);
                break;
        }
    }

    /// <summary>Whether the operation is <c>string.Join(",", …)</c>. Between brackets, this is how arrays are written by hand.</summary>
    private static bool JoinsByComma(IOperation operation) =>
        operation is IInvocationOperation
        {
            TargetMethod: { Name: "Join", ContainingType.SpecialType: SpecialType.System_String },
            Arguments: { Length: > 0 } arguments
        }
        && arguments[0].Value.ConstantValue is { HasValue: true, Value: "," or ',' };

    private static Outcome Both(Outcome one, Outcome other) =>
        one.IsUnknown || other.IsUnknown ? Outcome.Unknown : one.Text is not null ? one : other;

    private readonly struct Outcome(JsonText? text, bool isUnknown = false)
    {
        /// <summary>Null or empty text, which isn't JSON but doesn't rule it out.</summary>
        public static readonly Outcome Nothing = new(null);

        public static readonly Outcome Unknown = new(null, isUnknown: true);

        public JsonText? Text { get; } = text;

        public bool IsUnknown { get; } = isUnknown;
    }
}
