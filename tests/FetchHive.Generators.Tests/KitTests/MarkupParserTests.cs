using System;
using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.KitTests;

public class MarkupParserTests
{
    [Fact]
    public void Marks_are_taken_out_and_their_spans_kept()
    {
        MarkedSource source = MarkupParser.Parse(("A.cs", "class {|FH1001:A|}\n{\n    int [|b|], {|#12:c|};\n}"));

        Assert.Equal("class A\n{\n    int b, c;\n}", source.Text);
        Assert.Equal(["FH1001", null, "#12"], source.Spans.Select(span => span.Label));
        Assert.Equal([null, null, 12], source.Spans.Select(span => span.Number));
        Assert.Equal("A", source.Text.Substring(source.Spans[0].Span.Start, source.Spans[0].Span.Length));
        Assert.Equal(new LinePositionSpan(new LinePosition(2, 8), new LinePosition(2, 9)), source.Spans[1].Lines);
        Assert.Equal("A.cs", source.Spans[2].Path);
    }

    [Fact]
    public void Marks_nest()
    {
        MarkedSource source = MarkupParser.Parse("{|FH1001:a {|FH1002:b|} [|c|]|}");

        Assert.Equal("a b c", source.Text);
        Assert.Equal(["FH1001", "FH1002", null], source.Spans.Select(span => span.Label));
        Assert.Equal(new TextSpan(0, 5), source.Spans[0].Span);
    }

    [Fact]
    public void Positions_are_marked_with_two_dollars()
    {
        MarkedSource source = MarkupParser.Parse("class $$A { }");

        Assert.Equal("class A { }", source.Text);
        Assert.Equal(6, source.Position);
        Assert.Throws<InvalidOperationException>(() => MarkupParser.Parse("class A { }").Position);
    }

    [Theory]
    [InlineData("string s = $$\"\"\"{{x}}\"\"\";")]
    [InlineData("string s = $$$\"\"\"{{{x}}}\"\"\";")]
    [InlineData("bool b = x is [1, ..] || y is { Length: 1 };")]
    [InlineData("string s = $\"{x}|}\";", true)]
    public void What_is_csharp_stays(string text, bool fails = false)
    {
        if (fails)
        {
            Assert.Throws<FormatException>(() => MarkupParser.Parse(text));
        }
        else
        {
            Assert.Equal(text, MarkupParser.Parse(text).Text);
        }
    }

    [Theory]
    [InlineData("a\n {|FH1001:b", "(2,2)")]
    [InlineData("a [|b", "(1,3)")]
    [InlineData("a |}", "(1,3)")]
    [InlineData("[|a|}", "(1,4)")]
    [InlineData("{|FH1001:a [|b|} c|]", "(1,15)")]
    public void A_mark_that_does_not_close_is_an_error_that_says_where(string text, string where)
    {
        FormatException exception = Assert.Throws<FormatException>(() => MarkupParser.Parse(text));

        Assert.Contains(where, exception.Message, StringComparison.Ordinal);
    }
}
