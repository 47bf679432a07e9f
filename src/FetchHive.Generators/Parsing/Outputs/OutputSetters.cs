using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Determines how each member of an output type is set.</summary>
internal sealed class OutputSetters(ParseContext context, TargetModel target)
{
    /// <param name="type">The type that is created: the one that declares the member, or a type derived from it.</param>
    /// <param name="member">The member.</param>
    /// <param name="isBound">Whether a parameter of the constructor takes the member's value.</param>
    /// <param name="setsRequiredMembers">Whether the constructor sets the required members.</param>
    public SetterKind Of(INamedTypeSymbol type, JsonMember member, bool isBound, bool setsRequiredMembers)
    {
        if (isBound)
        {
            return SetterKind.None;
        }

        // An object initializer would set the member that hides this one.
        bool isHidden = MemberForms.HiddenIn(member, type).Length > 0;
        bool isRequired = RequiredMembers.IsRequired(member.Symbol) && !setsRequiredMembers && !isHidden;
        if (member.Symbol is IFieldSymbol field)
        {
            return field.IsReadOnly || field.IsConst ? SetterKind.None
                : !context.CanUse(field) ? ByAccessor(member, SetterKind.FieldAccessor)
                : isRequired ? SetterKind.Initializer
                : SetterKind.Assign;
        }

        if (member.Symbol is not IPropertySymbol { SetMethod: { } setter }
            || (setter.DeclaredAccessibility != Accessibility.Public && !member.Attributes.IsIncluded))
        {
            return SetterKind.None;
        }

        if (!context.CanUse(setter))
        {
            return ByAccessor(member, SetterKind.Accessor);
        }

        return isRequired ? SetterKind.Initializer
            : !setter.IsInitOnly ? SetterKind.Assign
            : CanHaveAccessor(member) ? SetterKind.Accessor
            : isHidden ? SetterKind.Inaccessible
            : SetterKind.Initializer;
    }

    private SetterKind ByAccessor(JsonMember member, SetterKind kind) =>
        CanHaveAccessor(member) && context.CanUse(member.Type) ? kind : SetterKind.Inaccessible;

    // Before .NET 9, an accessor can't be declared for a generic type.
    private bool CanHaveAccessor(JsonMember member) => target.UnsafeAccessor && !IsGeneric(member.Symbol.ContainingType);

    private static bool IsGeneric(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
            {
                return true;
            }
        }

        return false;
    }
}
