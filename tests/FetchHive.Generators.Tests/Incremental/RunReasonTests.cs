using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Incremental;

/// <summary>The work that the generator repeats after each kind of edit, one line for each step.</summary>
public class RunReasonTests
{
    private const string Brief = """
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme;

        /// <summary>Writes a brief.</summary>
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief : IRuns
        {
            Task<Answer> AskAsync(Question question, CancellationToken token = default);
        }
        """;

    private const string Bases = """
        using System.Threading;
        using System.Threading.Tasks;

        namespace Acme;

        public interface IRuns
        {
            Task<string> RunAsync(string topic, CancellationToken token = default);
        }
        """;

    private const string Dtos = """
        namespace Acme;

        public sealed record Answer(string Text);
        public sealed record Question(string Text);
        """;

    private const string Others = """
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme;

        [FetchHiveDeployment("one", "production")] public partial interface IOne { Task<string> RunAsync(CancellationToken token = default); }
        [FetchHiveDeployment("two", "production")] public partial interface ITwo { Task<string> RunAsync(CancellationToken token = default); }
        """;

    private static readonly string[] NothingNew =
        ["Contracts: Cached x3", "Files: Cached x3", "Twins: Cached x1", "SourceOutput: Cached x3"];

    private static readonly string[] BriefAlone =
        ["Contracts: Modified x1, Cached x2", "Files: Modified x1, Cached x2", "Twins: Cached x1", "SourceOutput: Modified x1, Cached x2"];

    [Fact]
    public void The_first_run_makes_everything() =>
        Start().AssertSteps("Contracts: New x3", "Files: New x3", "Twins: New x1", "SourceOutput: New x3");

    [Fact]
    public void Adding_an_unrelated_file_changes_nothing() =>
        Start().AddFile("New.cs", "class New { }").AssertAllReused().AssertSteps(NothingNew);

    [Fact]
    public void Editing_an_unrelated_file_changes_nothing() =>
        Start().Replace("Unrelated.cs", "int One;", "int One, Two;").AssertAllReused().AssertSteps(NothingNew);

    [Fact]
    public void Adding_editing_and_removing_a_snippet_changes_nothing()
    {
        IncrementalTest test = Start();
        foreach (string snippet in (string[])["{", """{"deployment": "brief", "variant": "production", "inputs": {"topik": "a"}}"""])
        {
            test.ChangeSetup(setup => setup with { AdditionalFiles = [("/brief.fetchhive.sh", snippet)] })
                .AssertAllReused()
                .AssertSteps(NothingNew);
        }

        test.ChangeSetup(setup => setup with { AdditionalFiles = [] }).AssertAllReused().AssertSteps(NothingNew);
    }

    [Fact]
    public void White_space_in_the_interfaces_file_changes_nothing() =>
        Start().Replace("Brief.cs", "public partial interface", "public  partial\n\n  interface").AssertAllReused().AssertSteps(NothingNew);

    [Fact]
    public void Comments_in_the_interfaces_file_change_nothing() =>
        Start().Replace("Brief.cs", "<summary>Writes a brief.</summary>", "<summary>Writes.</summary>\n// more").AssertAllReused()
        .AssertSteps(NothingNew);

    [Fact]
    public void A_body_in_the_interfaces_file_changes_nothing() =>
        Start()
            .Replace("Brief.cs", "Task<Answer> AskAsync", "string Name => \"a\"; Task<Answer> AskAsync")
            .Replace("Brief.cs", "\"a\"", "\"b\"")
            .AssertAllReused()
            .AssertSteps(NothingNew);

    [Fact]
    public void Editing_the_interface_writes_its_own_file_alone() =>
        Start().Replace("Brief.cs", "Question question", "Question question, int words").AssertSteps(BriefAlone);

    [Fact]
    public void Editing_the_attribute_writes_the_file_of_its_interface_alone() =>
        Start().Replace("Brief.cs", "\"production\"", "\"staging\"").AssertSteps(BriefAlone);

    [Fact]
    public void Editing_a_base_in_another_file_writes_the_file_of_the_interface_alone() =>
        Start().Replace("Bases.cs", "string topic", "string subject").AssertSteps(BriefAlone);

    [Fact]
    public void Editing_an_input_type_in_another_file_writes_the_file_of_the_interface_alone() =>
        Start().Replace("Dtos.cs", "Question(string Text)", "Question(string Text, int Words)").AssertSteps(BriefAlone);

    [Fact]
    public void Editing_an_output_type_in_another_file_writes_the_file_of_the_interface_alone() =>
        Start().Replace("Dtos.cs", "Answer(string Text)", "Answer(string? Text)").AssertSteps(BriefAlone);

    [Fact]
    public void Editing_one_of_many_interfaces_writes_its_file_alone()
    {
        IncrementalTest test = Start().Replace("Others.cs", "\"two\"", "\"three\"");

        test.AssertSteps(BriefAlone);
        Assert.Contains("three", Assert.Single(test.Result.GeneratedSources,
            source => source.HintName == "Acme.ITwo.g.cs").SourceText.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Making_and_undoing_a_mistake_writes_the_file_each_time()
    {
        IncrementalTest test = Start().Replace("Brief.cs", "Task<Answer> AskAsync", "Answer AskAsync").AssertSteps(BriefAlone);

        test.Replace("Brief.cs", "Answer AskAsync", "Task<Answer> AskAsync").AssertSteps(BriefAlone);
    }

    [Fact]
    public void Adding_an_interface_writes_its_file_alone() =>
        Start()
            .AddFile("New.cs",
            Others.Replace("ITwo", "IThree", System.StringComparison.Ordinal).Replace("IOne", "IFour", System.StringComparison.Ordinal))
            .AssertSteps("Contracts: New x2, Cached x3", "Files: New x2, Cached x3", "Twins: Unchanged x1",
            "SourceOutput: New x2, Cached x3");

    [Fact]
    public void An_interface_whose_name_differs_only_by_case_gets_a_separate_file()
    {
        // All files share the list of such names, so each file is checked again. Only the new file has new text.
        IncrementalTest test = Start()
            .AddFile("New.cs",
            "using FetchHive; namespace Acme { [FetchHiveDeployment(\"twin\", \"production\")] public partial interface IONE { } }");

        test.AssertSteps("Contracts: New x1, Cached x3", "Files: New x1, Modified x3", "Twins: Modified x1",
            "SourceOutput: New x1, Modified x3");
        Assert.Equal(
            ["Acme.IBrief.g.cs", "Acme.IONE.2.g.cs", "Acme.IOne.g.cs", "Acme.ITwo.g.cs"],
            test.Result.GeneratedSources.Select(source => source.HintName).Order(System.StringComparer.Ordinal));
    }

    [Fact]
    public void Removing_an_interface_removes_its_file()
    {
        IncrementalTest test = Start().RemoveFile("Others.cs");

        test.AssertSteps("Contracts: Cached x1, Removed x2", "Files: Cached x1, Removed x2", "Twins: Unchanged x1",
            "SourceOutput: Cached x1, Removed x2");
        Assert.Equal("Acme.IBrief.g.cs", Assert.Single(test.Result.GeneratedSources).HintName);
    }

    [Fact]
    public void Another_language_version_that_needs_no_other_code_changes_nothing() =>
        Start().ChangeSetup(setup => setup with { LanguageVersion = LanguageVersion.CSharp11 }).AssertAllReused();

    [Fact]
    public void A_language_version_that_is_too_old_writes_all_files() =>
        Start()
            .ChangeSetup(setup => setup with { LanguageVersion = LanguageVersion.CSharp8 })
            .AssertSteps("Contracts: Modified x3", "Files: Modified x3", "Twins: Cached x1", "SourceOutput: Modified x3");

    [Fact]
    public void Removing_the_reference_to_dependency_injection_writes_all_files() =>
        Start()
            .ChangeSetup(setup =>
            setup with { References = References.For(Target.Net10).Without("Microsoft.Extensions.DependencyInjection.Abstractions") })
            .AssertSteps("Contracts: Modified x3", "Files: Modified x3", "Twins: Cached x1", "SourceOutput: Modified x3");

    private static IncrementalTest Start() => IncrementalTest.Start(
        new FetchHiveGenerator(),
        CompilationSetup.Default,
        ("Brief.cs", Brief),
        ("Bases.cs", Bases),
        ("Dtos.cs", Dtos),
        ("Others.cs", Others),
        ("Unrelated.cs", "class Unrelated { int One; }"));
}
