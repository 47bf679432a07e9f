using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6013: a call's task or run is converted to text, although its output was probably intended. A run's text is its id and status, which
/// is useful in a log. So a run is only reported if it has no other use, because then the output, which was charged for, is lost.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenTaskAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public WrittenTaskAnalyzer()
        : base(UseRules.WrittenTask)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeInterpolation, OperationKind.InterpolatedString);
        context.RegisterOperationAction(AnalyzeSum, OperationKind.Binary);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private void AnalyzeInterpolation(OperationAnalysisContext context)
    {
        foreach (IInterpolatedStringContentOperation part in ((IInterpolatedStringOperation)context.Operation).Parts)
        {
            switch (part)
            {
                case IInterpolationOperation interpolation:
                    Judge(context, interpolation.Expression);
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { Length: > 0 } appended } }:
                    Judge(context, appended[0].Value);
                    break;
            }
        }
    }

    private void AnalyzeSum(OperationAnalysisContext context)
    {
        if (context.Operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            Judge(context, sum.LeftOperand);
            Judge(context, sum.RightOperand);
        }
    }

    private void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call is { Instance: { } instance, TargetMethod: { Name: "ToString", Parameters.IsEmpty: true } })
        {
            Judge(context, instance);
        }
        else if (WritesText(call))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Value is IArrayCreationOperation { Initializer: { } elements })
                {
                    foreach (IOperation element in elements.ElementValues)
                    {
                        Judge(context, element);
                    }
                }
                else
                {
                    Judge(context, argument.Value);
                }
            }
        }
    }

    private static bool WritesText(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        return Sinks.Of(method) is not null
            || Sinks.IsConsoleWriter(call)
            || (method.Name is "Append" or "AppendLine" or "AppendFormat" or "Insert" && type.Is(KnownTypes.StringBuilder))
            || (method.Name is "Concat" or "Format" && type.SpecialType == SpecialType.System_String)
            || (method.Name.StartsWith("Serialize", System.StringComparison.Ordinal) && type.Is(KnownTypes.JsonSerializer));
    }

    private void Judge(OperationAnalysisContext context, IOperation written)
    {
        IOperation value = Calls.Operations.WithoutConversions(written);
        if (value.Type is not INamedTypeSymbol { Name: "Task" or "ValueTask" or "WorkflowRun" } type)
        {
            return;
        }

        if (type.IsRuntimeType("WorkflowRun"))
        {
            if (AwaitedCall(value) is { } run && IsOnlyWritten(value))
            {
                Report(context, value, "run", run, "write its Output");
            }
        }
        else if (CallOf(value) is { } call)
        {
            Report(context, value, "task", call, "await the call");
        }
    }

    private void Report(OperationAnalysisContext context, IOperation value, string kind, IInvocationOperation call, string advice)
    {
        if (!TestCode.IsIn(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, value.Syntax.GetLocation(), kind, call.TargetMethod.Name, advice));
        }
    }

    private static IInvocationOperation? CallOf(IOperation value) => value switch
    {
        IInvocationOperation call when CallSites.IsCall(call) => call,
        ILocalReferenceOperation local when AssignedValues.SingleValueOf(local) is { } held && held is not ILocalReferenceOperation =>
            CallOf(Calls.Operations.WithoutConversions(held)),
        _ => null,
    };

    private static IInvocationOperation? AwaitedCall(IOperation value) => value switch
    {
        IAwaitOperation awaited => CallOf(Calls.Operations.WithoutConversions(awaited.Operation)),
        ILocalReferenceOperation local when AssignedValues.SingleValueOf(local) is IAwaitOperation awaited => AwaitedCall(awaited),
        _ => null,
    };

    /// <summary>Whether a run in a local has no other use.</summary>
    private static bool IsOnlyWritten(IOperation value)
    {
        if (value is not ILocalReferenceOperation { Local: { } local })
        {
            return true;
        }

        int uses = 0;
        foreach (IOperation operation in Calls.Operations.RootOf(value).Descendants())
        {
            uses += operation is ILocalReferenceOperation && ControlFlow.IsReference(operation, local) ? 1 : 0;
        }

        return uses == 1;
    }
}
