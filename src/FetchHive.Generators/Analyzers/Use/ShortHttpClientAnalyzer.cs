using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6014: a client uses an HttpClient that ends calls before the client would. It is only reported if both time limits are certain.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShortHttpClientAnalyzer : CallAnalyzer
{
    // The defaults of HttpClient.Timeout and FetchHiveOptions.Timeout.
    private static readonly TimeSpan HttpDefault = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan ClientDefault = TimeSpan.FromMinutes(10);

    /// <summary>Creates the analyzer.</summary>
    public ShortHttpClientAnalyzer()
        : base(UseRules.ShortHttpClient)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);

    private void Analyze(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { } type
            || !type.IsRuntimeType("FetchHiveClient")
            || Argument(creation, "httpClient") is not { } http
            || LimitOf(http, "HttpClient", HttpDefault, context.CancellationToken) is not { } shorter
            || shorter == Timeout.InfiniteTimeSpan
            || TestCode.IsIn(context))
        {
            return;
        }

        IOperation? options = Argument(creation, "options");
        TimeSpan? longer = options is null or { ConstantValue: { HasValue: true, Value: null } }
            ? ClientDefault
            : LimitOf(options, "FetchHiveOptions", ClientDefault, context.CancellationToken);
        if (longer is { } limit && (limit == Timeout.InfiniteTimeSpan || limit > shorter))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, http.Syntax.GetLocation(), Text(shorter), Text(limit)));
        }
    }

    private static IOperation? Argument(IObjectCreationOperation creation, string name) =>
        Calls.Operations.ArgumentFor(name, creation.Arguments) is { } argument ? Calls.Operations.WithoutConversions(argument.Value) : null;

    /// <summary>The Timeout with which an object of the type was created; <see langword="null"/> if it may have another one.</summary>
    private static TimeSpan? LimitOf(IOperation operation, string typeName, TimeSpan byDefault, CancellationToken cancellationToken)
    {
        if (operation is ILocalReferenceOperation local)
        {
            return IsTimeoutSetLater(local) || AssignedValues.SingleValueOf(local) is not { } held || held is ILocalReferenceOperation
                ? null
                : LimitOf(Calls.Operations.WithoutConversions(held), typeName, byDefault, cancellationToken);
        }

        if (operation is not IObjectCreationOperation { Type: { } type } creation || type.Name != typeName)
        {
            return null;
        }

        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Timeout" } } assignment)
            {
                return ConstantTimes.Of(assignment.Value, cancellationToken);
            }
        }

        return byDefault;
    }

    private static bool IsTimeoutSetLater(ILocalReferenceOperation use)
    {
        foreach (IOperation operation in Calls.Operations.RootOf(use).Descendants())
        {
            bool sets =
                operation
                is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Timeout", Instance: { } owner } }
                && ControlFlow.IsReference(owner, use.Local);

            // A method that receives the object may set its Timeout.
            bool hands = operation is IArgumentOperation { Parent: IInvocationOperation } argument
                && ControlFlow.IsReference(Calls.Operations.WithoutConversions(argument.Value), use.Local);
            if (sets || hands)
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(TimeSpan limit) =>
        limit == Timeout.InfiniteTimeSpan ? "no limit"
        : limit.TotalMinutes >= 1
            && limit.Seconds == 0
            && limit.Milliseconds == 0 ? limit.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture) + " min"
        : limit.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture) + " s";
}
