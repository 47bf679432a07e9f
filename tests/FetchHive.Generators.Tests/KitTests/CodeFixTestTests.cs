using System;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Xunit.Sdk;
using Verify = FetchHive.Generators.Tests.Kit.CodeFixVerifier<FetchHive.Generators.Tests.KitTests.CapitalAnalyzer, FetchHive.Generators.Tests.KitTests.CapitalFix>;

namespace FetchHive.Generators.Tests.KitTests;

public class CodeFixTestTests
{
    [Theory]
    [InlineData("class [|a|] { }", "class A { }")]
    [InlineData("class [|a|] { } class [|b|] { }", "class A { } class B { }")]
    [InlineData("class [|a|]\n{\n    a Other() => null!;\n}\n", "class A\n{\n    A Other() => null!;\n}\n")]
    [InlineData("class A { }", "class A { }")]
    public Task A_fix_that_does_what_is_stated_passes(string source, string fixedSource) => Verify.VerifyCodeFixAsync(source, fixedSource);

    [Fact]
    public async Task Diagnostics_can_be_given_besides_the_marked_ones()
    {
        await Verify.VerifyCodeFixAsync("class {|#0:a|} { }", Verify.Diagnostic().WithLocation(0).WithArguments("a", "A"), "class A { }");
        await Assert.ThrowsAsync<FailException>(() =>
            Verify.VerifyCodeFixAsync("class {|#0:a|} { }", Verify.Diagnostic().WithLocation(0).WithArguments("a", "B"), "class A { }"));
    }

    [Theory]
    // The text differs; so does its white space; a diagnostic isn't marked; one is marked that isn't there; it doesn't compile.
    [InlineData("class [|a|] { }", "class B { }", "-class B { }\n+class A { }")]
    [InlineData("class [|a|] { }", "class A  { }", "one fix at a time")]
    [InlineData("class a { }", "class A { }", "before the fix")]
    [InlineData("class [|a|] { }", "class [|A|] { }", "after the fix")]
    [InlineData("class [|a|] { } class {|CS0101:A|} { }", "class A { } class A { }", "CS0101")]
    public async Task A_fix_that_does_something_else_fails(string source, string fixedSource, string message)
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => Verify.VerifyCodeFixAsync(source, fixedSource));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, null, "class A { }")]
    [InlineData(1, null, "class TheA { }")]
    [InlineData(null, "prefix", "class TheA { }")]
    public async Task One_of_several_actions_can_be_chosen(int? index, string? key, string fixedSource)
    {
        Verify.Test test = new() { TestCode = "class [|a|] { }", FixedCode = fixedSource, CodeActionIndex = index, CodeActionEquivalenceKey = key };

        await test.RunAsync();
    }

    [Fact]
    public async Task An_action_that_is_not_offered_cannot_be_chosen()
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() =>
            new Verify.Test { TestCode = "class [|a|] { }", FixedCode = "class A { }", CodeActionIndex = 2 }.RunAsync());
        Assert.Contains("there are 2", failure.Message, StringComparison.Ordinal);

        await new Verify.Test { TestCode = "class [|a|] { }", CodeActionEquivalenceKey = "none such" }.RunAsync();
    }

    [Fact]
    public async Task Without_fixed_code_no_fix_may_be_offered()
    {
        FailException failure = await Assert.ThrowsAsync<FailException>(() => new Verify.Test { TestCode = "class [|a|] { }" }.RunAsync());

        Assert.Contains("still offered", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_first_diagnostic_can_be_fixed()
    {
        Verify.Test test = new()
        {
            TestCode = "class [|a|] { } class [|b|] { }",
            FixedCode = "class A { } class [|b|] { }",
            CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
        };

        await test.RunAsync();
    }

    [Fact]
    public async Task Several_files_and_projects_are_fixed_in_each_scope()
    {
        Verify.Test test = new()
        {
            TestState =
            {
                Sources = { "class [|a|] { }", "class [|b|] { Lib.low Low => null!; }", ("Folder/C.cs", "class C { }") },
                AdditionalProjects = { ["Lib"] = new ProjectState { Sources = { "namespace Lib; public class [|low|] { }" } } },
                AdditionalProjectReferences = { "Lib" },
            },
            FixedState =
            {
                Sources = { "class A { }", "class B { Lib.Low Low => null!; }", ("Folder/C.cs", "class C { }") },
                AdditionalProjects = { ["Lib"] = new ProjectState { Sources = { "namespace Lib; public class Low { }" } } },
            },
        };

        await test.RunAsync();

        test.FixedState.AdditionalProjects.Clear();
        await Assert.ThrowsAsync<FailException>(() => test.RunAsync());
    }

    [Fact]
    public async Task Generated_code_is_there_for_the_fix()
    {
        Verify.Test test = new()
        {
            TestCode = "[System.Obsolete] partial class [|a|] { string Text => Greet(null); }",
            FixedCode = "[System.Obsolete] partial class A { string Text => Greet(null); }",
            SourceGenerators = { new GreeterGenerator() },
        };

        await test.RunAsync();

        test.SourceGenerators.Clear();
        await Assert.ThrowsAsync<FailException>(() => test.RunAsync());
    }

    [Fact]
    public async Task Options_hold_after_the_fix_too()
    {
        Verify.Test test = new()
        {
            TestCode = "class ok { } class [|a|] { }",
            FixedCode = "class ok { } class A { }",
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "[*.cs]\nkit_allowed_name = ok\n") } },
        };

        await test.RunAsync();
    }
}
