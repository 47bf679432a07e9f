using System;
using System.Threading;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Rules.Calls;

/// <summary>FH6008: an option of the client is set to a value that the client refuses. The limits are those of <c>OptionsRules</c> in the library.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RefusedOptionAnalyzer : CallAnalyzer
{
    private const int LargestResponse = 1024 * 1024 * 1024;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(24);

    /// <summary>Makes the analyzer.</summary>
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
            || TestCode.IsIn(context))
        {
            return;
        }

        IOperation value = Operations.WithoutConversions(assignment.Value);
        (string Problem, string Advice)? mistake = option.Name switch
        {
            "BaseAddress" => JudgeAddress(value),
            "Timeout" => JudgeTimeout(value),
            "MaxResponseBytes" => JudgeSize(value),
            _ => null,
        };
        if (mistake is var (problem, advice))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, assignment.Value.Syntax.GetLocation(), option.Name, problem, advice));
        }
    }

    private static (string Problem, string Advice)? JudgeAddress(IOperation value)
    {
        if (value is not IObjectCreationOperation { Type: { } type, Arguments: { Length: > 0 } arguments }
            || !type.Is("Uri", "System")
            || Operations.ConstantTextOf(Operations.WithoutConversions(arguments[0].Value)) is not { } address)
        {
            return null;
        }

        if (CallbackAddress.Judge(address, isWhole: true) is var (problem, advice))
        {
            return problem.StartsWith("is http,", StringComparison.Ordinal)
                ? ("is http, so anyone on the way can read the key", "use https; http is for loopback hosts only")
                : (problem, advice);
        }

        return address.IndexOfAny(['?', '#', '@']) >= 0
            ? ("has a query, a fragment or user information", "write scheme, host, port and path only")
            : null;
    }

    private static (string Problem, string Advice)? JudgeTimeout(IOperation value)
    {
        if (TimeOf(value) is not { } time || time == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        const string Advice = "set a time between 1 millisecond and 24 days, or Timeout.InfiniteTimeSpan for no limit";
        return time <= TimeSpan.Zero ? (time == TimeSpan.Zero ? "is zero" : "is negative", Advice)
            : time > LongestTimeout ? ("is longer than 24 days", Advice)
            : time < TimeSpan.FromMilliseconds(1) ? ("is shorter than a millisecond", Advice)
            : null;
    }

    private static TimeSpan? TimeOf(IOperation value)
    {
        if (value is IFieldReferenceOperation { Field: { Name: "Zero" or "MaxValue" or "MinValue" } field } && field.ContainingType.Is("TimeSpan", "System"))
        {
            return field.Name == "Zero" ? TimeSpan.Zero : field.Name == "MaxValue" ? TimeSpan.MaxValue : TimeSpan.MinValue;
        }

        if (value is IDefaultValueOperation)
        {
            return TimeSpan.Zero;
        }

        // With one argument; of the newer overloads with several, the others add to the first.
        if (value is not IInvocationOperation { TargetMethod: { IsStatic: true } method, Arguments: { Length: > 0 } arguments }
            || !method.ContainingType.Is("TimeSpan", "System")
            || NumberOf(arguments[0].Value) is not { } number)
        {
            return null;
        }

        for (int i = 1; i < arguments.Length; i++)
        {
            if (arguments[i].ArgumentKind != ArgumentKind.DefaultValue)
            {
                return null;
            }
        }

        double milliseconds = method.Name switch
        {
            "FromDays" => number * 24 * 60 * 60 * 1000,
            "FromHours" => number * 60 * 60 * 1000,
            "FromMinutes" => number * 60 * 1000,
            "FromSeconds" => number * 1000,
            "FromMilliseconds" => number,
            "FromTicks" => number / TimeSpan.TicksPerMillisecond,
            _ => double.NaN,
        };
        return double.IsNaN(milliseconds) ? null
            : milliseconds >= TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.MaxValue
            : milliseconds <= TimeSpan.MinValue.TotalMilliseconds ? TimeSpan.MinValue
            : TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
    }

    private static (string Problem, string Advice)? JudgeSize(IOperation value) => NumberOf(value) switch
    {
        < 1 => ("is less than one byte", "set a number of bytes between 1 and 1073741824 (1 GiB)"),
        > LargestResponse => ("is more than 1 GiB", "set a number of bytes between 1 and 1073741824 (1 GiB)"),
        _ => null,
    };

    private static double? NumberOf(IOperation value) => value is { ConstantValue: { HasValue: true, Value: { } constant }, Syntax.ContainsDiagnostics: false }
        ? constant switch
        {
            int number => number,
            long number => number,
            double number => number,
            float number => number,
            _ => null,
        }
        : null;
}
