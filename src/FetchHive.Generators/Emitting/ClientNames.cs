using System.Collections.Generic;
using System.Globalization;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// The names inside one implementation: those of its helpers and of the array of encoded JSON names. None may equal a parameter's name,
/// because the parameter would hide it.
/// </summary>
internal sealed class ClientNames
{
    private readonly Dictionary<string, int> _encoded = [];
    private readonly string[] _inputMethods;
    private readonly string[] _outputMethods;
    private readonly Dictionary<(int Type, bool AcceptsNull, int NonNullItems), string> _readers = [];
    private readonly Identifiers _readerNames = new();

    public ClientNames(ContractModel contract)
    {
        Identifiers names = new();
        foreach (MethodModel method in contract.Methods)
        {
            if (method.CallbackContract is { } callback)
            {
                names.Take(callback);
            }

            foreach (ParameterModel parameter in method.Parameters)
            {
                names.Take(parameter.Name);
            }
        }

        Deployment = names.Unique("Deployment");
        Names = names.Unique("Names");
        Inputs = names.Unique("Inputs");
        Outputs = names.Unique("Outputs");
        Client = names.Unique("_client");

        Identifiers inputs = new();
        _inputMethods = new string[contract.InputTypes.Length];
        for (int i = 0; i < _inputMethods.Length; i++)
        {
            _inputMethods[i] = inputs.Unique(contract.InputTypes[i].ShortName);
        }

        Identifiers outputs = new();
        _outputMethods = new string[contract.OutputTypes.Length];
        for (int i = 0; i < _outputMethods.Length; i++)
        {
            _outputMethods[i] = UniqueField(outputs, contract.OutputTypes[i].ShortName);
        }
    }

    /// <summary>A valid identifier. It and its <c>OrNull</c> form are both unused. A type may be called <c>@string</c>.</summary>
    private static string UniqueField(Identifiers names, string name)
    {
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None)
        {
            name = Identifiers.Pascal(name);
        }

        string unique = names.Unique(name);
        while (!names.TryTake(unique + "OrNull"))
        {
            unique = names.Unique(name);
        }

        return unique;
    }

    public string Deployment { get; }

    public string Names { get; }

    public string Inputs { get; }

    public string Outputs { get; }

    public string Client { get; }

    /// <summary>The JSON names that are used so far, in the order of <see cref="Names"/>.</summary>
    public List<string> JsonNames { get; } = [];

    /// <summary>The base name for helper methods of an input type.</summary>
    public string Input(int type) => _inputMethods[type];

    /// <summary>The base name for helper methods of an output type.</summary>
    public string Output(int type) => _outputMethods[type];

    /// <summary>
    /// The name of the property that returns a reader. Its prefix "Of" prevents collisions with other names in its class.
    /// </summary>
    public string OutputReader(ReaderModel reader)
    {
        (int Type, bool AcceptsNull, int NonNullItems) key = (reader.Type, reader.AcceptsNull, reader.NonNullItems);
        if (!_readers.TryGetValue(key, out string? name))
        {
            name = _readerNames.Unique("Of" + Output(reader.Type) + (reader.AcceptsNull ? "OrNull" : ""));
            _readers.Add(key, name);
        }

        return name;
    }

    /// <summary>The expression for the encoded JSON name: <c>Names[3]</c>.</summary>
    public string Encoded(string jsonName)
    {
        if (!_encoded.TryGetValue(jsonName, out int index))
        {
            index = JsonNames.Count;
            _encoded.Add(jsonName, index);
            JsonNames.Add(jsonName);
        }

        return $"{Names}[{index.ToString(CultureInfo.InvariantCulture)}]";
    }
}
