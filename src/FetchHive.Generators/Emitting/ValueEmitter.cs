using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the statement that writes one value as JSON: as a named property, as an element, or after a name that is already written.
/// </summary>
internal sealed class ValueEmitter(SourceWriter output, ContractModel contract, ClientNames names)
{
    /// <summary>Writes a value that may be null at run time. Null becomes JSON null.</summary>
    /// <param name="writer">The expression for the JSON writer.</param>
    /// <param name="type">Index of the value's type.</param>
    /// <param name="name">The place of the name; <see langword="null"/> for an element, or if the name is already written.</param>
    /// <param name="value">The expression for the value, evaluated once.</param>
    /// <param name="local">A name for a local that isn't used in the scope of the statements.</param>
    /// <param name="asText">Whether numbers, booleans and enums are written as text.</param>
    public void Write(string writer, int type, string? name, string value, string local, bool asText = false)
    {
        InputType model = contract.InputTypes[type];
        if (model.Kind != InputKind.Nullable)
        {
            WriteNonNullable(writer, type, name, value, asText);
            return;
        }

        using (output.Open($"if ({value} is {{ }} {local})"))
        {
            WriteNonNullable(writer, model.Element, name, local, asText);
        }

        using (output.Open("else"))
        {
            output.Line(name is null ? $"{writer}.WriteNullValue();" : $"{writer}.WriteNull({name});");
        }
    }

    /// <summary>Writes the value of a nullable struct that is known not to be null, as its underlying type.</summary>
    public void WriteNonNullable(string writer, int type, string? name, string value, bool asText)
    {
        InputType model = contract.InputTypes[type];
        switch (model.Kind)
        {
            case InputKind.Nullable:
                WriteNonNullable(writer, model.Element, name, value, asText);
                return;
            case InputKind.Scalar:
                WriteScalar(writer, model, name, value, asText);
                return;
            case InputKind.Enum when asText || model.Numbers == NumberForm.AsText:
                output.Line(Call(writer, "WriteString", name, TextOf(type, value)));
                return;
            case InputKind.Enum:
                string number = model.Underlying == "ulong" ? nameof(ScalarKind.UInt64) : nameof(ScalarKind.Int64);
                output.Line(Call(writer, "Write" + number, name, $"({model.Underlying}){value}"));
                return;
            case InputKind.Context:
                string info = $"{names.Contexts}.{names.TypeInfoOf(type)}";
                output.Line($"{Known.InputWriter}.WriteWithContext({After(writer, name)}, {value}, {info});");
                return;
            case InputKind.Collection when IsWrittenByRuntime(contract, model):
                string item = contract.InputTypes[model.Element].Name;
                output.Line(Call(writer, "WriteObjects", name, value, item, names.Writer(model.Element)));
                return;
            default:
                string method = model.Kind == InputKind.Collection ? "WriteArray" : "WriteObject";
                output.Line(Call(writer, method, name, value, model.Name, names.Writer(type)));
                return;
        }
    }

    /// <summary>
    /// The condition that a nullable parameter isn't null, and its value then. A pattern would take the compiler more time.
    /// </summary>
    public (string Condition, string Value) Present(ParameterModel parameter) =>
        contract.InputTypes[parameter.Type] is { Kind: InputKind.Nullable } or { IsValueType: true }
            ? ($"{parameter.Name}.HasValue", $"{parameter.Name}.Value")
            : ($"{parameter.Name} is not null", parameter.Name);

    /// <summary>
    /// Whether the runtime goes through the collection and the generated code has no method for it: a list of objects. The compiler takes
    /// less time for that than for a loop.
    /// </summary>
    public static bool IsWrittenByRuntime(ContractModel contract, InputType type) =>
        type is { Kind: InputKind.Collection, Form: CollectionForm.ReadOnlyList or CollectionForm.Array }
        && contract.InputTypes[type.Element].Kind is InputKind.Object or InputKind.Dictionary;

    /// <summary>The expression that converts a dictionary key to a string.</summary>
    public string KeyText(int type, string value)
    {
        InputType model = contract.InputTypes[type];
        const string Invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        return model switch
        {
            { Kind: InputKind.Enum } => TextOf(type, value),
            { Scalar: ScalarKind.String } => value,
            { Scalar: ScalarKind.Guid } => $"{value}.ToString()",
            { Scalar: ScalarKind.Single or ScalarKind.Double or ScalarKind.Half } => $"{Known.InputWriter}.KeyOf{model.Scalar}({value})",
            _ => $"{value}.ToString({Invariant})",
        };
    }

    private string TextOf(int type, string value) => $"{names.TextOf(type)}({value})";

    /// <summary>The call of a method that has a form with a name and one without, <c>…Value</c>.</summary>
    private static string Call(string writer, string method, string? name, string value) => name is null
        ? $"{writer}.{method}Value({value});"
        : $"{writer}.{method}({name}, {value});";

    /// <summary>The same for a generic method, which is also told what writes the inside of the value.</summary>
    private static string Call(string writer, string method, string? name, string value, string type, string inside) => name is null
        ? $"{writer}.{method}Value<{type}>({value}, {inside});"
        : $"{writer}.{method}<{type}>({name}, {value}, {inside});";

    /// <summary>The writer, after it has written the name.</summary>
    private static string After(string writer, string? name) => name is null ? writer : $"{writer}.WritePropertyName({name})";

    private void WriteScalar(string writer, InputType model, string? name, string value, bool asText)
    {
        ScalarKind kind = model.Scalar;
        string form = FormOf(model, asText);
        output.Line(kind == ScalarKind.MetadataValue ? $"{value}.WriteTo({After(writer, name)});"
            : kind is ScalarKind.MemoryByte or ScalarKind.ReadOnlyMemoryByte
                ? Call(writer, "WriteBase64String", name, value + ".Span")
            : form.Length == 0 && IsOfWriter(kind) ? Call(writer, "Write" + NameOf(kind), name, value)
            : $"{Known.InputWriter}.Write{NameOf(kind)}{form}({After(writer, name)}, {value});");
    }

    /// <summary>How the names of the runtime's methods end for a number or a boolean that isn't written as JSON's own.</summary>
    private static string FormOf(InputType model, bool asText)
    {
        ScalarKind kind = model.Scalar;
        bool isText = asText || model.Numbers is NumberForm.AsText or NumberForm.AsTextAllowNamed;
        return !kind.IsNumber() ? asText && kind == ScalarKind.Boolean ? "AsText" : ""
            : kind.HasNamedValues() && isText && model.Numbers == NumberForm.AsTextAllowNamed ? "AllowNamedAsText"
            : kind.HasNamedValues() && !isText && model.Numbers == NumberForm.AllowNamed ? "AllowNamed"
            : isText ? "AsText" : "";
    }

    /// <summary>Whether the writer itself has methods for the type, with and without a name.</summary>
    private static bool IsOfWriter(ScalarKind kind) => kind
        is ScalarKind.String or ScalarKind.Boolean
        or (>= ScalarKind.SByte and <= ScalarKind.UInt64) or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal
        or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.Uri;

    /// <summary>The type in the names of the runtime's methods. Types that convert to another without loss have no methods.</summary>
    private static string NameOf(ScalarKind kind) => kind switch
    {
        >= ScalarKind.SByte and <= ScalarKind.UInt32 => nameof(ScalarKind.Int64),
        ScalarKind.JsonObject or ScalarKind.JsonArray or ScalarKind.JsonValue => nameof(ScalarKind.JsonNode),
        _ => kind.ToString(),
    };
}
