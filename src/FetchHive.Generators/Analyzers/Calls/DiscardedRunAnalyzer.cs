using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// FH6005: the result of a call with callback delivery is discarded. An explicit <c>_ = …</c> is a decision and isn't reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedRunAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DiscardedRunAnalyzer()
        : base(CallRules.DiscardedRun)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);

    private void Analyze(OperationAnalysisContext context)
    {
        IExpressionStatementOperation statement = (IExpressionStatementOperation)context.Operation;
        IOperation dropped = statement.Operation;
        bool isAwaited = dropped is IAwaitOperation;
        if (StartOf(isAwaited ? ((IAwaitOperation)dropped).Operation : dropped, ref isAwaited) is { } call
            && !CallSites.IsAssertion(statement)
            && !TestCode.IsIn(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, CallSites.NameOf(call), call.TargetMethod.Name, isAwaited
                    ? "keep the run"
                    : "await the call and keep the run"));
        }
    }

    /// <summary>
    /// The call that starts a run and whose result or task is the expression's value; <see langword="null"/> for any other expression. A
    /// task in a variable may be awaited elsewhere, and a user's method may have kept the run.
    /// </summary>
    private static IInvocationOperation? StartOf(IOperation operation, ref bool isAwaited)
    {
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
                case IInvocationOperation call when IsStart(call):
                    return call;

                // ConfigureAwait, AsTask, Wait, GetAwaiter().GetResult()
                case IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when IsOfTasks(method.ContainingType):
                    isAwaited |= method.Name is "Wait" or "GetResult";
                    operation = instance;
                    break;
                default:
                    return null;
            }
        }
    }

    private static bool IsStart(IInvocationOperation call) =>
        call.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results }
        && results[0].IsRuntimeType("AcceptedRun")
        && CallSites.IsCall(call);

    private static bool IsOfTasks(INamedTypeSymbol type) =>
        type.ContainingNamespace.Is(KnownNamespaces.SystemThreadingTasks)
        || type.ContainingNamespace.Is(KnownNamespaces.SystemRuntimeCompilerServices);
}
