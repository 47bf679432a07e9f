using System;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Text;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Rules;

public class NameTextTests
{
    [Theory]
    [InlineData(null, "is empty")]
    [InlineData("", "is empty")]
    [InlineData(" \u00a0\t", "is empty")]
    [InlineData(" brief", "has white space around it")]
    [InlineData("brief\u00a0", "has white space around it")]
    [InlineData("brief\r\n", "has white space around it")]
    [InlineData("brief\u200b", "contains the invisible character U+200B")]
    [InlineData("\ufeffbrief", "contains the invisible character U+FEFF")]
    [InlineData("re\u00adsearch", "contains the invisible character U+00AD")]
    [InlineData("brief\u200d", "contains the invisible character U+200D")]
    [InlineData("brief\u202e", "contains the invisible character U+202E")]
    [InlineData("research\u2011brief", "contains the character U+2011, which looks like '-'")]
    [InlineData("v1\u20132", "contains the character U+2013, which looks like '-'")]
    [InlineData("research\u00a0brief", "contains the character U+00A0, which looks like a space")]
    [InlineData("rese\u0430rch", "contains the character U+0430, which looks like 'a'")]
    [InlineData("\u0412rief", "contains the character U+0412, which looks like 'B'")]
    [InlineData("\u039fcr", "contains the character U+039F, which looks like 'O'")]
    [InlineData("\uff42rief", "contains the character U+FF42, which looks like 'b'")]
    public void Characters_that_look_like_others_are_named(string? name, string mistake) => Assert.Equal(mistake, NameText.MistakeIn(name));

    [Theory]
    [InlineData("research-brief")]
    [InlineData("Research brief (v2.1), \"final\"")]
    [InlineData("r\u00e9sum\u00e9-\u00fcbersicht")]
    [InlineData("\u043e\u0442\u0447\u0451\u0442-\u0441\u0430\u043e\u0440\u0430")]
    [InlineData("API-\u043e\u0442\u0447\u0451\u0442")]
    [InlineData("\u03ba\u03cc\u03bf")]
    [InlineData("\u65e5\u672c\u3000\u8a9e")]
    [InlineData("\uff21\uff22\uff23")]
    [InlineData("\u0646\u0627\u0645\u0647\u200c\u0647\u0627")]
    [InlineData("\ud83d\udc69\u200d\ud83d\udcbb")]
    [InlineData("brief \u2013 long")]
    [InlineData("5\u2013")]
    public void A_name_in_any_script_is_left_alone(string name)
    {
        Assert.Null(NameText.MistakeIn(name));
        Assert.Equal(name, NameText.Corrected(name));
    }

    [Theory]
    [InlineData(" brief\u00a0", "brief")]
    [InlineData("\ufeffre\u00adsearch\u2011brief\u200b", "research-brief")]
    [InlineData("rese\u0430rch\u00a0\uff42rief", "research brief")]
    [InlineData("\u200b", "")]
    public void A_name_is_written_in_plain_characters(string name, string plain)
    {
        Assert.Equal(plain, NameText.Corrected(name));
        Assert.True(plain.Length == 0 || NameText.MistakeIn(plain) is null);
    }

    // Not as data of the test above, because an attribute can't contain half a surrogate pair.
    [Fact]
    public void Half_a_character_is_named_and_left_out()
    {
        Assert.Equal("contains half a character (U+D800), which can't be sent", NameText.MistakeIn("brief\ud800"));
        Assert.Equal("contains half a character (U+DC00), which can't be sent", NameText.MistakeIn("\udc00\ud800"));
        Assert.Equal("brief", NameText.Corrected("br\ud800ief\udc00"));
    }

    [Fact]
    public async Task The_message_names_the_character_by_its_code_point()
    {
        string source = RuleCases.Usings + "[FetchHiveDeployment(\"research\u2011brief\", \"production\")] public partial interface "
            + "IBrief { Task RunAsync([Input(\"t\u200bopic\")] string topic, CancellationToken token); }";

        Diagnostic[] found = [.. await Findings.OfAsync(GeneratorRun.Of<FetchHiveGenerator>(source).Output)];

        Assert.Equal(
            [
                "The deployment name contains the character U+2011, which looks like '-': write it exactly as Fetch Hive's Code Snippet "
                + "dialog shows it",
                "The JSON name of 'topic' contains the invisible character U+200B: write the name of the Start input",
            ],
            found.OrderBy(diagnostic => diagnostic.Location.SourceSpan)
                .Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
