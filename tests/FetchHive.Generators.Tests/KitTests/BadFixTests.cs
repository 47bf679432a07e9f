using System;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Sdk;

namespace FetchHive.Generators.Tests.KitTests;

public class BadFixTests
{
    [Fact]
    public Task A_fix_that_changes_nothing_fails() => FailsAsync<FixThatChangesNothing>("class [|a|] { }", "class A { }", "changes nothing");

    [Fact]
    public Task A_fix_that_leaves_its_diagnostic_fails() => FailsAsync<FixThatNeverEnds>("class [|a|] { }", "class A { }", "doesn't remove its diagnostic");

    [Fact]
    public async Task A_fix_that_breaks_the_code_fails()
    {
        await FailsAsync<FixThatBreaksTheCode>("class [|a|] { }", "class A { } class", "CS1001");
        await FailsAsync<FixThatBreaksTheCode>("class [|a|] { }", "class A { }", "+class A { } class");
    }

    [Fact]
    public async Task A_fix_that_throws_fails() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        CodeFixVerifier<CapitalAnalyzer, FixThatThrows>.VerifyCodeFixAsync("class [|a|] { }", "class A { }"));

    [Fact]
    public Task A_fix_without_equivalence_key_fails() => FailsAsync<FixWithoutKey>("class [|a|] { }", "class A { }", "equivalence key");

    [Fact]
    public Task A_fix_without_fix_all_needs_no_equivalence_key() =>
        CodeFixVerifier<CapitalAnalyzer, FixWithoutFixAll>.VerifyCodeFixAsync("class [|a|] { } class [|b|] { }", "class A { } class B { }");

    [Fact]
    public async Task Fix_all_that_leaves_something_fails()
    {
        await FailsAsync<FixWithBadFixAll>("class [|a|] { } class [|b|] { }", "class A { } class B { }", "Fix-all in the solution left something");
        await new CodeFixVerifier<CapitalAnalyzer, FixWithBadFixAll>.Test
        {
            TestCode = "class [|a|] { } class [|b|] { }",
            FixedCode = "class A { } class B { }",
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
        }.RunAsync();
    }

    [Fact]
    public async Task Fix_all_that_gives_another_text_fails_unless_that_is_stated()
    {
        await FailsAsync<FixWithOtherFixAll>("class [|a|] { } class [|b|] { }", "class A { } class B { }", "fix-all in the document");
        await new CodeFixVerifier<CapitalAnalyzer, FixWithOtherFixAll>.Test
        {
            TestCode = "class [|a|] { } class [|b|] { }",
            FixedCode = "class A { } class B { }",
            BatchFixedCode = "class A { } class B { }// all",
        }.RunAsync();
    }

    [Fact]
    public Task What_the_compiler_reports_can_be_fixed_too() =>
        CodeFixVerifier<EmptyDiagnosticAnalyzer, FixOfACompilerError>.VerifyCodeFixAsync("class A : {|CS0246:Missing|} { }", "class A : object { }");

    private static async Task FailsAsync<TFix>(string source, string fixedSource, string message)
        where TFix : CodeFixProvider, new()
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => CodeFixVerifier<CapitalAnalyzer, TFix>.VerifyCodeFixAsync(source, fixedSource));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }
}
