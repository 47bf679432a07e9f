using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6017: a client is created anew for each call: in a loop or lambda that makes calls with it, or by a registration per request. A client
/// that depends on the loop's item, such as a key for each workspace, is a different client each time and isn't reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientPerCallAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 6;

    /// <summary>Creates the analyzer.</summary>
    public ClientPerCallAnalyzer()
        : base(UseRules.ClientPerCall)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);

    private void Analyze(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is { } type && type.IsRuntimeType("FetchHiveClient") && PlaceOf(creation) is { } place && !TestCode.IsIn(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, creation.Syntax.GetLocation(), place));
        }
    }

    private static string? PlaceOf(IObjectCreationOperation creation)
    {
        if (IsKept(creation))
        {
            return null;
        }

        if (ControlFlow.LoopOf(creation) is { } loop && HasCall(loop.Body) && !DependsOnRound(creation, loop))
        {
            return "in each iteration of the loop";
        }

        if (Calls.Operations.FunctionOf(creation) is not IAnonymousFunctionOperation lambda || ReceiverOf(lambda) is not { } receiver)
        {
            return null;
        }

        return receiver.TargetMethod.Name switch
        {
            "AddScoped" or "TryAddScoped" or "AddKeyedScoped" => "for each scope",
            "AddTransient" or "TryAddTransient" or "AddKeyedTransient" => "for each use",
            "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" when HasCall(lambda.Body) => "for each request",
            "Select" or "SelectMany" or "ForEach" or "ForEachAsync"
                when HasCall(lambda.Body) && !DependsOnParameter(creation, lambda) => "for each item",
            _ => null,
        };
    }

    /// <summary>Whether the client is created once and kept: by <c>??=</c>, or in a field or property.</summary>
    private static bool IsKept(IObjectCreationOperation creation)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation)
        {
            value = value.Parent;
        }

        return value.Parent is ICoalesceAssignmentOperation or ISimpleAssignmentOperation { Target: IMemberReferenceOperation };
    }

    private static bool HasCall(IOperation place)
    {
        foreach (IInvocationOperation _ in CallSites.CallsIn(place))
        {
            return true;
        }

        return false;
    }

    private static bool DependsOnRound(IObjectCreationOperation creation, ILoopOperation loop)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && RetryLoops.Varies(argument.Value, loop, MaxSteps))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DependsOnParameter(IObjectCreationOperation creation, IAnonymousFunctionOperation lambda)
    {
        foreach (IOperation operation in creation.Descendants())
        {
            foreach (IParameterSymbol parameter in lambda.Symbol.Parameters)
            {
                if (ControlFlow.IsReference(operation, parameter))
                {
                    return true;
                }
            }

            // A local of the lambda may depend on the item.
            if (operation is ILocalReferenceOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The call that a lambda is passed to.</summary>
    private static IInvocationOperation? ReceiverOf(IAnonymousFunctionOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        return parent as IInvocationOperation;
    }
}
