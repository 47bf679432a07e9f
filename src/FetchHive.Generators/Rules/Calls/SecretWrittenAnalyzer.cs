using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Rules.Calls;

/// <summary>
/// FH6006: an accepted run's webhook secret goes to the console, a log or an exception's message. A text that holds it may well be stored, so one that goes
/// nowhere else is left alone.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretWrittenAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 12;

    /// <summary>Makes the analyzer.</summary>
    public SecretWrittenAnalyzer()
        : base(CallRules.SecretWritten)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeException, OperationKind.ObjectCreation);
    }

    private void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if ((Sinks.Of(call.TargetMethod) ?? (Sinks.IsConsoleWriter(call) ? "the console" : null)) is { } place)
        {
            AnalyzeArguments(context, call.Arguments, place);
        }
    }

    private void AnalyzeException(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Arguments.Length > 0 && IsException(creation.Type))
        {
            AnalyzeArguments(context, creation.Arguments, "an exception's message");
        }
    }

    private void AnalyzeArguments(OperationAnalysisContext context, System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, string place)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (Find(argument.Value, MaxSteps) is { } secret)
            {
                // Where it stands in the call; through a local, what is passed.
                SyntaxNode passed = argument.Syntax;
                bool isInline = secret.Syntax.SyntaxTree == passed.SyntaxTree && passed.Span.Contains(secret.Syntax.Span);
                context.ReportDiagnostic(Diagnostic.Create(Descriptor, (isInline ? secret.Syntax : passed).GetLocation(), place));
            }
        }
    }

    /// <summary>The secret in an expression, as it is; not its length, a hash, or whether there is one.</summary>
    private static IOperation? Find(IOperation? operation, int steps)
    {
        if (operation is null || steps == 0)
        {
            return null;
        }

        steps--;
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "WebhookSecret", ContainingType: { } type } } secret when type.IsRuntimeType("AcceptedRun"):
                return secret;
            case IConversionOperation conversion:
                return Find(conversion.Operand, steps);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, steps);
            case ICoalesceOperation coalesce:
                return Find(coalesce.Value, steps) ?? Find(coalesce.WhenNull, steps);
            case IConditionalOperation conditional:
                return Find(conditional.WhenTrue, steps) ?? Find(conditional.WhenFalse, steps);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Find(sum.LeftOperand, steps) ?? Find(sum.RightOperand, steps);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Find(handler.Content, steps);
            case IInterpolatedStringOperation text:
                foreach (IInterpolatedStringContentOperation part in text.Parts)
                {
                    IOperation? held = part switch
                    {
                        IInterpolationOperation interpolation => interpolation.Expression,
                        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } appended } } => appended[0].Value,
                        _ => null,
                    };
                    if (Find(held, steps) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case IArrayCreationOperation { Initializer: { } elements }:
                foreach (IOperation element in elements.ElementValues)
                {
                    if (Find(element, steps) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case IInvocationOperation { TargetMethod: { Name: "Format" or "Concat" or "Join", ContainingType.SpecialType: SpecialType.System_String } } text:
                foreach (IArgumentOperation argument in text.Arguments)
                {
                    if (Find(argument.Value, steps) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case ILocalReferenceOperation local:
                return Find(AssignedValues.OnlyOf(local), steps);
            default:
                return null;
        }
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is("Exception", "System"))
            {
                return true;
            }
        }

        return false;
    }
}
