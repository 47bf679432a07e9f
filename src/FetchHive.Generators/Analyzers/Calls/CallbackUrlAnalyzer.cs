using System.Threading;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// FH6003: a callback URL in source, in a call or as a parameter's default value, is relative, not http, or not encrypted in transit.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallbackUrlAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 8;

    /// <summary>Creates the analyzer.</summary>
    public CallbackUrlAnalyzer()
        : base(CallRules.CallbackUrl)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context)
    {
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
        context.RegisterSymbolAction(AnalyzeDefault, SymbolKind.Parameter);
    }

    private void AnalyzeDefault(SymbolAnalysisContext context)
    {
        IParameterSymbol parameter = (IParameterSymbol)context.Symbol;
        if (parameter
            is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string address, ContainingType.TypeKind: TypeKind.Interface }
            && ParameterRoles.FirstRoleOf(parameter) == ParameterRole.CallbackUrl
            && CallbackAddress.Judge(address, isWhole: true) is var (problem, advice)
            && parameter.DeclaringSyntaxReferences is { Length: > 0 } declarations
            && declarations[0].GetSyntax(context.CancellationToken)
            is ParameterSyntax { Default.Value: { ContainsDiagnostics: false } written })
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, written.GetLocation(), CallbackAddress.Shown(address), problem, advice));
        }
    }

    private void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        bool isDynamic = CallSites.IsDynamicCall(call);
        if (!isDynamic && !CallSites.IsDeploymentCall(call))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && (isDynamic ? parameter.Name == "callbackUrl" : ParameterRoles.FirstRoleOf(parameter) == ParameterRole.CallbackUrl)
                && Find(argument.Value, MaxSteps, context.CancellationToken) is { } address
                && CallbackAddress.Judge(address.Text, address.IsWhole) is var (problem, advice))
            {
                Report(context, argument, address, problem, advice);
            }
        }
    }

    private void Report(OperationAnalysisContext context, IArgumentOperation argument, Address address, string problem, string advice)
    {
        // The diagnostic is at the text if that is in the call. Otherwise it is at the argument, with the text as an additional location.
        SyntaxNode passed = CallSites.SyntaxOf(argument);
        SyntaxNode written = address.Origin.Syntax;
        bool isInline = written.SyntaxTree == passed.SyntaxTree && passed.Span.Contains(written.Span);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            (isInline ? written : passed).GetLocation(),
            isInline ? null : [written.GetLocation()],
            CallbackAddress.Shown(address.Text) + (address.IsWhole ? "" : "…"),
            problem,
            advice));
    }

    /// <summary>The certain value of an expression as an address, or its beginning.</summary>
    private static Address? Find(IOperation operation, int steps, CancellationToken cancellationToken)
    {
        if (Operations.ConstantTextOf(operation) is { } text)
        {
            return new Address(text, IsWhole: true, operation);
        }

        if (--steps == 0)
        {
            return null;
        }

        switch (operation)
        {
            case IConversionOperation conversion:
                return Find(conversion.Operand, steps, cancellationToken);
            case ISimpleAssignmentOperation assignment:
                return Find(assignment.Value, steps, cancellationToken);
            case ILocalReferenceOperation local:
                return AssignedValues.SingleValueOf(local) is { } value ? Find(value, steps, cancellationToken) : null;
            case IFieldReferenceOperation or IPropertyReferenceOperation:
                return Operations.InitializerOf((IMemberReferenceOperation)operation, cancellationToken) is { } initializer
                    ? Find(initializer, steps, cancellationToken)
                    : null;
            case IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } arguments } when type.Is(KnownTypes.Uri):
                return OfUri(arguments, steps, cancellationToken);
            case IInterpolatedStringOperation { Parts: { Length: > 0 } parts }:
                IOperation? first = parts[0] switch
                {
                    IInterpolatedStringTextOperation literal => literal.Text,
                    IInterpolationOperation interpolation => interpolation.Expression,
                    _ => null,
                };
                return first is null ? null : Beginning(Find(first, steps, cancellationToken), operation);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                return Beginning(Find(sum.LeftOperand, steps, cancellationToken), operation);
            default:
                return null;
        }
    }

    /// <summary>The address of <c>new Uri(…)</c>, which takes text, or a base and a relative part.</summary>
    private static Address? OfUri(
        System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, int steps, CancellationToken cancellationToken)
    {
        Address? first = Find(arguments[0].Value, steps, cancellationToken);
        if (arguments[0].Parameter?.Name != "baseUri" || arguments.Length < 2)
        {
            return first;
        }

        // A valid base with a relative part is valid. A part with its own scheme replaces the base.
        Address? second = Find(arguments[1].Value, steps, cancellationToken);
        return second is { Text: var text } && text.IndexOf("://", System.StringComparison.Ordinal) >= 0 ? second : first;
    }

    private static Address? Beginning(Address? first, IOperation whole) =>
        first is { } found ? found with { IsWhole = false, Origin = whole } : null;

    /// <param name="Text">The address.</param>
    /// <param name="IsWhole">Whether the address is complete.</param>
    /// <param name="Origin">The expression that contains the address.</param>
    private readonly record struct Address(string Text, bool IsWhole, IOperation Origin);
}
