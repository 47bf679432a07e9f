using System;
using System.Collections.Generic;

using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Declaring;

/// <summary>
/// Infers the types of samples, and the records that these need. The type of a value that is sent writes the sample unchanged. If no type
/// does, it is <c>JsonElement</c>, which can be any JSON.
/// </summary>
/// <param name="options">The place where the types are inserted.</param>
internal sealed class TypeInference(DeclarationOptions options)
{
    private const int MaxArrayDepth = 8;

    private static readonly HashSet<string> RecordMembers = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers",
        "ReferenceEquals", "ToString",
    };

    private static readonly HashSet<string> UsedNames = new(StringComparer.Ordinal)
    {
        "AcceptedRun", "CallbackUrl", "CallbackUrlAttribute", "CancellationToken", "FetchHive", "FetchHiveDeployment",
        "FetchHiveDeploymentAttribute", "IReadOnlyDictionary", "IReadOnlyList", "Input", "InputAttribute", "JsonElement", "JsonIgnore",
        "JsonIgnoreAttribute", "JsonIgnoreCondition", "JsonPropertyName", "JsonPropertyNameAttribute", "Metadata", "MetadataAttribute",
        "NamingRule", "System", "Task", "Uri", "User", "UserAttribute", "WorkflowRun",
    };

    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { options.Interface };
    private readonly List<DeclaredRecord> _records = [];

    /// <summary>The records found so far, each after the record that refers to it.</summary>
    public IReadOnlyList<DeclaredRecord> Records => _records;

    /// <summary>The type of an input.</summary>
    /// <param name="input">The input with its sample.</param>
    public TypeText OfInput(SnippetProperty input)
    {
        // A null parameter isn't sent, so a null sample needs a type that can represent JSON null.
        SnippetShape shape = SnippetShape.Of(input.Value);
        return shape.KnownKinds == SnippetKind.None
            ? Json()
            : OfShape(shape, new Place(input.Name, options.Stem, Use.Input, $"The input <c>{Xml.Escape(input.Name)}</c>"), 0);
    }

    /// <summary>The type of metadata, with a property for each key.</summary>
    /// <param name="metadata">The metadata, an object with at least one property.</param>
    public TypeText OfMetadata(SnippetValue metadata) =>
        AddRecord(
            SnippetShape.Of(metadata),
            new Place("", options.Stem, Use.Metadata, "The metadata of each run of"),
            options.Stem + "Metadata",
            0);

    /// <summary>The type of an output; <c>string</c> for text.</summary>
    /// <param name="samples">Samples of outputs, merged.</param>
    public TypeText OfOutput(SnippetShape samples)
    {
        Place place = new("", options.Stem, Use.Output, "The output of");
        return samples.KnownKinds switch
        {
            SnippetKind.None => Json(),
            SnippetKind.Object when samples.Properties.Count > 0 && CanBeRecord(samples, place) =>
                AddRecord(samples, place, options.Stem + "Output", 0) with { IsNullable = HasNull(samples) },
            _ => OfShape(samples, place with { Name = options.Stem + "Items" }, 0),
        };
    }

    /// <summary>The type of a part of an output.</summary>
    /// <param name="name">The JSON name of the value that has the type.</param>
    /// <param name="samples">The samples of that part, merged.</param>
    public TypeText OfPart(string name, SnippetShape samples) =>
        OfShape(samples, new Place(name, options.Stem, Use.Output, $"<c>{Xml.Escape(name)}</c> of the output of"), 0);

    private TypeText OfShape(SnippetShape shape, Place place, int depth)
    {
        TypeText type = shape.KnownKinds switch
        {
            SnippetKind.None when place.Use == Use.Metadata => TypeText.Reference("string"),
            SnippetKind.Text => TypeText.Reference("string"),
            SnippetKind.Boolean => TypeText.Value("bool"),
            SnippetKind.Number => OfNumbers(shape, place),
            SnippetKind.Array when depth < MaxArrayDepth => OfArray(shape, place, depth),
            SnippetKind.Object when shape.Properties.Count == 0 => TypeText.Reference(Dictionary()),
            SnippetKind.Object
                when CanBeRecord(shape, place) => AddRecord(shape, place, CSharpNames.Pascal(place.Name, options.Naming), depth),
            _ => Json(),
        };
        return type with { IsNullable = HasNull(shape) };
    }

    private TypeText OfNumbers(SnippetShape shape, Place place)
    {
        List<string> numbers = [];
        foreach (SnippetValue value in shape.Values)
        {
            if (value.Kind == SnippetKind.Number)
            {
                numbers.Add(value.Text);
            }
        }

        string? type = place.Use == Use.Output ? NumberTypes.ThatReads(numbers) : NumberTypes.ThatWrites(numbers);
        return type is not null ? TypeText.Value(type) : place.Use == Use.Metadata ? TypeText.Value("double") : Json();
    }

    private TypeText OfArray(SnippetShape shape, Place place, int depth)
    {
        TypeText item = shape.Item is null ? Json() : OfItem(shape.Item, place, depth);
        return TypeText.Reference(
            options.NameOf("System.Collections.Generic", "IReadOnlyList") + "<" + item.Written(options.HasNullable) + ">");
    }

    private TypeText OfItem(SnippetShape item, Place place, int depth)
    {
        if (item.KnownKinds != SnippetKind.Object || item.Properties.Count == 0)
        {
            // If all elements are null, they are JsonElements, which can represent null.
            return item.KnownKinds == SnippetKind.None ? Json() : OfShape(item, place, depth + 1);
        }

        if (!CanBeRecord(item, place))
        {
            return Json();
        }

        string name = CSharpNames.Singular(CSharpNames.Pascal(place.Name, options.Naming));
        return AddRecord(item, place with { What = "An element of " + LowerFirst(place.What) }, name, depth) with
        {
            IsNullable = HasNull(item),
        };
    }

    private TypeText AddRecord(SnippetShape shape, Place place, string wanted, int depth)
    {
        if (FindKnown(shape, place, wanted, depth) is { } known)
        {
            return known;
        }

        string name = FreeName(wanted, place, shape);
        int index = _records.Count;
        _records.Add(null!);
        _records[index] = new DeclaredRecord(name, place.What, PropertiesOf(shape, place, name, depth));
        return TypeText.Reference(name);
    }

    /// <summary>An existing record with exactly these properties.</summary>
    private TypeText? FindKnown(SnippetShape shape, Place place, string wanted, int depth)
    {
        if (options.ParametersOf(wanted) is not { } parameters || _names.Contains(wanted))
        {
            return null;
        }

        int count = _records.Count;
        HashSet<string> names = [.. _names];
        List<DeclaredProperty> properties = PropertiesOf(shape, place, wanted, depth);
        bool isSame = properties.Count == parameters.Count;
        for (int i = 0; isSame && i < parameters.Count; i++)
        {
            isSame = RecordWriter.Parameter(properties[i], options) == parameters[i];
        }

        if (isSame)
        {
            return TypeText.Reference(wanted);
        }

        // The existing record differs, so the records that were declared to compare its properties aren't needed.
        _records.RemoveRange(count, _records.Count - count);
        _names.IntersectWith(names);
        return null;
    }

    private List<DeclaredProperty> PropertiesOf(SnippetShape shape, Place place, string name, int depth)
    {
        List<DeclaredProperty> properties = [];
        HashSet<string> taken = new(RecordMembers, StringComparer.Ordinal) { name };
        foreach (SnippetShapeProperty property in OrderOf(shape)!)
        {
            string clr = Free(CSharpNames.Pascal(property.Name, options.Naming), taken);
            bool isInEach = shape.IsInEach(property);
            TypeText type = OfShape(
                property.Shape,
                new Place(property.Name, name, place.Use, $"<c>{Xml.Escape(property.Name)}</c> of {LowerFirst(place.What)}"),
                depth);
            bool roundTrips = FetchHive.Generators.Parsing.JsonNames.Apply(options.Naming, clr) == property.Name;
            properties.Add(new DeclaredProperty(
                clr, type with { IsNullable = type.IsNullable || !isInEach }, roundTrips ? null : property.Name,
                !isInEach && place.Use != Use.Output));
        }

        return properties;
    }

    /// <summary>A name that no other type and no property of this type has.</summary>
    private string FreeName(string wanted, Place place, SnippetShape shape)
    {
        string name = wanted;
        for (int number = 1; !IsFree(name, shape); number++)
        {
            name = number == 1 ? place.Outer + wanted : place.Outer + wanted + number;
        }

        _names.Add(name);
        return name;
    }

    private bool IsFree(string name, SnippetShape shape)
    {
        if (UsedNames.Contains(name) || _names.Contains(name) || options.IsTaken(name))
        {
            return false;
        }

        foreach (SnippetShapeProperty property in shape.Properties)
        {
            if (CSharpNames.Pascal(property.Name, options.Naming) == name)
            {
                return false;
            }
        }

        return true;
    }

    private static string Free(string wanted, HashSet<string> taken)
    {
        string name = wanted;
        for (int number = 2; !taken.Add(name); number++)
        {
            name = RecordMembers.Contains(wanted) && number == 2 ? wanted + "Value" : wanted + number;
        }

        return name;
    }

    /// <summary>
    /// Whether a record writes each of the objects unchanged. Their properties must have the same order, and a property that is missing in
    /// one object must not be null in another.
    /// </summary>
    private static bool CanBeRecord(SnippetShape shape, Place place)
    {
        foreach (SnippetShapeProperty property in shape.Properties)
        {
            bool isUnsendable = place.Use == Use.Input && !shape.IsInEach(property) && (property.Shape.Kinds & SnippetKind.Null) != 0;
            if (isUnsendable || string.IsNullOrWhiteSpace(property.Name))
            {
                return false;
            }
        }

        return place.Use == Use.Output || OrderOf(shape) is { } order && IsOrderOfAll(shape, order);
    }

    /// <summary>The properties of all objects. They are in the order in which the objects first list them.</summary>
    private static List<SnippetShapeProperty> OrderOf(SnippetShape shape)
    {
        List<SnippetShapeProperty> order = [];
        foreach (SnippetValue value in shape.Values)
        {
            int place = 0;
            foreach (SnippetProperty property in value.Properties)
            {
                int known = order.FindIndex(other => other.Name == property.Name);
                if (known < 0)
                {
                    order.Insert(place, shape.Find(property.Name)!);
                    known = place;
                }

                place = known + 1;
            }
        }

        return order;
    }

    private static bool IsOrderOfAll(SnippetShape shape, List<SnippetShapeProperty> order)
    {
        foreach (SnippetValue value in shape.Values)
        {
            int last = -1;
            foreach (SnippetProperty property in value.Properties)
            {
                int place = order.FindIndex(other => other.Name == property.Name);
                if (place < last)
                {
                    return false;
                }

                last = place;
            }
        }

        return true;
    }

    private static bool HasNull(SnippetShape shape) => (shape.Kinds & SnippetKind.Null) != 0;

    private TypeText Json() => TypeText.Value(options.NameOf("System.Text.Json", "JsonElement"));

    private string Dictionary() => options.NameOf("System.Collections.Generic", "IReadOnlyDictionary") + "<string, " + Json().Text + ">";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    private enum Use
    {
        Input,
        Metadata,
        Output,
    }

    /// <param name="Name">The JSON name of the value that has the type.</param>
    /// <param name="Outer">The prefix if the name is taken: the name of the containing record, or the interface's stem.</param>
    /// <param name="Use">What the type is used for.</param>
    /// <param name="What">A description of the value, as XML.</param>
    private sealed record Place(string Name, string Outer, Use Use, string What);
}
