using System.Collections.Generic;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6009: a call is made again after a failure that may have occurred after the start of the run. A handler that uses <c>MayHaveRun</c>
/// isn't reported. Neither are handlers of failed runs and unreadable outputs: their author knows that the run took place.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetriedRunAnalyzer : CallAnalyzer
{
    private const string Asked = "MayHaveRun";

    /// <summary>Creates the analyzer.</summary>
    public RetriedRunAnalyzer()
        : base(UseRules.RetriedRun)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Try);

    private void Analyze(OperationAnalysisContext context)
    {
        ITryOperation attempt = (ITryOperation)context.Operation;
        if (attempt.Catches.IsEmpty
            || new List<IInvocationOperation>(CallSites.CallsIn(attempt.Body)) is not { Count: > 0 } calls
            || TestCode.IsIn(context))
        {
            return;
        }

        foreach (ICatchClauseOperation handler in attempt.Catches)
        {
            if (!MayHoldRun(handler.ExceptionType))
            {
                continue;
            }

            bool isInverted = handler.Filter is { } filter && IsMayHaveRunFilter(filter);
            if (!isInverted && ChecksMayHaveRun(handler))
            {
                return;
            }

            if (handler.Filter is not { } condition || !HandsOver(condition, handler))
            {
                foreach (IInvocationOperation call in calls)
                {
                    if (IsRepeated(call, attempt, handler, context.ContainingSymbol))
                    {
                        CatchClauseSyntax written = (CatchClauseSyntax)handler.Syntax;
                        Location place = written.Declaration?.Type.GetLocation() ?? written.CatchKeyword.GetLocation();
                        context.ReportDiagnostic(Diagnostic.Create(Descriptor, place, call.TargetMethod.Name));
                        break;
                    }
                }
            }

            if (isInverted)
            {
                return;
            }
        }
    }

    private static bool MayHoldRun(ITypeSymbol? caught) => caught is null
        || caught.SpecialType == SpecialType.System_Object
        || caught.Is(KnownTypes.Exception)
        || (caught.Name is "FetchHiveException" or "FetchHiveTimeoutException" or "FetchHiveConnectionException"
                or "FetchHiveServerException" or "FetchHiveRequestException"
            && caught.IsRuntimeType(caught.Name));

    private static bool ChecksMayHaveRun(ICatchClauseOperation handler)
    {
        foreach (SyntaxNode node in handler.Syntax.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: Asked })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMayHaveRunFilter(IOperation filter) =>
        Calls.Operations.WithoutConversions(filter) is IPropertyReferenceOperation { Property: { Name: Asked } };

    /// <summary>Whether the filter passes the exception to a method, which decides.</summary>
    private static bool HandsOver(IOperation filter, ICatchClauseOperation handler)
    {
        foreach (IOperation operation in filter.DescendantsAndSelf())
        {
            if (operation is IArgumentOperation argument)
            {
                foreach (ILocalSymbol exception in handler.Locals)
                {
                    if (ControlFlow.IsReference(Calls.Operations.WithoutConversions(argument.Value), exception))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsRepeated(IInvocationOperation call, ITryOperation attempt, ICatchClauseOperation handler, ISymbol containing)
    {
        IMethodSymbol? function = Calls.Operations.FunctionOf(attempt) switch
        {
            ILocalFunctionOperation local => local.Symbol,
            null => containing as IMethodSymbol,
            _ => null,
        };
        foreach (IOperation operation in handler.Handler.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation again
                    when IsSame(again, call) || SymbolEqualityComparer.Default.Equals(again.TargetMethod, function):
                    return true;
                case IBranchOperation { BranchKind: BranchKind.GoTo } jump when JumpsBack(jump, attempt):
                    return true;
            }
        }

        return ControlFlow.LoopOf(attempt) is { } loop
            && !LeavesLoop(handler.Handler, loop)
            && RetryLoops.EndsWithSuccess(loop, attempt, handler)
            && !RetryLoops.Varies(call, loop);
    }

    private static bool LeavesLoop(IBlockOperation handler, ILoopOperation loop) =>
        ControlFlow.Leaves(handler)
        && !(handler.Operations[handler.Operations.Length - 1] is IBranchOperation { BranchKind: BranchKind.Continue } next
            && SymbolEqualityComparer.Default.Equals(next.Target, loop.ContinueLabel));

    private static bool JumpsBack(IBranchOperation jump, ITryOperation attempt)
    {
        foreach (SyntaxReference label in jump.Target.DeclaringSyntaxReferences)
        {
            if (label.SyntaxTree == attempt.Syntax.SyntaxTree && label.Span.Start <= attempt.Syntax.SpanStart)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the same method is called with the same argument expressions, apart from the token.</summary>
    private static bool IsSame(IInvocationOperation one, IInvocationOperation other)
    {
        if (!SymbolEqualityComparer.Default.Equals(one.TargetMethod, other.TargetMethod) || one.Arguments.Length != other.Arguments.Length)
        {
            return false;
        }

        for (int i = 0; i < one.Arguments.Length; i++)
        {
            if (!CallSites.IsToken(one.Arguments[i]) && !one.Arguments[i].Syntax.IsEquivalentTo(other.Arguments[i].Syntax, topLevel: false)
                && one.Arguments[i].ArgumentKind == ArgumentKind.Explicit)
            {
                return false;
            }
        }

        return true;
    }
}
