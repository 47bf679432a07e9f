using System.Collections.Generic;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>FH6010: a lazy sequence of calls is enumerated more than once, which makes its calls each time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallsEnumeratedAgainAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public CallsEnumeratedAgainAnalyzer()
        : base(UseRules.CallsEnumeratedAgain)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        // The action is for the whole block, because an editor that analyzes one line doesn't run actions for operations on other lines.
        context.RegisterOperationBlockAction(AnalyzeBlock);

    private void AnalyzeBlock(OperationBlockAnalysisContext context)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            foreach (IOperation operation in block.Descendants())
            {
                if (operation is IVariableDeclaratorOperation declarator)
                {
                    Analyze(context, declarator);
                }
            }
        }
    }

    private void Analyze(OperationBlockAnalysisContext context, IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is not { } initializer || !LazyCalls.Makes(initializer.Value))
        {
            return;
        }

        IOperation root = Calls.Operations.RootOf(declarator);
        if (ControlFlow.IsWrittenIn(declarator.Symbol, root))
        {
            return;
        }

        if (FindSecond(declarator, Enumerations(declarator, root)) is { } second)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, second.Syntax.GetLocation(), [initializer.Value.Syntax.GetLocation()], declarator.Symbol.Name));
        }
    }

    private static IOperation? FindSecond(IVariableDeclaratorOperation declarator, List<IOperation> enumerations)
    {
        for (int i = 0; i < enumerations.Count; i++)
        {
            if (RunsAgain(enumerations[i], declarator))
            {
                return enumerations[i];
            }

            for (int j = 0; j < i; j++)
            {
                if (!ControlFlow.AreExclusive(enumerations[j], enumerations[i]))
                {
                    return enumerations[i];
                }
            }
        }

        return null;
    }

    /// <summary>The places where the local is enumerated in the function that declares it, in order.</summary>
    private static List<IOperation> Enumerations(IVariableDeclaratorOperation declarator, IOperation root)
    {
        IOperation? function = Calls.Operations.FunctionOf(declarator);
        List<IOperation> found = [];
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is ILocalReferenceOperation reference
                && ControlFlow.IsReference(reference, declarator.Symbol)
                && Calls.Operations.FunctionOf(reference) == function
                && IsEnumerated(reference))
            {
                found.Add(reference);
            }
        }

        return found;
    }

    private static bool IsEnumerated(ILocalReferenceOperation reference)
    {
        IOperation value = reference;
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        return value.Parent switch
        {
            IForEachLoopOperation loop => loop.Collection == value,
            IArgumentOperation { Parent: IInvocationOperation call } => Enumerates(call.TargetMethod),
            _ => reference.Syntax.Parent is SpreadElementSyntax,
        };
    }

    private static bool Enumerates(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return type.Is(KnownTypes.Enumerable) ? !LazyCalls.IsLazy(method)
            : type.Is(KnownTypes.Task) ? method.Name is "WhenAll" or "WhenAny" or "WhenEach"
            : type.SpecialType == SpecialType.System_String && method.Name is "Join" or "Concat";
    }

    /// <summary>Whether the enumeration is in a loop that begins after the sequence is created.</summary>
    private static bool RunsAgain(IOperation enumeration, IVariableDeclaratorOperation declarator)
    {
        IOperation child = enumeration;
        for (IOperation? parent = enumeration.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (ControlFlow.Leaves(child) || Calls.Operations.IsWithin(declarator, parent))
            {
                return false;
            }

            if (parent is ILoopOperation loop && (loop is not IForEachLoopOperation each || child != each.Collection))
            {
                return true;
            }
        }

        return false;
    }
}
