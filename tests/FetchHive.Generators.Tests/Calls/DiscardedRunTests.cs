using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Calls;

public class DiscardedRunTests
{
    [Theory]
    [InlineData("await briefs.[|StartAsync|](text, new Uri(host));")]
    [InlineData("await briefs.[|StartAsync|](text, new Uri(host)).ConfigureAwait(false);")]
    [InlineData("await briefs.[|StartAtAsync|](text, host);")]
    [InlineData("await briefs.[|StartAtAsync|](text, host).AsTask().ConfigureAwait(false);")]
    [InlineData("await client.[|StartAsync|](\"a\", \"b\", null, new Uri(host));")]
    [InlineData("briefs.[|StartAsync|](text, new Uri(host)).Wait();")]
    [InlineData("briefs.[|StartAsync|](text, new Uri(host)).GetAwaiter().GetResult();")]
    [InlineData("void Now() { briefs.[|StartAsync|](text, new Uri(host)); }")]
    [InlineData("void Now() { briefs?.[|StartAsync|](text, new Uri(host)); }")]
    [InlineData("await wider.[|StartAsync|](text, new Uri(host));")]
    [InlineData("async Task Now() => await briefs.[|StartAsync|](text, new Uri(host));")]
    [InlineData("await Parallel.ForEachAsync(companies, async (c, t) => await briefs.[|StartAsync|](c.Name, c.Website, t));")]
    [InlineData("foreach (var c in companies) await briefs.[|StartAsync|](c.Name, c.Website);")]
    public Task A_dropped_run_is_reported_at_the_method(string statements) => CallSource.VerifyAsync<DiscardedRunAnalyzer>(statements);

    [Theory]
    [InlineData("var run = await briefs.StartAsync(text, new Uri(host));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(host));")]
    [InlineData("_ = briefs.StartAsync(text, new Uri(host));")]
    [InlineData("Console.WriteLine((await briefs.StartAsync(text, new Uri(host))).RequestId);")]
    [InlineData("var task = briefs.StartAsync(text, new Uri(host)); await task; Console.WriteLine(task.Result);")]
    [InlineData("var runs = await Task.WhenAll(companies.Select(c => briefs.StartAsync(c.Name, c.Website)));")]
    [InlineData("await briefs.RunAsync(text); await client.InvokeAsync(\"a\", \"b\", null);")]
    [InlineData("await StartAsync();", "Task<AcceptedRun<string>> StartAsync() => throw new NotImplementedException();")]
    [InlineData("await other.StartAsync(text, host);")]
    [InlineData("await Throws(async () => await briefs.StartAsync(text, new Uri(host)));", "static Task Throws(Func<Task> act) => act();")]
    [InlineData("await Throws(async () => { await briefs.StartAsync(text, new Uri(host)); });",
        "static Task Throws(Func<Task> act) => act();")]
    [InlineData("await Throws(() => briefs.StartAsync(text, new Uri(host)));", "static Task Throws(Func<Task> act) => act();")]
    public Task A_run_that_is_kept_or_dropped_on_purpose_is_left_alone(string statements, string members = "") =>
        CallSource.VerifyAsync<DiscardedRunAnalyzer>(statements, members);

    [Fact]
    public async Task The_message_names_the_method_and_says_what_to_do()
    {
        var test = CallSource.Test<DiscardedRunAnalyzer>(
            "await briefs.{|#0:StartAsync|}(text, new Uri(host)); void Now() { briefs.{|#1:StartAsync|}(text, new Uri(host)); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.DiscardedRun).WithLocation(0)
            .WithArguments("StartAsync", "keep the run"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.DiscardedRun).WithLocation(1)
            .WithArguments("StartAsync", "await the call and keep the run"));
        await test.RunAsync();
    }
}
