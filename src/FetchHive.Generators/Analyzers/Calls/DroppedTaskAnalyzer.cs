using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// FH6007: the task of a call is dropped: by <c>_ =</c>, or as a statement in a method that isn't async, where the compiler doesn't warn.
/// Only the task would show a failure. FH6005 reports a run that is dropped after it was awaited.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedTaskAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DroppedTaskAnalyzer()
        : base(CallRules.DroppedTask)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);

    private void Analyze(OperationAnalysisContext context)
    {
        IExpressionStatementOperation statement = (IExpressionStatementOperation)context.Operation;
        IOperation dropped = statement.Operation;
        bool isDiscard = dropped is ISimpleAssignmentOperation { Target: IDiscardOperation };
        if (isDiscard)
        {
            dropped = ((ISimpleAssignmentOperation)dropped).Value;
        }

        if (CallSites.CallOf(dropped, ReturnsSameTask, out _) is not { } call
            || CallSites.IsAssertion(statement)
            || TestCode.IsIn(context))
        {
            return;
        }

        // CS4014 reports it in an async method, and FH6005 reports it for an accepted run.
        if (isDiscard || (!CallSites.IsStart(call) && !IsInAsyncFunction(statement, context.ContainingSymbol)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSites.NameOf(call), call.TargetMethod.Name));
        }
    }

    private static bool ReturnsSameTask(IMethodSymbol method) =>
        method.Name is "AsTask" or "ConfigureAwait" or "Preserve"
        && method.ContainingType.ContainingNamespace.Is(KnownNamespaces.SystemThreadingTasks);

    private static bool IsInAsyncFunction(IOperation operation, ISymbol containing) => Operations.FunctionOf(operation) switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol.IsAsync,
        ILocalFunctionOperation local => local.Symbol.IsAsync,
        _ => containing is IMethodSymbol { IsAsync: true },
    };
}
