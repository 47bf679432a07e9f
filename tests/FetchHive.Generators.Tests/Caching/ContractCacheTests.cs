using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Model;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Caching;

/// <summary>A declaration is read again whenever something that it depends on may have changed, and not otherwise.</summary>
public sealed class ContractCacheTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["Contract.cs"] = """
            using System.Collections.Generic;
            using System.Threading;
            using System.Threading.Tasks;
            using FetchHive;
            using Acme.Shared;

            namespace Acme.Workflows;

            [FetchHiveDeployment(Names.Deployment, "production", JsonContext = typeof(Json))]
            public partial interface IBrief : IRunner<Profile>
            {
                Task<string> RunAsync(string topic, IReadOnlyList<Company> companies, Tone tone, Alias other, Shape shape, [Metadata] CallerInfo caller, CancellationToken token);
            }
            """,
        ["Shared.cs"] = """
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;

            namespace Acme.Shared
            {
                public interface IRunner<T> { Task<T> InheritedAsync(string input); }
                public class Named { public string Name { get; set; } = ""; }
                public class Company : Named { public int Size { get; set; } public Address? Address { get; set; } }
                public sealed record Profile(string Summary, int Score = Names.DefaultScore);
                public interface ICaller { string Customer { get; } }
                public record CallerInfo(string Customer, bool Trial) : ICaller;
            }
            """,
        ["More.cs"] = """
            using System.Text.Json.Serialization;

            namespace Acme.Shared
            {
                public static class Names { public const string Deployment = "brief"; public const int DefaultScore = 5; public const int Loud = 4; }
                [System.Flags] public enum Tone { Calm = 1, [JsonStringEnumMemberName("very loud")] Loud = Names.Loud }
                public partial class Address { public string Street { get; set; } = ""; }
                [JsonDerivedType(typeof(Circle), "circle")]
                public class Shape { public int X { get; set; } }
                public class Circle : Shape { }
                [JsonSerializable(typeof(Shape))]
                public partial class Json : JsonSerializerContext;
            }
            """,
        ["Parts.cs"] = """
            global using Alias = Acme.Shared.Named;

            namespace Acme.Shared
            {
                public partial class Address { public string City { get; set; } = ""; }
            }
            """,
        ["Unrelated.cs"] = """
            namespace Elsewhere
            {
                public class Unrelated { public int Value => 1; }
            }
            """,
    };

    public static TheoryData<string, string, string> Edits => new()
    {
        { "Shared.cs", "Size", "Count" },
        { "Shared.cs", "public int Size", "[System.Text.Json.Serialization.JsonPropertyName(\"n\")] public int Size" },
        { "Shared.cs", "string Name", "string Title" },
        { "Shared.cs", "string input", "string text" },
        { "Shared.cs", "bool Trial", "int Trial" },
        { "Shared.cs", "class Company : Named", "class Company" },
        { "Shared.cs", "record Profile(string Summary", "record Profile(string? Summary" },
        { "More.cs", "\"brief\"", "\"brief-2\"" },
        { "More.cs", "DefaultScore = 5", "DefaultScore = 6" },
        { "More.cs", "const int Loud = 4", "const int Loud = 8" },
        { "More.cs", "very loud", "LOUD" },
        { "More.cs", "string Street", "string? Road" },
        { "More.cs", "[JsonSerializable(typeof(Shape))]", "" },
        { "More.cs", "[JsonDerivedType(typeof(Circle), \"circle\")]", "" },
        { "Shared.cs", "public class Company", "public abstract class Company" },
        { "Parts.cs", "string City", "int City" },
        { "Parts.cs", "Acme.Shared.Named", "Acme.Shared.Company" },
        { "Unrelated.cs", "namespace Elsewhere",
            "namespace Acme.Workflows { public class Company { public int Nearer { get; set; } } }\nnamespace Elsewhere" },
        { "Unrelated.cs", "namespace Elsewhere", "namespace Acme.Workflows { public class Task<T> { } }\nnamespace Elsewhere" },
        { "Contract.cs", "Tone tone", "Tone? tone" },
        { "Contract.cs", "\"production\"", "\"staging\"" },
        { "Contract.cs", "FetchHiveDeployment(Names", "System.Obsolete] // (Names" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_what_a_declaration_depends_on_is_seen(string path, string before, string after)
    {
        EditedProject project = new(Files);
        string original = project.Generated;

        project.Write(path, Files[path].Replace(before, after, System.StringComparison.Ordinal));

        Assert.NotEqual(original, project.Generated);
        Assert.Equal(project.GeneratedAfresh(), project.Generated);

        project.Write(path, Files[path]);
        Assert.Equal(original, project.Generated);
    }

    [Fact]
    public void A_new_file_can_change_what_a_name_means()
    {
        EditedProject project = new(Files);

        project.Add("New.cs", "namespace Acme.Workflows; public class Company { public int Nearer { get; set; } }");

        Assert.Equal(project.GeneratedAfresh(), project.Generated);
        Assert.Contains("Nearer", project.Generated, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_inside_of_unrelated_types_changes_nothing()
    {
        EditedProject project = new(Files);
        string original = project.Generated;

        project.Write("Unrelated.cs", Files["Unrelated.cs"].Replace("Value => 1", "Other => 2", System.StringComparison.Ordinal));

        Assert.Equal(original, project.Generated);
    }

    [Theory]
    [InlineData("Unrelated.cs", "Value => 1", "Value => 2")]
    [InlineData("Other.cs", "\"other\"", "\"another\"")]
    [InlineData("Other.cs", "string text", "string text, int words")]
    [InlineData("Other.cs", "[FetchHiveDeployment(\"other\", \"production\")]", "")]
    public void An_edit_elsewhere_reads_no_declaration_again(string path, string before, string after)
    {
        Dictionary<string, string> files = new(Files)
        {
            ["Other.cs"] = """
                using System.Threading.Tasks;
                using FetchHive;

                [FetchHiveDeployment("other", "production")]
                public partial interface IOther { Task<string> RunAsync(string text); }
                """,
        };
        EditedProject project = new(files);
        ContractModel brief = project.Models["Acme.Workflows.IBrief"];

        project.Write(path, files[path].Replace(before, after, System.StringComparison.Ordinal));

        Assert.Same(brief, project.Models["Acme.Workflows.IBrief"]);
        Assert.Equal(project.GeneratedAfresh(), project.Generated);
    }

    [Fact]
    public void The_declaration_moves_with_the_attribute()
    {
        Dictionary<string, string> files = new()
        {
            ["One.cs"] = """
                using System.Threading.Tasks;
                using FetchHive;

                [FetchHiveDeployment("one", "production")]
                public partial interface IBrief { Task<string> RunAsync(string text); }
                """,
            ["Two.cs"] = """
                using FetchHive;

                [FetchHiveDeployment("two", "production")]
                public partial interface IBrief;
                """,
        };
        EditedProject project = new(files);
        Assert.Contains("\"one\"", project.Generated, System.StringComparison.Ordinal);

        project.Write("One.cs",
            files["One.cs"].Replace("[FetchHiveDeployment(\"one\", \"production\")]", "", System.StringComparison.Ordinal));

        Assert.Contains("\"two\"", project.Generated, System.StringComparison.Ordinal);
        Assert.Equal(project.GeneratedAfresh(), project.Generated);
    }

    [Theory]
    [InlineData("Contract.cs")]
    [InlineData("Shared.cs")]
    [InlineData("More.cs")]
    [InlineData("Parts.cs")]
    [InlineData("Unrelated.cs")]
    public void Every_half_typed_variant_of_a_file_gives_what_a_new_driver_gives(string path)
    {
        EditedProject project = new(Files);
        foreach (Mutation mutation in Mutations.DeleteEach(Files[path]).Concat(Mutations.DuplicateEach(Files[path])))
        {
            project.Write(path, mutation.Text);
            string afresh = project.GeneratedAfresh();
            if (afresh != project.Generated)
            {
                Assert.Fail(
                    $"{path} {mutation.Name}: the driver that saw the edit generates something else than a new one.\n{mutation.Text}");
            }
        }
    }
}
