using System;
using System.Collections.Immutable;
using System.Threading;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Reads time spans and numbers that are constant in source.</summary>
internal static class ConstantTimes
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;

    /// <summary>The certain value of an expression as a time span; <see langword="null"/> if it isn't known.</summary>
    public static TimeSpan? Of(IOperation operation, CancellationToken cancellationToken)
    {
        switch (Operations.WithoutConversions(operation))
        {
            case IFieldReferenceOperation { Field: { Name: "Zero" or "MaxValue" or "MinValue" } field }
                when IsTimeSpan(field.ContainingType):
                return field.Name == "Zero" ? TimeSpan.Zero : field.Name == "MaxValue" ? TimeSpan.MaxValue : TimeSpan.MinValue;
            case IFieldReferenceOperation { Field: { Name: "InfiniteTimeSpan", ContainingType: { } type } }
                when type.Is(KnownTypes.Timeout):
                return Timeout.InfiniteTimeSpan;
            case IMemberReferenceOperation member when Operations.InitializerOf(member, cancellationToken) is { } initializer:
                return Of(initializer, cancellationToken);
            case ILocalReferenceOperation local when AssignedValues.SingleValueOf(local) is { } value and not ILocalReferenceOperation:
                return Of(value, cancellationToken);
            case IDefaultValueOperation:
                return TimeSpan.Zero;
            case IObjectCreationOperation { Arguments: var arguments } creation when IsTimeSpan(creation.Type):
                return OfConstructor(arguments);
            case IInvocationOperation { TargetMethod: { IsStatic: true } method, Arguments: var arguments }
                when IsTimeSpan(method.ContainingType):
                return OfFactory(method.Name, arguments);
            default:
                return null;
        }
    }

    /// <summary>
    /// The certain value of an expression as a number; <see langword="null"/> if it isn't known, or for an incomplete literal.
    /// </summary>
    public static double? NumberOf(IOperation value) =>
        value is { ConstantValue: { HasValue: true, Value: { } constant }, Syntax.ContainsDiagnostics: false }
        ? constant switch
        {
            int number => number,
            long number => number,
            double number => number,
            float number => number,
            _ => null,
        }
        : null;

    private static bool IsTimeSpan(ITypeSymbol? type) => type is not null && type.Is(KnownTypes.TimeSpan);

    /// <summary>
    /// The value of a constructor call. The arguments are ticks; hours, minutes, seconds; days, hours, minutes, seconds; and so on to
    /// microseconds.
    /// </summary>
    private static TimeSpan? OfConstructor(ImmutableArray<IArgumentOperation> arguments)
    {
        ReadOnlySpan<long> units = [TimeSpan.TicksPerDay, TimeSpan.TicksPerHour, TimeSpan.TicksPerMinute, TimeSpan.TicksPerSecond,
            TimeSpan.TicksPerMillisecond, TicksPerMicrosecond];
        if (arguments.Length == 1)
        {
            return NumberOf(arguments[0].Value) is { } ticks ? FromTicks(ticks) : null;
        }

        int first = arguments.Length == 3 ? 1 : 0;
        double sum = 0;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (NumberOf(arguments[i].Value) is not { } number)
            {
                return null;
            }

            sum += number * units[first + i];
        }

        return FromTicks(sum);
    }

    /// <summary>
    /// The value of a factory method with one argument. In newer overloads with several, the others are optional and must be omitted.
    /// </summary>
    private static TimeSpan? OfFactory(string name, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty || NumberOf(arguments[0].Value) is not { } number)
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

        long? unit = name switch
        {
            "FromDays" => TimeSpan.TicksPerDay,
            "FromHours" => TimeSpan.TicksPerHour,
            "FromMinutes" => TimeSpan.TicksPerMinute,
            "FromSeconds" => TimeSpan.TicksPerSecond,
            "FromMilliseconds" => TimeSpan.TicksPerMillisecond,
            "FromMicroseconds" => TicksPerMicrosecond,
            "FromTicks" => 1,
            _ => null,
        };
        return unit is { } ticks ? FromTicks(number * ticks) : null;
    }

    private static TimeSpan? FromTicks(double ticks) =>
        double.IsNaN(ticks) ? null
        : ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue
        : ticks <= TimeSpan.MinValue.Ticks ? TimeSpan.MinValue
        : TimeSpan.FromTicks((long)ticks);
}
