using System.Collections.Immutable;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Reads a method's return type: the task, the envelope and the output.</summary>
internal sealed class ReturnTypeParser(ParseContext context, OutputTypeParser outputTypes)
{
    public MethodModel Parse(IMethodSymbol method)
    {
        context.Enter(method, FindingTarget.Type, method.Name);
        MethodModel model = new()
        {
            Name = TypeNames.Identifier(method.Name),
            DeclaringInterface = TypeNames.Annotated(method.ContainingType),
            ReturnType = TypeNames.Annotated(method.ReturnType),
            IsValueTask = method.ReturnType.Name == "ValueTask",
            Result = ResultKind.None,
            IsEnvelopeNullable = false,
            Output = OutputForm.None,
            OutputTypeName = "",
            OutputType = OutputTypeParser.None,
            OutputAcceptsNull = false,
            OutputNonNullItems = 0,
            CallbackContract = null,
            Parameters = default,
        };

        if (method.ReturnType.TypeKind == TypeKind.Error)
        {
            context.NoteMissing(method.ReturnType);
            return model;
        }

        if (method.ReturnType is not INamedTypeSymbol { TypeArguments.Length: <= 1 } task
            || !task.IsTask()
            || method.ReturnsByRef
            || method.ReturnsByRefReadonly)
        {
            ReportReturnType(method);
            return model;
        }

        return task.TypeArguments.Length == 0 ? model : ParseResult(method, model, task.TypeArguments[0]);
    }

    private MethodModel ParseResult(IMethodSymbol method, MethodModel model, ITypeSymbol result)
    {
        if (result is INamedTypeSymbol { TypeArguments.Length: 1 } envelope && IsEnvelope(envelope, out ResultKind kind))
        {
            model = model with { Result = kind, IsEnvelopeNullable = envelope.NullableAnnotation == NullableAnnotation.Annotated };
            result = envelope.TypeArguments[0];
        }
        else
        {
            model = model with { Result = ResultKind.Output };
        }

        // A task of a task, or an envelope of an envelope: the mistake is in the return type, not in the innermost type.
        if (result is INamedTypeSymbol inner && (inner.IsTask() || IsEnvelope(inner, out _)))
        {
            ReportReturnType(method);
            return model;
        }

        if (Symbols.IsMissing(result))
        {
            context.NoteMissing(result);
            return model;
        }

        OutputForm output = result.SpecialType == SpecialType.System_String ? OutputForm.Text
            : result.IsRuntimeType("ImageOutput") ? OutputForm.Image
            : OutputForm.Json;

        // If nullable annotations are disabled, null is a valid output. Generated code has them enabled, so it annotates the type.
        bool isOblivious = !result.IsValueType && result.NullableAnnotation == NullableAnnotation.None;
        ITypeSymbol written = isOblivious ? result.WithNullableAnnotation(NullableAnnotation.Annotated) : result;
        return model with
        {
            ReturnType = isOblivious
                ? TypeNames.Annotated(Replace((INamedTypeSymbol)method.ReturnType, result, written))
                : model.ReturnType,
            Output = output,
            OutputTypeName = TypeNames.Annotated(written),
            OutputType = output == OutputForm.Json ? outputTypes.Parse(result) : OutputTypeParser.None,
            OutputNonNullItems = output == OutputForm.Json ? NullState.NonNullItems(symbol: null, result) : 0,
            OutputAcceptsNull = result.CanHoldNull() && result.NullableAnnotation != NullableAnnotation.NotAnnotated,
        };
    }

    private void ReportReturnType(IMethodSymbol method) => context.Report(
        DeclarationRules.ReturnType, method, FindingTarget.Type, method.Name, TypeNames.Readable(method.ReturnType), ReturnTypeAdvice.For(
            method.ReturnType));

    /// <summary>Replaces the innermost type argument of a task, or of a task of an envelope.</summary>
    private static INamedTypeSymbol Replace(INamedTypeSymbol type, ITypeSymbol from, ITypeSymbol to)
    {
        ITypeSymbol argument = ReferenceEquals(type.TypeArguments[0], from)
            ? to
            : Replace((INamedTypeSymbol)type.TypeArguments[0], from, to);
        return (INamedTypeSymbol)type.OriginalDefinition
            .Construct(ImmutableArray.Create(argument), ImmutableArray.Create(argument.NullableAnnotation))
            .WithNullableAnnotation(type.NullableAnnotation);
    }

    public static bool IsEnvelope(INamedTypeSymbol type, out ResultKind kind)
    {
        kind = type.Name == "AcceptedRun" ? ResultKind.AcceptedRun : ResultKind.Run;
        return type.TypeArguments.Length == 1 && type.Name is "AcceptedRun" or "WorkflowRun" && type.IsRuntimeType(type.Name);
    }
}
