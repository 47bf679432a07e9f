using System;
using System.Linq;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>A user's build prints each mistake once, at the right place, in the words of the documentation, and nothing else.</summary>
public sealed class MistakeTests(BuiltMistakes build) : IClassFixture<BuiltMistakes>
{
    public static TheoryData<string> Names =>
        [.. Mistake.OfRulePages().Append(Mistake.OfReadme()).Concat(Mistake.OfCallsThatStayValid()).Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_printed_as_documented(string name)
    {
        Mistake mistake = build.Mistakes.Single(mistake => mistake.Name == name);

        // The project raises rules of severity info to warnings, because builds don't print infos.
        string[] expected = [
            .. (mistake.NeedsItsOwnProject ? mistake.OwnLines() : mistake.IsolatedLines()).Select(line => line.Replace(": info FH",
            ": warning FH", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        string[] printed = [.. build.LinesOf(name).Order(StringComparer.Ordinal)];

        Assert.Equal(expected, printed);
    }

    [Fact]
    public void The_mistakes_bury_nothing_under_errors_of_generated_code() => Assert.Empty(build.OtherLines());

    [Fact]
    public void The_readme_shows_five_mistakes() => Assert.Equal(5, Mistake.OfReadme().Expected.Length);
}
