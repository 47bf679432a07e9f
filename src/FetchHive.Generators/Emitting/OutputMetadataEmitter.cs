using System.Globalization;
using System.Text;

using FetchHive.Generators.Model;
using FetchHive.Generators.Text;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes a resolver that gives System.Text.Json the metadata of the output types. It is made through <c>JsonMetadataServices</c>, the
/// interface meant for source generators, so that nothing is looked up by reflection and everything survives trimming.
/// </summary>
internal sealed class OutputMetadataEmitter(SourceWriter writer, ContractModel contract, ClientNames names)
{
    private const string TypeInfo = Known.Metadata + "JsonTypeInfo";

    public void Emit()
    {
        using (writer.Open($"private sealed class {OutputEmitter.Resolver} : {Known.Metadata}IJsonTypeInfoResolver"))
        {
            WriteGetTypeInfo();
            for (int i = 0; i < contract.OutputTypes.Length; i++)
            {
                OutputType type = contract.OutputTypes[i];
                if (type.Kind == OutputTypeKind.Object)
                {
                    writer.Line();
                    WriteObject(type, names.Output(i));
                }
            }
        }
    }

    private void WriteGetTypeInfo()
    {
        using (writer.Open($"public {TypeInfo}? GetTypeInfo(global::System.Type type, {Known.SerializerOptions} options)"))
        {
            for (int i = 0; i < contract.OutputTypes.Length; i++)
            {
                OutputType type = contract.OutputTypes[i];
                if (type.Kind == OutputTypeKind.Context)
                {
                    continue;
                }

                using (writer.Open($"if (type == typeof({type.Name}))"))
                {
                    WriteCreate(type, names.Output(i));
                }

                writer.Line();
            }

            // What the user's context knows is left to it.
            writer.Line(contract.JsonContext is null
                ? "return null;"
                : $"return (({Known.Metadata}IJsonTypeInfoResolver){contract.JsonContext}.Default).GetTypeInfo(type, options);");
        }
    }

    private void WriteCreate(OutputType type, string name)
    {
        switch (type.Kind)
        {
            case OutputTypeKind.Scalar:
                writer.Line(
                    $"return {Known.Services}.CreateValueInfo<{type.Name}>(options, {Known.Services}.{type.Scalar.ToString()}Converter);");
                break;
            case OutputTypeKind.Enum:
                string converter = type.EnumAsNumber ? "JsonNumberEnumConverter" : "JsonStringEnumConverter";
                writer.Line(
                    $"return {Known.OutputMetadata}.CreateEnum<{type.Name}>(options, new "
                        + $"global::System.Text.Json.Serialization.{converter}<{type.Name}>());");
                break;
            case OutputTypeKind.Nullable:
                string held = contract.OutputTypes[type.Parts[0]].Name;
                writer.Line(
                    $"return {Known.Services}.CreateValueInfo<{type.Name}>(options, "
                        + $"{Known.Services}.GetNullableConverter<{held}>(options));");
                break;
            case OutputTypeKind.Collection:
                string creator = type.Creator.Length == 0 ? "" : $" {{ ObjectCreator = {type.Creator} }}";
                writer.Line(
                    $"return {Known.OutputMetadata}.WithNumberHandling({Known.Services}.{type.Factory}<{type.FactoryTypeArguments}>("
                    + $"options, new {Known.Metadata}JsonCollectionInfoValues<{type.Name}>(){creator}));");
                break;
            case OutputTypeKind.ImmutableCollection:
                writer.Line(
                    $"return {Known.OutputMetadata}.WithNumberHandling({Known.Services}.{type.Factory}<{type.FactoryTypeArguments}>("
                    + $"options, new {Known.Metadata}JsonCollectionInfoValues<{type.Name}>(), {type.Creator}));");
                break;
            default:
                writer.Line($"return Create{name}(options);");
                break;
        }
    }

    private void WriteObject(OutputType type, string name)
    {
        using (writer.Open($"private static {TypeInfo} Create{name}({Known.SerializerOptions} options)"))
        {
            writer.Line($"{TypeInfo}<{type.Name}> info = {Known.Services}.CreateObjectInfo<{type.Name}>(");
            using (writer.Continue())
            {
                writer.Line("options,");
                using (writer.Open($"new {Known.Metadata}JsonObjectInfoValues<{type.Name}>", close: "});"))
                {
                    writer.Line(type.Parameters.Length == 0
                        ? $"ObjectCreator = static () => new {type.Name}(),"
                        : $"ObjectWithParameterizedConstructorCreator = static args => {Construction(type)},");
                    writer.Line($"PropertyMetadataInitializer = _ => PropertiesOf{name}(options),");
                    if (type.Parameters.Length > 0)
                    {
                        writer.Line($"ConstructorParameterMetadataInitializer = static () => ParametersOf{name}(),");
                    }
                }
            }

            if (type.DisallowsUnmapped)
            {
                writer.Line("info.UnmappedMemberHandling = global::System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;");
            }

            string handling = type.NumberHandling < 0 ? "" : ", " + NumberHandling(type.NumberHandling);
            writer.Line($"return {Known.OutputMetadata}.WithNumberHandling(info{handling});");
        }

        writer.Line();
        WriteProperties(type, name);
        if (type.Parameters.Length > 0)
        {
            writer.Line();
            WriteParameters(type, name);
        }

        WriteAccessors(type, name);
    }

    /// <summary>The constructor call with its arguments taken from an array, and an object initializer for the required members.</summary>
    private static string Construction(OutputType type)
    {
        StringBuilder construction = new StringBuilder().Append("new ").Append(type.Name).Append('(');
        int start = construction.Length;
        StringBuilder? initializer = null;
        for (int i = 0; i < type.Parameters.Length; i++)
        {
            OutputParameter parameter = type.Parameters[i];
            string value = NameOfWhatTakesNoNull(type, parameter) is { } jsonName
                ? $"{Known.OutputMetadata}.NotNull<{parameter.TypeName}>(args[{i}], {Literals.Text(jsonName)})"
                : $"(({parameter.TypeName})args[{i}]!)!";
            if (!parameter.IsInitializer)
            {
                construction.Append(construction.Length == start ? "" : ", ").Append(value);
            }

            if (parameter.Member.Length > 0)
            {
                initializer = (initializer is null
                    ? new StringBuilder(" { ")
                    : initializer.Append(", ")).Append(parameter.Member).Append(" = ").Append(value);
            }
        }

        construction.Append(')');
        return (initializer is null ? construction : construction.Append(initializer.Append(" }"))).ToString();
    }

    /// <summary>
    /// The JSON name of a parameter that must be there and takes no null; null for any other. What may be missing is null then, and that is
    /// not told from a null in the JSON.
    /// </summary>
    private static string? NameOfWhatTakesNoNull(OutputType type, OutputParameter parameter)
    {
        if (parameter.AcceptsNull || parameter.HasDefault)
        {
            return null;
        }

        foreach (OutputProperty property in type.Properties)
        {
            if (IsOf(parameter, property))
            {
                return property.RefusesNull && !property.IsIgnored && (!parameter.IsInitializer || property.IsRequired)
                    ? property.JsonName
                    : null;
            }
        }

        return null;
    }

    /// <summary>Whether the constructor can't do without the property.</summary>
    private static bool IsNeeded(OutputType type, OutputProperty property)
    {
        foreach (OutputParameter parameter in type.Parameters)
        {
            if (!parameter.IsInitializer && !parameter.HasDefault && !property.IsIgnored && IsOf(parameter, property))
            {
                return true;
            }
        }

        return property.IsRequired;
    }

    private static bool IsOf(OutputParameter parameter, OutputProperty property) =>
        !property.IsHidden
        && parameter.TypeName == property.TypeName
        && string.Equals(parameter.ClrName, property.ClrName, System.StringComparison.OrdinalIgnoreCase);

    private void WriteProperties(OutputType type, string name)
    {
        string array = $"{Known.Metadata}JsonPropertyInfo[]";
        using (writer.Open($"private static {array} PropertiesOf{name}({Known.SerializerOptions} options)"))
        {
            using (writer.Open($"return new {array}", close: "};"))
            {
                for (int i = 0; i < type.Properties.Length; i++)
                {
                    OutputProperty property = type.Properties[i];
                    writer.Line($"{Known.OutputMetadata}.CreateProperty<{property.TypeName}>(");
                    using (writer.Continue())
                    {
                        writer.Line("options,");
                        writer.Line($"typeof({property.DeclaringType}),");
                        string known = property.IsHidden ? property.DeclaringType + "." + property.ClrName : property.ClrName;
                        writer.Line($"{Literals.Text(known)},");
                        writer.Line($"{Literals.Text(property.JsonName)},");
                        writer.Line($"{Setter(type, property, name, i)},");
                        string handling = property.NumberHandling < 0 ? "" : ", " + NumberHandling(property.NumberHandling);
                        string getter = property.IsExtensionData
                            ? $", getter: static target => (({property.DeclaringType})target).{property.Name}"
                            : "";
                        string items = property.NonNullItems == 0 ? "" : $", nonNullItems: {NonNullItems(property.NonNullItems)}";
                        writer.Line($"{Flags(type, property)}{handling}{getter}{items}),");
                    }
                }
            }
        }
    }

    public static string NonNullItems(int levels) => levels.ToString(CultureInfo.InvariantCulture);

    private static string NumberHandling(int value) => $"(global::System.Text.Json.Serialization.JsonNumberHandling){value}";

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
            _ => "null",
        };
    }

    private static string Flags(OutputType type, OutputProperty property)
    {
        StringBuilder flags = new();
        Add(property.IsField, "Field");
        Add(IsNeeded(type, property), "Required");
        Add(property.RefusesNull, "NotNull");
        Add(property.IsExtensionData, "ExtensionData");
        Add(property.IsIgnored, "Ignored");
        return (flags.Length == 0 ? flags.Append(Known.OutputMember).Append(".None") : flags).ToString();

        void Add(bool condition, string flag)
        {
            if (condition)
            {
                flags.Append(flags.Length == 0 ? "" : " | ").Append(Known.OutputMember).Append('.').Append(flag);
            }
        }
    }

    private void WriteParameters(OutputType type, string name)
    {
        string item = $"{Known.Metadata}JsonParameterInfoValues";
        using (writer.Open($"private static {item}[] ParametersOf{name}()"))
        {
            using (writer.Open($"return new {item}[]", close: "};"))
            {
                for (int i = 0; i < type.Parameters.Length; i++)
                {
                    OutputParameter parameter = type.Parameters[i];
                    string optional = (parameter.HasDefault ? $", hasDefault: true, defaultValue: {parameter.DefaultValue}" : "")
                        + (parameter.AcceptsNull ? ", acceptsNull: true" : "")
                        + (parameter.IsInitializer ? ", isInitializer: true" : "");
                    writer.Line(
                        $"{Known.OutputMetadata}.CreateParameter({Literals.Text(parameter.ClrName)}, typeof({parameter.TypeName}), "
                            + $"{i}{optional}),");
                }
            }
        }
    }

    /// <summary>
    /// Setters that generated code can't call by name: of init-only properties after construction, and of what isn't accessible.
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
