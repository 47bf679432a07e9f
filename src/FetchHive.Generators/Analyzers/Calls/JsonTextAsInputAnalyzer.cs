using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>FH6001: JSON text is passed to an input, but the service expects a native array.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonTextAsInputAnalyzer : CallAnalyzer
{
    /// <summary>The start of the serialized value's expression in the diagnostic's file. Absent if it isn't known.</summary>
    internal const string ValueStart = "ValueStart";

    /// <summary>The length of the value's expression.</summary>
    internal const string ValueLength = "ValueLength";

    /// <summary>Present if the value's type allows passing the value instead of the text.</summary>
    internal const string ValueFits = "ValueFits";

    /// <summary>Present if the text is created in the argument, not in a local or a field.</summary>
    internal const string IsInline = "IsInline";

    private const string DeclareType =
        "declare it with the type of the value and pass the value, or mark it [Input(AsText = true)] if the workflow takes it as text";

    private const string PassValue = "pass the value itself as JSON, for example by JsonSerializer.SerializeToNode";

    /// <summary>Creates the analyzer.</summary>
    public JsonTextAsInputAnalyzer()
        : base(CallRules.JsonTextAsInput)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (CallSites.IsDeploymentCall(call))
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                AnalyzeArgument(context, argument);
            }
        }
        else if (CallSites.IsDynamicCall(call))
        {
            foreach (DynamicInput input in DynamicInputs.Of(call))
            {
                if ((input.Name is null || !TextInputs.IsTextName(input.Name))
                    && JsonTextFinder.Find(input.Value, context.CancellationToken) is { } text)
                {
                    ITypeSymbol? type = input.Value.Type;
                    Report(context, text, Operations.WithoutConversions(input.Value).Syntax, input.Name ?? "(computed)", type, PassValue);
                }
            }
        }
    }

    private void AnalyzeArgument(OperationAnalysisContext context, IArgumentOperation argument)
    {
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
            || ParameterRoles.FirstRoleOf(parameter) != ParameterRole.Input
            || !CanHoldText(parameter.Type)
            || TextInputs.TakesText(parameter)
            || JsonTextFinder.Find(argument.Value, context.CancellationToken) is not { } text)
        {
            return;
        }

        string advice = parameter.Type.SpecialType == SpecialType.System_String ? DeclareType : PassValue;
        Report(context, text, CallSites.SyntaxOf(argument), parameter.Name, parameter.Type, advice);
    }

    /// <summary>Whether the type is text, or any JSON, which can also be text.</summary>
    private static bool CanHoldText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || Parsing.Scalars.KindOf(Parsing.Symbols.UnwrapNullable(type)) is ScalarKind.JsonElement or ScalarKind.JsonDocument
        or ScalarKind.JsonNode or ScalarKind.JsonValue;

    private void Report(OperationAnalysisContext context, JsonText text, SyntaxNode place, string input, ITypeSymbol? target, string advice)
    {
        ImmutableDictionary<string, string?>.Builder properties = ImmutableDictionary.CreateBuilder<string, string?>();
        List<Location> further = [text.Origin.Syntax.GetLocation()];
        if (text.Value is { } value && value.SyntaxTree == place.SyntaxTree)
        {
            properties.Add(ValueStart, value.SpanStart.ToString(CultureInfo.InvariantCulture));
            properties.Add(ValueLength, value.Span.Length.ToString(CultureInfo.InvariantCulture));
            further.Add(value.GetLocation());
            if (target is not null && text.ValueType is { } from && context.Compilation.ClassifyConversion(from, target).IsImplicit)
            {
                properties.Add(ValueFits, null);
            }
        }

        if (place.FullSpan.Contains(text.Origin.Syntax.Span) && place.SyntaxTree == text.Origin.Syntax.SyntaxTree)
        {
            properties.Add(IsInline, null);
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, place.GetLocation(), further, properties.ToImmutable(), input, text.Description, advice));
    }
}
