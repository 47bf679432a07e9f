using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// What the attributes of System.Text.Json specify for a type, a member or a constructor. The name of an unknown attribute is in
/// <see cref="Unknown"/>, so that it can be refused: no attribute is silently ignored.
/// </summary>
internal struct JsonAttributes
{
    private const int WriteAsString = 2;
    private const int AllowNamedFloatingPointLiterals = 4;

    public string? PropertyName;
    public bool IgnoreAlways;
    public bool IgnoreWhenWriting;
    public bool IgnoreWhenReading;
    public bool IgnoreWhenNull;
    public bool IgnoreWhenDefault;
    public bool IsIncluded;
    public bool IsRequired;
    public bool IsExtensionData;
    public bool IsConstructor;
    public bool IsPolymorphic;
    public bool DisallowsUnmapped;
    public bool PopulatesObjects;
    public int Order;
    public int? NumberHandling;
    public bool HasConverter;
    public ITypeSymbol? Converter;
    public string? Unknown;

    public readonly bool WritesNumbersAsText => NumberHandling is { } handling && (handling & WriteAsString) != 0;

    public readonly bool AllowsNamedNumbers => NumberHandling is { } handling && (handling & AllowNamedFloatingPointLiterals) != 0;

    /// <summary>Whether the converter writes an enum as its text, which is the default here.</summary>
    public readonly bool ConvertsEnumToText => Converter is { Name: "JsonStringEnumConverter" } && IsOfSystemTextJson(Converter);

    /// <summary>Whether the converter writes an enum as its number.</summary>
    public readonly bool ConvertsEnumToNumber => Converter is { Name: "JsonNumberEnumConverter" } && IsOfSystemTextJson(Converter);

    public static JsonAttributes Of(ISymbol symbol)
    {
        JsonAttributes result = default;
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && IsOfSystemTextJson(type)
                && type.Name.StartsWith("Json", System.StringComparison.Ordinal))
            {
                result.Read(type.Name, attribute);
            }
            else if (attribute.AttributeClass?.BaseType is { Name: "JsonConverterAttribute" } converter && IsOfSystemTextJson(converter))
            {
                result.HasConverter = true;
            }
        }

        return result;
    }

    private static bool IsOfSystemTextJson(ITypeSymbol type) => type.ContainingNamespace.Is(KnownNamespaces.SystemTextJsonSerialization);

    private void Read(string name, AttributeData attribute)
    {
        switch (name)
        {
            case "JsonPropertyNameAttribute":
                PropertyName = attribute.StringArgument(0);
                break;
            case "JsonIgnoreAttribute":
                ReadIgnore(attribute.NamedArgument("Condition") as int? ?? 1);
                break;
            case "JsonIncludeAttribute":
                IsIncluded = true;
                break;
            case "JsonRequiredAttribute":
                IsRequired = true;
                break;
            case "JsonExtensionDataAttribute":
                IsExtensionData = true;
                break;
            case "JsonConstructorAttribute":
                IsConstructor = true;
                break;
            case "JsonPolymorphicAttribute":
            case "JsonDerivedTypeAttribute":
                IsPolymorphic = true;
                break;
            case "JsonPropertyOrderAttribute":
                Order = Number(attribute) ?? 0;
                break;
            case "JsonNumberHandlingAttribute":
                NumberHandling = Number(attribute) ?? 0;
                break;
            case "JsonUnmappedMemberHandlingAttribute":
                DisallowsUnmapped = Number(attribute) == 1;
                break;
            case "JsonObjectCreationHandlingAttribute":
                PopulatesObjects = Number(attribute) == 1;
                break;
            case "JsonConverterAttribute":
                HasConverter = true;
                Converter = attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Type
                    ? attribute.ConstructorArguments[0].Value as ITypeSymbol
                    : null;
                break;
            case "JsonSerializableAttribute":
            case "JsonSourceGenerationOptionsAttribute":
            case "JsonStringEnumMemberNameAttribute":
                break;
            default:
                Unknown = name.Substring(0, name.Length - "Attribute".Length);
                break;
        }
    }

    private void ReadIgnore(int condition)
    {
        switch (condition)
        {
            case 1:
                IgnoreAlways = true;
                break;
            case 2:
                IgnoreWhenDefault = true;
                break;
            case 3:
                IgnoreWhenNull = true;
                break;
            case 4:
                IgnoreWhenWriting = true;
                break;
            case 5:
                IgnoreWhenReading = true;
                break;
        }
    }

    private static int? Number(AttributeData attribute) =>
        attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Kind != TypedConstantKind.Array
            ? attribute.ConstructorArguments[0].Value as int?
            : null;
}
