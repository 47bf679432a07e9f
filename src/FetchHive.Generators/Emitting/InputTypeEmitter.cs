using System;

using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>Writes the methods that write types as JSON: one for each object, collection, dictionary and enum.</summary>
internal sealed class InputTypeEmitter
{
    private const string Request = "request";
    private const string Writer = "writer";
    private const string Value = "value";

    private readonly SourceWriter _output;
    private readonly ContractModel _contract;
    private readonly ClientNames _names;
    private readonly ValueEmitter _values;

    public InputTypeEmitter(SourceWriter output, ContractModel contract, ClientNames names)
    {
        _output = output;
        _contract = contract;
        _names = names;
        _values = new ValueEmitter(output, contract, names, inputsPrefix: "");
    }

    public void Emit()
    {
        bool[] used = UsedInputTypes.Of(_contract);
        if (Array.IndexOf(used, true) < 0)
        {
            return;
        }

        _output.Line();
        using (_output.Open($"private static class {_names.Inputs}"))
        {
            WriteContextFields(used);
            bool isFirst = true;
            for (int i = 0; i < _contract.InputTypes.Length; i++)
            {
                InputType type = _contract.InputTypes[i];
                if (!used[i] || type.Kind == InputKind.Context || ValueEmitter.IsWrittenByRuntime(_contract, type))
                {
                    continue;
                }

                if (!isFirst)
                {
                    _output.Line();
                }

                isFirst = false;
                WriteType(i, type);
            }
        }
    }

    private void WriteContextFields(bool[] used)
    {
        bool hasOptions = false;
        for (int i = 0; i < _contract.InputTypes.Length; i++)
        {
            InputType type = _contract.InputTypes[i];
            if (!used[i] || type.Kind != InputKind.Context)
            {
                continue;
            }

            if (!hasOptions)
            {
                _output.Line(OutputEmitter.ContextOptions(_contract, "private", "Options"));
                hasOptions = true;
            }

            string info = $"{Known.Metadata}JsonTypeInfo<{type.Name}>";
            _output.Line(
                $"internal static readonly {info} {_names.Input(i)}TypeInfo = {Known.OutputJson}.GetTypeInfo<{type.Name}>(Options);");
        }
    }

    private void WriteType(int index, InputType type)
    {
        string name = _names.Input(index);
        switch (type.Kind)
        {
            case InputKind.Enum:
                EnumEmitter.Emit(_output, type, name);
                break;
            case InputKind.Collection:
                WriteCollection(type, name);
                break;
            case InputKind.Dictionary:
                WriteDictionary(type, name);
                break;
            case InputKind.Object when type.IsFlattened:
                string request = type.CanBeEmpty ? $"{Known.Request} {Request}, " : "";
                using (_output.Open($"internal static void Write{name}({request}{Known.RequestWriter} {Writer}, {type.Name} {Value})"))
                {
                    WriteProperties(type);
                }

                break;
            case InputKind.Object:
                WriteObject(type, name);
                break;
        }
    }

    private SourceWriter.Block OpenMethod(InputType type, string name)
    {
        string parameter = type.IsValueType ? type.Name : type.Name + "?";
        SourceWriter.Block method = _output.Open($"internal static void Write{name}({Known.RequestWriter} {Writer}, {parameter} {Value})");
        if (!type.IsValueType)
        {
            using (_output.Open($"if ({Value} is null)"))
            {
                _output.Line($"{Writer}.WriteNullValue();");
                _output.Line("return;");
            }

            _output.Line();
        }

        if (type.IsRecursive)
        {
            _output.Line($"{Known.InputWriter}.EnsureDepth({Writer}, {Literals.Text(Readable(type.Name))});");
        }

        return method;
    }

    private void WriteObject(InputType type, string name)
    {
        using (OpenMethod(type, name))
        {
            _output.Line($"{Writer}.WriteStartObject();");
            WriteProperties(type);
            _output.Line($"{Writer}.WriteEndObject();");
        }
    }

    private void WriteProperties(InputType type)
    {
        int locals = 0;
        foreach (InputProperty property in type.Properties)
        {
            string name = _names.Encoded(property.JsonName);
            string value = property.HiddenIn.Length == 0 ? $"{Value}.{property.Name}" : $"(({property.HiddenIn}){Value}).{property.Name}";
            string local = $"value{++locals}";
            bool skipsNull = property.CanBeNull && property.Ignore != IgnoreCondition.Never;
            if (skipsNull)
            {
                using (_output.Open($"if ({value} is {{ }} {local})"))
                {
                    BeginMetadata(type);
                    _values.WriteNonNullable(Writer, property.Type, name, local, asText: false);
                }
            }
            else if (property.Ignore == IgnoreCondition.WhenDefault)
            {
                _output.Line($"{property.TypeName} {local} = {value};");
                using (_output.Open(
                    $"if (!{Known.Generic}EqualityComparer<{property.TypeName}>.Default.Equals({local}, default({property.TypeName})))"))
                {
                    BeginMetadata(type);
                    _values.WriteNonNullable(Writer, property.Type, name, local, asText: false);
                }
            }
            else
            {
                _values.Write(Writer, property.Type, name, value, local);
            }
        }
    }

    /// <summary>Metadata that may turn out empty is opened by its first value, so that no empty object is sent.</summary>
    private void BeginMetadata(InputType type)
    {
        if (type is { IsFlattened: true, CanBeEmpty: true })
        {
            _output.Line($"{Request}.BeginMetadata();");
        }
    }

    private void WriteCollection(InputType type, string name)
    {
        using (OpenMethod(type, name))
        {
            if (type.Form == CollectionForm.MayBeUnset)
            {
                _output.Line($"{Known.Request}.ThrowIfDefault({Value}, {Literals.Text(Readable(type.Name))});");
            }

            _output.Line($"{Writer}.WriteStartArray();");
            WriteItems(type);
            _output.Line($"{Writer}.WriteEndArray();");
        }
    }

    private void WriteItems(InputType type)
    {
        if (type.Form is CollectionForm.ReadOnlyList or CollectionForm.List)
        {
            using (_output.Open($"for (int i = 0; i < {Value}.Count; i++)"))
            {
                _values.Write(Writer, type.Element, name: null, $"{Value}[i]", "item");
            }

            return;
        }

        string walked = type.Form == CollectionForm.Memory ? $"{Value}.Span"
            : type.WalkedAs.Length > 0 ? $"({type.WalkedAs}){Value}"
            : Value;
        using (_output.Open($"foreach ({type.ElementName} item in {walked})"))
        {
            _values.Write(Writer, type.Element, name: null, "item", "present");
        }
    }

    private void WriteDictionary(InputType type, string name)
    {
        using (OpenMethod(type, name))
        {
            string walked = type.WalkedAs.Length > 0 ? $"({type.WalkedAs}){Value}" : Value;
            _output.Line($"{Writer}.WriteStartObject();");
            using (_output.Open($"foreach ({Known.Generic}KeyValuePair<{type.KeyName}, {type.ElementName}> pair in {walked})"))
            {
                _output.Line($"{Writer}.WriteKey({_values.KeyText(type.Key, "pair.Key")});");
                _values.Write(Writer, type.Element, name: null, "pair.Value", "present");
            }

            _output.Line($"{Writer}.WriteEndObject();");
        }
    }

    private static string Readable(string name) => TypeNames.WithoutRoots(name);
}
