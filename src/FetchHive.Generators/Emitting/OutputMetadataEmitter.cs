using System.Collections.Generic;
using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes a resolver that gives System.Text.Json the metadata of the output types, so that reading needs no reflection and works in trimmed
/// applications. It only describes the types: less text per type means less work for the compiler.
/// </summary>
internal sealed class OutputMetadataEmitter(SourceWriter writer, ContractModel contract, ClientNames names)
{
    private const string Info = "info";

    // A type's number is its place here.
    private readonly List<(OutputType Type, string Name)> _described = Described(contract, names);

    public void Emit()
    {
        WriteConstructor();
        writer.Line();
        WriteDescribe();
        WriteConstruct();
        foreach ((OutputType type, string name) in _described)
        {
            WriteAccessors(type, name);
        }
    }

    private void WriteConstructor()
    {
        writer.Line($"private {names.Outputs}() : base(");
        using (writer.Continue())
        {
            // The user's context describes the types that it knows.
            writer.Line($"{(contract.JsonContext is null ? "null" : contract.JsonContext + ".Default")}{DescribedTypes()})");
        }

        writer.Line("{");
        writer.Line("}");
    }

    private string DescribedTypes()
    {
        StringBuilder types = new();
        foreach ((OutputType type, _) in _described)
        {
            types.Append(", typeof(").Append(type.Name).Append(')');
        }

        return types.ToString();
    }

    private static List<(OutputType Type, string Name)> Described(ContractModel contract, ClientNames names)
    {
        List<(OutputType Type, string Name)> described = [];
        for (int i = 0; i < contract.OutputTypes.Length; i++)
        {
            OutputType type = contract.OutputTypes[i];
            if (type.Kind != OutputTypeKind.Context && !(contract.JsonContext is null && IsKnownToTheRuntime(type)))
            {
                described.Add((type, names.Output(i)));
            }
        }

        return described;
    }

    /// <summary>Whether the runtime has the type's metadata. It has the same list: <c>ScalarMetadata</c>.</summary>
    private static bool IsKnownToTheRuntime(OutputType type) => type.Kind == OutputTypeKind.Scalar && type.Scalar
        is ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal
        or ScalarKind.Guid or ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.Uri;

    private void WriteDescribe()
    {
        using (writer.Open($"protected override void Describe(int type, {Known.OutputDescription} {Info})"))
        {
            // The compiler warns about an empty switch.
            if (_described.Count == 0)
            {
                return;
            }

            using (writer.Open("switch (type)"))
            {
                for (int number = 0; number < _described.Count; number++)
                {
                    writer.Line($"case {number}:");
                    using (writer.Continue())
                    {
                        WriteType(_described[number].Type, _described[number].Name);
                        writer.Line("break;");
                    }
                }
            }
        }
    }

    private void WriteType(OutputType type, string name)
    {
        switch (type.Kind)
        {
            case OutputTypeKind.Scalar:
                writer.Line($"{Info}.Value<{type.Name}>({Known.Services}.{type.Scalar.ToString()}Converter);");
                break;
            case OutputTypeKind.Enum:
                string converter = type.EnumAsNumber ? "JsonNumberEnumConverter" : "JsonStringEnumConverter";
                writer.Line($"{Info}.Enum<{type.Name}>(new {Known.Serialization}{converter}<{type.Name}>());");
                break;
            case OutputTypeKind.Nullable:
                writer.Line($"{Info}.Nullable<{contract.OutputTypes[type.Parts[0]].Name}>();");
                break;
            case OutputTypeKind.Collection:
                writer.Line(ShortFormOf(type) is { } method
                    ? $"{Info}.{method}<{type.FactoryTypeArguments}>();"
                    : Collection(type, type.Creator.Length == 0 ? "new()" : $"new() {{ ObjectCreator = {type.Creator} }}"));
                break;
            case OutputTypeKind.ImmutableCollection:
                writer.Line(Collection(type, "new(), " + type.Creator));
                break;
            default:
                WriteObject(type, name);
                break;
        }
    }

    /// <summary>The method that describes a frequent kind of collection; <see langword="null"/> for others.</summary>
    private static string? ShortFormOf(OutputType type) => type.Factory switch
    {
        "CreateArrayInfo" => "Array",
        "CreateIEnumerableInfo" => "Enumerable",
        _ => null,
    };

    private static string Collection(OutputType type, string values) =>
        $"{Info}.Collection({Known.Services}.{type.Factory}<{type.FactoryTypeArguments}>({Info}.Options, {values}));";

    private void WriteObject(OutputType type, string name)
    {
        string isConstructed = type.Parameters.Length == 0 ? "false" : "true";
        string choices = "";
        string method = "HasMembers";
        if (type.NumberHandling >= 0 || type.DisallowsUnmapped)
        {
            string handling = type.NumberHandling < 0 ? "null" : OutputMemberText.NumberHandling(type.NumberHandling);
            method = "HasMembersInFull";
            choices = $", numberHandling: {handling}, disallowsUnmapped: {(type.DisallowsUnmapped ? "true" : "false")}";
        }

        writer.Line($"{Info}.{method}<{type.Name}>({isConstructed}{choices});");

        // Usually the constructor takes the members in their order. Then their entries also describe the parameters.
        OutputParameter?[]? given = OutputConstruction.InMembersOrder(type);
        for (int i = 0; i < type.Properties.Length; i++)
        {
            OutputProperty property = type.Properties[i];
            (string member, string arguments) = OutputMemberText.Of(type, property, given?[i], Setter(type, property, name, i));
            writer.Line($"{Info}.{member}<{property.TypeName}>({arguments});");
        }

        if (given is null)
        {
            foreach (OutputParameter parameter in type.Parameters)
            {
                writer.Line($"{Info}.Parameter<{parameter.TypeName}>({OutputMemberText.Of(type, parameter)});");
            }
        }
    }

    private void WriteConstruct()
    {
        if (!_described.Exists(static described => described.Type.Kind == OutputTypeKind.Object))
        {
            return;
        }

        writer.Line();
        using (writer.Open("protected override object Construct(int type, object?[] values)"))
        {
            using (writer.Open("switch (type)"))
            {
                for (int number = 0; number < _described.Count; number++)
                {
                    if (_described[number].Type.Kind == OutputTypeKind.Object)
                    {
                        writer.Line($"case {number}:");
                        using (writer.Continue())
                        {
                            writer.Line($"return {OutputConstruction.Of(_described[number].Type, "values")};");
                        }
                    }
                }

                writer.Line("default:");
                using (writer.Continue())
                {
                    writer.Line("return base.Construct(type, values);");
                }
            }
        }
    }

    private static string Setter(OutputType type, OutputProperty property, string name, int index)
    {
        string target = type.IsValueType
            ? $"global::System.Runtime.CompilerServices.Unsafe.Unbox<{type.Name}>(target)"
            : $"(({property.DeclaringType})target)";
        return property.Setter switch
        {
            SetterKind.Assign => $"static (target, value) => {target}.{property.Name} = value!",
            SetterKind.Accessor => $"static (target, value) => Set{name}_{index}({(type.IsValueType ? "ref " : "")}{target}, value!)",
            SetterKind.FieldAccessor => $"static (target, value) => Set{name}_{index}({(type.IsValueType ? "ref " : "")}{target}) = value!",
            _ => "",
        };
    }

    /// <summary>
    /// Writes the setters that generated code can't call by name: those of init-only properties after construction, and of inaccessible
    /// members.
    /// </summary>
    private void WriteAccessors(OutputType type, string name)
    {
        for (int i = 0; i < type.Properties.Length; i++)
        {
            OutputProperty property = type.Properties[i];
            if (property.Setter is not (SetterKind.Accessor or SetterKind.FieldAccessor))
            {
                continue;
            }

            bool isField = property.Setter == SetterKind.FieldAccessor;
            string target = type.IsValueType ? $"ref {type.Name}" : property.DeclaringType;
            string member = Literals.Text(isField ? property.ClrName : "set_" + property.ClrName);
            writer.Line();
            const string Namespace = "global::System.Runtime.CompilerServices.";
            string kind = isField ? "Field" : "Method";
            writer.Line($"[{Namespace}UnsafeAccessor({Namespace}UnsafeAccessorKind.{kind}, Name = {member})]");
            writer.Line(isField
                ? $"private static extern ref {property.TypeName} Set{name}_{i}({target} target);"
                : $"private static extern void Set{name}_{i}({target} target, {property.TypeName} value);");
        }
    }
}
