using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Writes the JSON schema of a tool's inputs. It describes the members that are read, with their JSON names.</summary>
internal sealed class ToolSchemas(OutputTypeParser types)
{
    private readonly List<(string Type, string Pointer)> _open = [];
    private StringBuilder _json = new();

    public string Of(IMethodSymbol method, MethodModel model)
    {
        _json = new StringBuilder("{\"type\":\"object\",\"properties\":{");
        List<string> required = [];
        bool isFirst = true;
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            ParameterModel input = model.Parameters[i];
            if (input.Role != ParameterRole.Input)
            {
                continue;
            }

            IParameterSymbol parameter = method.Parameters[i];
            Name(input.JsonName, ref isFirst);
            Value(
                parameter.Type,
                Descriptions.OfParameter(method, parameter),
                "#/properties/" + SchemaText.Escape(input.JsonName),
                SchemaText.DefaultOf(parameter));
            if (!input.IsNullable && !parameter.HasExplicitDefaultValue)
            {
                required.Add(input.JsonName);
            }
        }

        Close(required);
        return _json.ToString();
    }

    private void Value(ITypeSymbol type, string? description, string pointer, string? absent = null)
    {
        type = type.UnwrapNullable();
        int start = _json.Append('{').Length;
        int index = type.SpecialType == SpecialType.System_String ? OutputTypeParser.None : types.Parse(type);
        if (index < 0)
        {
            _json.Append("\"type\":\"string\"");
        }
        else
        {
            Shape(type, types[index], pointer, ref description);
        }

        Member(start, "description", description is null ? null : SchemaText.JsonString(description));
        Member(start, "default", absent);
        _json.Append('}');
    }

    private void Member(int start, string name, string? json)
    {
        if (json is not null)
        {
            _json.Append(_json.Length == start ? "" : ",").Append('"').Append(name).Append("\":").Append(json);
        }
    }

    private void Shape(ITypeSymbol type, OutputType model, string pointer, ref string? description)
    {
        switch (model.Kind)
        {
            case OutputTypeKind.Scalar:
                _json.Append(SchemaText.Scalar(model.Scalar));
                break;
            case OutputTypeKind.Enum:
                description ??= Descriptions.Of(type);
                Enum((INamedTypeSymbol)type, model.EnumAsNumber, ref description);
                break;
            case OutputTypeKind.Collection or OutputTypeKind.ImmutableCollection:
                bool isDictionary = Collections.IsDictionary(type, out _, out ITypeSymbol value);
                string member = isDictionary ? "additionalProperties" : "items";
                _json.Append(isDictionary ? "\"type\":\"object\",\"" : "\"type\":\"array\",\"").Append(member).Append("\":");
                Value(isDictionary ? value : Collections.ElementOf(type)!, description: null, pointer + "/" + member);
                break;
            case OutputTypeKind.Object:
                description ??= Descriptions.Of(type);
                Object((INamedTypeSymbol)type, model, pointer);
                break;
        }
    }

    private void Object(INamedTypeSymbol type, OutputType model, string pointer)
    {
        foreach ((string open, string at) in _open)
        {
            if (open == model.Name)
            {
                // The type contains itself.
                _json.Append("\"$ref\":").Append(SchemaText.JsonString(at));
                return;
            }
        }

        _open.Add((model.Name, pointer));
        _json.Append("\"type\":\"object\",\"properties\":{");
        List<string> required = [];
        bool isFirst = true;
        foreach (OutputProperty property in model.Properties)
        {
            if (property.IsIgnored || property.IsExtensionData || property.IsHidden || Find(type, property) is not { } symbol)
            {
                continue;
            }

            Name(property.JsonName, ref isFirst);
            ITypeSymbol declared = symbol is IPropertySymbol { Type: var own } ? own : ((IFieldSymbol)symbol).Type;
            Value(declared, Descriptions.Of(symbol), pointer + "/properties/" + SchemaText.Escape(property.JsonName));
            if (IsNeeded(model, property))
            {
                required.Add(property.JsonName);
            }
        }

        Close(required, model.Properties);
        _json.Length--;
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>Whether an object requires a property.</summary>
    private static bool IsNeeded(OutputType model, OutputProperty property)
    {
        foreach (OutputParameter parameter in model.Parameters)
        {
            if (!parameter.IsInitializer && string.Equals(parameter.ClrName, property.ClrName, StringComparison.OrdinalIgnoreCase))
            {
                return !parameter.HasDefault;
            }
        }

        return property.IsRequired;
    }

    private static ISymbol? Find(INamedTypeSymbol type, OutputProperty property)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(property.ClrName))
            {
                if (member is IPropertySymbol { IsIndexer: false } or IFieldSymbol)
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>Ends an object's schema. With extension data, other properties are allowed.</summary>
    private void Close(List<string> required, EquatableArray<OutputProperty> properties = default)
    {
        _json.Append("},\"required\":[");
        for (int i = 0; i < required.Count; i++)
        {
            _json.Append(i == 0 ? "" : ",").Append(SchemaText.JsonString(required[i]));
        }

        bool isOpen = false;
        foreach (OutputProperty property in properties)
        {
            isOpen |= property.IsExtensionData;
        }

        _json.Append(isOpen ? "]}" : "],\"additionalProperties\":false}");
    }

    private void Enum(INamedTypeSymbol type, bool asNumber, ref string? description)
    {
        EquatableArray<EnumMember> members = Enums.MembersOf(type);
        if (asNumber)
        {
            _json.Append("\"type\":\"integer\"");
        }
        else if (Enums.IsFlags(type))
        {
            // Several of the names, separated by commas.
            _json.Append("\"type\":\"string\"");
        }
        else
        {
            _json.Append("\"type\":\"string\",\"enum\":[");
            for (int i = 0; i < members.Length; i++)
            {
                _json.Append(i == 0 ? "" : ",").Append(SchemaText.JsonString(members[i].Text));
            }

            _json.Append(']');
        }

        StringBuilder says = new(description);
        foreach (EnumMember member in members)
        {
            string shown = asNumber ? unchecked((long)member.Value).ToString(CultureInfo.InvariantCulture) : member.Text;
            string name = member.Name.TrimStart('@');
            string? text = type.GetMembers(name) is { Length: > 0 } symbols ? Descriptions.Of(symbols[0]) : null;
            if (text is null && (asNumber || Enums.IsFlags(type)))
            {
                text = name;
            }

            if (text is not null)
            {
                says.Append(says.Length == 0 ? "" : " ").Append(shown).Append(": ").Append(text);
            }
        }

        if (!asNumber && Enums.IsFlags(type))
        {
            says.Append(" Several are separated by commas.");
        }

        description = says.Length == 0 ? null : says.ToString();
    }

    private void Name(string name, ref bool isFirst)
    {
        _json.Append(isFirst ? "" : ",").Append(SchemaText.JsonString(name)).Append(':');
        isFirst = false;
    }
}
