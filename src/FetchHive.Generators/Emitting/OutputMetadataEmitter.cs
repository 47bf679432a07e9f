using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the descriptions of the output types, from which the runtime makes metadata for System.Text.Json, so that reading needs no
/// reflection and works in trimmed applications. Less text per type means less work for the compiler.
/// </summary>
internal sealed class OutputMetadataEmitter(SourceWriter writer, ContractModel contract, ClientNames names)
{
    private const string Info = "info";

    // A type's number is its place here.
    private readonly List<OutputType> _described = Described(contract);

    // The methods that set members which generated code can't set by name.
    private readonly List<(string Name, OutputType Type, OutputProperty Property)> _setters = [];

    public void Emit()
    {
        bool hasObjects = _described.Exists(static type => type.Kind == OutputTypeKind.Object);
        if (_described.Count > 0)
        {
            WriteDescriptions();
            writer.Line();
        }

        if (hasObjects)
        {
            WriteConstruction();
            writer.Line();
        }

        foreach ((string name, OutputType type, OutputProperty property) in _setters)
        {
            WriteSetter(name, type, property);
            writer.Line();
        }

        string context = contract.JsonContext is null ? "null" : $"static () => {contract.JsonContext}.Default";
        writer.Line($"private static readonly {Known.OutputTypes} {names.Outputs} = new {Known.OutputTypes}(");
        using (writer.Continue())
        {
            writer.Line(
                $"{Known.NamingRule}.{contract.Naming}, {context}, {(_described.Count > 0 ? names.DescribeOutputs : "null")}, "
                    + $"{(hasObjects ? names.ConstructOutput : "null")});");
        }
    }

    private static List<OutputType> Described(ContractModel contract)
    {
        List<OutputType> described = [];
        foreach (OutputType type in contract.OutputTypes)
        {
            if (type.Kind != OutputTypeKind.Context && !(contract.JsonContext is null && IsKnownToTheRuntime(type)))
            {
                described.Add(type);
            }
        }

        return described;
    }

    /// <summary>Whether the runtime has the type's metadata. It has the same list: <c>ScalarMetadata</c>.</summary>
    private static bool IsKnownToTheRuntime(OutputType type) => type.Kind == OutputTypeKind.Scalar && type.Scalar
        is ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal
        or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.Uri;

    private void WriteDescriptions()
    {
        using (writer.Open($"private static void {names.DescribeOutputs}({Known.OutputDescription} {Info})"))
        {
            foreach (OutputType type in _described)
            {
                WriteType(type);
            }
        }
    }

    private void WriteType(OutputType type)
    {
        switch (type.Kind)
        {
            case OutputTypeKind.Scalar:
                writer.Line($"{Info}.Value<{type.Name}>({Known.Services}.{type.Scalar.ToString()}Converter);");
                break;
            case OutputTypeKind.Enum:
                writer.Line($"{Info}.{(type.EnumAsNumber ? "EnumAsNumber" : "EnumAsText")}<{type.Name}>();");
                break;
            case OutputTypeKind.Nullable:
                writer.Line($"{Info}.Nullable<{contract.OutputTypes[type.Parts[0]].Name}>();");
                break;
            case OutputTypeKind.Collection:
                writer.Line(ShortFormOf(type) is { } method
                    ? $"{Info}.{method};"
                    : Collection(type, type.Creator.Length == 0 ? "new()" : $"new() {{ ObjectCreator = {type.Creator} }}"));
                break;
            case OutputTypeKind.ImmutableCollection:
                writer.Line(Collection(type, "new(), " + type.Creator));
                break;
            default:
                WriteObject(type);
                break;
        }
    }

    /// <summary>The method that describes a frequent kind of collection; <see langword="null"/> for others.</summary>
    private static string? ShortFormOf(OutputType type)
    {
        string arguments = type.FactoryTypeArguments;
        string items = arguments.StartsWith(type.Name + ", ", StringComparison.Ordinal)
            ? arguments.Substring(type.Name.Length + ", ".Length)
            : arguments;
        return type.Factory switch
        {
            "CreateArrayInfo" => $"Array<{arguments}>()",
            "CreateIEnumerableInfo" => $"Enumerable<{arguments}>()",
            "CreateListInfo" when type.Name == $"{Known.Generic}List<{items}>" => $"List<{items}>()",
            "CreateDictionaryInfo" when type.Name == $"{Known.Generic}Dictionary<{items}>" => $"Dictionary<{items}>()",
            _ => null,
        };
    }

    private static string Collection(OutputType type, string values)
    {
        string create = $"{Known.Services}.{type.Factory}<{type.FactoryTypeArguments}>(options, {values})";
        return $"{Info}.Collection<{type.Name}>(static options => {create});";
    }

    private void WriteObject(OutputType type)
    {
        string choices = "";
        string method = "HasMembers";
        if (type.NumberHandling >= 0 || type.DisallowsUnmapped)
        {
            string handling = type.NumberHandling < 0 ? "null" : OutputMemberText.NumberHandling(type.NumberHandling);
            method = "HasMembersInFull";
            choices = $"numberHandling: {handling}, disallowsUnmapped: {(type.DisallowsUnmapped ? "true" : "false")}";
        }

        writer.Line($"{Info}.{method}<{type.Name}>({choices});");

        // Usually the constructor takes the members in their order. Then their entries also describe the parameters.
        OutputParameter?[]? given = OutputConstruction.InMembersOrder(type);
        for (int i = 0; i < type.Properties.Length; i++)
        {
            OutputProperty property = type.Properties[i];
            (string member, string arguments) = OutputMemberText.Of(type, property, given?[i], Setter(type, property));
            writer.Line($"{Info}.{member}<{property.TypeName}>({arguments});");
        }

        if (given is null)
        {
            foreach (OutputParameter parameter in type.Parameters)
            {
                writer.Line($"{Info}.Parameter<{parameter.TypeName}>({OutputMemberText.Of(parameter)});");
            }
        }
    }

    private void WriteConstruction()
    {
        using (writer.Open($"private static object {names.ConstructOutput}(int type, object?[] values)"))
        {
            using (writer.Open("switch (type)"))
            {
                int last = _described.FindLastIndex(static type => type.Kind == OutputTypeKind.Object);
                for (int number = 0; number <= last; number++)
                {
                    if (_described[number].Kind == OutputTypeKind.Object)
                    {
                        writer.Line(number == last ? "default:" : $"case {number}:");
                        using (writer.Continue())
                        {
                            writer.Line($"return {OutputConstruction.Of(_described[number], "values")};");
                        }
                    }
                }
            }
        }
    }

    /// <summary>The expression that sets a member; empty if nothing can set it after construction.</summary>
    private string Setter(OutputType type, OutputProperty property)
    {
        string target = type.IsValueType
            ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{type.Name}>(target)"
            : $"(({property.DeclaringType})target)";
        if (property.Setter == SetterKind.Assign)
        {
            return $"static (target, value) => {target}.{property.Name} = value!";
        }

        if (property.Setter is not (SetterKind.Accessor or SetterKind.FieldAccessor))
        {
            return "";
        }

        string name = names.NewSetter(type, property);
        _setters.Add((name, type, property));
        string argument = (type.IsValueType ? "ref " : "") + target;
        return property.Setter == SetterKind.Accessor
            ? $"static (target, value) => {name}({argument}, value!)"
            : $"static (target, value) => {name}({argument}) = value!";
    }

    /// <summary>
    /// Writes a setter that generated code can't call by name: that of an init-only property after construction, or of an inaccessible
    /// member.
    /// </summary>
    private void WriteSetter(string name, OutputType type, OutputProperty property)
    {
        bool isField = property.Setter == SetterKind.FieldAccessor;
        string target = type.IsValueType ? $"ref {type.Name}" : property.DeclaringType;
        string member = Literals.Text(isField ? property.ClrName : "set_" + property.ClrName);
        const string Namespace = "global::System.Runtime.CompilerServices.";
        string kind = isField ? "Field" : "Method";
        writer.Line($"[{Namespace}UnsafeAccessor({Namespace}UnsafeAccessorKind.{kind}, Name = {member})]");
        writer.Line(isField
            ? $"private static extern ref {property.TypeName} {name}({target} target);"
            : $"private static extern void {name}({target} target, {property.TypeName} value);");
    }
}
