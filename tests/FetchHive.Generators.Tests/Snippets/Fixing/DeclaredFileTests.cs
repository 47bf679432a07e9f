using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using FetchHive.Generators.Snippets;
using FetchHive.Generators.Tests.Snippets.Declaring;
using FetchHive.Tool.Declaring;
using FetchHive.Tool.Snippets;
using Microsoft.CodeAnalysis.Text;
using Verify = FetchHive.Generators.Tests.Snippets.Fixing.SnippetFixes<FetchHive.Generators.CodeFixes.DeclareFix>;

namespace FetchHive.Generators.Tests.Snippets.Fixing;

/// <summary><c>fetchhive declare</c> prints exactly what the code fix writes into a file with an empty interface.</summary>
public class DeclaredFileTests
{
    public static TheoryData<string, string?> Snippets => DeclaredSnippets.All;

    [Theory]
    [MemberData(nameof(Snippets))]
    public Task The_code_fix_writes_the_file_that_the_tool_prints(string snippet, string? output) => Verify.VerifyAsync(
        "using FetchHive;\n\nnamespace Acme;\n\n[FetchHiveDeployment({|FH1003:\"\"|}, {|FH1003:\"\"|})]\n"
            + "internal partial interface {|FH5012:IBrief|};\n",
        Printed(snippet, output),
        snippet,
        change: test =>
        {
            // Other tests of the fix cover fixing all.
            test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
            if (output is not null)
            {
                test.TestState.AdditionalFiles.Add(("/brief.fetchhive.output.json", SourceText.From(output, Encoding.UTF8)));
            }
        });

    private static string Printed(string snippet, string? output)
    {
        SnippetFile file = SnippetFile.ReadSnippet(snippet);
        SnippetOnDisk onDisk = new()
        {
            Path = "/brief.fetchhive.sh",
            Name = SnippetFileName.Of("/brief.fetchhive.sh"),
            Snippet = file.Snippet!,
            Header = file.Header,
            Variant = file.Snippet!.Variants[0].Value,
        };
        List<OutputSample> outputs = output is null ? [] : [SnippetFile.ReadOutput(output).Output!];
        return DeclarationFile.Write(onDisk, outputs, name: null, "Acme", isInternal: true);
    }
}
