using System;
using System.Collections.Generic;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>Every form of a member with every attribute, in every kind of containing type, with every kind of member type.</summary>
internal static class MemberMatrix
{
    // $a stands for the attributes, $t for the type, $i for an initial value.
    private static readonly (string Name, string Source)[] Forms =
    [
        ("get set", "$a public $t A { get; set; } = $i;"),
        ("get init", "$a public $t A { get; init; } = $i;"),
        ("get", "$a public $t A { get; } = $i;"),
        ("get private set", "$a public $t A { get; private set; } = $i;"),
        ("get internal set", "$a public $t A { get; internal set; } = $i;"),
        ("get private init", "$a public $t A { get; private init; } = $i;"),
        ("private get set", "$a public $t A { private get; set; } = $i;"),
        ("internal get init", "$a public $t A { internal get; init; } = $i;"),
        ("computed", "$a public $t A => $i;"),
        ("set", "private $t _a = $i; $a public $t A { set => _a = value; }"),
        ("required", "$a public required $t A { get; set; }"),
        ("required init", "$a public required $t A { get; init; }"),
        ("field", "$a public $t A = $i;"),
        ("required field", "$a public required $t A;"),
        ("readonly field", "$a public readonly $t A = $i;"),
        ("internal", "$a internal $t A { get; set; } = $i;"),
        ("private", "$a private $t A { get; set; } = $i;"),
        ("private field", "$a private $t A = $i;"),
        ("virtual", "$a public virtual $t A { get; set; } = $i;"),
        ("static", "$a public static $t A { get; set; } = $i;"),
        ("parameter", "public T($t a) { A = a; } $a public $t A { get; }"),
        ("parameter and set", "public T($t a) { A = a; } $a public $t A { get; set; }"),
        ("parameter and required", "public T($t a) { A = a; } $a public required $t A { get; set; }"),
        ("optional parameter", "public T($t a = default!) { A = a; } $a public $t A { get; private set; }"),
    ];

    private static readonly string[] Attributes =
    [
        "", "[JsonIgnore]", "[JsonIgnore(Condition = JsonIgnoreCondition.Never)]",
        "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]",
        "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]", "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]",
        "[JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)]", "[JsonPropertyName(\"other\")]", "[JsonInclude]", "[JsonRequired]",
        "[JsonPropertyOrder(-1)]",
        "[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]",
        "[JsonInclude, JsonRequired]", "[JsonInclude, JsonIgnore]",
        "[JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)]", "[JsonPropertyName(\"z\")]",
    ];

    private static readonly (string Type, string Initial, string Json)[] Types =
    [
        ("int", "5", "7"), ("string", "\"text\"", "\"x\""), ("string?", "null", "null"), ("int?", "5", "7"),
        ("List<int>", "new List<int> { 1 }", "[7]"),
        ("Dictionary<string, int>", "new Dictionary<string, int> { [\"k\"] = 1 }", "{\"l\":7}"),
        ("Tone", "Tone.Warm", "\"Cold\""), ("Inner", "new Inner()", "{\"x\":7}"),
        ("ImmutableArray<int>", "ImmutableArray.Create(1)", "[7]"),
        ("double[]", "new double[] { 1.5 }", "[7.5]"), ("Point?", "new Point()", "{\"x\":7}"),
        ("JsonElement", "JsonDocument.Parse(\"1\").RootElement", "7"),
    ];

    private const string Others = """
        public enum Tone { Cold, Warm }
        public class Inner { public int X { get; set; } = 1; public string? Y { get; set; } = "y"; }
        public struct Point { public Point() { } public int X { get; set; } = 1; }
        """;

    private static readonly (string Name, Func<string, string> Source)[] Holders =
    [
        ("class", member => $"public class T {{ {member} public int Z {{ get; set; }} = 9; }}"),
        ("struct", member => $"public struct T {{ public T() {{ }} {member} public int Z {{ get; set; }} = 9; }}"),
        ("base", member => "public class B { " + member.Replace("public T(", "public B(", StringComparison.Ordinal)
            + " public int Y { get; set; } = 8; } public class T : B { $c public int Z { get; set; } = 9; }"),
        ("record", member => $"public record T {{ {member} public int Z {{ get; set; }} = 9; }}"),
    ];

    /// <summary>Every form with every attribute. The containing types and the member types take turns.</summary>
    public static List<TypeCase> All()
    {
        List<TypeCase> cases = [];
        int turn = 0;
        foreach ((string form, string source) in Forms)
        {
            foreach (string attributes in Attributes)
            {
                turn++;
                for (int holder = 0; holder < Holders.Length; holder++)
                {
                    for (int type = 0; type < Types.Length; type++)
                    {
                        bool isNext = holder == turn % Holders.Length && type == turn * 5 % Types.Length;
                        if (isNext && New(form, source, attributes, Holders[holder], Types[type]) is { } made)
                        {
                            cases.Add(made);
                        }
                    }
                }
            }
        }

        return cases;
    }

    private static bool HoldsNumbers(string type) =>
        type is "int" or "int?" or "List<int>" or "double[]" or "Dictionary<string, int>" or "ImmutableArray<int>";

    private static TypeCase? New(
        string form,
        string source,
        string attributes,
        (string Name, Func<string, string> Source) holder,
        (string Type, string Initial, string Json) type)
    {
        // Not valid C#, or a mistake that System.Text.Json refuses for other reasons.
        bool isNumberAttribute = attributes.Contains("JsonNumberHandling", StringComparison.Ordinal);
        if ((holder.Name == "struct" && form == "virtual")
            || (holder.Name == "base" && form == "private")
            || (isNumberAttribute && !HoldsNumbers(type.Type)))
        {
            return null;
        }

        string member = source
            .Replace("$a", attributes, StringComparison.Ordinal)
            .Replace("$t", type.Type, StringComparison.Ordinal)
            .Replace("$i", type.Initial, StringComparison.Ordinal);
        if (form.Contains("parameter", StringComparison.Ordinal) && holder.Name == "struct")
        {
            member = "[JsonConstructor] " + member;
        }

        string inherited = !form.Contains("parameter", StringComparison.Ordinal) ? ""
            : form == "optional parameter" ? $"public T({type.Type} a = default!) : base(a) {{ }}"
            : $"public T({type.Type} a) : base(a) {{ }}";
        string argument = form.Contains("parameter", StringComparison.Ordinal) ? type.Initial : "";
        string initializer = form.Contains("required", StringComparison.Ordinal) ? $" {{ A = {type.Initial} }}" : "";
        return new TypeCase(
            $"{attributes} {form} {type.Type} in a {holder.Name}",
            holder.Source(member).Replace("$c", inherited, StringComparison.Ordinal) + Others)
        {
            Value = $"new T({argument}){initializer}",
            Documents = ["""{"z":1}""", $$"""{"a":{{type.Json}},"z":1}""", $$"""{"other":{{type.Json}},"z":1}"""],

            // The constructor requires it in any case.
            ReadsMore = form is "parameter" or "optional parameter" && attributes.Contains("JsonRequired", StringComparison.Ordinal),
            Send = attributes is "[JsonInclude]" or "[JsonInclude, JsonRequired]"
                && form is "private get set" or "private" or "private field" ? "FH2013" : null,
            Read = (form == "required field" && !attributes.Contains("JsonInclude", StringComparison.Ordinal))
                || (form == "parameter and required" && attributes is "[JsonIgnore]" or "[JsonInclude, JsonIgnore]") ? "FH4004" : null,
        };
    }
}
