using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>The merged shape of one or more values, such as the elements of all arrays in the same place.</summary>
internal sealed class SnippetShape
{
    private readonly List<SnippetValue> _values = [];
    private readonly List<SnippetShapeProperty> _properties = [];
    private readonly Dictionary<string, SnippetShapeProperty> _byName = new(System.StringComparer.Ordinal);
    private int _objects;

    private SnippetShape()
    {
    }

    /// <summary>The kinds of all merged values, including <see cref="SnippetKind.Null"/>.</summary>
    public SnippetKind Kinds { get; private set; }

    /// <summary>The kinds of the merged values except null; <see cref="SnippetKind.None"/> if there are no others.</summary>
    public SnippetKind KnownKinds => Kinds & ~SnippetKind.Null;

    /// <summary>The values that were merged, in the file's order. Never empty.</summary>
    public IReadOnlyList<SnippetValue> Values => _values;

    /// <summary>The properties of all merged objects, in the order of their first occurrence.</summary>
    public IReadOnlyList<SnippetShapeProperty> Properties => _properties;

    /// <summary>The elements of all merged arrays; <see langword="null"/> if there is no element.</summary>
    public SnippetShape? Item { get; private set; }

    /// <summary>The shape of one value.</summary>
    public static SnippetShape Of(SnippetValue value)
    {
        SnippetShape shape = new();
        shape.Add(value);
        return shape;
    }

    /// <summary>The merged shape of several values; <see langword="null"/> when there are none.</summary>
    public static SnippetShape? OfAll(IReadOnlyList<SnippetValue> values)
    {
        SnippetShape? shape = null;
        foreach (SnippetValue value in values)
        {
            shape ??= new SnippetShape();
            shape.Add(value);
        }

        return shape;
    }

    /// <summary>The property with a name; <see langword="null"/> if no merged object has it.</summary>
    public SnippetShapeProperty? Find(string name) => _byName.TryGetValue(name, out SnippetShapeProperty? found) ? found : null;

    /// <summary>Whether each merged object has the property.</summary>
    public bool IsInEach(SnippetShapeProperty property) => property.Shape._values.Count == _objects;

    private void Add(SnippetValue value)
    {
        _values.Add(value);
        Kinds |= value.Kind;
        if (value.Kind == SnippetKind.Object)
        {
            _objects++;
            foreach (SnippetProperty property in value.Properties)
            {
                SnippetShapeProperty? known = Find(property.Name);
                if (known is null)
                {
                    known = new SnippetShapeProperty(property.Name, property.NameSpan, new SnippetShape());
                    _properties.Add(known);
                    _byName.Add(known.Name, known);
                }

                known.Shape.Add(property.Value);
            }
        }

        foreach (SnippetValue item in value.Items)
        {
            Item ??= new SnippetShape();
            Item.Add(item);
        }
    }
}

/// <summary>A property of merged objects.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="NameSpan">The position of the name's first occurrence in the file.</param>
/// <param name="Shape">The merged shape of all its values.</param>
internal sealed record SnippetShapeProperty(string Name, SnippetSpan NameSpan, SnippetShape Shape);
