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
        IOperation value = dropped is IAwaitOperation awaited ? awaited.Operation : dropped;
        if (CallSites.CallOf(value, IsOfTasks, out IMethodSymbol? outermost) is { } call
            && CallSites.IsStart(call)
            && !CallSites.IsAssertion(statement)
            && !TestCode.IsIn(context))
        {
            bool isAwaited = dropped is IAwaitOperation || outermost?.Name is "Wait" or "GetResult";
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, CallSites.NameOf(call), call.TargetMethod.Name, isAwaited
                    ? "keep the run"
                    : "await the call and keep the run"));
        }
    }

    // ConfigureAwait, AsTask, Wait, GetAwaiter().GetResult()
    private static bool IsOfTasks(IMethodSymbol method) =>
        method.ContainingType.ContainingNamespace.Is(KnownNamespaces.SystemThreadingTasks)
        || method.ContainingType.ContainingNamespace.Is(KnownNamespaces.SystemRuntimeCompilerServices);
}
