using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// FH6006: an accepted run's webhook secret, or the API key, is written to the console, a log, an exception's message, an HTTP response,
/// metadata, or a sentence. Any other text with the secret may be stored or be a header, so it isn't reported. The run itself can be
/// written anywhere: neither its text nor its JSON contains the secret.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretWrittenAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 12;

    /// <summary>Creates the analyzer.</summary>
    public SecretWrittenAnalyzer()
        : base(CallRules.SecretWritten)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeCreation, OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeMetadata, OperationKind.Conversion);
        context.RegisterOperationAction(AnalyzeText, OperationKind.InterpolatedString, OperationKind.Binary);
        if (context.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.HttpContext") is not null)
        {
            context.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
        }
    }

    private void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        string? place = Sinks.Of(call.TargetMethod)
            ?? (Sinks.IsConsoleWriter(call) ? "the console" : HttpResponses.Writes(call.TargetMethod) ? HttpResponses.Place : null);
        if (place is not null)
        {
            AnalyzeArguments(context, call.Arguments, place);
        }
    }

    private void AnalyzeCreation(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        string? place = creation.Arguments.Length == 0 ? null
            : IsException(creation.Type) ? "an exception's message"
            : HttpResponses.IsResult(creation.Type) ? HttpResponses.Place
            : null;
        if (place is not null)
        {
            AnalyzeArguments(context, creation.Arguments, place);
        }
    }

    private void AnalyzeReturn(OperationAnalysisContext context)
    {
        IReturnOperation returned = (IReturnOperation)context.Operation;
        if (Find(returned.ReturnedValue, MaxSteps) is { } secret && HttpResponses.IsResponse(returned, context.ContainingSymbol))
        {
            Report(context, secret, returned.ReturnedValue!.Syntax, HttpResponses.Place);
        }
    }

    /// <summary>Checks metadata, which the service keeps in logs that everybody in the workspace can read.</summary>
    private void AnalyzeMetadata(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion is { OperatorMethod: not null, Type: { } type }
            && type.IsRuntimeType("MetadataValue")
            && Find(conversion.Operand, MaxSteps) is { } secret)
        {
            Report(context, secret, conversion.Syntax, "metadata");
        }
    }

    /// <summary>Checks text with a sentence, which is for people. Other text, such as a header's value, isn't.</summary>
    private void AnalyzeText(OperationAnalysisContext context)
    {
        IOperation text = context.Operation;
        if (!SecretSentences.Is(text)
            || SecretSentences.IsArgumentOfSink(text, context.ContainingSymbol)
            || Find(text, MaxSteps) is not { } secret)
        {
            return;
        }

        Report(context, secret, text.Syntax, "a sentence");
    }

    private void AnalyzeArguments(
        OperationAnalysisContext context, System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, string place)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (Find(argument.Value, MaxSteps) is { } secret)
            {
                Report(context, secret, argument.Syntax, place);
            }
        }
    }

    /// <summary>Reports the secret. The diagnostic is at the secret if that is in the argument, otherwise at the argument.</summary>
    private void Report(OperationAnalysisContext context, IOperation secret, SyntaxNode passed, string place)
    {
        bool isInline = secret.Syntax.SyntaxTree == passed.SyntaxTree && passed.Span.Contains(secret.Syntax.Span);
        bool isKey = ((IPropertyReferenceOperation)secret).Property.Name == "ApiKey";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            (isInline ? secret.Syntax : passed).GetLocation(),
            isKey ? "API key" : "webhook secret",
            place,
            isKey ? "run workflows with it" : "sign callbacks with it"));
    }

    /// <summary>The secret in an expression: the secret itself, not its length, a hash, or whether there is one.</summary>
    private static IOperation? Find(IOperation? operation, int steps)
    {
        if (operation is null || steps == 0)
        {
            return null;
        }

        steps--;
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "WebhookSecret", ContainingType: { } type } } secret
                when type.IsRuntimeType("AcceptedRun"):
                return secret;
            case IPropertyReferenceOperation { Property: { Name: "ApiKey", ContainingType: { } type } } key
                when type.IsRuntimeType("FetchHiveOptions"):
                return key;
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
                        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } appended } } =>
                            appended[0].Value,
                        _ => null,
                    };
                    if (Find(held, steps) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case IArrayCreationOperation { Initializer: { } elements }:
                return FindAny(elements.ElementValues, steps);
            case ITupleOperation tuple:
                return FindAny(tuple.Elements, steps);
            case IAnonymousObjectCreationOperation anonymous:
                return FindAny(anonymous.Initializers, steps);
            case ISimpleAssignmentOperation assignment when assignment.Parent is IAnonymousObjectCreationOperation:
                return Find(assignment.Value, steps);
            case IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Format" or "Concat" or "Join",
                    ContainingType.SpecialType: SpecialType.System_String
                }
            } text:
                return FindAny(text.Arguments, steps);
            case IInvocationOperation { TargetMethod: { Name: "Serialize" or "SerializeObject", ContainingType: { } serializer } } json
                when serializer.Is(KnownTypes.JsonSerializer) || serializer.Is(KnownTypes.JsonConvert):
                return FindAny(json.Arguments, steps);
            case IArgumentOperation argument:
                return Find(argument.Value, steps);
            case ILocalReferenceOperation local:
                return Find(AssignedValues.SingleValueOf(local), steps);
            default:
                return null;
        }
    }

    private static IOperation? FindAny<TOperation>(System.Collections.Immutable.ImmutableArray<TOperation> operations, int steps)
        where TOperation : class, IOperation
    {
        foreach (TOperation operation in operations)
        {
            if (Find(operation, steps) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Is(KnownTypes.Exception))
            {
                return true;
            }
        }

        return false;
    }
}
