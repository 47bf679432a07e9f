using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6012: the result of <c>CallbackSignature.Verify</c> is discarded, or only compared with results other than <c>Valid</c>, so that
/// callbacks without a valid signature pass. A result that is passed on isn't reported, because it may be checked elsewhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncheckedSignatureAnalyzer : CallAnalyzer
{
    /// <summary>The name of the diagnostic's property that is set if there is only one comparison, which a fix can replace.</summary>
    public const string ComparisonProperty = "Comparison";

    /// <summary>Creates the analyzer.</summary>
    public UncheckedSignatureAnalyzer()
        : base(UseRules.UncheckedSignature)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Verify", ContainingType: { } type }
            || !type.IsRuntimeType("CallbackSignature")
            || TestCode.IsIn(context))
        {
            return;
        }

        SignatureUses uses = new();
        uses.Add(call);
        if (uses.Problem is var (problem, passes))
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            List<Location> places = [];
            if (uses.OnlyComparison is { } comparison)
            {
                properties = properties.Add(ComparisonProperty, "");
                places.Add(comparison.Syntax.GetLocation());
            }

            context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSites.NameOf(call), places, properties, problem, passes));
        }
    }
}
