using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>FH6002: a metadata value has an empty key. The diagnostic is at the key, wherever the dictionary is passed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyMetadataKeyAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public EmptyMetadataKeyAnalyzer()
        : base(CallRules.EmptyMetadataKey)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        // Methods that add a value, also in an initializer.
        context.RegisterOperationAction(
            operation => AnalyzeArguments(
                operation, ((IInvocationOperation)operation.Operation).TargetMethod, ((IInvocationOperation)operation.Operation).Arguments),
            OperationKind.Invocation);

        // The constructor of KeyValuePair.
        context.RegisterOperationAction(
            operation => AnalyzeArguments(
                operation,
                ((IObjectCreationOperation)operation.Operation).Constructor,
                ((IObjectCreationOperation)operation.Operation).Arguments),
            OperationKind.ObjectCreation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    /// <summary>
    /// Checks any framework method that takes a key and a metadata value: Add, TryAdd, SetItem and so on, of any dictionary.
    /// </summary>
    private void AnalyzeArguments(
        OperationAnalysisContext context, IMethodSymbol? method, System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments)
    {
        if (method is null || arguments.Length < 2 || !method.ContainingType.IsInSystemNamespace())
        {
            return;
        }

        IOperation? key = null;
        bool hasValue = false;
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { Name: "key", Type.SpecialType: SpecialType.System_String })
            {
                key = argument.Value;
            }
            // The out parameter of TryGetValue and the default value of GetValueOrDefault don't add a value.
            else if (argument.Parameter is { RefKind: RefKind.None, Name: not "defaultValue" } parameter && IsMetadataValue(parameter.Type))
            {
                hasValue = true;
            }
        }

        if (key is not null && hasValue)
        {
            AnalyzeKey(context, key);
        }
    }

    private void AnalyzeAssignment(OperationAnalysisContext context)
    {
        if (((ISimpleAssignmentOperation)context.Operation).Target
            is IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Arguments: { Length: 1 } arguments }
            && IsMetadataValue(indexer.Type)
            && indexer.ContainingType.IsInSystemNamespace())
        {
            AnalyzeKey(context, arguments[0].Value);
        }
    }

    private void AnalyzeKey(OperationAnalysisContext context, IOperation key)
    {
        IOperation value = Operations.WithoutConversions(key);
        IOperation? held = Operations.ConstantTextOf(value) is not null ? value : value switch
        {
            ILocalReferenceOperation local => AssignedValues.SingleValueOf(local),
            IMemberReferenceOperation member => Operations.InitializerOf(member, context.CancellationToken),
            _ => null,
        };
        if (held is not null && Operations.ConstantTextOf(held) is { } text && string.IsNullOrWhiteSpace(text))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, key.Syntax.GetLocation(), text.Length == 0 ? "empty" : "white space"));
        }
    }

    private static bool IsMetadataValue(ITypeSymbol type) => type.IsRuntimeType("MetadataValue");
}
