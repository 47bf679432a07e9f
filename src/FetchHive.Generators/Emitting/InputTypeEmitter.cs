using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the methods that write types as JSON: one for each enum, and one for what is inside each object, collection and dictionary. The
/// runtime writes what is around it.
/// </summary>
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
        _values = new ValueEmitter(output, contract, names);
    }

    public void Emit()
    {
        bool[] used = UsedInputTypes.Of(_contract);
        for (int i = 0; i < _contract.InputTypes.Length; i++)
        {
            InputType type = _contract.InputTypes[i];
            if (used[i] && type.Kind != InputKind.Context && !ValueEmitter.IsWrittenByRuntime(_contract, type))
            {
                _output.Line();
                WriteType(i, type);
            }
        }
    }

    private void WriteType(int index, InputType type)
    {
        if (type.Kind == InputKind.Enum)
        {
            EnumEmitter.Emit(_output, type, _names.TextOf(index));
            return;
        }

        string request = type is { IsFlattened: true, CanBeEmpty: true } ? $"{Known.Request} {Request}, " : "";
        using (_output.Open(
            $"private static void {_names.Writer(index)}({request}{Known.RequestWriter} {Writer}, {type.Name} {Value})"))
        {
            switch (type.Kind)
            {
                case InputKind.Collection:
                    WriteItems(type);
                    break;
                case InputKind.Dictionary:
                    WritePairs(type);
                    break;
                default:
                    WriteProperties(type);
                    break;
            }
        }
    }

    private void WriteProperties(InputType type)
    {
        int locals = 0;
        foreach (InputProperty property in type.Properties)
        {
            string name = _names.PlaceOf(property.JsonName);
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

    private void WriteItems(InputType type)
    {
        if (type.Form == CollectionForm.MayBeUnset)
        {
            _output.Line($"{Known.Request}.ThrowIfDefault({Value}, {Literals.Text(TypeNames.WithoutRoots(type.Name))});");
        }

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

    private void WritePairs(InputType type)
    {
        string walked = type.WalkedAs.Length > 0 ? $"({type.WalkedAs}){Value}" : Value;
        using (_output.Open($"foreach ({Known.Generic}KeyValuePair<{type.KeyName}, {type.ElementName}> pair in {walked})"))
        {
            _output.Line($"{Writer}.WriteKey({_values.KeyText(type.Key, "pair.Key")});");
            _values.Write(Writer, type.Element, name: null, "pair.Value", "present");
        }
    }
}
