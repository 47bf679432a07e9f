using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Use;
using FetchHive.Generators.CodeFixes;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.CodeFixes;

/// <summary>The fixes for mistakes in the use of clients. Each is applied to one diagnostic, and to all at once.</summary>
public class UseFixTests
{
    [Theory]
    [InlineData("catch ([|FetchHiveTimeoutException|]) { await briefs.RunAsync(topic); }",
        "catch (FetchHiveTimeoutException exception) when (!exception.MayHaveRun) { await briefs.RunAsync(topic); }")]
    [InlineData("catch ([|FetchHiveException|] e) { await briefs.RunAsync(topic); }",
        "catch (FetchHiveException e) when (!e.MayHaveRun) { await briefs.RunAsync(topic); }")]
    [InlineData("catch ([|FetchHiveException|] e) when (e.MayHaveRun) { await briefs.RunAsync(topic); }",
        "catch (FetchHiveException e) when (!e.MayHaveRun) { await briefs.RunAsync(topic); }")]
    [InlineData("catch ([|FetchHiveException|] e) when (flag || e.RequestId is null) { await briefs.RunAsync(topic); }",
        "catch (FetchHiveException e) when (!e.MayHaveRun && (flag || e.RequestId is null)) { await briefs.RunAsync(topic); }")]
    [InlineData("catch ([|FetchHiveException|] e) // again\n        { await briefs.RunAsync(topic); }",
        "catch (FetchHiveException e) when (!e.MayHaveRun) // again\n        { await briefs.RunAsync(topic); }")]
    public Task A_retry_checks_first_that_nothing_may_have_run(string handler, string fixedHandler) =>
        VerifyAsync<RetriedRunAnalyzer, OnlyWhenNothingRanFix>("try { await briefs.RunAsync(topic); } " + handler,
        "try { await briefs.RunAsync(topic); } " + fixedHandler);

    [Theory]
    [InlineData("catch ([|System.Exception|]) { await briefs.RunAsync(topic); }")]
    [InlineData("[|catch|] { await briefs.RunAsync(topic); }")]
    public Task A_handler_of_any_exception_has_no_fix(string handler) =>
        VerifyAsync<RetriedRunAnalyzer, OnlyWhenNothingRanFix>("try { await briefs.RunAsync(topic); } " + handler);

    [Theory]
    [InlineData("var runs = topics.Select(t => briefs.RunAsync(t)); await Task.WhenAll(runs); foreach (var run in [|runs|]) { }",
        "var runs = topics.Select(t => briefs.RunAsync(t)).ToList(); await Task.WhenAll(runs); foreach (var run in runs) { }")]
    [InlineData("IEnumerable<Task> runs = from t in topics select briefs.RunAsync(t); if (runs.Any()) await Task.WhenAll([|runs|]);",
        "IEnumerable<Task> runs = (from t in topics select briefs.RunAsync(t)).ToList(); if (runs.Any()) await Task.WhenAll(runs);")]
    public Task Calls_are_kept_in_a_list(string statements, string fixedStatements) =>
        VerifyAsync<CallsEnumeratedAgainAnalyzer, KeepCallsInListFix>(statements, fixedStatements);

    [Theory]
    [InlineData("if (CallbackSignature.[|Verify|](body, header, topic) == CallbackSignatureResult.Mismatched) return;",
        "if (CallbackSignature.Verify(body, header, topic) != CallbackSignatureResult.Valid) return;")]
    [InlineData("var r = CallbackSignature.[|Verify|](body, header, topic); flag = CallbackSignatureResult.Missing != r /* kept */;",
        "var r = CallbackSignature.Verify(body, header, topic); flag = CallbackSignatureResult.Valid == r /* kept */;")]
    public Task A_signature_is_compared_with_Valid(string statements, string fixedStatements) =>
        VerifyAsync<UncheckedSignatureAnalyzer, CompareWithValidFix>(statements, fixedStatements);

    [Fact]
    public Task A_signature_that_is_not_checked_has_no_fix() =>
        VerifyAsync<UncheckedSignatureAnalyzer, CompareWithValidFix>("CallbackSignature.[|Verify|](body, header, topic);");

    [Theory]
    [InlineData("topic = $\"Dear all, {[|briefs.RunAsync(topic)|]}\";", "topic = $\"Dear all, {await briefs.RunAsync(topic)}\";")]
    [InlineData("topic = [|briefs.RunAsync(topic)|].ToString()!;", "topic = (await briefs.RunAsync(topic)).ToString()!;")]
    [InlineData("topic = \"a\" + [|await briefs.RunFullAsync(topic)|];", "topic = \"a\" + (await briefs.RunFullAsync(topic)).Output;")]
    [InlineData("var run = await briefs.RunFullAsync(topic); topic = $\"{[|run|]}\";",
        "var run = await briefs.RunFullAsync(topic); topic = $\"{run.Output}\";")]
    public Task A_call_is_awaited_and_its_output_is_written(string statements, string fixedStatements) =>
    VerifyAsync<WrittenTaskAnalyzer, AwaitCallFix>(statements, fixedStatements);

    [Fact]
    public Task Nothing_is_awaited_where_await_is_impossible() =>
        VerifyAsync<WrittenTaskAnalyzer, AwaitCallFix>("void Local() { topic = $\"{[|briefs.RunAsync(topic)|]}\"; }");

    [Theory]
    [InlineData("try { await briefs.RunAsync(topic); } catch ([|System.TimeoutException|]) { }",
        "try { await briefs.RunAsync(topic); } catch (FetchHiveTimeoutException) { }")]
    [InlineData("try { await briefs.RunAsync(topic); } catch ([|System.Net.Http.HttpRequestException|] e) { topic = e.Message; }",
        "try { await briefs.RunAsync(topic); } catch (FetchHiveConnectionException e) { topic = e.Message; }")]
    public Task The_handler_catches_what_a_call_throws(string statements, string fixedStatements) =>
    VerifyAsync<UnreachableCatchAnalyzer, CatchOurTypeFix>(statements, fixedStatements);

    [Theory]
    [InlineData("try { await briefs.RunAsync(topic); } catch ([|System.Net.Http.HttpRequestException|] e) { topic = "
        + "e.StatusCode.ToString()!; }")]
    [InlineData("try { await briefs.RunAsync(topic); } catch (FetchHiveException) { } catch ([|System.TimeoutException|]) { }")]
    public Task A_handler_that_examines_the_exception_has_no_fix(string statements) =>
    VerifyAsync<UnreachableCatchAnalyzer, CatchOurTypeFix>(statements);

    private static Task VerifyAsync<TAnalyzer, TFix>(string statements, string? fixedStatements = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        CodeFixVerifier<TAnalyzer, TFix>.Test test = new() { TestCode = Source(statements) };
        if (fixedStatements is not null)
        {
            test.FixedCode = Source(fixedStatements);
        }

        test.SourceGenerators.Add(typeof(FetchHiveGenerator));
        return test.RunAsync();
    }

    private static string Source(string statements) => $$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        [FetchHiveDeployment("brief", "production")]
        public partial interface IBriefs
        {
            Task<string> RunAsync(string topic, CancellationToken token = default);
            Task<WorkflowRun<string>> RunFullAsync(string topic, CancellationToken token = default);
        }

        public class Caller
        {
            public async Task CallAsync(IBriefs briefs, IReadOnlyList<string> topics, string topic, byte[] body, string? header, bool flag)
            {
                {{statements}}
                await Task.Yield();
            }
        }
        """;
}
