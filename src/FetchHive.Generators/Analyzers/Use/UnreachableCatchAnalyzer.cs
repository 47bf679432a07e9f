using System.Collections.Immutable;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6018: a try statement with calls catches an exception that calls never throw. If other code in it might throw (except formatting and
/// logging), the handler may have a purpose and isn't reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreachableCatchAnalyzer : CallAnalyzer
{
    /// <summary>The name of the diagnostic's property with the type to catch.</summary>
    public const string TypeProperty = "Type";

    /// <summary>Creates the analyzer.</summary>
    public UnreachableCatchAnalyzer()
        : base(UseRules.UnreachableCatch)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Try);

    private void Analyze(OperationAnalysisContext context)
    {
        ITryOperation attempt = (ITryOperation)context.Operation;
        bool? takesToken = null;
        foreach (ICatchClauseOperation handler in attempt.Catches)
        {
            if (Instead(handler.ExceptionType) is not { } type)
            {
                continue;
            }

            takesToken ??= TokenOf(attempt.Body);
            if (takesToken is not { } token)
            {
                return;
            }

            bool isCancellation = handler.ExceptionType.Name is "TaskCanceledException" or "OperationCanceledException";
            if ((!isCancellation || !token)
                && ((CatchClauseSyntax)handler.Syntax).Declaration is { } declaration
                && !TestCode.IsIn(context))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor,
                    declaration.Type.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(TypeProperty, type),
                    handler.ExceptionType.Name,
                    type));
            }
        }
    }

    /// <summary>The type to catch instead of one that a call never throws.</summary>
    private static string? Instead(ITypeSymbol? caught)
    {
        if (caught is null)
        {
            return null;
        }

        if (caught.Is(KnownTypes.HttpRequestException) || caught.Is(KnownTypes.HttpIOException) || caught.Is(KnownTypes.SocketException))
        {
            return "FetchHiveConnectionException";
        }

        if (caught.Is(KnownTypes.JsonException))
        {
            return "FetchHiveResponseException";
        }

        return caught.Is(KnownTypes.TimeoutException)
            || caught.Is(KnownTypes.OperationCanceledException)
            || caught.Is(KnownTypes.TaskCanceledException)
            ? "FetchHiveTimeoutException"
            : null;
    }

    /// <summary>
    /// Whether a call in the body can be cancelled; <see langword="null"/> if the body has no call, or other code that may throw.
    /// </summary>
    private static bool? TokenOf(IBlockOperation body)
    {
        bool? token = null;
        foreach (IOperation operation in body.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when CallSites.IsCall(call):
                    token = (token ?? false) || PassesToken(call);
                    break;
                case IInvocationOperation other when !IsHarmless(other.TargetMethod):
                case IObjectCreationOperation { Type: { } made } when !IsHarmless(made):
                case IPropertyReferenceOperation { Property: { } property }
                    when !property.ContainingType.IsRecord && !IsHarmless(property.ContainingType)
                    && !property.ContainingType.IsRuntimeType("WorkflowRun"):
                case IThrowOperation or IDynamicInvocationOperation or IForEachLoopOperation { IsAsynchronous: true } or IUsingOperation
                    or IUsingDeclarationOperation or ILocalFunctionOperation or IAnonymousFunctionOperation:
                    return null;
                case IAwaitOperation awaited when Calls.Operations.WithoutConversions(awaited.Operation) is not IInvocationOperation:
                    return null;
            }
        }

        return token;
    }

    private static bool PassesToken(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit
                && CallSites.IsToken(argument)
                && !IsNone(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNone(IOperation value) => Calls.Operations.WithoutConversions(value) is IDefaultValueOperation
        or IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } };

    private static bool IsHarmless(IMethodSymbol method) => Sinks.Of(method) is not null || IsHarmless(method.ContainingType)
        || method.Name == "ConfigureAwait";

    private static bool IsHarmless(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.Is(KnownTypes.StringBuilder) || type.Is(KnownTypes.Console)
        || type.ContainingNamespace.Is(KnownNamespaces.SystemCollectionsGeneric) || type.IsRecord;
}
