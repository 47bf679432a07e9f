using System.Collections.Generic;

using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Use;

/// <summary>
/// FH6015: an object of a derived type, or a collection of such objects, is passed to an input. The properties of the derived type aren't
/// sent.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DerivedInputAnalyzer : CallAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DerivedInputAnalyzer()
        : base(UseRules.DerivedInput)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context) =>
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!CallSites.IsDeploymentCall(call) || TestCode.IsIn(context))
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && ParameterRoles.FirstRoleOf(parameter) == ParameterRole.Input)
            {
                Judge(context, call, argument.Value, parameter.Type);
            }
        }
    }

    private void Judge(OperationAnalysisContext context, IInvocationOperation call, IOperation passed, ITypeSymbol declared)
    {
        IOperation value = Calls.Operations.WithoutConversions(passed);
        if (value.Type is { } type && Lost(type, declared) is { } lost)
        {
            Report(context, call, value, type, declared, lost);
            return;
        }

        if (ElementOf(declared) is not { } element)
        {
            return;
        }

        if (value.Type is { } sequence && ElementOf(sequence) is { } held && Lost(held, element) is { } members)
        {
            Report(context, call, value, held, element, members);
            return;
        }

        foreach (IOperation item in Elements(value))
        {
            Judge(context, call, item, element);
        }
    }

    private void Report(
        OperationAnalysisContext context, IInvocationOperation call, IOperation value, ITypeSymbol type, ITypeSymbol declared, string lost)
    {
        if (!IsSentBeside(call, lost))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor,
                value.Syntax.GetLocation(),
                type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                declared
                    .WithNullableAnnotation(NullableAnnotation.NotAnnotated)
                    .ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                $"'{lost}'"));
        }
    }

    /// <summary>Whether the call passes the member separately. Then its author knows that the object is sent without the member.</summary>
    private static bool IsSentBeside(IInvocationOperation call, string member)
    {
        foreach (IOperation operation in call.Descendants())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: { } name } && name == member)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first property that a derived class adds; <see langword="null"/> if it adds none, or both types are the same.</summary>
    private static string? Lost(ITypeSymbol type, ITypeSymbol declared)
    {
        if (declared.TypeKind != TypeKind.Class
            || declared.SpecialType == SpecialType.System_Object
            || IsPolymorphic(declared)
            || !DerivesFrom(type, declared))
        {
            return null;
        }

        for (ITypeSymbol? current = type; current is not null && !IsSame(current, declared); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol
                    {
                        IsStatic: false, IsOverride: false, IsIndexer: false, IsImplicitlyDeclared: false,
                        DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public,
                    } property
                    && !IsIgnored(property)
                    && !HasMember(declared, property.Name))
                {
                    return property.Name;
                }
            }
        }

        return null;
    }

    private static bool DerivesFrom(ITypeSymbol type, ITypeSymbol from)
    {
        for (ITypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (IsSame(current, from))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMember(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPolymorphic(ITypeSymbol type) =>
        type.Has(KnownTypes.JsonDerivedTypeAttribute)
        || type.Has(KnownTypes.JsonPolymorphicAttribute)
        || type.Has(KnownTypes.JsonConverterAttribute);

    private static bool IsIgnored(IPropertySymbol property) => property.Has(KnownTypes.JsonIgnoreAttribute);

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? array.ElementType
        : type.SpecialType == SpecialType.System_String ? null
        : type.FindInterface("IEnumerable")?.TypeArguments[0];

    /// <summary>The elements of a collection that is created in the expression.</summary>
    private static IEnumerable<IOperation> Elements(IOperation value)
    {
        switch (value)
        {
            case IArrayCreationOperation { Initializer: { } elements }:
                return elements.ElementValues;
            case IObjectCreationOperation { Initializer: { } initializer }:
                List<IOperation> added = [];
                foreach (IOperation item in initializer.Initializers)
                {
                    if (item is IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 1 } arguments })
                    {
                        added.Add(arguments[0].Value);
                    }
                }

                return added;

            // The compiler version that we reference has no operation for collection expressions. Newer versions do.
            case { Syntax: CollectionExpressionSyntax }:
                return value.ChildOperations;
            default:
                return [];
        }
    }

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
