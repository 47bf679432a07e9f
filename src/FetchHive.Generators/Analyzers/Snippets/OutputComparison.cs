using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Model;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Snippets;

/// <summary>
/// Compares a method's output type with a sample of outputs. It finds values that the reader would refuse, and misspelt names.
/// </summary>
/// <param name="types">The contract's types.</param>
/// <param name="sample">The sample's file.</param>
/// <param name="method">The method.</param>
/// <param name="differences">The list to which differences are added.</param>
internal sealed class OutputComparison(
    EquatableArray<OutputType> types, IndexedFile sample, IMethodSymbol method, List<SnippetDifference> differences)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Compares a type with a value, as deeply as the sample is nested.</summary>
    /// <param name="output">The sample.</param>
    /// <param name="index">The index of the output type.</param>
    /// <param name="symbol">The output type.</param>
    public void Compare(SnippetValue output, int index, ITypeSymbol symbol)
    {
        // Text may be JSON or contain JSON. Whether null is allowed depends on the method's return type.
        if (output.Kind is not (SnippetKind.Text or SnippetKind.Null))
        {
            Compare(output, index, "", symbol, member: null, "");
        }
    }

    private void Compare(SnippetValue value, int index, string path, ITypeSymbol? symbol, ISymbol? member, string within)
    {
        if (index < 0)
        {
            return;
        }

        OutputType type = types[index];
        if (type.Kind == OutputTypeKind.Nullable)
        {
            if (value.Kind != SnippetKind.Null)
            {
                Compare(value, type.Parts[0], path, symbol is null ? null : Symbols.UnwrapNullable(symbol), member, within);
            }

            return;
        }

        if (value.Kind == SnippetKind.Null)
        {
            if (type.IsValueType && type.Kind is OutputTypeKind.Scalar or OutputTypeKind.Enum && !type.Scalar.IsJson())
            {
                Report(path, "is null", member, within, "can't be null", value.Span, FindingProperties.Nullable);
            }

            return;
        }

        switch (type.Kind)
        {
            case OutputTypeKind.Scalar when !Reads(type.Scalar, value):
                Report(path, "is " + Describe(value), member, within, "reads " + Describe(type.Scalar), value.Span, fix: null);
                break;
            case OutputTypeKind.Enum when value.Kind is not (SnippetKind.Text or SnippetKind.Number):
                Report(path, "is " + Describe(value), member, within, "reads the name of a member", value.Span, fix: null);
                break;
            case OutputTypeKind.Collection or OutputTypeKind.ImmutableCollection when type.Parts.Length == 2:
                CompareDictionary(value, type, path, symbol, member, within);
                break;
            case OutputTypeKind.Collection or OutputTypeKind.ImmutableCollection:
                CompareItems(value, type, path, symbol, member, within);
                break;
            case OutputTypeKind.Object when value.Kind == SnippetKind.Object:
                CompareObject(value, type, path, symbol);
                break;
            case OutputTypeKind.Object:
                Report(path, "is " + Describe(value), member, within, "reads an object", value.Span, fix: null);
                break;
        }
    }

    private void CompareItems(SnippetValue value, OutputType type, string path, ITypeSymbol? symbol, ISymbol? member, string within)
    {
        if (value.Kind != SnippetKind.Array)
        {
            Report(path, "is " + Describe(value), member, within, "reads an array", value.Span, fix: null);
            return;
        }

        ITypeSymbol? element = symbol is null ? null : Collections.ElementOf(symbol);
        foreach (SnippetValue item in value.Items)
        {
            Compare(item, type.Parts[0], path + "[]", element, member, within + "[]");
        }
    }

    private void CompareDictionary(
        SnippetValue value, OutputType type, string path, ITypeSymbol? symbol, ISymbol? member, string within)
    {
        if (value.Kind != SnippetKind.Object)
        {
            Report(path, "is " + Describe(value), member, within, "reads an object", value.Span, fix: null);
            return;
        }

        ITypeSymbol? element = symbol is not null && Collections.IsDictionary(symbol, out _, out ITypeSymbol held) ? held : null;
        foreach (SnippetProperty entry in value.Properties)
        {
            Compare(entry.Value, type.Parts[1], Join(path, entry.Name), element, member, within + "[]");
        }
    }

    private void CompareObject(SnippetValue value, OutputType type, string path, ITypeSymbol? symbol)
    {
        List<string> unread = [];
        foreach (SnippetProperty property in value.Properties)
        {
            if (!IsRead(type, property.Name))
            {
                unread.Add(property.Name);
            }
        }

        foreach (OutputProperty property in type.Properties)
        {
            if (property.IsExtensionData || property.IsIgnored)
            {
                continue;
            }

            ISymbol? member = MemberSymbols.Find(symbol, property.Name);
            if (Find(value, property.JsonName) is not { } found)
            {
                CompareMissing(value, type, property, unread, path, member);
            }
            else if (found.Value.Kind == SnippetKind.Null && property.RefusesNull)
            {
                Report(Join(path, property.JsonName), "is null", member, "", "can't be null", found.Value.Span, FindingProperties.Nullable);
            }
            else if (property.NumberHandling < 0)
            {
                Compare(found.Value, property.Type, Join(path, property.JsonName), MemberSymbols.TypeOf(member), member, "");
            }
        }
    }

    private void CompareMissing(
        SnippetValue value, OutputType type, OutputProperty property, List<string> unread, string path, ISymbol? member)
    {
        string place = Join(path, property.JsonName);
        if (NearNames.Find(property.JsonName, unread) is { } near)
        {
            unread.Remove(near);
            Report(place, "is missing", member, "", $"'{near}' is there", Find(value, near)!.NameSpan, FindingProperties.Near, near);
        }
        else if (MustBeThere(type, property))
        {
            // A member that is declared as required stays required if it is nullable.
            Report(place, "is missing", member, "", "must be there", value.Span, property.IsRequired ? null : FindingProperties.Nullable);
        }
    }

    private void Report(
        string path, string what, ISymbol? member, string within, string needs, SnippetSpan span, string? fix, string value = "")
    {
        string subject = member is null ? method.Name : $"{member.ContainingType.Name}.{member.Name}";
        string second = fix == FindingProperties.Near ? needs : $"'{subject}' {needs}";
        if (!_reported.Add(path + "\n" + second))
        {
            return;
        }

        string first = path.Length == 0 ? $"The output {what}" : $"'{path}' {what}";
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(FindingProperties.Snippet, sample.Path)
            .Add(FindingProperties.Path, path)
            .Add(FindingProperties.Within, within);
        differences.Add(new SnippetDifference(
            new Finding(SnippetRules.UnfitOutput, method, FindingTarget.Type, attribute: null, first, sample.Name.Name,
                second)
            { Member = member }, sample)
        {
            Span = span,
            Properties = fix is null ? properties : properties.Add(fix, value),
        });
    }

    /// <summary>
    /// Whether the reader requires a property: a constructor parameter that is neither nullable nor has a default value, or a required
    /// member.
    /// </summary>
    private static bool MustBeThere(OutputType type, OutputProperty property)
    {
        foreach (OutputParameter parameter in type.Parameters)
        {
            if (string.Equals(parameter.ClrName, property.ClrName, StringComparison.OrdinalIgnoreCase))
            {
                return !parameter.HasDefault;
            }
        }

        return property.IsRequired;
    }

    private static bool IsRead(OutputType type, string name)
    {
        foreach (OutputProperty property in type.Properties)
        {
            if (string.Equals(property.JsonName, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a property. In outputs, the letter case of names doesn't matter.</summary>
    private static SnippetProperty? Find(SnippetValue value, string name)
    {
        foreach (SnippetProperty property in value.Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property;
            }
        }

        return null;
    }

    private static bool Reads(ScalarKind scalar, SnippetValue value) => value.Kind switch
    {
        _ when scalar is ScalarKind.JsonObject => value.Kind is SnippetKind.Object or SnippetKind.Text,
        _ when scalar is ScalarKind.JsonArray => value.Kind is SnippetKind.Array or SnippetKind.Text,
        _ when scalar.IsJson() => true,
        SnippetKind.Number => scalar == ScalarKind.String || (scalar.IsNumber() && (scalar >= ScalarKind.Half || IsWhole(value.Text))),
        SnippetKind.Boolean => scalar == ScalarKind.Boolean,
        SnippetKind.Text => scalar == ScalarKind.Boolean ? bool.TryParse(value.Text, out _)
            : !scalar.IsNumber() || double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    /// <summary>Whether all digits after the decimal point are zeros.</summary>
    private static bool IsWhole(string number)
    {
        int point = number.IndexOf('.');
        return number.IndexOfAny(['e', 'E']) < 0 && (point < 0 || number.Substring(point + 1).Trim('0').Length == 0);
    }

    private static string Describe(SnippetValue value) =>
        value.Kind == SnippetKind.Number ? "the number " + value.Text : SentKinds.Describe(value.Kind);

    private static string Describe(ScalarKind scalar) =>
        scalar.IsNumber() ? scalar >= ScalarKind.Half ? "a number" : "a whole number"
        : scalar == ScalarKind.Boolean ? "true or false"
        : scalar == ScalarKind.JsonObject ? "an object"
        : scalar == ScalarKind.JsonArray ? "an array"
        : "text";

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
