using System.Collections.Generic;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Parsing;

/// <summary>Reads everything except the methods: the interface itself, the types that contain it, and its attribute.</summary>
internal sealed class DeclarationParser(ParseContext context, INamedTypeSymbol type, AttributeData attribute)
{
    public bool CanExtendInterface { get; private set; } = true;

    public bool IsReachable { get; private set; } = true;

    public bool IsPublic { get; private set; } = true;

    public void Check(LanguageVersion languageVersion)
    {
        if (!type.IsPartial(context.CancellationToken))
        {
            context.Report(DeclarationRules.InterfaceNotPartial, type, FindingTarget.Name, type.Name);
            CanExtendInterface = false;
        }

        if (type.TypeParameters.Length > 0)
        {
            context.Report(DeclarationRules.GenericInterface, type, FindingTarget.Name, type.Name, "is generic");
            IsReachable = false;
        }

        CheckContainingTypes();
        CheckAccessibility();
        CheckName(0, "deployment", FindingTarget.FirstArgument);
        CheckName(1, "variant", FindingTarget.SecondArgument);
        CheckJsonContext();

        if (languageVersion < LanguageVersion.CSharp9)
        {
            context.Report(DeclarationRules.LanguageVersion, type, FindingTarget.Name, type.Name, languageVersion.ToDisplayString());
        }
    }

    /// <summary>The types around the interface, outermost first, as partial declarations.</summary>
    public EquatableArray<string> ContainingTypes()
    {
        List<string> declarations = [];
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            string keyword = outer switch
            {
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            declarations.Insert(0, $"partial {keyword} {TypeNames.Declared(outer)}");
        }

        return new EquatableArray<string>(declarations);
    }

    private void CheckContainingTypes()
    {
        bool isGeneric = false;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!outer.IsPartial(context.CancellationToken))
            {
                context.Report(DeclarationRules.ContainingTypeNotPartial, outer, FindingTarget.Name, outer.Name, type.Name);
                CanExtendInterface = false;
            }

            isGeneric |= outer.TypeParameters.Length > 0;
        }

        if (isGeneric)
        {
            context.Report(DeclarationRules.GenericInterface, type, FindingTarget.Name, type.Name, "is nested in a generic type");
            IsReachable = false;
        }
    }

    private void CheckAccessibility()
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                context.Report(DeclarationRules.NotAccessible, type, FindingTarget.Name, type.Name, "file-local");
                CanExtendInterface = false;
                IsReachable = false;
                return;
            }

            IsPublic &= current.DeclaredAccessibility == Accessibility.Public;
            IsReachable &= current.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
                or Accessibility.ProtectedOrInternal;
        }
    }

    private void CheckJsonContext()
    {
        if (attribute.NamedArgument("JsonContext") is not ITypeSymbol json)
        {
            return;
        }

        context.HasWrongJsonContext = context.JsonContext is null;
        if (Symbols.IsMissing(json))
        {
            context.HasMissingTypes = true;
        }
        else if (json is not INamedTypeSymbol named || !JsonContextSymbol.CanBe(named))
        {
            context.ReportAt(DeclarationRules.JsonContextType, type, attribute, FindingTarget.JsonContext, TypeNames.Readable(json));
        }
    }

    private void CheckName(int index, string what, FindingTarget target)
    {
        // The compiler reports a missing or mistyped argument.
        if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[index].Kind == TypedConstantKind.Error)
        {
            context.HasMissingTypes = true;
            return;
        }

        string? name = attribute.StringArgument(index);
        if (NameText.MistakeIn(name) is { } mistake)
        {
            const string Advice = "write it exactly as Fetch Hive's Code Snippet dialog shows it";
            string advice = string.IsNullOrEmpty(name) ? Advice + ", or save the snippet and declare the interface from it" : Advice;
            context.ReportAt(DeclarationRules.BlankName, type, attribute, target, what, mistake, advice);
        }
    }
}
