using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the statement that writes one value as JSON: as a named property, as an element, or after a name that is already written.
/// </summary>
internal sealed class ValueEmitter(SourceWriter output, ContractModel contract, ClientNames names, string inputsPrefix)
{
    /// <summary>Writes a value that may be null at run time. Null becomes JSON null.</summary>
    /// <param name="writer">The expression for the JSON writer.</param>
    /// <param name="type">Index of the value's type.</param>
    /// <param name="name">The expression for the encoded name; <see langword="null"/> for an element, or if the name is already
    /// written.</param>
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
                output.Line(name is null
                    ? $"{writer}.WriteStringValue({TextOf(type, value)});"
                    : $"{writer}.WriteString({name}, {TextOf(type, value)});");
                return;
            case InputKind.Enum:
                output.Line(name is null
                    ? $"{writer}.WriteNumberValue(({model.Underlying}){value});"
                    : $"{writer}.WriteNumber({name}, ({model.Underlying}){value});");
                return;
            case InputKind.Context:
                WriteName(writer, name);
                output.Line($"{Known.InputWriter}.WriteWithContext({writer}, {value}, {inputsPrefix}{names.Input(type)}TypeInfo);");
                return;
            default:
                WriteName(writer, name);
                output.Line($"{inputsPrefix}Write{names.Input(type)}({writer}, {value});");
                return;
        }
    }

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

            { Scalar: ScalarKind.Single or ScalarKind.Double or ScalarKind.Half } => $"{Known.InputWriter}.KeyOf({value})",
            _ => $"{value}.ToString({Invariant})",
        };
    }

    private string TextOf(int type, string value) => $"{inputsPrefix}TextOf{names.Input(type)}({value})";

    private void WriteName(string writer, string? name)
    {
        if (name is not null)
        {
            output.Line($"{writer}.WritePropertyName({name});");
        }
    }

    private void WriteScalar(string writer, InputType model, string? name, string value, bool asText)
    {
        ScalarKind kind = model.Scalar;
        bool isText = asText || (model.Numbers is NumberForm.AsText or NumberForm.AsTextAllowNamed && kind.IsNumber());
        string? method = kind switch
        {
            ScalarKind.String or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.DateTimeOffset => "WriteString",
            ScalarKind.ByteArray or ScalarKind.MemoryByte or ScalarKind.ReadOnlyMemoryByte => "WriteBase64String",
            ScalarKind.Boolean when !isText => "WriteBoolean",
            >= ScalarKind.SByte and <= ScalarKind.UInt64 or ScalarKind.Single or ScalarKind.Double or ScalarKind.Decimal
                when !isText => "WriteNumber",
            _ => null,
        };

        if (kind.HasNamedValues() && model.Numbers == NumberForm.AllowNamed && !isText)
        {
            WriteName(writer, name);
            output.Line($"{Known.InputWriter}.WriteAllowNamed({writer}, {value});");
        }
        else if (kind == ScalarKind.ByteArray)
        {
            // An array converts to a span, which can't be null. The runtime's method writes a null array as JSON null.
            WriteName(writer, name);
            output.Line($"{Known.InputWriter}.Write({writer}, {value});");
        }
        else if (method is not null)
        {
            string argument = kind.IsBytes() ? value + ".Span" : value;
            output.Line(name is null ? $"{writer}.{method}Value({argument});" : $"{writer}.{method}({name}, {argument});");
        }
        else if (kind == ScalarKind.MetadataValue)
        {
            WriteName(writer, name);
            output.Line($"{value}.WriteTo({writer});");
        }
        else
        {
            WriteName(writer, name);
            string runtimeMethod = !isText || !(kind.IsNumber() || kind == ScalarKind.Boolean) ? "Write"
                : model.Numbers == NumberForm.AsTextAllowNamed && kind.HasNamedValues() ? "WriteAllowNamedAsText"
                : "WriteAsText";

            // A small integer converts implicitly to the types of several overloads.
            string argument = kind is >= ScalarKind.SByte and <= ScalarKind.UInt32 ? "(long)" + value : value;
            output.Line($"{Known.InputWriter}.{runtimeMethod}({writer}, {argument});");
        }
    }
}
