using System;
using System.Collections.Generic;

using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Text;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Works out how types are written as JSON, and says what can't be. One table for all methods of an interface.</summary>
internal sealed class InputTypeParser(ParseContext context)
{
    /// <summary>The type can't be written; that was said where it was first met.</summary>
    public const int None = -1;

    private readonly List<InputType?> _types = [];
    private readonly HashSet<int> _recursive = [];
    private readonly Dictionary<string, int>[] _indexes = [[], [], [], []];
    private readonly List<string> _silenced = [];

    public InputType this[int index] => _types[index]!;

    public EquatableArray<InputType> ToTable()
    {
        InputType[] table = new InputType[_types.Count];
        for (int i = 0; i < table.Length; i++)
        {
            // A type whose parsing failed leaves its place empty; the contract then isn't complete and nobody refers to it.
            table[i] = _types[i] ?? Failed;
            if (_recursive.Contains(i))
            {
                table[i] = table[i] with { IsRecursive = true };
            }
        }

        return new EquatableArray<InputType>(table);
    }

    /// <summary>Adds a type that was parsed elsewhere: metadata, whose members aren't those of an input.</summary>
    public int Add(InputType type)
    {
        _types.Add(type);
        return _types.Count - 1;
    }

    /// <summary>The index of a type in the table; <see cref="None"/> when it can't be written.</summary>
    public int Parse(ITypeSymbol type, NumberForm numbers = NumberForm.Number)
    {
        string name = TypeNames.Plain(type);
        numbers = HoldsNumbers(type) ? numbers : NumberForm.Number;
        Dictionary<string, int> indexes = _indexes[(int)numbers];
        if (indexes.TryGetValue(name, out int known))
        {
            MarkCycle(known);
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

        InputType? parsed = ParseNew(type, name, numbers);
        if (parsed is null && context.JsonContext?.Knows(type) == true && context.HasMissingTypes == hadMissingTypes)
        {
            context.TakeBackSince(findings);
            SpeakAgainOf(silenced);
            parsed = New(type, name, InputKind.Context);
        }

        _types[index] = parsed;
        if (parsed is not null)
        {
            return index;
        }

        // A mistake deep in a type is one mistake, however many parameters are of the type; a parameter's own type is one each time.
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

    /// <summary>A type that is met while it is still being parsed holds itself, through those that were begun since.</summary>
    private void MarkCycle(int known)
    {
        if (known < 0 || _types[known] is not null)
        {
            return;
        }

        for (int i = known; i < _types.Count; i++)
        {
            if (_types[i] is null)
            {
                _recursive.Add(i);
            }
        }
    }

    /// <summary>What was found in these types was taken back, so it must be found again where they are met next.</summary>
    private void SpeakAgainOf(int since)
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

    private static InputType Failed { get; } = new() { Name = "object", ShortName = "Unknown", Kind = InputKind.Object, IsValueType = false };

    private static InputType New(ITypeSymbol type, string name, InputKind kind) => new()
    {
        Name = name,
        ShortName = ShortNames.Of(type),
        Kind = kind,
        IsValueType = type.IsValueType,
    };

    /// <summary>Whether <c>[JsonNumberHandling]</c> of a member reaches the type: a number, or a collection; not an object, which has its own.</summary>
    private static bool HoldsNumbers(ITypeSymbol type)
    {
        ScalarKind scalar = Scalars.KindOf(type.UnwrapNullable());
        return scalar == ScalarKind.None ? Collections.ElementOf(type) is not null : scalar.IsNumber();
    }

    private static bool HasMembers(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !type.IsOfFramework();

    private InputType? ParseNew(ITypeSymbol type, string name, NumberForm numbers)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            context.NoteMissing(type);
            return null;
        }

        ScalarKind scalar = Scalars.KindOf(type);
        if (scalar != ScalarKind.None)
        {
            return New(type, name, InputKind.Scalar) with { Scalar = scalar, Numbers = numbers };
        }

        if (type is IArrayTypeSymbol { Rank: > 1 })
        {
            context.Report(InputRules.MultiDimensionalArray, context.Path);
            return null;
        }

        if (NoJsonForm.Advice(type.UnwrapNullable()) is { } advice)
        {
            context.Report(InputRules.NoJsonForm, context.Path, TypeNames.Readable(type), advice);
            return null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            int held = Parse(nullable.TypeArguments[0], numbers);
            return held < 0 ? null : New(type, name, InputKind.Nullable) with { Element = held, ElementName = _types[held]?.Name ?? "" };
        }

        return type.TypeKind == TypeKind.Enum
            ? ParseEnum((INamedTypeSymbol)type, name)
            : ParseComposite(type, name, numbers);
    }

    private InputType? ParseEnum(INamedTypeSymbol type, string name)
    {
        JsonAttributes attributes = JsonAttributes.Of(type);
        if (attributes.HasConverter && !attributes.ConvertsEnumToText && !attributes.ConvertsEnumToNumber)
        {
            ReportSerializer(type, "has a custom converter");
            return null;
        }

        if (!attributes.ConvertsEnumToNumber)
        {
            OtherSerializers.CheckEnum(type, "sent", context);
        }

        if (Enums.FirstWrongName(type) is { } wrong)
        {
            context.Report(InputRules.InputName, $"{TypeNames.Readable(type)}.{wrong.Name}", wrong.Mistake, "the name that the workflow knows it by");
            return null;
        }

        return New(type, name, InputKind.Enum) with
        {
            Members = Enums.MembersOf(type),
            IsFlags = Enums.IsFlags(type),
            Underlying = TypeNames.Plain(type.EnumUnderlyingType!),
            Numbers = attributes.ConvertsEnumToNumber ? NumberForm.Number : NumberForm.AsText,
        };
    }

    private InputType? ParseComposite(ITypeSymbol type, string name, NumberForm numbers)
    {
        if (type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic)
        {
            context.Report(InputRules.UnknownShape, type, context.Path, TypeNames.Readable(type), Collections.AdviceForUnknownShape(type));
            return null;
        }

        JsonAttributes attributes = JsonAttributes.Of(type);
        if (MemberForms.SerializerReason(attributes) is { } reason)
        {
            ReportSerializer(type, reason);
            return null;
        }

        if (Collections.ElementOf(type) is not null)
        {
            LostMembers.Check(type, context);
        }

        if (Collections.IsDictionary(type, out ITypeSymbol key, out ITypeSymbol value))
        {
            return ParseDictionary(type, name, key, value, numbers);
        }

        if (Collections.ElementOf(type) is { } element)
        {
            return ParseCollection(type, name, element, numbers);
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract || Collections.IsUntyped(type))
        {
            context.Report(InputRules.UnknownShape, type, context.Path, TypeNames.Readable(type), Collections.AdviceForUnknownShape(type));
            return null;
        }

        if (NoJsonForm.IsFrameworkType(type))
        {
            context.Report(InputRules.NoJsonForm, context.Path, TypeNames.Readable(type), NoJsonForm.FrameworkTypeAdvice);
            return null;
        }

        return ParseObject((INamedTypeSymbol)type, name, attributes);
    }

    private InputType? ParseCollection(ITypeSymbol type, string name, ITypeSymbol element, NumberForm numbers)
    {
        context.Push("[]");
        int index = Parse(element, numbers);
        context.Pop();
        if (index < 0)
        {
            return null;
        }

        string elementName = TypeNames.Annotated(element);
        return New(type, name, InputKind.Collection) with
        {
            Element = index,
            ElementName = elementName,
            Form = Collections.FormOf(type),
            WalkedAs = Collections.WalksAsItself(type) ? "" : $"global::System.Collections.Generic.IEnumerable<{elementName}>",
        };
    }

    private InputType? ParseDictionary(ITypeSymbol type, string name, ITypeSymbol key, ITypeSymbol value, NumberForm numbers)
    {
        ScalarKind scalar = Scalars.KindOf(key);
        bool isUsable = scalar is ScalarKind.String or ScalarKind.Guid || scalar.IsNumber() || key.TypeKind == TypeKind.Enum;
        if (!isUsable)
        {
            if (key.TypeKind == TypeKind.Error)
            {
                context.NoteMissing(key);
            }
            else
            {
                context.Report(InputRules.DictionaryKey, context.Path, TypeNames.Readable(key));
            }

            return null;
        }

        context.Push("[]");
        int keyIndex = Parse(key);
        int valueIndex = Parse(value, numbers);
        context.Pop();
        if (keyIndex < 0 || valueIndex < 0)
        {
            return null;
        }

        string keyName = TypeNames.Annotated(key);
        string valueName = TypeNames.Annotated(value);
        return New(type, name, InputKind.Dictionary) with
        {
            Key = keyIndex,
            KeyName = keyName,
            Element = valueIndex,
            ElementName = valueName,
            WalkedAs = Collections.WalksAsItself(type)
                ? ""
                : $"global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<{keyName}, {valueName}>>",
        };
    }

    private InputType? ParseObject(INamedTypeSymbol type, string name, JsonAttributes attributes)
    {
        List<JsonMember> members = JsonMembers.Of(type, context, StringComparer.Ordinal);
        members.RemoveAll(member => member.Attributes.IgnoreAlways || member.Attributes.IgnoreWhenWriting || !member.CanRead);
        JsonMember.SortByOrder(members);
        if (members.Count == 0 && !Symbols.IsBeingTyped(type, context.CancellationToken))
        {
            context.Report(InputRules.EmptyInput, context.Path, TypeNames.Readable(type));
        }

        List<InputProperty>? properties = ParseProperties(type, members, attributes);
        return properties is null ? null : New(type, name, InputKind.Object) with { Properties = new EquatableArray<InputProperty>(properties) };
    }

    /// <summary><see langword="null"/> when one of them can't be written.</summary>
    private List<InputProperty>? ParseProperties(INamedTypeSymbol type, List<JsonMember> members, JsonAttributes attributes)
    {
        Dictionary<string, string> namesTaken = [];
        List<InputProperty> properties = [];
        bool isComplete = true;
        foreach (JsonMember member in members)
        {
            if (!member.IsReadable)
            {
                context.Report(InputRules.NotReadable, context.Path, TypeNames.Readable(type), member.Symbol.Name);
                isComplete = false;
                continue;
            }

            if (MemberForms.SerializerReason(member) is { } reason)
            {
                ReportSerializer(type, reason);
                isComplete = false;
                continue;
            }

            string jsonName = member.JsonName;
            context.Push(member.Symbol);
            if (jsonName.Length == 0 || NameText.HasLoneSurrogate(jsonName))
            {
                // Other odd names may be those of somebody else's format.
                context.Report(InputRules.InputName, context.Path, NameText.MistakeIn(jsonName)!, "the name that the workflow reads it by");
                isComplete = false;
            }
            else if (namesTaken.TryGetValue(jsonName, out string? other))
            {
                context.Report(InputRules.DuplicateInput, context.Path, context.PathOfSibling(other), jsonName, "[JsonPropertyName]");
                isComplete = false;
            }
            else
            {
                namesTaken.Add(jsonName, member.Symbol.Name);
            }

            BytesAsText.Check(member.Type, context);
            OtherSerializers.Check(member.Symbol, member.Attributes, jsonName, "sent", context);
            int index = Parse(member.Type, MemberForms.NumbersOf(member, attributes));
            context.Pop();

            isComplete &= index >= 0;
            properties.Add(new InputProperty
            {
                Name = TypeNames.Identifier(member.Symbol.Name),
                HiddenIn = MemberForms.HiddenIn(member, type),
                JsonName = jsonName,
                Type = index,
                TypeName = TypeNames.Annotated(member.Type),
                CanBeNull = member.Type.CanHoldNull(),
                Ignore = MemberForms.ConditionOf(member),
            });
        }

        return isComplete ? properties : null;
    }

    private void ReportSerializer(ITypeSymbol type, string reason)
    {
        if (context.HasWrongJsonContext)
        {
            // What the right one knows can't be told.
            context.HasMissingTypes = true;
        }
        else if (context.JsonContext is not { } json)
        {
            context.Report(InputRules.NeedsSerializer, type, context.Path, TypeNames.Readable(type), reason);
        }
        else
        {
            context.Report(InputRules.ContextDoesNotKnow, type, context.Path, TypeNames.Readable(type), reason, json.ReadableName);
        }
    }
}
