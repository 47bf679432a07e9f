using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.Analyzers.Snippets;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using FetchHive.Generators.Tests.Snippets.Comparing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Snippets;

/// <summary>A file that isn't a snippet causes one error in the build, whatever it contains, and takes hardly any time or memory.</summary>
public class BadSnippetTests
{
    private const string Declaration =
        "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { "
            + "Task<string> RunAsync(string topic, CancellationToken token = default); }";

    public static TheoryData<string> Names => [.. BadSnippets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_file_gives_one_message_beside_the_declaration_of_its_deployment(string name)
    {
        (string place, string message) = BadSnippets.ComplaintOf(name);

        Assert.Equal(
            [$"/brief.fetchhive.sh{place}: error FH5001: 'brief.fetchhive.sh' can't be read: {message}"],
            await FindAsync(TextOf(BadSnippets.FileOf(name))));
    }

    [Theory]
    [InlineData("Latin-1")]
    [InlineData("two bytes that no UTF-8 has")]
    public async Task A_file_that_is_not_UTF8_is_refused_even_if_the_compiler_reads_it_with_a_code_page(string name)
    {
        (string place, string message) = BadSnippets.ComplaintOf(name);

        Assert.Equal(
            [$"/brief.fetchhive.sh{place}: error FH5001: 'brief.fetchhive.sh' can't be read: {message}"],
            await FindAsync(SourceText.From(Encoding.Latin1.GetString(BadSnippets.FileOf(name)), Encoding.Latin1)));
    }

    [Fact]
    public async Task UTF8_is_read_as_such_whatever_code_page_the_compiler_uses()
    {
        byte[] file = Encoding.UTF8.GetBytes(Compared.Body("""{"größe": 1}"""));
        string[] found = await FindAsync(SourceText.From(Encoding.Latin1.GetString(file), Encoding.Latin1));

        Assert.Contains("it has größe", Assert.Single(found, line => line.Contains("FH5002", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_tells_how_a_file_is_read(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(Compared.Body("""{"größe": 1, "topic": "a"}"""))];

        Assert.Contains("an input 'größe'", Assert.Single(await FindAsync(TextOf(file))), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_never_parsed() => Assert.Equal(
        ["/brief.fetchhive.output.json(1,1)", "/brief.fetchhive.sh(1,1)"],
        (await FindAsync(
            CompilationSetup.Default.Compile(Compared.Usings + Declaration),
            new File("/brief.fetchhive.sh", new UnreadableText()), new File("/brief.fetchhive.output.json", new UnreadableText())))
            .Select(line => line.Split(':')[0]));

    // Reading a deep or damaged file allocates a small multiple of the file's length.
    [Theory]
    [InlineData("arrays 10,000 deep")]
    [InlineData("objects 10,000 deep")]
    [InlineData("a cURL 10,000 deep")]
    [InlineData("an open quote")]
    public void Reading_a_bad_file_takes_memory_in_proportion_to_it(string name)
    {
        string text = Encoding.UTF8.GetString(BadSnippets.FileOf(name));
        SnippetFile.ReadSnippet(text);

        long before = System.GC.GetAllocatedBytesForCurrentThread();
        SnippetFile.ReadSnippet(text);

        Assert.InRange(System.GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000 + (40 * text.Length));
    }

    /// <summary>Reads a file as the compiler does on every system except Windows.</summary>
    private static SourceText TextOf(byte[] file)
    {
        using MemoryStream stream = new(file);
        return SourceText.From(stream, Encoding.UTF8);
    }

    private static Task<string[]> FindAsync(SourceText text) => FindAsync(
        CompilationSetup.Default.Compile(Compared.Usings + Declaration), new File("/brief.fetchhive.sh", text));

    private static async Task<string[]> FindAsync(Compilation compilation, params File[] files)
    {
        ImmutableArray<Diagnostic> found = await AnalyzerRun.FindAsync(
            compilation, new AnalyzerOptions([.. files]), new DeploymentAnalyzer(), new SnippetAnalyzer(), new SnippetCallAnalyzer());
        return [.. found.Select(ExampleBuild.Print).Order(System.StringComparer.Ordinal)];
    }

    private sealed class File(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class UnreadableText : SourceText
    {
        public override Encoding Encoding => Encoding.Latin1;

        public override int Length => 50_000_000;

        public override char this[int position] => throw new System.InvalidOperationException("It was looked at.");

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
            throw new System.InvalidOperationException("It was looked at.");
    }
}
