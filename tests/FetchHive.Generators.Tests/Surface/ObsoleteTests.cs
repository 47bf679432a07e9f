using System;
using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Surface;

/// <summary>Generated code doesn't repeat warnings about the user's own decisions.</summary>
public class ObsoleteTests
{
    private const string Source = Declarations.Usings + """
        [assembly: CLSCompliant(true)]
        namespace Acme;
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            [Obsolete] Task<Old> OldAsync(Old old, CancellationToken token = default);
            [Obsolete("use NewAsync")] Task<AcceptedRun<Old>> StartAsync(Old[] old, [CallbackUrl] Uri url, [Metadata] OldCaller caller, CancellationToken token = default);
            Task<Dictionary<string, uint>> NewAsync(uint notCompliant, sbyte neither, HasOld has, CancellationToken token = default);
        }
        [Obsolete] public sealed record Old(string Text, Kind Kind);
        [Obsolete("gone soon")] public sealed record OldCaller(string Text);
        [Obsolete] public enum Kind { One }
        public sealed class HasOld { [Obsolete] public string Text { get; set; } = ""; public ulong Number { get; set; } }
        """;

    [Fact]
    public void Obsolete_members_and_CLS_compliance_give_no_warning_in_generated_code()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Source).AssertGeneratedCodeIsClean();

        Assert.True(Generated.IsComplete(run));
    }

    [Fact]
    public void Without_what_the_generated_file_switches_off_there_would_be_warnings()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Source);

        string[] ids = [.. Generated.WarningsWithoutPragmas(run, run.Setup.LanguageVersion).Select(warning => warning[..6]).Distinct()];

        Assert.Contains("CS0612", ids);
        Assert.Contains("CS0618", ids);
        Assert.All(ids, id => Assert.Contains(id, (string[])["CS0612", "CS0618", "CS3001", "CS3002", "CS3003"]));
    }

    /// <summary>The package tests show that this avoids IL2046, with an application that is compiled ahead of time.</summary>
    [Fact]
    public void What_a_method_requires_of_its_callers_its_implementation_requires_too()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + """
            using System.Diagnostics.CodeAnalysis;
            namespace Acme;
            [FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                [RequiresUnreferencedCode("It \"reflects\".", Url = "https://example.com")]
                [RequiresDynamicCode("It emits.")]
                [RequiresAssemblyFiles]
                Task<string> RunAsync(string topic, CancellationToken token = default);
            }
            """).AssertGeneratedCodeIsClean();

        string generated = run.Generated("Acme.IBrief.g.cs");
        const string Space = "[global::System.Diagnostics.CodeAnalysis.";
        Assert.Contains(
            Space + """"RequiresUnreferencedCode("It \"reflects\".", Url = "https://example.com")]"""",
            generated,
            StringComparison.Ordinal);
        Assert.Contains(Space + "RequiresDynamicCode(\"It emits.\")]", generated, StringComparison.Ordinal);
        Assert.Contains(Space + "RequiresAssemblyFiles]", generated, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_with_an_id_of_their_own_are_switched_off_where_they_are_met()
    {
        GeneratorRun run = GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + """
            using System.Diagnostics.CodeAnalysis;
            #pragma warning disable ACME001, ACME002, ACME003, ACME004, ACME005, ACME006
            [Experimental("ACME001"), FetchHiveDeployment("brief", "production")]
            public partial interface IBrief
            {
                [Obsolete("late", DiagnosticId = "ACME002")] Task<string> RunAsync(Trial trial, [Metadata] Caller caller, CancellationToken token = default);
                Task<List<Answer>> AskAsync(Kind kind, CancellationToken token = default);
            }
            [Experimental("ACME003")] public sealed class Trial { public string Text { get; set; } = ""; }
            public sealed class Caller { [Obsolete("late", DiagnosticId = "ACME004")] public string Plan { get; set; } = ""; }
            [Experimental("ACME005")] public sealed record Answer(string Text);
            public enum Kind { [Obsolete("late", DiagnosticId = "ACME006")] One, Two }
            """).AssertGeneratedCodeIsClean();

        Assert.Contains("CS8981, ACME001, ACME002, ACME003, ACME004, ACME005, ACME006\n", run.Generated("IBrief.g.cs"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_obsolete_interface_gives_no_warning_in_generated_code()
    {
        GeneratorRun.Of<FetchHiveGenerator>(Declarations.Usings + """
            [Obsolete, FetchHiveDeployment("brief", "production")]
            public partial interface IBrief { Task<string> RunAsync(CancellationToken token = default); Task<AcceptedRun<string>> StartAsync([CallbackUrl] Uri url, CancellationToken token = default); }
            """).AssertGeneratedCodeIsClean();
    }
}
