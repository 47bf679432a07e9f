using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Snippets;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>Whatever a file contains, reading it ends, doesn't throw, and reports no nonsense.</summary>
public class SnippetFuzzTests
{
    private static readonly string[] Pieces =
    [
        "'", "\"", "\\", "\\\n", "$'", "$(", "`", "^", "^\"", "{", "}", "[", "]", ",", ":", "#", "\n", "\r", " ", "\t", "\u00A0", "\uFEFF",
        "\uFFFD",
        "\0", "\uD83D", "\\ud83d", "\\u", "//", "/*", "*/", "null", "1e", "-", "--", "-d", "@", "curl ", "fhk_",
        "fhk_9tK2mQ7xW4vL1pZ8", "# optional: ", "# fetchhive: ignore ", "…", "😀",
    ];

    public static TheoryData<SnippetCase> Cases =>
        [.. ReadableCases.All.Concat(RefusedCases.All).Where(snippet => snippet.Text.Length < 2_000)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_that_ends_anywhere_is_read_or_refused_once(SnippetCase snippet)
    {
        for (int length = 0; length <= snippet.Text.Length; length++)
        {
            Check(snippet.Text[..length]);
            Check(snippet.Text[length..]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_with_any_damage_is_read_or_refused_once(SnippetCase snippet)
    {
        Random random = new(StableHash(snippet.Text));
        for (int i = 0; i < 400; i++)
        {
            string text = snippet.Text;
            for (int damages = random.Next(1, 4); damages > 0; damages--)
            {
                text = Damage(text, random);
            }

            Check(text);
        }
    }

    [Fact]
    public void A_half_pasted_snippet_of_the_dialog_gives_one_message_about_its_end()
    {
        string text = ReadableCases.All[0].Text;
        int bodyEnd = text.IndexOf("}' \\", StringComparison.Ordinal) + 2;
        for (int length = 0; length < bodyEnd; length++)
        {
            SnippetFile file = SnippetFile.ReadSnippet(text[..length]);

            Assert.Null(file.Snippet);
            Assert.Equal(SnippetProblemKind.Unreadable, Assert.Single(file.Problems).Kind);
        }
    }

    // The length is so large that a reader that isn't about linear would take minutes.
    [Theory]
    [InlineData("'", "")]
    [InlineData("\\", "curl ")]
    [InlineData("\\\n", "curl ")]
    [InlineData("-d'a' ", "curl ")]
    [InlineData("''", "curl u -d ")]
    [InlineData("$'\\u0041'", "curl u -d")]
    [InlineData("{\"a\":", "")]
    [InlineData("[", "{\"a\":")]
    [InlineData("/**/", "{")]
    [InlineData("\\u0041", "{\"")]
    [InlineData("fhk_", "")]
    [InlineData("fhk_9tK2mQ7xW4vL1pZ8 ", "# ")]
    [InlineData("# optional: a, b\n", "")]
    [InlineData("a,b,", "# variants: ")]
    [InlineData("\r\n", "")]
    public void A_long_file_of_one_thing_is_read_in_time(string piece, string start) =>
        Check(start + string.Concat(Enumerable.Repeat(piece, (SnippetFile.MaxLength - start.Length) / piece.Length)));

    [Fact]
    public void A_long_snippet_of_many_inputs_is_read_in_time()
    {
        string[] names = [.. Enumerable.Range(0, 30_000).Select(number => $"input_{number}")];
        string text = $$"""
            # optional: {{string.Join(", ", names)}}
            {"deployment": "brief", "variant": "live", "inputs": { {{string.Join(", ", names.Select(name => $"\"{name}\": 1"))}} } }
            """;

        SnippetFile file = Check(text);

        Assert.Equal(30_000, SnippetShape.Of(file.Snippet!.Inputs!).Properties.Count(property => file.Header.IsOptional(property.Name)));
    }

    private static SnippetFile Check(string text)
    {
        SnippetFile snippet = SnippetFile.ReadSnippet(text);
        SnippetFile output = SnippetFile.ReadOutput(text);
        foreach (SnippetFile file in (SnippetFile[])[snippet, output])
        {
            int unreadable = 0;
            foreach (SnippetProblem problem in file.Problems)
            {
                unreadable += problem.Kind == SnippetProblemKind.Unreadable ? 1 : 0;
                Assert.True(
                    problem.Span.Start >= 0 && problem.Span.Length >= 0 && problem.Span.End <= text.Length,
                    $"{problem} of:\n{text}");
                Assert.True(
                    problem.Message.Length is > 0 and < 600
                        && problem.Message.IndexOfAny(['\r', '\n', '\0']) < 0
                        && !problem.Message.EndsWith('.'),
                    $"{problem} of:\n{text}");
            }

            Assert.True(unreadable <= 1, $"{unreadable} complaints about:\n{text}");
            bool isRead = file.Snippet is not null || file.Output is not null;
            Assert.True(isRead || unreadable == 1, $"Nothing was read, and nothing said, of:\n{text}");
        }

        if (snippet.Snippet is { } read)
        {
            CheckPlaces(read.Body, text);
            Assert.NotEmpty(read.Variants);
        }

        return snippet;
    }

    /// <summary>Checks that each value is inside its owner, and that text without escapes is at the place that the value says.</summary>
    private static void CheckPlaces(SnippetValue value, string text)
    {
        Assert.True(value.Span.Start >= 0 && value.Span.End <= text.Length && value.Span.Length > 0);
        foreach (SnippetProperty property in value.Properties)
        {
            Assert.True(property.NameSpan.Start >= value.Span.Start && property.NameSpan.End <= property.Value.Span.Start);
            if (property.NameSpan.Length == property.Name.Length + 2)
            {
                Assert.Equal(property.Name, text.Substring(property.NameSpan.Start + 1, property.Name.Length));
            }

            CheckPlaces(property.Value, text);
        }

        foreach (SnippetValue item in value.Items)
        {
            CheckPlaces(item, text);
        }
    }

    private static string Damage(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        int length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            3 => text.Remove(at, length).Insert(random.Next(text.Length - length + 1), text.Substring(at, length)),
            _ => text[..at] + Pieces[random.Next(Pieces.Length)] + text[(at + length)..],
        };
    }

    private static int StableHash(string text)
    {
        int hash = 17;
        foreach (char character in text)
        {
            hash = unchecked((hash * 31) + character);
        }

        return hash;
    }
}
