using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Warns about attributes of other serializers that seem to hide or name a member, because they have no effect here. If the member also has
/// an attribute of System.Text.Json, there is no warning, because its author has decided.
/// </summary>
internal static class OtherSerializers
{
    /// <summary>Checks a member at the current place.</summary>
    /// <param name="member">A property or field that is sent, or read.</param>
    /// <param name="attributes">The member's attributes of System.Text.Json.</param>
    /// <param name="jsonName">The member's JSON name.</param>
    /// <param name="verb">What happens to the member: sent or read.</param>
    /// <param name="context">The parser's current place and findings.</param>
    public static void Check(ISymbol member, JsonAttributes attributes, string jsonName, string verb, ParseContext context)
    {
        if (attributes.PropertyName is not null)
        {
            return;
        }

        if (OtherAttributes.HidingIn(member) is { } hiding)
        {
            context.Report(
                InputRules.OtherSerializer, context.Path, OtherAttributes.Text(hiding), verb + " anyway", "add [JsonIgnore]");
        }
        else if (OtherAttributes.NameIn(member, out INamedTypeSymbol? naming) is { } name && name != jsonName)
        {
            context.Report(
                InputRules.OtherSerializer,
                context.Path, $"{OtherAttributes.Text(naming!)} '{name}'", $"{verb} as '{jsonName}'",
                $"add [JsonPropertyName(\"{name}\")]");
        }
    }

    /// <summary>Checks an enum at the current place. The warning names one of its members.</summary>
    public static void CheckEnum(ITypeSymbol type, string verb, ParseContext context)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            string? name = null;
            foreach (AttributeData attribute in member.GetAttributes())
            {
                if (attribute.AttributeClass is { } other && other.Is(KnownTypes.EnumMemberAttribute))
                {
                    name = attribute.NamedArgument("Value") as string;
                }
            }

            if (name is { Length: > 0 } && name != member.Name && !member.Has(KnownTypes.JsonStringEnumMemberNameAttribute))
            {
                context.Report(
                    InputRules.OtherSerializer,
                    $"{type.Name}.{member.Name}", $"[EnumMember] '{name}'", $"{verb} as '{member.Name}'",
                    $"add [JsonStringEnumMemberName(\"{name}\")]");
                return;
            }
        }
    }
}
