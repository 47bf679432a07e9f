using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>A variant of a source. The name says what was changed, for the message of a failing test.</summary>
internal readonly record struct Mutation(string Name, string Text);

/// <summary>
/// Half-typed and damaged variants of a source, made by changing its tokens. The same source has the same variants in the same order on
/// every machine. They are made lazily.
/// </summary>
internal static class Mutations
{
    /// <summary>All variants of the four kinds below, about four for each token.</summary>
    public static IEnumerable<Mutation> Of(string source) =>
        DeleteEach(source).Concat(DuplicateEach(source)).Concat(SwapNeighbours(source)).Concat(CutAfterEach(source));

    /// <summary>The source without one token.</summary>
    public static IEnumerable<Mutation> DeleteEach(string source)
    {
        ImmutableArray<Token> tokens = Tokenize(source);
        for (int index = 0; index < tokens.Length; index++)
        {
            yield return new Mutation($"without token {index} '{tokens[index].Text}'",
                Join(tokens.SetItem(index, tokens[index].Without())));
        }
    }

    /// <summary>The source with one token written twice.</summary>
    public static IEnumerable<Mutation> DuplicateEach(string source)
    {
        ImmutableArray<Token> tokens = Tokenize(source);
        for (int index = 0; index < tokens.Length; index++)
        {
            yield return new Mutation($"token {index} '{tokens[index].Text}' twice", Join(tokens.SetItem(index, tokens[index].Twice())));
        }
    }

    /// <summary>The source with two neighbouring tokens swapped.</summary>
    public static IEnumerable<Mutation> SwapNeighbours(string source)
    {
        ImmutableArray<Token> tokens = Tokenize(source);
        for (int index = 0; index + 1 < tokens.Length; index++)
        {
            if (tokens[index].Text != tokens[index + 1].Text)
            {
                yield return new Mutation($"tokens {index} '{tokens[index].Text}' and '{tokens[index + 1].Text}' swapped",
                    Join(Swap(tokens, index, index + 1)));
            }
        }
    }

    /// <summary>The source cut off after each token, like a file that is typed from top to bottom.</summary>
    public static IEnumerable<Mutation> CutAfterEach(string source)
    {
        ImmutableArray<Token> tokens = Tokenize(source);
        for (int index = 0; index < tokens.Length - 1; index++)
        {
            yield return new Mutation($"cut after token {index} '{tokens[index].Text}'", Join(tokens[..(index + 1)]));
        }
    }

    /// <summary>Variants with two to six random changes each.</summary>
    /// <param name="source">The source.</param>
    /// <param name="count">How many variants.</param>
    /// <param name="seed">The same seed makes the same variants.</param>
    public static IEnumerable<Mutation> Mixes(string source, int count, ulong seed = 1)
    {
        ImmutableArray<Token> original = Tokenize(source);
        if (original.IsEmpty)
        {
            yield break;
        }

        SplitMix random = new(seed);
        for (int variant = 0; variant < count; variant++)
        {
            ImmutableArray<Token> tokens = original;
            int changes = 2 + random.Next(5);
            for (int change = 0; change < changes && tokens.Length > 1; change++)
            {
                tokens = ChangeOnce(tokens, original, random);
            }

            yield return new Mutation($"mix {variant} of seed {seed}", Join(tokens));
        }
    }

    private static ImmutableArray<Token> ChangeOnce(ImmutableArray<Token> tokens, ImmutableArray<Token> original, SplitMix random)
    {
        int index = random.Next(tokens.Length);
        return random.Next(6) switch
        {
            0 => tokens.RemoveAt(index),
            1 => tokens.SetItem(index, tokens[index].Twice()),
            2 => Swap(tokens, index, random.Next(tokens.Length)),
            3 => tokens.Insert(index, original[random.Next(original.Length)] with { Before = " ", After = " " }),
            4 => tokens.SetItem(index, original[random.Next(original.Length)]),
            _ => tokens.RemoveRange(index, Math.Min(tokens.Length - index, 1 + random.Next(8))),
        };
    }

    private static ImmutableArray<Token> Swap(ImmutableArray<Token> tokens, int one, int other) => tokens
        .SetItem(one, tokens[one] with { Text = tokens[other].Text })
        .SetItem(other, tokens[other] with { Text = tokens[one].Text });

    private static ImmutableArray<Token> Tokenize(string source)
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens())
        {
            if (!token.IsMissing && !token.IsKind(SyntaxKind.EndOfFileToken))
            {
                tokens.Add(new Token(token.LeadingTrivia.ToFullString(), token.Text, token.TrailingTrivia.ToFullString()));
            }
            else if (tokens.Count != 0)
            {
                // Text before the end of the file, such as #endif, belongs to the last token.
                tokens[^1] = tokens[^1] with { After = tokens[^1].After + token.LeadingTrivia.ToFullString() };
            }
        }

        return tokens.ToImmutable();
    }

    private static string Join(ImmutableArray<Token> tokens)
    {
        StringBuilder text = new();
        foreach (Token token in tokens)
        {
            text.Append(token.Before).Append(token.Text).Append(token.After);
        }

        return text.ToString();
    }

    private readonly record struct Token(string Before, string Text, string After)
    {
        // The white space and comments around it stay.
        public Token Without() => this with { Text = "" };

        public Token Twice() => this with { Text = Text + " " + Text };
    }

    /// <summary>SplitMix64, because the framework's own seeded generator may change between versions.</summary>
    private sealed class SplitMix(ulong state)
    {
        private ulong _state = state;

        public int Next(int limit)
        {
            unchecked
            {
                ulong value = _state += 0x9E3779B97F4A7C15;
                value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
                value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
                return (int)((value ^ (value >> 31)) % (ulong)limit);
            }
        }
    }
}
