using System.Collections.Generic;
using System.Globalization;

using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// The names inside one implementation, and the places of the JSON names in its requests. No name may equal a parameter's, because the
/// parameter would hide it. The locals of methods begin with a small letter and have fixed names, so that they hide none.
/// </summary>
internal sealed class ClientNames
{
    /// <summary>The method of each tool's class that writes the output.</summary>
    public const string WriteOutput = nameof(WriteOutput);

    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<(string Prefix, int Type), string> _inputMembers = [];
    private readonly Dictionary<(int Type, bool AcceptsNull, int NonNullItems), string> _readers = [];
    private readonly Identifiers _names = new();
    private readonly ContractModel _contract;

    public ClientNames(ContractModel contract)
    {
        _contract = contract;
        _names.Take(contract.ImplementationName);
        _names.Take(WriteOutput);
        foreach (MethodModel method in contract.Methods)
        {
            if (method.CallbackContract is { } callback)
            {
                _names.Take(callback);
            }

            if (method.Tool is { } tool)
            {
                _names.Take(tool.ClassName);
            }

            foreach (ParameterModel parameter in method.Parameters)
            {
                _names.Take(parameter.Name);
            }
        }

        Deployment = _names.Unique("Deployment");
        Contexts = _names.Unique("Contexts");
        Outputs = _names.Unique("Outputs");
        DescribeOutputs = _names.Unique("DescribeOutputs");
        ConstructOutput = _names.Unique("ConstructOutput");
        Client = _names.Unique("_client");
    }

    public string Deployment { get; }

    /// <summary>The class with what comes from the user's own context.</summary>
    public string Contexts { get; }

    public string Outputs { get; }

    public string DescribeOutputs { get; }

    public string ConstructOutput { get; }

    public string Client { get; }

    /// <summary>The JSON names in the requests that are used so far, in the order of their places.</summary>
    public List<string> JsonNames { get; } = [];

    /// <summary>The method that writes what is inside an object or a collection.</summary>
    public string Writer(int type) => InputMember("Write", type);

    /// <summary>The method that converts an enum value to its text.</summary>
    public string TextOf(int type) => InputMember("TextOf", type);

    /// <summary>The field with the metadata of a type that the user's own context writes.</summary>
    public string TypeInfoOf(int type) => InputMember("TypeInfoOf", type);

    /// <summary>The field with a reader.</summary>
    public string Reader(ReaderModel reader)
    {
        (int Type, bool AcceptsNull, int NonNullItems) key = (reader.Type, reader.AcceptsNull, reader.NonNullItems);
        if (!_readers.TryGetValue(key, out string? name))
        {
            name = _names.Unique(_contract.OutputTypes[reader.Type].ShortName + (reader.AcceptsNull ? "OrNullReader" : "Reader"));
            _readers.Add(key, name);
        }

        return name;
    }

    /// <summary>A new name for a method that sets a member of an output type.</summary>
    public string NewSetter(OutputType type, OutputProperty property) => _names.Unique($"Set{type.ShortName}_{property.ClrName}");

    /// <summary>The place of a JSON name in the requests.</summary>
    public string PlaceOf(string jsonName)
    {
        if (!_places.TryGetValue(jsonName, out int place))
        {
            place = JsonNames.Count;
            _places.Add(jsonName, place);
            JsonNames.Add(jsonName);
        }

        return place.ToString(CultureInfo.InvariantCulture);
    }

    private string InputMember(string prefix, int type)
    {
        if (!_inputMembers.TryGetValue((prefix, type), out string? name))
        {
            name = _names.Unique(prefix + _contract.InputTypes[type].ShortName);
            _inputMembers.Add((prefix, type), name);
        }

        return name;
    }
}
