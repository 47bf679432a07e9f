using System.Collections.Generic;
using System.Collections.Immutable;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Compares the objects inside an input with the sample's. It only looks for misspelt properties, because a sample need not have all
/// properties.
/// </summary>
/// <param name="types">The contract's types.</param>
/// <param name="snippet">The snippet.</param>
/// <param name="parameter">The input's parameter.</param>
/// <param name="differences">The list to which differences are added.</param>
internal sealed class PropertyComparison(
    EquatableArray<InputType> types, IndexedFile snippet, IParameterSymbol parameter, List<SnippetDifference> differences)
{
    /// <summary>
    /// Compares a type with the values in its place, as deeply as the sample is nested. So it ends even for a type that contains itself.
    /// </summary>
    /// <param name="index">The type's index.</param>
    /// <param name="shape">The values.</param>
    /// <param name="path">The path of the values: <c>companies[]</c>.</param>
    /// <param name="symbol">The type; <see langword="null"/> if it isn't known.</param>
    public void Compare(int index, SnippetShape shape, string path, ITypeSymbol? symbol)
    {
        if (index < 0)
        {
            return;
        }

        InputType type = types[index];
        switch (type.Kind)
        {
            case InputKind.Nullable:
                Compare(type.Element, shape, path, symbol is null ? null : Symbols.UnwrapNullable(symbol));
                break;
            case InputKind.Collection when shape.Item is { } item:
                Compare(type.Element, item, path + "[]", symbol is null ? null : Collections.ElementOf(symbol));
                break;
            case InputKind.Dictionary:
                ITypeSymbol? valueType = symbol is not null && Collections.IsDictionary(symbol, out _, out ITypeSymbol value)
                    ? value
                    : null;
                foreach (SnippetShapeProperty entry in shape.Properties)
                {
                    Compare(type.Element, entry.Shape, path + "." + entry.Name, valueType);
                }

                break;
            case InputKind.Object when shape.KnownKinds == SnippetKind.Object:
                CompareObject(type, shape, path, symbol);
                break;
        }
    }

    private void CompareObject(InputType type, SnippetShape shape, string path, ITypeSymbol? symbol)
    {
        List<string> missing = [];
        foreach (SnippetShapeProperty property in shape.Properties)
        {
            if (!IsSent(type, property.Name))
            {
                missing.Add(property.Name);
            }
        }

        foreach (InputProperty property in type.Properties)
        {
            if (shape.Find(property.JsonName) is { } known)
            {
                ITypeSymbol? held = MemberSymbols.TypeOf(MemberSymbols.Find(symbol, property.Name));
                Compare(property.Type, known.Shape, path + "." + property.JsonName, held);
            }
            else if (NearNames.Find(property.JsonName, missing) is { } near)
            {
                missing.Remove(near);
                Report(property, path + "." + property.JsonName, shape.Find(near)!, MemberSymbols.Find(symbol, property.Name));
            }
        }
    }

    private void Report(InputProperty property, string path, SnippetShapeProperty near, ISymbol? member)
    {
        Finding finding = new(
            SnippetRules.UnknownProperty, parameter, FindingTarget.Type, attribute: null, path, snippet.Name.Name, near.Name)
        {
            Member = member,
        };
        differences.Add(new SnippetDifference(finding, snippet)
        {
            Span = near.NameSpan,
            Properties = ImmutableDictionary<string, string?>.Empty
                .Add(FindingProperties.Snippet, snippet.Path)
                .Add(FindingProperties.Near, near.Name),
        });
    }

    private static bool IsSent(InputType type, string name)
    {
        foreach (InputProperty property in type.Properties)
        {
            if (property.JsonName == name)
            {
                return true;
            }
        }

        return false;
    }
}
