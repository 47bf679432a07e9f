using System;
using FetchHive.Generators.Tests.Kit;
using Xunit.Sdk;

namespace FetchHive.Generators.Tests.KitTests;

public class IncrementalTestTests
{
    private static IncrementalTest Start() => IncrementalTest.Start(
        new GreeterGenerator(),
        CompilationSetup.Default,
        ("A.cs", "[System.Obsolete] partial class A { }"),
        ("B.cs", "[System.Obsolete] partial class B { }"),
        ("C.cs", "class C { }"));

    [Fact]
    public void In_the_first_run_everything_is_new() => Start().AssertSteps(
        "Greeting: New x1",
        "Models: New x2",
        "SourceOutput: New x3");

    [Fact]
    public void White_space_in_a_file_leaves_its_model_unchanged() => Start().Replace("A.cs", "{ }", "{\n}").AssertAllReused().AssertSteps(
        "Greeting: Cached x1",
        "Models: Unchanged x2",
        "SourceOutput: Cached x3");

    [Fact]
    public void An_edit_of_one_declaration_modifies_its_outputs_alone() => Start().Replace("A.cs", "class A", "class A2").AssertSteps(
        "Greeting: Cached x1",
        "Models: Modified x1, Unchanged x1",
        "SourceOutput: Modified x2, Cached x1");

    [Fact]
    public void An_unrelated_file_changes_nothing() => Start().AddFile("D.cs", "class D { }").AssertAllReused();

    [Fact]
    public void A_removed_file_removes_its_output()
    {
        IncrementalTest test = Start().RemoveFile("B.cs");

        Assert.Contains("Removed x1", string.Join("\n", test.Steps), StringComparison.Ordinal);
        Assert.Equal(2, test.Result.GeneratedSources.Length);
    }

    [Fact]
    public void A_changed_option_modifies_what_depends_on_it()
    {
        IncrementalTest test = Start().ChangeSetup(setup => setup with
        {
            AnalyzerConfigFiles = [("/.globalconfig", "is_global = true\nbuild_property.Greeting = Good day\n")],
        });

        test.AssertSteps(
            "Greeting: Modified x1",
            "Models: Unchanged x2",
            "SourceOutput: Modified x2, Cached x1");
    }

    [Fact]
    public void Each_edit_starts_from_the_one_before()
    {
        IncrementalTest test = Start().Replace("A.cs", "class A", "class A2").Replace("A.cs", "class A2", "class A3");

        Assert.Contains(test.Result.GeneratedSources, source => source.HintName == "A3.g.cs");
        Assert.Throws<FailException>(test.AssertAllReused);
    }

    [Fact]
    public void Steps_other_than_those_stated_fail_the_test()
    {
        FailException failure = Assert.Throws<FailException>(() => Start().AssertSteps("Models: New x1"));

        Assert.Contains("Models: New x2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_matches_no_place_or_two_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Start().Replace("A.cs", "nowhere", ""));
        Assert.Throws<ArgumentException>(() => Start().Replace("A.cs", " ", ""));
        Assert.Throws<ArgumentException>(() => Start().ReplaceFile("Z.cs", ""));
    }
}
