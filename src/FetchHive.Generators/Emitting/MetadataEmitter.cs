using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes the metadata of one method's request.</summary>
internal sealed class MetadataEmitter(
    SourceWriter output, ContractModel contract, ClientNames names, ValueEmitter values, string request, string writer)
{
    public void Emit(MethodModel method, Identifiers locals)
    {
        // Only a dictionary can contain a duplicate key: all other keys were compared at compile time.
        bool hasDictionary = false;
        foreach (ParameterModel parameter in method.Parameters)
        {
            hasDictionary |= parameter.Role == ParameterRole.Metadata && IsDictionary(contract.InputTypes[parameter.Type]);
        }

        foreach (ParameterModel parameter in method.Parameters)
        {
            if (parameter.Role != ParameterRole.Metadata)
            {
                continue;
            }

            InputType type = contract.InputTypes[parameter.Type];
            if (!IsGroup(type))
            {
                output.Line($"{request}.BeginMetadata();");
                Reserve(hasDictionary, parameter.JsonName, parameter);
                values.Write(
                    writer,
                    parameter.Type,
                    names.PlaceOf(parameter.JsonName),
                    parameter.Name,
                    locals.Unique("metadataValue"));
                continue;
            }

            if (IsWrittenByRuntime(parameter, type, hasDictionary))
            {
                output.Line($"{request}.WriteMetadataMembers<{type.Name}>({parameter.Name}, {names.Writer(parameter.Type)});");
                continue;
            }

            if (!parameter.IsNullable)
            {
                WriteGroup(parameter, type, parameter.Name, hasDictionary, locals);
                continue;
            }

            (string isPresent, string value) = values.Present(parameter);
            using (output.Open($"if ({isPresent})"))
            {
                WriteGroup(parameter, type, value, hasDictionary, locals);
            }
        }
    }

    /// <summary>
    /// Whether the runtime asks for null and opens the metadata. A type whose members may all be left out opens it itself.
    /// </summary>
    private static bool IsWrittenByRuntime(ParameterModel parameter, InputType type, bool hasDictionary) =>
        type is { Kind: InputKind.Object, CanBeEmpty: false } && !hasDictionary && !(type.IsValueType && parameter.IsNullable);

    /// <summary>A type or dictionary with several keys.</summary>
    private void WriteGroup(ParameterModel parameter, InputType type, string value, bool hasDictionary, Identifiers locals)
    {
        string name = Literals.Text(parameter.ClrName);
        if (!IsDictionary(type))
        {
            if (!type.CanBeEmpty)
            {
                output.Line($"{request}.BeginMetadata();");
            }

            if (hasDictionary)
            {
                ReserveProperties(parameter, type, value);
            }

            output.Line($"{names.Writer(parameter.Type)}({(type.CanBeEmpty ? request + ", " : "")}{writer}, {value});");
            return;
        }

        InputType held = ValuesOf(type, out string pairType, out int valueType);
        if (held.Scalar == ScalarKind.MetadataValue)
        {
            output.Line($"{request}.WriteMetadata({value}, {name});");
            return;
        }

        string pair = locals.Unique("pair");
        string walked = type.WalkedAs.Length == 0 ? value : $"({type.WalkedAs}){value}";
        using (output.Open($"foreach ({pairType} {pair} in {walked})"))
        {
            output.Line($"{request}.WriteMetadataKey({pair}.Key, {name});");
            values.Write(writer, valueType, name: null, pair + ".Value", locals.Unique("pairValue"));
        }
    }

    // Reserves the keys of properties that are sent. If a property isn't sent, a dictionary may use its key.
    private void ReserveProperties(ParameterModel parameter, InputType type, string value)
    {
        foreach (InputProperty property in type.Properties)
        {
            string read = property.HiddenIn.Length == 0 ? $"{value}.{property.Name}" : $"(({property.HiddenIn}){value}).{property.Name}";
            if (property.Ignore == IgnoreCondition.Never)
            {
                Reserve(hasDictionary: true, property.JsonName, parameter);
                continue;
            }

            using (output.Open(property.CanBeNull
                ? $"if ({read} is not null)"
                : $"if (!{Known.Generic}EqualityComparer<{property.TypeName}>.Default.Equals({read}, default({property.TypeName})))"))
            {
                Reserve(hasDictionary: true, property.JsonName, parameter);
            }
        }
    }

    private void Reserve(bool hasDictionary, string key, ParameterModel parameter)
    {
        if (hasDictionary)
        {
            output.Line($"{request}.ReserveMetadataKey({Literals.Text(key)}, {Literals.Text(parameter.ClrName)});");
        }
    }

    /// <summary>The value type of a dictionary, or of a sequence of pairs.</summary>
    private InputType ValuesOf(InputType type, out string pairType, out int valueType)
    {
        if (type.Kind == InputKind.Dictionary)
        {
            pairType = $"{Known.Generic}KeyValuePair<{type.KeyName}, {type.ElementName}>";
            valueType = type.Element;
        }
        else
        {
            // The model of a pair is an object with two properties, Key and Value, in that order.
            pairType = type.ElementName;
            valueType = contract.InputTypes[type.Element].Properties[1].Type;
        }

        return contract.InputTypes[valueType];
    }

    private static bool IsDictionary(InputType type) => type.Kind is InputKind.Dictionary or InputKind.Collection;

    public static bool IsGroup(InputType type) => type.Kind == InputKind.Object || IsDictionary(type);
}
