using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Compares calls that name their deployment in an argument with the deployment's snippet, as far as their inputs are known.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SnippetCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        SnippetRules.UnknownInput, SnippetRules.MissingInput, SnippetRules.OtherKind, SnippetRules.NearName, SnippetRules.NoSnippet);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Symbols.DeploymentAttribute) is not null
                && SnippetIndex.Of(start.Options) is { } index)
            {
                start.RegisterOperationAction(operation => Analyze(operation, index), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, SnippetIndex index)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!CallSites.IsDynamicCall(call)
            || Operations.ArgumentFor("deployment", call.Arguments) is not { } deployment
            || Operations.ConstantTextOf(deployment.Value) is not { Length: > 0 } name
            || Operations.ArgumentFor("variant", call.Arguments) is not { } variant
            || Operations.ConstantTextOf(variant.Value) is not { Length: > 0 } variantName)
        {
            return;
        }

        if (new DeploymentComparison(index, context.CancellationToken).Find(name, variantName) is not { } snippet)
        {
            if (new NameComparison(index, context.CancellationToken).Compare(name, variantName) is { } difference)
            {
                SyntaxNode place = CallSites.SyntaxOf(difference.IsVariant ? variant : deployment);
                Report(
                    context,
                    difference.Rule,
                    difference.Rule.DefaultSeverity,
                    place.GetLocation(),
                    difference.Snippet,
                    difference.Span,
                    difference.Properties,
                    difference.Arguments);
            }
        }
        else if (snippet.File.Snippet!.Inputs is not null)
        {
            new CallComparison(context, call, snippet).Compare();
        }
    }

    private static void Report(
        OperationAnalysisContext context,
        DiagnosticDescriptor rule,
        DiagnosticSeverity severity,
        Location place,
        IndexedFile? snippet,
        SnippetSpan? span,
        ImmutableDictionary<string, string?> properties,
        params string[] arguments)
    {
        if (snippet?.File.Header.Ignores(rule.Id) != true)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                rule, place, severity, snippet is not null && span is { } known
                    ? new[] { snippet.LocationOf(known) }
                    : null, properties, arguments));
        }
    }

    /// <summary>Compares one call with its snippet.</summary>
    private readonly struct CallComparison(OperationAnalysisContext context, IInvocationOperation call, IndexedFile snippet)
    {
        public void Compare()
        {
            SnippetInputs known = new(snippet);
            List<DynamicInput> inputs = DynamicInputs.Of(call);
            List<string> sent = [];
            foreach (DynamicInput input in inputs)
            {
                if (input.Name is { Length: > 0 } name)
                {
                    sent.Add(name);
                }
            }

            List<string> unsent = known.Without(sent);
            foreach (DynamicInput input in inputs)
            {
                if (input.Name is not { Length: > 0 } name)
                {
                    continue;
                }

                if (known.Find(name) is { } sample)
                {
                    CompareKind(input, sample);
                }
                else if (!known.IsKnown(name))
                {
                    ReportUnknown(input.Key, name, known, unsent);
                }
            }

            if (!DynamicInputs.AreAll(call, inputs))
            {
                return;
            }

            foreach (string name in unsent)
            {
                if (!snippet.File.Header.IsOptional(name) && known.Find(name) is { } missing)
                {
                    Report(
                        context, SnippetRules.MissingInput, DiagnosticSeverity.Warning, CallSites.NameOf(call), snippet, missing.NameSpan,
                        Properties.Add(FindingProperties.Input, name), snippet.Name.Name, name, call.TargetMethod.Name);
                }
            }
        }

        private ImmutableDictionary<string, string?> Properties =>
            ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Snippet, snippet.Path);

        private void ReportUnknown(IOperation key, string name, SnippetInputs known, List<string> unsent)
        {
            string? near = NearNames.Find(name, unsent);
            unsent.Remove(near ?? "");
            Report(
                context,
                SnippetRules.UnknownInput,
                near is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
                key.Syntax.GetLocation(),
                snippet,
                near is null ? snippet.File.Snippet!.Inputs!.Span : known.Find(near)?.NameSpan,
                near is null ? Properties : Properties.Add(FindingProperties.Near, near),
                snippet.Name.Name,
                name,
                near is null ? $"it has {known.Names}, so paste the current snippet if the workflow has '{name}' now" : $"it has '{near}'");
        }

        private void CompareKind(DynamicInput input, SnippetProperty sample)
        {
            SnippetKind sent = KindOf(input.Value);
            SnippetKind expected = sample.Value.Kind;
            if (sent == SnippetKind.None || sent == expected || expected == SnippetKind.Null)
            {
                return;
            }

            bool isCertain = expected == SnippetKind.Array && sent == SnippetKind.Text;
            Report(
                context, SnippetRules.OtherKind, isCertain
                    ? DiagnosticSeverity.Error
                    : DiagnosticSeverity.Warning, input.Value.Syntax.GetLocation(),
                snippet, sample.Value.Span, Properties, sample.Name, SentKinds.Describe(expected), snippet.Name.Name,
                SentKinds.Describe(sent),
                "send what the workflow expects, or paste the current snippet if the workflow has changed");
        }

        /// <summary>
        /// The kind of a value before it was converted to a <c>JsonNode</c>; <see cref="SnippetKind.None"/> if it isn't known.
        /// </summary>
        private static SnippetKind KindOf(IOperation value)
        {
            while (value is IConversionOperation conversion)
            {
                value = conversion.Operand;
            }

            ITypeSymbol? type = value.Type is null ? null : Symbols.UnwrapNullable(value.Type);
            return type switch
            {
                null => SnippetKind.None,
                { SpecialType: SpecialType.System_String or SpecialType.System_Char } => SnippetKind.Text,
                { SpecialType: SpecialType.System_Boolean } => SnippetKind.Boolean,
                { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } => SnippetKind.Number,
                _ when type.Is(KnownTypes.JsonArray) => SnippetKind.Array,
                _ when type.Is(KnownTypes.JsonObject) => SnippetKind.Object,
                _ => SnippetKind.None,
            };
        }
    }
}
