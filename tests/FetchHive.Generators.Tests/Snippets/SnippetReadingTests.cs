namespace FetchHive.Generators.Tests.Snippets;

public class SnippetReadingTests
{
    public static TheoryData<SnippetCase> Readable => [.. ReadableCases.All];

    public static TheoryData<SnippetCase> Refused => [.. RefusedCases.All];

    [Theory]
    [MemberData(nameof(Readable))]
    public void Commands_that_people_paste_are_read(SnippetCase snippet) => Assert.Equal(snippet.Expected, SnippetText.Of(snippet.Text));

    [Theory]
    [MemberData(nameof(Refused))]
    public void Everything_else_is_refused_with_what_it_is_and_what_was_expected(SnippetCase snippet) =>
        Assert.Equal(snippet.Expected, SnippetText.Of(snippet.Text));
}
