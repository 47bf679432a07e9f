using FetchHive.Generators.Model;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>Determines how one type is written as JSON, and reports types that can't be.</summary>
internal sealed class InputShapeParser(ParseContext context, InputTypeParser types)
{
    public InputType? Parse(ITypeSymbol type, string name, NumberForm numbers)
    {
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter)
        {
            context.NoteMissing(type);
            return null;
        }

        ScalarKind scalar = Scalars.KindOf(type);
        if (scalar != ScalarKind.None)
        {
            return InputTypeParser.New(type, name, InputKind.Scalar) with { Scalar = scalar, Numbers = numbers };
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
            int held = types.Parse(nullable.TypeArguments[0], numbers);
            return held < 0
                ? null
                : InputTypeParser.New(type, name, InputKind.Nullable) with { Element = held, ElementName = types.NameOf(held) };
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
            MissingSerializer.Report(type, "has a custom converter", context);
            return null;
        }

        if (!attributes.ConvertsEnumToNumber)
        {
            OtherSerializers.CheckEnum(type, "sent", context);
        }

        if (Enums.FirstWrongName(type) is { } wrong)
        {
            string member = $"{TypeNames.Readable(type)}.{wrong.Name}";
            context.Report(InputRules.InputName, member, wrong.Mistake, "the name that the workflow knows it by");
            return null;
        }

        return InputTypeParser.New(type, name, InputKind.Enum) with
        {
            Members = Enums.MembersOf(type),
            IsFlags = Enums.IsFlags(type),
            Underlying = TypeNames.Qualified(type.EnumUnderlyingType!),
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
            MissingSerializer.Report(type, reason, context);
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

        return new InputObjectParser(context, types).Parse((INamedTypeSymbol)type, name, attributes);
    }

    private InputType? ParseCollection(ITypeSymbol type, string name, ITypeSymbol element, NumberForm numbers)
    {
        context.Push("[]");
        int index = types.Parse(element, numbers);
        context.Pop();
        if (index < 0)
        {
            return null;
        }

        string elementName = TypeNames.Annotated(element);
        return InputTypeParser.New(type, name, InputKind.Collection) with
        {
            Element = index,
            ElementName = elementName,
            Form = Collections.FormOf(type),
            WalkedAs = Collections.IsEnumeratedDirectly(type) ? "" : $"global::System.Collections.Generic.IEnumerable<{elementName}>",
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
        int keyIndex = types.Parse(key);
        int valueIndex = types.Parse(value, numbers);
        context.Pop();
        if (keyIndex < 0 || valueIndex < 0)
        {
            return null;
        }

        string keyName = TypeNames.Annotated(key);
        string valueName = TypeNames.Annotated(value);
        string pairName = $"global::System.Collections.Generic.KeyValuePair<{keyName}, {valueName}>";
        return InputTypeParser.New(type, name, InputKind.Dictionary) with
        {
            Key = keyIndex,
            KeyName = keyName,
            Element = valueIndex,
            ElementName = valueName,
            WalkedAs = Collections.IsEnumeratedDirectly(type) ? "" : $"global::System.Collections.Generic.IEnumerable<{pairName}>",
        };
    }
}
