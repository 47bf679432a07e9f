using System;
using System.Threading;

using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>
/// FH6008: a client's option is set to a value that the client refuses. The limits are those of <c>OptionsRules</c> in the library.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusedOptionAnalyzer : CallAnalyzer
{
    private const int MaxResponseSize = 1024 * 1024 * 1024;
    private const int MaxRetries = 20;
    private const int MaxConcurrency = 10_000;

    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(24);

    /// <summary>Creates the analyzer.</summary>
    public RefusedOptionAnalyzer()
        : base(CallRules.RefusedOption)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment);

    private void Analyze(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { } type } option }
            || !type.IsRuntimeType("FetchHiveOptions")
            || IsSetAgain(assignment, option)
            || TestCode.IsIn(context))
        {
            return;
        }

        IOperation value = Operations.WithoutConversions(assignment.Value);
        (string Problem, string Advice)? mistake = option.Name switch
        {
            "BaseAddress" => JudgeAddress(value),
            "Timeout" => JudgeTimeout(ConstantTimes.Of(value, context.CancellationToken)),
            "MaxRetries" => JudgeRetries(ConstantTimes.NumberOf(value)),
            "MaxConcurrency" => JudgeConcurrency(ConstantTimes.NumberOf(value)),
            "MaxResponseBytes" => JudgeSize(ConstantTimes.NumberOf(value)),
            _ => null,
        };
        if (mistake is var (problem, advice))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, assignment.Value.Syntax.GetLocation(), option.Name, problem, advice));
        }
    }

    /// <summary>
    /// Whether a statement of the same method sets the option to another value. Then it isn't certain which value is used.
    /// </summary>
    private static bool IsSetAgain(ISimpleAssignmentOperation assignment, IPropertySymbol option)
    {
        if (assignment.Parent is not IExpressionStatementOperation)
        {
            return false;
        }

        foreach (IOperation operation in Operations.RootOf(assignment).Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } set } } other
                && other != assignment
                && other.Syntax.SpanStart > assignment.Syntax.SpanStart
                && SymbolEqualityComparer.Default.Equals(set, option))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Problem, string Advice)? JudgeAddress(IOperation value)
    {
        if (value is not IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } arguments }
            || !type.Is(KnownTypes.Uri)
            || Operations.ConstantTextOf(Operations.WithoutConversions(arguments[0].Value)) is not { } address)
        {
            return null;
        }

        if (CallbackAddress.Judge(address, isWhole: true) is var (problem, advice))
        {
            return problem.StartsWith("is http,", StringComparison.Ordinal)
                ? ("is http, so anyone on the network can read the key", "use https; http is for loopback hosts only")
                : (problem, advice);
        }

        return address.IndexOfAny(['?', '#', '@']) >= 0
            ? ("has a query, a fragment or user information", "write scheme, host, port and path only")
            : null;
    }

    private static (string Problem, string Advice)? JudgeTimeout(TimeSpan? value)
    {
        if (value is not { } time || time == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        const string Advice = "set a time between 1 millisecond and 24 days, or Timeout.InfiniteTimeSpan for no limit";
        return time <= TimeSpan.Zero ? (time == TimeSpan.Zero ? "is zero" : "is negative", Advice)
            : time > MaxTimeout ? ("is longer than 24 days", Advice)
            : time < TimeSpan.FromMilliseconds(1) ? ("is shorter than a millisecond (new TimeSpan(n) counts ticks of 100 ns)", Advice)
            : null;
    }

    private static (string Problem, string Advice)? JudgeRetries(double? value) => value switch
    {
        < 0 => ("is negative", "set a number between 0 (a call is tried once) and 20"),
        > MaxRetries => ("is more than 20", "set a number between 0 (a call is tried once) and 20"),
        _ => null,
    };

    private static (string Problem, string Advice)? JudgeConcurrency(double? value) => value switch
    {
        < 1 => ("is less than one call at a time", "set a number between 1 and 10000, or leave it unset for no limit"),
        > MaxConcurrency => ("is more than 10000", "set a number between 1 and 10000, or leave it unset for no limit"),
        _ => null,
    };

    private static (string Problem, string Advice)? JudgeSize(double? value) => value switch
    {
        < 1 => ("is less than one byte", "set a number of bytes between 1 and 1073741824 (1 GiB)"),
        > MaxResponseSize => ("is more than 1 GiB", "set a number of bytes between 1 and 1073741824 (1 GiB)"),
        _ => null,
    };
}
