using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.JsonContextFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class JsonContextFixTests
{
    private const string Types = """
        [JsonPolymorphic]
        public record Shape(string Name);

        [JsonDerivedType(typeof(Animal))]
        public record Animal(string Name);
        """;

    [Fact]
    public Task A_context_is_added_beside_the_interface_and_knows_all_that_it_needs() => VerifyAsync(
        """
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        namespace Acme
        {
            /// <summary>Briefs.</summary>
            [FetchHiveDeployment("brief", "production" /* where */)]
            public partial interface IBrief
            {
                Task<{|FH4004:Shape|}> RunAsync({|FH2008:IReadOnlyList<Shape>|} shapes, {|FH2008:Animal|} animal, CancellationToken token = default);
            } // end

            public class After;
        }

        """.Replace("Task<{|FH4004:Shape|}>", "{|FH4004:Task<Shape>|}", System.StringComparison.Ordinal),
        """
        using System.Collections.Generic;
        using System.Text.Json.Serialization;

        namespace Acme
        {
            /// <summary>Briefs.</summary>
            [FetchHiveDeployment("brief", "production" /* where */, JsonContext = typeof(BriefJsonContext))]
            public partial interface IBrief
            {
                Task<Shape> RunAsync(IReadOnlyList<Shape> shapes, Animal animal, CancellationToken token = default);
            } // end

            [JsonSerializable(typeof(Shape))]
            [JsonSerializable(typeof(Animal))]
            internal sealed partial class BriefJsonContext : JsonSerializerContext
            {
            }

            public class After;
        }

        """);

    [Fact]
    public Task Two_interfaces_of_one_name_get_contexts_of_two_names() => VerifyAsync(
        """
        using System.Text.Json.Serialization;

        public static partial class A
        {
            [FetchHiveDeployment("a", "production")]
            public partial interface IBrief { Task RunAsync({|FH2008:Shape|} shape, CancellationToken token = default); }
        }

        public static partial class B
        {
            [FetchHiveDeployment("b", "production")]
            public partial interface IBrief { Task RunAsync({|FH2008:Shape|} shape, CancellationToken token = default); }
        }

        """,
        """
        using System.Text.Json.Serialization;

        public static partial class A
        {
            [FetchHiveDeployment("a", "production", JsonContext = typeof(BriefJsonContext))]
            public partial interface IBrief { Task RunAsync(Shape shape, CancellationToken token = default); }
        }

        [JsonSerializable(typeof(Shape))]
        internal sealed partial class BriefJsonContext : JsonSerializerContext
        {
        }

        public static partial class B
        {
            [FetchHiveDeployment("b", "production", JsonContext = typeof(BriefJsonContext2))]
            public partial interface IBrief { Task RunAsync(Shape shape, CancellationToken token = default); }
        }

        [JsonSerializable(typeof(Shape))]
        internal sealed partial class BriefJsonContext2 : JsonSerializerContext
        {
        }

        """);

    [Fact]
    public Task A_context_in_another_file_gets_a_type_that_two_interfaces_need_once() => Verify.RunAsync(test =>
    {
        foreach (string name in new[] { "IA", "IB" })
        {
            test.TestState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production", JsonContext = typeof(Acme.Json.Context))]
                public partial interface {{name}} { {|FH4005:Task<Shape>|} RunAsync({|FH2009:Shape|} shape, {|FH2009:Animal[]|} animals, CancellationToken token = default); }
                """);
            test.FixedState.Sources.Add(Verify.Usings + $$"""
                [FetchHiveDeployment("{{name}}", "production", JsonContext = typeof(Acme.Json.Context))]
                public partial interface {{name}} { Task<Shape> RunAsync(Shape shape, Animal[] animals, CancellationToken token = default); }
                """);
        }

        test.TestState.Sources.Add("namespace Acme.Json;\n\npublic partial class Context;\n");
        test.FixedState.Sources.Add("namespace Acme.Json;\n\npublic partial class Context;\n");
        test.TestState.Sources.Add("using System.Text.Json.Serialization;\n\nnamespace Acme.Json;\n\n// "
            + "Ours.\n[JsonSerializable(typeof(int))] // numbers\npublic partial class Context : JsonSerializerContext { }\n");
        test.FixedState.Sources.Add("using System.Text.Json.Serialization;\n\nnamespace Acme.Json;\n\n// "
            + "Ours.\n[JsonSerializable(typeof(int))] // "
                + "numbers\n[JsonSerializable(typeof(Shape))]\n[JsonSerializable(typeof(Animal))]\npublic partial class Context : "
                    + "JsonSerializerContext { }\n");
        Prepare(test);
    });

    [Fact]
    public Task A_context_in_another_project_gets_a_type_that_it_can_see() => Verify.RunAsync(test =>
    {
        // The fix changes a file that doesn't have the diagnostic.
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllInDocumentCheck;
        // The other project can't see one of the types, so its diagnostic remains.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        const string context = "using System.Text.Json.Serialization;\n\nnamespace Lib\n{\n    public partial class Context : "
            + "JsonSerializerContext { }\n\n    [JsonPolymorphic]\n    public class Thing { }\n}\n";
        test.TestState.Sources.Add(Verify.Usings + """
            [FetchHiveDeployment("brief", "production", JsonContext = typeof(Lib.Context))]
            public partial interface IBrief { Task RunAsync({|FH2009:Lib.Thing|} thing, {|FH2009:Shape|} shape, CancellationToken token = default); }
            """);
        test.FixedState.Sources.Add(Verify.Usings + """
            [FetchHiveDeployment("brief", "production", JsonContext = typeof(Lib.Context))]
            public partial interface IBrief { Task RunAsync(Lib.Thing thing, {|FH2009:Shape|} shape, CancellationToken token = default); }
            """);
        test.TestState.AdditionalProjects["Lib"].Sources.AddAll(context);
        test.FixedState.AdditionalProjects["Lib"].Sources.AddAll(
            context.Replace("    public partial", "    [JsonSerializable(typeof(Thing))]\n    public partial",
                System.StringComparison.Ordinal));
        test.TestState.AdditionalProjectReferences.Add("Lib");
        Prepare(test);
    });

    [Theory]
    // Metadata can't use a serializer, and a serializer can't access a private type.
    [InlineData("[JsonConverter(typeof(int))] public record Secret(int Number); public partial class Outer { {{0}} }",
        "[Metadata] {|FH2008:Secret|} secret")]
    [InlineData("public partial class Outer { [JsonPolymorphic] private class Hidden; {{0}} }", "{|FH2008:Hidden|} shape", "private")]
    public Task Nothing_is_offered_where_a_context_would_not_help(string frame, string parameter, string access = "public") =>
    Verify.VerifyNotOfferedAsync(
        "using System.Text.Json.Serialization;\n" + frame.Replace(
            "{{0}}",
            "[FetchHiveDeployment(\"brief\", \"production\")] " + access + " partial interface IBrief { Task RunAsync(" + parameter
                + ", CancellationToken token = default); }",
            System.StringComparison.Ordinal),
        Prepare);

    private static Task VerifyAsync(string source, string fixedSource) => Verify.VerifyAsync(source, fixedSource, Prepare);

    private static void Prepare(Verify.Test test)
    {
        test.TestState.Sources.Add("using System.Text.Json.Serialization;\n" + Types);
        if (test.FixedState.Sources.Count > 0)
        {
            test.FixedState.Sources.Add("using System.Text.Json.Serialization;\n" + Types);
        }

        // Errors about members that System.Text.Json's own generator would add to a context.
        test.DisabledDiagnostics.AddRange(["CS0117", "CS0534", "CS7036"]);
    }
}
