using System.Globalization;
using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>The arguments that describe a member of an output type or a parameter of its constructor.</summary>
internal static class OutputMemberText
{
    /// <summary>The method that describes a property or field, and its arguments.</summary>
    /// <param name="type">The type that is described.</param>
    /// <param name="property">The member.</param>
    /// <param name="given">The parameter that takes the member's value, if the member's entry describes it.</param>
    /// <param name="setter">The expression that sets it; empty for none.</param>
    public static (string Method, string Arguments) Of(OutputType type, OutputProperty property, OutputParameter? given, string setter)
    {
        string name = property.IsHidden ? property.DeclaringType + "." + property.ClrName : property.ClrName;
        StringBuilder text = new(Literals.Text(name));
        text.Append(", ").Append(Literals.Text(property.JsonName));
        int end = text.Length;
        string flags = Flags(type, property, given);
        text.Append(", ").Append(Known.OutputMember).Append('.').Append(flags);
        string method = "Member";
        Add("setter", setter, shortest: "MemberWithSetter");
        Add("declaringType", property.DeclaringType == type.Name ? "" : $"typeof({property.DeclaringType})");
        Add("numberHandling", property.NumberHandling < 0 ? "" : NumberHandling(property.NumberHandling));
        Add("getter", property.IsExtensionData ? $"static target => (({property.DeclaringType})target).{property.Name}" : "");
        Add("nonNullItems", property.NonNullItems == 0 ? "" : Number(property.NonNullItems), shortest: "MemberWithItems");
        Add("defaultValue", given is { HasDefault: true } ? given.DefaultValue : "");
        return method == "Member" && flags is "Argument" or "NonNullArgument"
            ? (flags, text.ToString(0, end))
            : (method, text.ToString());

        // Most members need one optional argument at most. For the two frequent ones the runtime has shorter methods.
        void Add(string argument, string value, string shortest = "MemberInFull")
        {
            if (value.Length > 0)
            {
                method = method == "Member" ? shortest : "MemberInFull";
                text.Append(", ").Append(argument).Append(": ").Append(value);
            }
        }
    }

    /// <summary>The arguments for a parameter of the constructor's call.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string Of(OutputParameter parameter) =>
        $"{Literals.Text(parameter.ClrName)}, {Known.OutputMember}.{Flags(parameter)}"
            + (parameter.HasDefault ? ", defaultValue: " + parameter.DefaultValue : "");

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string NumberHandling(int value) => $"({Known.Serialization}JsonNumberHandling){value}";

    private static string Flags(OutputType type, OutputProperty property, OutputParameter? given)
    {
        FlagText flags = new();
        flags.Add(property.IsField, "Field");
        flags.Add(property.IsRequired || OutputConstruction.Needs(type, property), "Required");
        flags.Add(property.RefusesNull, "NotNull");
        flags.Add(property.IsExtensionData, "ExtensionData");
        flags.Add(property.IsIgnored, "Ignored");
        if (given is not null)
        {
            flags.Add(true, "Constructed");
            Add(flags, given);
        }

        return flags.ToString();
    }

    private static string Flags(OutputParameter parameter)
    {
        FlagText flags = new();
        Add(flags, parameter);
        return flags.ToString();
    }

    private static void Add(FlagText flags, OutputParameter parameter)
    {
        flags.Add(parameter.IsInitializer, "Initializer");
        flags.Add(parameter.AcceptsNull, "TakesNull");
        flags.Add(parameter.HasDefault, "HasDefault");
    }

    /// <summary>Names of the enum <c>OutputMember</c>.</summary>
    private sealed class FlagText
    {
        private const string Separator = $" | {Known.OutputMember}.";

        private readonly StringBuilder _text = new();

        public void Add(bool condition, string flag)
        {
            if (condition)
            {
                _text.Append(_text.Length == 0 ? "" : Separator).Append(flag);
            }
        }

        // Each `|` takes the compiler time, so the two frequent combinations have a name.
        public override string ToString() => _text.ToString() switch
        {
            "" => "None",
            $"Required{Separator}Constructed" => "Argument",
            $"Required{Separator}NotNull{Separator}Constructed" => "NonNullArgument",
            string flags => flags,
        };
    }
}
