using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The table of types that are written as JSON, for all methods of an interface. Each type is parsed once, and a mistake in it is reported
/// once.
/// </summary>
internal sealed class InputTypeParser(ParseContext context)
{
    /// <summary>The index for a type that can't be written, which was reported at its first use.</summary>
    public const int None = -1;

    private readonly List<InputType?> _types = [];
    private readonly Dictionary<string, int>[] _indexes = [[], [], [], []];
    private readonly List<string> _silenced = [];

    public InputType this[int index] => _types[index]!;

    /// <summary>The name of a type in the table; empty while it is still being parsed.</summary>
    public string NameOf(int index) => _types[index]?.Name ?? "";

    public EquatableArray<InputType> ToTable()
    {
        InputType[] table = new InputType[_types.Count];
        for (int i = 0; i < table.Length; i++)
        {
            // A type that couldn't be parsed leaves an empty entry. The contract is then incomplete, and nothing refers to the entry.
            table[i] = _types[i] ?? Failed;
        }

        return new EquatableArray<InputType>(table);
    }

    /// <summary>Adds a metadata type, which is parsed elsewhere because its members differ from those of an input.</summary>
    public int Add(InputType type)
    {
        _types.Add(type);
        return _types.Count - 1;
    }

    /// <summary>The index of a type in the table; <see cref="None"/> if it can't be written.</summary>
    public int Parse(ITypeSymbol type, NumberForm numbers = NumberForm.Number)
    {
        string name = TypeNames.Qualified(type);
        numbers = HoldsNumbers(type) ? numbers : NumberForm.Number;
        Dictionary<string, int> indexes = _indexes[(int)numbers];
        if (indexes.TryGetValue(name, out int known))
        {
            return known;
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        context.DependOn(type);
        if (context.NestsTooDeep(type, InputRules.NoJsonForm))
        {
            return None;
        }

        int findings = context.Findings.Count;
        int silenced = _silenced.Count;
        bool hadMissingTypes = context.HasMissingTypes;
        int index = _types.Count;
        _types.Add(null);
        indexes.Add(name, index);

        InputType? parsed = new InputShapeParser(context, this).Parse(type, name, numbers);
        if (parsed is null && context.JsonContext?.Knows(type) == true && context.HasMissingTypes == hadMissingTypes)
        {
            context.TakeBackSince(findings);
            ForgetSilencedSince(silenced);
            parsed = New(type, name, InputKind.Context);
        }

        _types[index] = parsed;
        if (parsed is not null)
        {
            return index;
        }

        // A mistake inside a type is reported once, however many parameters have the type. A mistake in a parameter's type itself is
        // reported each time.
        if (HasMembers(type))
        {
            indexes[name] = None;
            _silenced.Add(name);
        }
        else
        {
            indexes.Remove(name);
        }

        return None;
    }

    /// <summary>Forgets types whose findings were removed, so that these are found again at the next use.</summary>
    private void ForgetSilencedSince(int since)
    {
        for (int i = since; i < _silenced.Count; i++)
        {
            foreach (Dictionary<string, int> indexes in _indexes)
            {
                if (indexes.TryGetValue(_silenced[i], out int index) && index == None)
                {
                    indexes.Remove(_silenced[i]);
                }
            }
        }

        _silenced.RemoveRange(since, _silenced.Count - since);
    }

    private static InputType Failed { get; } = new()
    {
        Name = "object",
        ShortName = "Unknown",
        Kind = InputKind.Object,
        IsValueType = false,
    };

    public static InputType New(ITypeSymbol type, string name, InputKind kind) => new()
    {
        Name = name,
        ShortName = ShortNames.Of(type),
        Kind = kind,
        IsValueType = type.IsValueType,
    };

    /// <summary>
    /// Whether <c>[JsonNumberHandling]</c> of a member applies to the type: to a number or a collection, but not to an object, which has
    /// its own attribute.
    /// </summary>
    private static bool HoldsNumbers(ITypeSymbol type)
    {
        ScalarKind scalar = Scalars.KindOf(type.UnwrapNullable());
        return scalar == ScalarKind.None ? Collections.ElementOf(type) is not null : scalar.IsNumber();
    }

    private static bool HasMembers(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !type.IsOfFramework();
}
