using System.Collections.Immutable;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6016: an object that needs a client, such as a typed client or the task of a call, leaves the using statement that disposes the
/// client.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedClientAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 6;

    /// <summary>Creates the analyzer.</summary>
    public DisposedClientAnalyzer()
        : base(UseRules.DisposedClient)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(AnalyzeBlock, OperationKind.Using);
        context.RegisterOperationAction(AnalyzeDeclaration, OperationKind.UsingDeclaration);
    }

    private void AnalyzeBlock(OperationAnalysisContext context)
    {
        IUsingOperation block = (IUsingOperation)context.Operation;
        foreach (ILocalSymbol client in block.Locals)
        {
            if (client.Type.IsRuntimeType("FetchHiveClient"))
            {
                AnalyzeReturns(context, client, block.Body);
                AnalyzeUsesAfter(context, client, block);
            }
        }
    }

    private void AnalyzeDeclaration(OperationAnalysisContext context)
    {
        IUsingDeclarationOperation declaration = (IUsingDeclarationOperation)context.Operation;
        foreach (IVariableDeclarationOperation group in declaration.DeclarationGroup.Declarations)
        {
            foreach (IVariableDeclaratorOperation declarator in group.Declarators)
            {
                if (declarator.Symbol.Type.IsRuntimeType("FetchHiveClient") && declaration.Parent is { } scope)
                {
                    AnalyzeReturns(context, declarator.Symbol, scope);
                }
            }
        }
    }

    private void AnalyzeReturns(OperationAnalysisContext context, ILocalSymbol client, IOperation scope)
    {
        IOperation? function = Calls.Operations.FunctionOf(scope) ?? (scope.Parent as IAnonymousFunctionOperation);
        foreach (IOperation operation in scope.Descendants())
        {
            if (operation is not IReturnOperation { ReturnedValue: { } returned } || Calls.Operations.FunctionOf(operation) != function)
            {
                continue;
            }

            IOperation value = Calls.Operations.WithoutConversions(returned);
            if (value is IInvocationOperation call && IsCallThrough(call, client))
            {
                Report(context, value, client, $"the task of '{call.TargetMethod.Name}' ends", "await the call here");
            }
            else if (value.Type is INamedTypeSymbol type
                && (type.IsDeployment() || type.IsRuntimeType("FetchHiveClient"))
                && DependsOn(value, client, MaxSteps))
            {
                Report(
                    context, value, client, "the returned object is used",
                    "create the client outside of this method, or leave out 'using'");
            }
        }
    }

    private void AnalyzeUsesAfter(OperationAnalysisContext context, ILocalSymbol client, IUsingOperation block)
    {
        IOperation root = Calls.Operations.RootOf(block);
        foreach (IOperation operation in block.Body.Descendants())
        {
            if (operation
                is not ISimpleAssignmentOperation
                {
                    Target: ILocalReferenceOperation
                    {
                        Local: { } kept,
                        Type: INamedTypeSymbol type
                    }
                } assignment
                || !type.IsDeployment()
                || !DependsOn(assignment.Value, client, MaxSteps))
            {
                continue;
            }

            foreach (IOperation use in root.Descendants())
            {
                if (use.Syntax.SpanStart >= block.Syntax.Span.End && use is ILocalReferenceOperation && ControlFlow.IsReference(use, kept))
                {
                    // If the variable is assigned there, it refers to another object.
                    if (use.Parent is not ISimpleAssignmentOperation later || later.Target != use)
                    {
                        Report(context, use, client, $"'{kept.Name}' is used", "move the use into the using statement");
                    }

                    break;
                }
            }
        }
    }

    private void Report(OperationAnalysisContext context, IOperation place, ILocalSymbol client, string use, string advice)
    {
        if (!TestCode.IsIn(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, place.Syntax.GetLocation(), client.Name, use, advice));
        }
    }

    private static bool IsCallThrough(IInvocationOperation call, ILocalSymbol client) =>
        call.Instance is { } instance
        && CallSites.IsCall(call)
        && DependsOn(instance, client, MaxSteps);

    /// <summary>Whether an object is the client or was created from it.</summary>
    private static bool DependsOn(IOperation operation, ILocalSymbol client, int steps)
    {
        if (steps == 0)
        {
            return false;
        }

        switch (Calls.Operations.WithoutConversions(operation))
        {
            case ILocalReferenceOperation local:
                return ControlFlow.IsReference(local, client)
                    || (AssignedValues.SingleValueOf(local) is { } value && DependsOn(value, client, steps - 1));
            case IInvocationOperation { Type: INamedTypeSymbol type } call when type.IsDeployment():
                return AnyDependsOn(call.Arguments, client, steps - 1);
            default:
                return false;
        }
    }

    private static bool AnyDependsOn(ImmutableArray<IArgumentOperation> arguments, ILocalSymbol client, int steps)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (DependsOn(argument.Value, client, steps))
            {
                return true;
            }
        }

        return false;
    }
}
