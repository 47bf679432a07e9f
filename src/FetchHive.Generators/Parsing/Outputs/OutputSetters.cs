using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>How each member of an output is set.</summary>
internal sealed class OutputSetters(ParseContext context, TargetModel target)
{
    /// <param name="type">The type that is made: the member's own, or one derived from that.</param>
    /// <param name="member">The member.</param>
    /// <param name="isBound">Whether a parameter of the constructor takes it.</param>
    /// <param name="setsRequiredMembers">Whether the constructor sets the required members.</param>
    public SetterKind Of(INamedTypeSymbol type, JsonMember member, bool isBound, bool setsRequiredMembers)
    {
        if (isBound)
        {
            return SetterKind.None;
        }

        // An initializer would set the member that hides it.
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

    // An accessor can't be declared for a generic type before .NET 9.
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
