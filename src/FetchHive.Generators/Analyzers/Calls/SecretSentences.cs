using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace FetchHive.Generators.Analyzers.Calls;

/// <summary>Distinguishes text for people from text for programs, such as a header or a record in a store.</summary>
internal static class SecretSentences
{
    // "The secret is " has the words of a sentence, "Bearer " doesn't.
    private const int MinWords = 2;

    /// <summary>Whether the concatenated text reads like a sentence.</summary>
    public static bool Is(IOperation text)
    {
        if (text is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Add }
            or IBinaryOperation { Type.SpecialType: not SpecialType.System_String }
            || text.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add })
        {
            return false;
        }

        foreach (IOperation part in text.DescendantsAndSelf())
        {
            if (part is ILiteralOperation && Operations.ConstantTextOf(part) is { } literal && Words(literal) >= MinWords)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text is passed to a place that is checked separately.</summary>
    public static bool IsArgumentOfSink(IOperation text, ISymbol containing)
    {
        for (IOperation? parent = text.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IInvocationOperation call:
                    return Sinks.Of(call.TargetMethod) is not null
                        || Sinks.IsConsoleWriter(call)
                        || HttpResponses.Writes(call.TargetMethod);
                case IObjectCreationOperation { Type: { } type }:
                    return type.Name.EndsWith("Exception", System.StringComparison.Ordinal) || HttpResponses.IsResult(type);
                case IConversionOperation { OperatorMethod: not null }:
                    return true;
                case IReturnOperation returned:
                    return HttpResponses.IsResponse(returned, containing);
                case IVariableDeclaratorOperation:
                    return true;
                case IExpressionStatementOperation:
                    return false;
            }
        }

        return false;
    }

    private static int Words(string text)
    {
        int words = 0;
        int length = 0;
        foreach (char c in text + " ")
        {
            if (char.IsLetter(c))
            {
                length++;
                continue;
            }

            words += length > 1 && c is ' ' or ',' or '.' or ':' ? 1 : 0;
            length = 0;
        }

        return words;
    }
}
