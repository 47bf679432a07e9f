using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>FH6011: a retry, hedging or timeout handler of another library is added to the client's HttpClient.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ResilienceHandlerAnalyzer : CallAnalyzer
{
    private const int MaxSteps = 10;

    /// <summary>Creates the analyzer.</summary>
    public ResilienceHandlerAnalyzer()
        : base(UseRules.ResilienceHandler)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;

        // Microsoft.Extensions.Http.Resilience and Microsoft.Extensions.Http.Polly.
        if (call.TargetMethod.Name is "AddStandardResilienceHandler" or "AddStandardHedgingHandler" or "AddResilienceHandler"
                or "AddPolicyHandler" or "AddPolicyHandlerFromRegistry" or "AddTransientHttpErrorPolicy"
            && call.Arguments.Length > 0
            && IsOurBuilder(call.Arguments[0].Value, MaxSteps)
            && !TestCode.IsIn(context))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, CallSites.NameOf(call), call.TargetMethod.Name));
        }
    }

    private static bool IsOurBuilder(IOperation operation, int steps)
    {
        if (steps == 0)
        {
            return false;
        }

        return Calls.Operations.WithoutConversions(operation) switch
        {
            IPropertyReferenceOperation { Property: { Name: "HttpClientBuilder", ContainingType: { } type } } => type.IsRuntimeType(
                "FetchHiveBuilder"),
            ILocalReferenceOperation local => AssignedValues.SingleValueOf(local) is { } value && IsOurBuilder(value, steps - 1),

            // In a chain of calls, each returns its builder.
            IInvocationOperation { Arguments: { Length: > 0 } arguments, Type: { Name: "IHttpClientBuilder" } } call
                when call.TargetMethod.IsExtensionMethod =>
                IsOurBuilder(arguments[0].Value, steps - 1),
            _ => false,
        };
    }
}
