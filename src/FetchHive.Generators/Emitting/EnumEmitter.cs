using System.Globalization;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes the method that converts an enum value to its JSON text.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, InputType type, string name)
    {
        string readable = Literals.Text(TypeNames.WithoutRoots(type.Name));
        (string method, string number) = type.Underlying == "ulong" ? ("UndefinedUnsignedEnum", "ulong") : ("UndefinedEnum", "long");
        string undefined = $"throw {Known.InputWriter}.{method}({readable}, ({number})value);";

        using (writer.Open($"private static string {name}({type.Name} value)"))
        {
            using (writer.Open("switch (value)"))
            {
                foreach (EnumMember member in type.Members)
                {
                    writer.Line($"case {type.Name}.{member.Name}:");
                    using (writer.Continue())
                    {
                        writer.Line($"return {Literals.Text(member.Text)};");
                    }
                }

                if (!type.IsFlags)
                {
                    writer.Line("default:");
                    using (writer.Continue())
                    {
                        writer.Line(undefined);
                    }
                }
            }

            if (type.IsFlags)
            {
                WriteCombination(writer, type, undefined);
            }
        }
    }

    /// <summary>The text of a combination of flags joins the texts of its flags. Flags that contain others come first.</summary>
    private static void WriteCombination(SourceWriter writer, InputType type, string undefined)
    {
        writer.Line();
        writer.Line("ulong left = unchecked((ulong)value);");
        writer.Line("string text = \"\";");
        foreach (EnumMember member in type.Members)
        {
            if (member.Value == 0)
            {
                continue;
            }

            string bits = member.Value.ToString(CultureInfo.InvariantCulture) + "UL";
            using (writer.Open($"if ((left & {bits}) == {bits})"))
            {
                writer.Line($"left &= ~{bits};");
                string part = Literals.Text(member.Text);
                string next = Literals.Text(", " + member.Text);
                writer.Line($"text = text.Length == 0 ? {part} : text + {next};");
            }
        }

        writer.Line();
        using (writer.Open("if (left == 0UL && text.Length > 0)"))
        {
            writer.Line("return text;");
        }

        writer.Line();
        writer.Line(undefined);
    }
}
