using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Company;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using FetchHive.Generators.Tests.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Rules;

/// <summary>The generator doesn't see the files of other generators, and the analyzer does. Each difference that results is an error, and
/// nothing else is.</summary>
public class UnseenPartsTests
{
    private const string Unseen = "comes from another source generator, whose files Fetch Hive's generator can't see, ";
    private const string Member = Unseen
        + "so it is left out: declare it yourself (a partial property that the other generator completes is seen)";
    private const string Type = Unseen
        + "so the client can't use it: declare the type in a C# file of this project, or in a project that this one references";

    private const string CompanyPart = "public partial class Company { public string Name { get; set; } = \"\"; }";

    public static TheoryData<string> CorrectNames => [.. Correct.Keys];

    private static Dictionary<string, string> Correct { get; } = AllCorrect();

    [Theory]
    [InlineData("Task<string> RunAsync(Company company, CancellationToken token);", "'company.Name'", "Company")]
    [InlineData("Task<Company> RunAsync(CancellationToken token);", "'Name' in the output of 'RunAsync'", "Task<Company>")]
    [InlineData("Task<AcceptedRun<Company>> RunAsync([CallbackUrl] Uri url, CancellationToken token);",
        "'Name' in the output of 'RunAsync'", "Task<AcceptedRun<Company>>")]
    [InlineData("Task<string> RunAsync(IReadOnlyList<Company> companies, CancellationToken token);", "'companies[].Name'",
        "IReadOnlyList<Company>")]
    [InlineData("Task<string> RunAsync(Dictionary<string, Company[]> byKey, CancellationToken token);", "'byKey[][].Name'",
        "Dictionary<string, Company[]>")]
    [InlineData("Task<string> RunAsync(Group group, CancellationToken token);", "'group.Head.Name'", "Group")]
    [InlineData("Task<string> RunAsync(Firm firm, CancellationToken token);", "'firm.Name'", "Firm")]
    [InlineData("Task<string> RunAsync(Id? id, CancellationToken token);", "'id.Text'", "Id?")]
    [InlineData("Task<string> RunAsync([Metadata] Company company, CancellationToken token);", "'company.Name'", "Company")]
    public async Task A_property_that_another_generator_adds_is_an_error_at_what_leads_to_it(string method, string path, string place)
    {
        Project project = new(Contract(method) + """
            public partial class Company { public string? Website { get; set; } }
            public sealed class Firm : Company;
            public sealed record Group(Company Head);
            public partial struct Id { public int Number { get; set; } }
            """, CompanyPart + " public partial struct Id { public string Text { get; set; } }");

        Diagnostic found = Assert.Single(await project.FindAsync());

        Assert.Equal($"{path} {Member}", found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(place, project.TextAt(found));
    }

    [Fact]
    public async Task Each_property_is_one_message()
    {
        Project project = new(
            Contract("Task<Company> RunAsync(Company company, CancellationToken token);") + "public partial class Company { }",
            "public partial class Company { public string Name { get; set; } = \"\"; public int Size { get; set; } }");

        Assert.Equal([$"'company.Name' {Member}", $"'company.Size' {Member}"],
            (await project.FindAsync()).Select(found => found.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Task<string> RunAsync(Made made, CancellationToken token);", "Type 'Made' of 'made'", "'Made' of 'made'")]
    [InlineData("Task<Made?> RunAsync(CancellationToken token);", "Type 'Made' of 'RunAsync'", "'Made' of 'RunAsync'")]
    [InlineData("Task<WorkflowRun<List<Made>>> RunAsync(CancellationToken token);", "Type 'Made' of 'RunAsync[]'",
        "'List<Made>' of 'RunAsync'")]
    [InlineData("Task<string> RunAsync(Holder holder, CancellationToken token);", "Type 'Made' of 'holder.Made'",
        "'Made' of 'holder.Made'")]
    [InlineData("Task<string> RunAsync([Metadata] Made made, CancellationToken token);", "Type 'Made' of 'made'", "'Made' of 'made'")]
    [InlineData("Task<string> RunAsync(Kind kind, CancellationToken token);", "Type 'Kind' of 'kind'", "'Kind' of 'kind'")]
    public async Task A_type_that_another_generator_makes_is_an_error_and_the_client_says_which(string method, string what, string missing)
    {
        Project project = new(
            Contract(method) + "public sealed class Holder { public Made? Made { get; set; } }",
            "public sealed class Made { public string? Name { get; set; } } public enum Kind { One }");

        Diagnostic found = Assert.Single(await project.FindAsync());

        Assert.Equal($"{what} {Type}", found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(
            "The declaration of 'IBrief' has errors, so it has no client:\n"
                + $"The type {missing} doesn't exist, or another source generator declares it: declare it in a C# file",
            project.Thrown());
    }

    [Fact]
    public async Task A_base_type_that_another_generator_makes_is_an_error()
    {
        Project project = new(
            Contract("Task<string> RunAsync(Company company, CancellationToken token);")
                + "public partial class Company { public string? Website { get; set; } }",
            "public class Base { public string? Name { get; set; } public int Size { get; set; } } public partial class Company : Base;");

        Assert.Equal(
            $"Base type 'Base' of 'company' {Unseen}so its members are left out: declare the type in a C# file of this project, or in a "
            + $"project that this one references",
            Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonNumberHandling(System.Text.Json.Serialization.JsonNumberHandling.WriteAsString)] "
        + "public partial class Company { }")]
    [InlineData("public partial class Company { public Company(int size) { Size = size; } }")]
    public async Task A_part_that_changes_how_a_type_is_sent_or_read_is_an_error(string part)
    {
        Project project = new(Contract("Task<Company> RunAsync(Company company, CancellationToken token);")
            + "public partial class Company { public int Size { get; set; } }", part);

        Assert.Equal(
            $"A part of type 'Company' (a constructor, an attribute or a base type) {Unseen}so the client is generated without it: "
            + "write it yourself",
            Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_method_that_another_generator_adds_to_the_interface_is_an_error_beside_that_of_the_compiler()
    {
        Project project = new(
            Contract("Task<string> RunAsync(string topic, CancellationToken token);"),
            "public partial interface IBrief { System.Threading.Tasks.Task<int> ExtraAsync(string topic); }");

        Diagnostic found = Assert.Single(await project.FindAsync());

        Assert.Equal(
            $"Method 'ExtraAsync' of 'IBrief' {Unseen}so the client doesn't implement it: declare it in the interface yourself, or give "
            + $"it a body",
            found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("IBrief", project.TextAt(found));
        Assert.Equal(["CS0535"], project.Output.GetDiagnostics(TestHost.CancellationToken).Where(one =>
            one.Severity == DiagnosticSeverity.Error).Select(one => one.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[FetchHiveDeployment(\"other\", \"production\")] public partial interface IOther { Task<string> RunAsync(string topic, "
        + "CancellationToken token); }")]
    public async Task An_interface_that_another_generator_makes_is_an_error(string others)
    {
        Project project = new(
            RuleCases.Usings + others,
            RuleCases.Usings + "[FetchHiveDeployment(\"brief\", \"production\")] public partial interface IBrief { Task<string> "
                + "RunAsync(string topic, CancellationToken token); }");

        Assert.Equal(
            $"Interface 'IBrief' {Unseen}so it has no client: declare it in a C# file of this project",
            Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task An_attribute_that_another_generator_puts_on_the_interface_is_an_error()
    {
        Project project = new(
            RuleCases.Usings + "public partial interface IBrief { Task<string> RunAsync(string topic, CancellationToken token); }",
            "[FetchHive.FetchHiveDeployment(\"brief\", \"production\")] public partial interface IBrief { }");

        Assert.Equal(
            $"The attribute of 'IBrief' {Unseen}so it has no client: write it on the interface yourself",
            Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Names.Brief", "string", "public static class Names { public const string Brief = \"brief\"; }")]
    [InlineData("\"brief\"", "Text", "global using Text = string;")]
    public async Task A_constant_or_an_alias_of_another_generator_is_an_error(string deployment, string type, string other)
    {
        Project project = new(
            $"{RuleCases.Usings}[FetchHiveDeployment({deployment}, \"production\")] public partial interface IBrief {{ Task<string> "
            + $"RunAsync({type} topic, CancellationToken token); }}",
            other);

        Assert.Equal(
            $"A constant, an alias or an attribute that 'IBrief' depends on {Unseen}so the client is generated without it: "
            + "declare it in a C# file of this project",
            Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "[System.Text.Json.Serialization.JsonSerializable(typeof(Odd))] public partial class Context : "
        + "System.Text.Json.Serialization.JsonSerializerContext")]
    [InlineData("public partial class Context : JsonSerializerContext { }",
        "[System.Text.Json.Serialization.JsonSerializable(typeof(Odd))] public partial class Context")]
    public async Task A_context_that_another_generator_makes_is_an_error(string own, string other)
    {
        const string Members = """
             {
                public Context() : base(null) { }
                public static Context Default => throw new System.NotSupportedException();
                protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
                public override System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(System.Type type) => null;
            }
            """;
        Project project = new(
            RuleCases.Usings + $$"""
            [FetchHiveDeployment("brief", "production", JsonContext = typeof(Context))] public partial interface IBrief { Task<string> RunAsync(Odd odd, CancellationToken token); }
            [JsonPolymorphic] public record Odd(string Name);
            {{own}}
            """, other + Members);

        Diagnostic found = Assert.Single(await project.FindAsync());

        Assert.Equal(
            $"What 'Context' knows {Unseen}so types that need it have no serializer: declare the context with its [JsonSerializable] "
            + $"attributes yourself",
            found.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("typeof(Context)", project.TextAt(found));
    }

    [Theory]
    [InlineData("public partial class Company { public static int Count; public void Do() { } private int _secret; }")]
    [InlineData("public partial class Company { [System.Text.Json.Serialization.JsonIgnore] public string? Hidden { get; set; } }")]
    [InlineData("public partial class Company : System.ICloneable { public object Clone() => this; }")]
    [InlineData("public partial interface IBrief { System.Threading.Tasks.Task<int> ExtraAsync() => RunAsync(new Company(), "
        + "default)!.ContinueWith(_ => 1); }")]
    [InlineData("public static class Unrelated { }")]
    public async Task A_part_that_makes_no_difference_is_not_an_error(string other)
    {
        Project project = new(
            Contract("Task<Company?> RunAsync(Company company, CancellationToken token); Task<AcceptedRun<Company>> StartAsync(Company "
                + "company, [CallbackUrl] Uri url, CancellationToken token);")
                + "public partial class Company { public string? Website { get; set; } }",
            other);

        Assert.Empty(await project.FindAsync());
    }

    [Fact]
    public async Task Source_that_a_generator_shows_to_all_others_is_not_an_error()
    {
        Project project = new(
            Contract("Task<Made> RunAsync(Company company, CancellationToken token);") + "public partial class Company { }",
            new OtherGenerator(CompanyPart + " public sealed record Made(string Text);", isSeen: true));

        Assert.Empty(await project.FindAsync());
    }

    /// <summary>In each of these cases, the client is right in spite of the other generator's file, so nothing may be reported.</summary>
    [Theory]
    [MemberData(nameof(CorrectNames))]
    public async Task Beside_another_generator_a_right_declaration_stays_right(string name)
    {
        Project project = new(Correct[name], "namespace Unrelated { internal static class Nothing { } }");

        Assert.DoesNotContain(await project.AllAsync(), found => found.Id == "FH1017");
    }

    /// <summary>Editors run generators less often than analyzers, so the generated file may be older than the sources.</summary>
    [Fact]
    public async Task While_the_generated_file_is_older_than_the_sources_nothing_is_reported()
    {
        const string Method = "Task<string> RunAsync(Company company, CancellationToken token);";
        Project before = new(Contract(Method) + "public partial class Company { }", "public static class Unrelated { }");

        CSharpCompilation edited =
            before.WithSource(Contract(Method) + "public partial class Company { public string? Name { get; set; } }");

        Assert.Empty(await Project.FindAsync(edited));
    }

    /// <summary>The same with a type to which another generator adds. The error comes back when the generated file is up to date.</summary>
    [Fact]
    public async Task While_the_generated_file_is_older_an_error_waits_until_it_is_made_again()
    {
        const string Method = "Task<string> RunAsync(Company company, CancellationToken token);";
        Project before = new(Contract(Method) + "public partial class Company { }", CompanyPart);
        string edit = Contract(Method) + "public partial class Company { public int Size { get; set; } }";

        Assert.Single(await before.FindAsync());
        Assert.Empty(await Project.FindAsync(before.WithSource(edit)));
        Assert.Single(await new Project(edit, CompanyPart).FindAsync());
    }

    /// <summary>A new declaration, which the generator hasn't seen yet.</summary>
    [Fact]
    public async Task While_there_is_no_generated_file_yet_nothing_is_reported()
    {
        Project before = new("public static class Before { }", "public static class Unrelated { }");

        Assert.Empty(await Project.FindAsync(before.WithSource(Contract("Task<string> RunAsync(string topic, CancellationToken token);"))));
    }

    /// <summary>A file of the project in a folder for generated files, as gRPC and WPF have. The generator saw it.</summary>
    [Theory]
    [InlineData("Some.Tool/Some.Tool.Writer/Company.g.cs")]
    [InlineData("Protos/v1/Company.cs")]
    public async Task A_file_that_only_looks_like_a_generated_one_is_not_an_error(string path)
    {
        Project project = new(
            [(path, CompanyPart),
                Contract("Task<string> RunAsync(Company company, CancellationToken token);") + "public partial class Company { }"],
            new OtherGenerator("public static class Unrelated { }"));

        Assert.Empty(await project.FindAsync());
    }

    /// <summary>A build has absolute paths of files, an editor has relative ones.</summary>
    [Theory]
    [InlineData("/home/me/Acme/obj/Debug/net10.0/")]
    [InlineData("C:\\Acme\\obj\\Debug\\net10.0\\")]
    public async Task The_folder_of_generated_files_may_be_anywhere(string folder)
    {
        Project project = new(Contract("Task<string> RunAsync(Company company, CancellationToken token);")
            + "public partial class Company { }", CompanyPart);

        CSharpCompilation moved = project.Output;
        foreach (SyntaxTree tree in Generated.Trees(project.Run))
        {
            string path = folder + (folder[0] == '/' ? tree.FilePath : tree.FilePath.Replace('/', '\\'));
            moved = moved.ReplaceSyntaxTree(tree, tree.WithFilePath(path));
        }

        Assert.Single(await Project.FindAsync(moved));
    }

    [Fact]
    public async Task The_properties_of_the_MVVM_toolkit_are_errors()
    {
        Project project = new(
            CompilationSetup.Default with { References = References.For(Target.Net10).With(MvvmToolkit.Reference) },
            [
                "using CommunityToolkit.Mvvm.ComponentModel;\n"
                    + Contract("Task<Company> RunAsync(IReadOnlyList<Company> companies, CancellationToken token);")
                    + "public partial class Company : ObservableObject { [ObservableProperty] private string _name = \"\"; public "
                        + "string? Website { get; set; } }",
            ],
            [.. MvvmToolkit.Generators]);

        Assert.Equal($"'companies[].Name' {Member}", Assert.Single(await project.FindAsync()).GetMessage(CultureInfo.InvariantCulture));
    }

    private static string Contract(string methods) =>
        $"{RuleCases.Usings}[FetchHiveDeployment(\"brief\", \"production\")] public partial interface IBrief {{ {methods} }}\n";

    private static Dictionary<string, string> AllCorrect()
    {
        Dictionary<string, string> sources = [];
        foreach ((string name, string source) in RuleCases.Correct)
        {
            sources.Add(name, RuleCases.Usings + source);
        }

        foreach ((string name, string source) in RuleCases.All)
        {
            sources.Add("mistake: " + name, Marked.Without(RuleCases.Usings + source));
        }

        foreach ((string name, string source) in Declarations.All)
        {
            sources.Add("declaration: " + name, source);
        }

        sources.Add("the company's workflows", CompanyWorkflows.Source);
        return sources;
    }

    /// <summary>A project with our generator and others.</summary>
    private sealed class Project(CompilationSetup setup, SourceFile[] files, IIncrementalGenerator[] others)
    {
        public Project(string source, string other)
            : this(source, new OtherGenerator(other))
        {
        }

        public Project(string source, IIncrementalGenerator other)
            : this([source], other)
        {
        }

        public Project(SourceFile[] files, IIncrementalGenerator other)
            : this(CompilationSetup.Default, files, [other])
        {
        }

        public GeneratorRun Run { get; } = GeneratorRun.Of(new FetchHiveGenerator(), setup, [.. others], files);

        public CSharpCompilation Output => Run.Output;

        public Task<Diagnostic[]> FindAsync() => FindAsync(Output);

        public async Task<IEnumerable<Diagnostic>> AllAsync() => await Findings.OfAsync(Output);

        /// <summary>The errors and warnings of a compilation.</summary>
        public static async Task<Diagnostic[]> FindAsync(Compilation compilation) =>
            [.. (await Findings.OfAsync(compilation)).Where(found => found.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(found => found.GetMessage(CultureInfo.InvariantCulture), StringComparer.Ordinal)];

        /// <summary>The compilation after an edit of the user's file, before any generator has run again.</summary>
        public CSharpCompilation WithSource(string source) =>
            Output.ReplaceSyntaxTree(Run.Input.SyntaxTrees[0], setup.Parse((Run.Input.SyntaxTrees[0].FilePath, source)));

        public string TextAt(Diagnostic found) =>
            found.Location.SourceTree!.GetText(TestHost.CancellationToken).ToString(found.Location.SourceSpan);

        /// <summary>The exception message that a user of the client gets.</summary>
        public string Thrown()
        {
            using LoadedAssembly loaded = Run.AssertCompiles().Load();
            using FetchHiveClient client = new(new FetchHiveOptions { ApiKey = "k" });
            return Assert.Throws<InvalidOperationException>(() => loaded.Invoke("IBrief", "Create", client)).Message;
        }
    }
}
