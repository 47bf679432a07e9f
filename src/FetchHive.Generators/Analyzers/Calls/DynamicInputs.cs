using System.Collections.Generic;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>An input that is added to a <c>JsonObject</c>.</summary>
/// <param name="Name">The input's name; <see langword="null"/> if it isn't constant.</param>
/// <param name="Value">The input's value.</param>
/// <param name="Key">The expression for the name.</param>
internal readonly record struct DynamicInput(string? Name, IOperation Value, IOperation Key);

/// <summary>
/// Finds the inputs of a call that takes them as a <c>JsonObject</c>: those in an object initializer, and those that are added to a local
/// before the call.
/// </summary>
internal static class DynamicInputs
{
    public static List<DynamicInput> Of(IInvocationOperation call)
    {
        List<DynamicInput> inputs = [];
        switch (InputsOf(call))
        {
            case IObjectCreationOperation creation:
                Add(inputs, creation);
                break;
            case ILocalReferenceOperation local when !IsPassedBefore(call, local.Local):
                if (AssignedValues.SingleValueOf(local) is { } value
                    && Operations.WithoutConversions(value) is IObjectCreationOperation held)
                {
                    Add(inputs, held);
                    AddStatements(inputs, call, local.Local);
                }

                break;
        }

        return inputs;
    }

    /// <summary>Whether the list has all inputs of the call: the object is created in the argument, and each name is constant.</summary>
    public static bool AreAll(IInvocationOperation call, List<DynamicInput> inputs)
    {
        if (InputsOf(call) is not IObjectCreationOperation { Initializer: { } initializer } creation
            || initializer.Initializers.Length != inputs.Count || HasArguments(creation))
        {
            return false;
        }

        foreach (DynamicInput input in inputs)
        {
            if (input.Name is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the object is created from another one, whose names aren't known.</summary>
    private static bool HasArguments(IObjectCreationOperation creation)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? InputsOf(IInvocationOperation call) =>
        Operations.ArgumentFor("inputs", call.Arguments) is { } argument ? Operations.WithoutConversions(argument.Value) : null;

    private static void Add(List<DynamicInput> inputs, IObjectCreationOperation creation)
    {
        if (creation.Initializer is null || creation.Type is null || !IsJsonObject(creation.Type))
        {
            return;
        }

        foreach (IOperation entry in creation.Initializer.Initializers)
        {
            Add(inputs, entry);
        }
    }

    private static void Add(List<DynamicInput> inputs, IOperation entry)
    {
        switch (entry)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } keys } } assignment:
                inputs.Add(new DynamicInput(Operations.ConstantTextOf(keys[0].Value), assignment.Value, keys[0].Value));
                break;
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments }:
                inputs.Add(new DynamicInput(Operations.ConstantTextOf(arguments[0].Value), arguments[1].Value, arguments[0].Value));
                break;
        }
    }

    private static void AddStatements(List<DynamicInput> inputs, IInvocationOperation call, ILocalSymbol local)
    {
        foreach (IOperation operation in Operations.RootOf(call).DescendantsAndSelf())
        {
            bool adds = operation switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } => Is(instance, local),
                IInvocationOperation { Instance: { } instance } => Is(instance, local),
                _ => false,
            };
            if (adds && operation.Syntax.Span.End <= call.Syntax.SpanStart)
            {
                Add(inputs, operation);
            }
        }
    }

    /// <summary>Whether an earlier call takes the same object, so that its inputs were reported there.</summary>
    private static bool IsPassedBefore(IInvocationOperation call, ILocalSymbol local)
    {
        foreach (IOperation operation in Operations.RootOf(call).DescendantsAndSelf())
        {
            if (operation is IInvocationOperation other
                && other.Syntax.SpanStart < call.Syntax.SpanStart
                && CallSites.IsDynamicCall(other)
                && InputsOf(other) is { } inputs
                && Is(inputs, local))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(IOperation operation, ILocalSymbol local) =>
        Operations.WithoutConversions(operation) is ILocalReferenceOperation reference
            && SymbolEqualityComparer.Default.Equals(reference.Local, local);

    private static bool IsJsonObject(ITypeSymbol type) => type.Is(KnownTypes.JsonObject);
}
