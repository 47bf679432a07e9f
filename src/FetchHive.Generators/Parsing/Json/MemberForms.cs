using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>How the attributes of System.Text.Json affect the way a member or a type is written.</summary>
internal static class MemberForms
{
    /// <summary>
    /// What <c>[JsonNumberHandling]</c> specifies. A member's own attribute takes precedence over its declaring type's. As in
    /// System.Text.Json, a type's attribute applies to numbers and collections of them, but not to collections of collections. A member's
    /// own attribute applies to all numbers; System.Text.Json refuses it on members to which it wouldn't apply.
    /// </summary>
    public static NumberForm NumbersOf(JsonMember member, JsonAttributes declaring)
    {
        bool isOwn = member.Attributes.NumberHandling is not null;
        if (!isOwn && !IsNumber(member.Type) && !IsNumber(Collections.ValueOf(member.Type)))
        {
            return NumberForm.Number;
        }

        JsonAttributes effective = isOwn ? member.Attributes : declaring;
        return (effective.WritesNumbersAsText, effective.AllowsNamedNumbers) switch
        {
            (true, true) => NumberForm.AsTextAllowNamed,
            (true, false) => NumberForm.AsText,
            (false, true) => NumberForm.AllowNamed,
            _ => NumberForm.Number,
        };
    }

    /// <summary>A member of an object that is sent, as an input or as metadata.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="jsonName">The member's JSON name or metadata key.</param>
    /// <param name="index">The index of the member's type; negative if it can't be sent.</param>
    public static InputProperty PropertyOf(JsonMember member, INamedTypeSymbol type, string jsonName, int index) => new()
    {
        Name = TypeNames.Identifier(member.Symbol.Name),
        HiddenIn = HiddenIn(member, type),
        JsonName = jsonName,
        Type = index,
        TypeName = TypeNames.Annotated(member.Type),
        CanBeNull = member.Type.CanHoldNull(),
        Ignore = ConditionOf(member),
    };

    /// <summary>
    /// The type through which an inherited member is accessed if another member of the same name hides it or, in an interface, makes it
    /// ambiguous; otherwise empty.
    /// </summary>
    public static string HiddenIn(JsonMember member, INamedTypeSymbol type)
    {
        INamedTypeSymbol declaring = member.Symbol.ContainingType;
        bool isHidden = false;
        for (INamedTypeSymbol? current = type; current is not null
            && !SymbolEqualityComparer.Default.Equals(current, declaring); current = current.BaseType)
        {
            isHidden |= !current.GetMembers(member.Symbol.Name).IsEmpty;
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol other in type.AllInterfaces)
            {
                isHidden |= !SymbolEqualityComparer.Default.Equals(other, declaring) && !other.GetMembers(member.Symbol.Name).IsEmpty;
            }

            isHidden &= !SymbolEqualityComparer.Default.Equals(type, declaring);
        }

        return isHidden ? TypeNames.Qualified(declaring) : "";
    }

    /// <summary>Why a type with this member needs a serializer to be written or read; <see langword="null"/> if it doesn't.</summary>
    public static string? SerializerReason(JsonMember member)
    {
        if (member.Attributes.IsExtensionData)
        {
            return $"has extension data ('{member.Symbol.Name}')";
        }

        if (member.Attributes.HasConverter && !RepeatsTheDefault(member))
        {
            return $"has a custom converter on '{member.Symbol.Name}'";
        }

        return member.Attributes.Unknown is { } unknown ? $"has [{unknown}] on '{member.Symbol.Name}'" : null;
    }

    /// <summary>Whether a member's converter only says what is so without it: that an enum is a text.</summary>
    private static bool RepeatsTheDefault(JsonMember member)
    {
        ITypeSymbol type = member.Type.UnwrapNullable();
        return type.TypeKind == TypeKind.Enum
            && member.Attributes.ConvertsEnumToText
            && !JsonAttributes.Of(type).ConvertsEnumToNumber;
    }

    /// <summary>Why a type's attributes require a serializer; <see langword="null"/> if they don't.</summary>
    public static string? SerializerReason(JsonAttributes attributes) =>
        attributes.HasConverter ? "has a custom converter"
        : attributes.IsPolymorphic ? "is polymorphic"
        : attributes.Unknown is { } unknown ? $"has [{unknown}]"
        : null;

    /// <summary>Whether the type is a number or a nullable number.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type is not null && Scalars.KindOf(type.UnwrapNullable()).IsNumber();

    /// <summary>
    /// The condition under which a member isn't sent. <c>WhenWritingNull</c> has no effect on a value that can't be null.
    /// </summary>
    private static IgnoreCondition ConditionOf(JsonMember member) =>
        member.Attributes.IgnoreWhenDefault ? IgnoreCondition.WhenDefault
        : member.Attributes.IgnoreWhenNull && member.Type.CanHoldNull() ? IgnoreCondition.WhenNull
        : IgnoreCondition.Never;
}
