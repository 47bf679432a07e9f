using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using FetchHive.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Company;

/// <summary>Mistakes that a tired engineer could make in the company's ten workflows, one at a time.</summary>
public class CompanyMistakesTests
{
    [Fact]
    public async Task Ten_deployments_without_a_mistake_are_complete_and_report_nothing()
    {
        Assert.Empty(await BuildAsync(CompanyWorkflows.Source));
        Assert.Equal(10, GeneratorRun.Of<FetchHiveGenerator>(CompanyWorkflows.Source).GeneratedSources.Count(source =>
            source.HintName.StartsWith("Acme.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("public partial interface ITriageTicket", "public interface ITriageTicket", "FH1001")]
    [InlineData("\"extract-invoice\", \"production\"", "\"extract-invoice\", \"production\\n\"", "FH1003")]
    [InlineData("Task<string> RunAsync(Guid incident", "string Run(Guid incident", "FH1007")]
    [InlineData("Task<string> RunAsync(Guid incident", "IAsyncEnumerable<string> RunAsync(Guid incident", "FH1007")]
    [InlineData("[User] string? agent = null", "[User] string? agent = null, [User] string? lead = null", "FH1009")]
    [InlineData("RunAsync(string text, CancellationToken cancellationToken = default)", "RunAsync(string text)", "FH1010")]
    [InlineData("[User] string? agent", "[User, Metadata] string? agent", "FH1013")]
    [InlineData("[User] string? agent = null", "[User] Guid? agent = null", "FH1015")]
    [InlineData("string Text, DateTimeOffset OpenedAt", "System.IO.Stream Text, DateTimeOffset OpenedAt", "FH2001")]
    [InlineData("TimeSpan length", "(int Hours, int Minutes) length", "FH2001")]
    [InlineData("TimeSpan length", "System.Security.Claims.ClaimsPrincipal speaker", "FH2001")]
    [InlineData("string Company, Uri? Website", "string Company, CancellationToken Token", "FH2001")]
    [InlineData("Dictionary<string, string> Properties", "Dictionary<string, object> Properties", "FH2002")]
    [InlineData("[Input(\"target_language\")] string to", "[Input(\"text\")] string to", "FH2003")]
    [InlineData("[Input(\"target_language\")]", "[Input(\"\")]", "FH2004")]
    [InlineData("IReadOnlyDictionary<string, int[]> timeline", "int[,] timeline", "FH2005")]
    [InlineData("IReadOnlyDictionary<string, int[]> timeline", "IReadOnlyDictionary<DateTime, int[]> timeline", "FH2006")]
    [InlineData("IReadOnlyDictionary<string, int[]> timeline", "IReadOnlyDictionary<string, byte[]> timeline", "FH2007")]
    [InlineData("public sealed record Lead(string Company,",
        "public sealed record Lead([property: JsonConverter(typeof(LeadConverter))] string Company,", "FH2008")]
    [InlineData("[Input(AsText = true)] int maxResults", "[Input(AsText = true)] int[] maxResults", "FH2010")]
    [InlineData("string Plan, bool Trial", "string Plan, string[] Roles", "FH3001")]
    [InlineData("string Plan, bool Trial", "string Plan, Lead Lead", "FH3002")]
    [InlineData("[Metadata] IReadOnlyDictionary<string, MetadataValue>? labels", "[Metadata] IReadOnlyDictionary<string, object>? labels",
        "FH3003")]
    [InlineData("[Metadata] IReadOnlyDictionary<string, MetadataValue>? labels", "[Metadata] IReadOnlyDictionary<int, string>? labels",
        "FH3004")]
    [InlineData("[Metadata] CallerInfo caller", "[Metadata] CallerInfo caller, [Metadata] string plan", "FH3004")]
    [InlineData("record CallerInfo(string CustomerId, string Plan, bool Trial)", "class CallerInfo { public string Plan = \"\"; }",
        "FH3005")]
    [InlineData("string Plan, bool Trial", "string Plan, string AccessToken", "FH3006")]
    [InlineData("clauses, [CallbackUrl] Uri callbackUrl,", "clauses,", "FH4001")]
    [InlineData("Task<AcceptedRun<string>> StartAsync(string contract", "Task<string> StartAsync(string contract", "FH4002")]
    [InlineData("Task<AcceptedRun<string>> StartAsync(string contract", "Task StartAsync(string contract", "FH4002")]
    [InlineData("int week, [CallbackUrl] string callbackUrl", "int week, [CallbackUrl] Guid callbackUrl", "FH4003")]
    [InlineData("Task<LeadScore>", "Task<object>", "FH4004")]
    [InlineData("Task<ImageOutput>", "Task<System.IO.Stream>", "FH4004")]
    public async Task A_mistake_is_found_once(string right, string wrong, string id)
    {
        const string Converter = "\npublic abstract class LeadConverter : JsonConverter<string>;\n";
        Assert.Contains(right, CompanyWorkflows.Source, StringComparison.Ordinal);

        IReadOnlyList<Diagnostic> found =
            await BuildAsync(CompanyWorkflows.Source.Replace(right, wrong, StringComparison.Ordinal) + Converter);

        if (found.Count != 1 || found[0].Id != id)
        {
            TestHost.Fail($"'{right}' became '{wrong}': expected {id} once; found:\n{DiagnosticText.List(found)}");
        }
    }

    private static Task<IReadOnlyList<Diagnostic>> BuildAsync(string source) =>
        ExampleBuild.RunAsync(new Example("company", (Example.FileName, source), CompilationSetup.Default, Output: null));
}
