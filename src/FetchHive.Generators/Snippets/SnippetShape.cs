using System.Collections.Generic;

namespace FetchHive.Generators.Snippets;

/// <summary>
/// The merged shape of several values: of a single value, or of all elements of all arrays in the same place.
/// </summary>
internal sealed class SnippetShape
{
    private readonly List<SnippetValue> _values = [];
    private readonly List<SnippetShapeProperty> _properties = [];
    private readonly Dictionary<string, SnippetShapeProperty> _byName = new(System.StringComparer.Ordinal);
    private int _objects;

    private SnippetShape()
    {
    }

    /// <summary>All kinds that were seen here, <see cref="SnippetKind.Null"/> among them.</summary>
    public SnippetKind Kinds { get; private set; }

    /// <summary>The kinds that were seen here besides null; <see cref="SnippetKind.None"/> when there were none.</summary>
    public SnippetKind KnownKinds => Kinds & ~SnippetKind.Null;

    /// <summary>The values that were merged, in the file's order. Never empty.</summary>
    public IReadOnlyList<SnippetValue> Values => _values;

    /// <summary>The properties of all objects seen here, in the order of their first occurrence.</summary>
    public IReadOnlyList<SnippetShapeProperty> Properties => _properties;

    /// <summary>The elements of all arrays seen here; <see langword="null"/> when there was no element.</summary>
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

    /// <summary>The property of that name; <see langword="null"/> when no object here has it.</summary>
    public SnippetShapeProperty? Find(string name) => _byName.TryGetValue(name, out SnippetShapeProperty? found) ? found : null;

    /// <summary>Whether each object seen here has the property.</summary>
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

/// <summary>A property that objects in one place have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where it first stands in the file.</param>
/// <param name="Shape">All its values.</param>
internal sealed record SnippetShapeProperty(string Name, SnippetSpan NameSpan, SnippetShape Shape);
