using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// Determines how types are read from JSON, and reports types that can't be. There is one table for all methods of an interface.
/// </summary>
internal sealed class OutputTypeParser(ParseContext context, TargetModel target)
{
    /// <summary>The index for a type that can't be read, which was reported at its first use.</summary>
    public const int None = -1;

    private readonly List<OutputType?> _types = [];
    private readonly Dictionary<string, int> _indexes = [];

    public OutputType this[int index] => _types[index] ?? Failed;

    public EquatableArray<OutputType> ToTable()
    {
        OutputType[] table = new OutputType[_types.Count];
        for (int i = 0; i < table.Length; i++)
        {
            // A type that couldn't be parsed leaves an empty entry. The contract is then incomplete, and nothing refers to the entry.
            table[i] = _types[i] ?? Failed;
        }

        return new EquatableArray<OutputType>(table);
    }

    /// <summary>The index of a type in the table; <see cref="None"/> if it can't be read.</summary>
    public int Parse(ITypeSymbol type)
    {
        string name = TypeNames.Bare(type);
        if (_indexes.TryGetValue(name, out int known))
        {
            return known;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        context.DependOn(type);
        if (context.NestsTooDeep(type, ResultRules.UnreadableOutput))
        {
            return None;
        }

        int index = _types.Count;
        _types.Add(null);
        _indexes.Add(name, index);
        _types[index] = ParseNew(type, name);
        if (_types[index] is not null)
        {
            return index;
        }

        // A mistake inside a type is reported once, however often the type is returned. A mistake in a method's output type itself is
        // reported each time.
        if (context.IsAtRoot && type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct })
        {
            _indexes.Remove(name);
        }
        else
        {
            _indexes[name] = None;
        }

        return None;
    }

    private static OutputType Failed { get; } =
        new() { Name = "object", ShortName = "Unknown", Kind = OutputTypeKind.Object, IsValueType = false };

    private static OutputType New(ITypeSymbol type, string name, OutputTypeKind kind) => new()
    {
        Name = name,
        ShortName = ShortNames.Of(type),
        Kind = kind,
        IsValueType = type.IsValueType,
    };

    private OutputType? ParseNew(ITypeSymbol type, string name)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            context.NoteMissing(type);
            return null;
        }

        ScalarKind scalar = Scalars.KindOf(type);
        if (scalar == ScalarKind.MetadataValue)
        {
            return Refuse(type, "it is for metadata that is sent; use JsonElement");
        }

        if (scalar != ScalarKind.None)
        {
            return New(type, name, OutputTypeKind.Scalar) with { Scalar = scalar };
        }

        if (context.JsonContext?.Knows(type) == true)
        {
            return New(type, name, OutputTypeKind.Context);
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            int held = Parse(nullable.TypeArguments[0]);
            return held < 0 ? null : New(type, name, OutputTypeKind.Nullable) with { Parts = new EquatableArray<int>(new[] { held }) };
        }

        if (type is IArrayTypeSymbol { Rank: > 1 })
        {
            return Refuse(type, "a multi-dimensional array has no JSON form; use a jagged array");
        }

        if (type.IsRuntimeType("ImageAsset") || type.IsRuntimeType("ImageSettings") || type.IsRuntimeType("ImageOutput"))
        {
            return Refuse(type, "the service returns an image as the whole output; return ImageOutput itself");
        }

        if (NoJsonForm.ElementOfStream(type) is { } element)
        {
            return Refuse(type, $"workflows don't stream; use IReadOnlyList<{TypeNames.Readable(element)}>");
        }

        if (NoJsonForm.Advice(type) is not null)
        {
            return Refuse(type, "it has no JSON form; use a record, or JsonElement for any JSON");
        }

        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            return Refuse(type, "it doesn't define its shape; use JsonElement for any JSON");
        }

        return ParseShaped(type, name);
    }

    private OutputType? ParseShaped(ITypeSymbol type, string name)
    {
        JsonAttributes attributes = JsonAttributes.Of(type);
        if (type.TypeKind == TypeKind.Enum
            && (!attributes.HasConverter || attributes.ConvertsEnumToText || attributes.ConvertsEnumToNumber))
        {
            if (!attributes.ConvertsEnumToNumber)
            {
                OtherSerializers.CheckEnum(type, "read", context);
            }

            if (Enums.FirstWrongName((INamedTypeSymbol)type) is { } wrong)
            {
                return Refuse(type, $"the name of its member '{wrong.Name}' {wrong.Mistake}; write the name that the workflow knows it by");
            }

            return New(type, name, OutputTypeKind.Enum) with { EnumAsNumber = attributes.ConvertsEnumToNumber };
        }

        if (attributes.HasConverter || attributes.IsPolymorphic || attributes.Unknown is not null)
        {
            return RefuseSerializer(type, attributes.HasConverter ? "has a custom converter"
                : attributes.IsPolymorphic ? "is polymorphic"
                : $"has [{attributes.Unknown}]");
        }

        if (Collections.IsDictionary(type, out ITypeSymbol key, out ITypeSymbol value))
        {
            return ParseDictionary(type, name, key, value);
        }

        if (Collections.ElementOf(type) is { } element)
        {
            return ParseCollection(type, name, element);
        }

        if (Collections.IsUntyped(type))
        {
            return Refuse(type, "it doesn't define its elements; use a collection of a concrete type");
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return Refuse(type, "an interface or abstract class can't be created; use a concrete type");
        }

        if (NoJsonForm.IsFrameworkType(type))
        {
            return Refuse(type, "it is a framework type that can't be read from JSON; use your own record");
        }

        return new OutputObjectParser(context, new OutputSetters(context, target), this).Parse((INamedTypeSymbol)type, name, attributes);
    }

    private OutputType? ParseCollection(ITypeSymbol type, string name, ITypeSymbol element)
    {
        if (CollectionObstacles.In(type) is { } obstacle)
        {
            return Refuse(type, obstacle);
        }

        if (OutputCollections.ForCollection(type, name, element) is not { } recipe)
        {
            return Refuse(type, "a collection of this type can't be created; use List<T>, T[], IReadOnlyList<T> or HashSet<T>");
        }

        context.Push("[]");
        int index = Parse(element);
        context.Pop();
        return index < 0 ? null : FromRecipe(type, name, recipe, [index]);
    }

    private OutputType? ParseDictionary(ITypeSymbol type, string name, ITypeSymbol key, ITypeSymbol value)
    {
        ScalarKind scalar = Scalars.KindOf(key);
        if (scalar is not (ScalarKind.String or ScalarKind.Guid)
            && !scalar.IsNumber()
            && key.TypeKind is not (TypeKind.Enum or TypeKind.Error))
        {
            return Refuse(type, "a dictionary's keys must be strings, enums, numbers or Guids");
        }

        if (CollectionObstacles.In(type) is { } obstacle)
        {
            return Refuse(type, obstacle);
        }

        if (OutputCollections.ForDictionary(type, name, key, value) is not { } recipe)
        {
            return Refuse(type, "a dictionary of this type can't be created; use Dictionary<string, T>");
        }

        context.Push("[]");
        int keyIndex = Parse(key);
        int valueIndex = Parse(value);
        context.Pop();
        return keyIndex < 0 || valueIndex < 0 ? null : FromRecipe(type, name, recipe, [keyIndex, valueIndex]);
    }

    private static OutputType FromRecipe(ITypeSymbol type, string name, OutputCollections.Recipe recipe, int[] parts) =>
        New(type, name, recipe.Kind) with
        {
            Factory = recipe.Factory,
            FactoryTypeArguments = recipe.TypeArguments,
            Creator = recipe.Creator,
            Parts = new EquatableArray<int>(parts),
        };

    /// <summary>Reports a type that can't be read, and what to do about it.</summary>
    public OutputType? Refuse(ITypeSymbol type, string advice)
    {
        context.Report(ResultRules.UnreadableOutput, context.Place, TypeNames.Readable(type), advice);
        return null;
    }

    /// <summary>Reports a type that only a serializer could read.</summary>
    public OutputType? RefuseSerializer(ITypeSymbol type, string reason)
    {
        if (context.JsonContext is { } json)
        {
            context.Report(ResultRules.ContextDoesNotKnowOutput, type, context.Place, TypeNames.Readable(type), reason, json.ReadableName);
            return null;
        }

        if (context.HasWrongJsonContext)
        {
            context.HasMissingTypes = true;
            return null;
        }

        // The finding refers to the type, because it is enough to add the type to a context.
        context.Report(
            ResultRules.UnreadableOutput, type, context.Place, TypeNames.Readable(type),
            $"it {reason}; name a JsonSerializerContext that knows it with JsonContext = typeof(…)");
        return null;
    }
}
