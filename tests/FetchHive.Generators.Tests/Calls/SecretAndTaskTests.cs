using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Rules;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Calls;

/// <summary>The locations and messages of FH6006, FH6007 and FH6008. The corpus tests what they report and what they don't.</summary>
public class SecretAndTaskTests
{
    private const string Run = "AcceptedRun<string> run = await briefs.StartAsync(text, new Uri(host)); ";

    [Theory]
    [InlineData("Console.WriteLine([|run.WebhookSecret|]);")]
    [InlineData("Console.WriteLine($\"{run.RequestId} {[|run.WebhookSecret|]}\");")]
    [InlineData("var secret = run.WebhookSecret; Console.WriteLine([|secret|]);")]
    [InlineData("throw new InvalidOperationException(\"secret \" + [|run.WebhookSecret|]);")]
    public Task A_secret_is_reported_where_it_is_written(string statement) =>
    CallSource.VerifyAsync<SecretWrittenAnalyzer>(Run + statement);

    [Fact]
    public async Task A_secret_that_is_logged_is_found_by_the_shape_of_the_logger()
    {
        var test = CallSource.Test<SecretWrittenAnalyzer>(
            Run + "Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, \"{Id} {Secret}\", run.RequestId, "
                + "[|run.WebhookSecret|]); Started(logger, [|run.WebhookSecret|]); Started(logger, run.RequestId);",
            "private readonly Microsoft.Extensions.Logging.ILogger logger = null!; [Microsoft.Extensions.Logging.LoggerMessage] private "
            + "static void Started(Microsoft.Extensions.Logging.ILogger logger, string? id) { }");
        test.TestState.Sources.Add("""
            namespace Microsoft.Extensions.Logging
            {
                public interface ILogger { }
                public sealed class LoggerMessageAttribute : System.Attribute { }
                public static class LoggerExtensions { public static void LogInformation(this ILogger logger, string? message, params object?[] args) { } }
            }
            """);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("own.LogIn(run.WebhookSecret);", "private readonly ILogger own = null!; interface ILogger { void LogIn(string? word); }")]
    [InlineData("LoggerExtensions.LogOut(run.WebhookSecret);",
        "static class LoggerExtensions { public static void LogOut(string? word) { } }")]
    [InlineData("Console.WriteLine(JsonConvert.SerializeObject(run.WebhookSecret));",
        "static class JsonConvert { public static string SerializeObject(object? value) => \"hidden\"; }")]
    public Task A_type_of_the_users_with_a_loggers_or_serializers_name_writes_nothing(string statement, string members) =>
        CallSource.VerifyAsync<SecretWrittenAnalyzer>(Run + statement, members);

    [Theory]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return [|run.WebhookSecret|]; });")]
    [InlineData("app.MapPost(\"/a\", async (string t) => [|(await briefs.StartAsync(t, new Uri(host))).WebhookSecret|]);")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return new { run.RequestId, [|run.WebhookSecret|] }; });")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "var answer = (run.RequestId, run.WebhookSecret); return [|answer|]; });")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return Results.Ok(new { Secret = [|run.WebhookSecret|] }); });")]
    [InlineData(Run + "await response.WriteAsync($\"{run.RequestId} {[|run.WebhookSecret|]}\");")]
    [InlineData(Run + "object answer = new OkObjectResult([|run.WebhookSecret|]);")]
    // The run itself has no secret in its JSON.
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return run; });")]
    [InlineData("app.MapPost(\"/a\", () => briefs.StartAsync(text, new Uri(host)));")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return Results.Accepted(\"/\" + run.RequestId, run); });")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return run.WebhookSecret is null; });")]
    // Not the HTTP response.
    [InlineData("app.MapPost(\"/a\", async () => { string? Secret(AcceptedRun<string> one) { return one.WebhookSecret; } " + Run
        + "return Secret(run)?.Length; });")]
    [InlineData("Func<Task<string?>> get = async () => { " + Run + "return run.WebhookSecret; };")]
    [InlineData(Run + "app.Use(() => run.WebhookSecret);")]
    public Task A_secret_in_an_HTTP_response_is_found(string statement) => Web(CallSource.Test<SecretWrittenAnalyzer>(
        statement,
        "private readonly Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app = null!; private readonly "
        + "Microsoft.AspNetCore.Http.HttpResponse response = null!;")).RunAsync();

    [Fact]
    public async Task What_a_controllers_action_returns_is_a_response_and_what_its_other_methods_return_is_not()
    {
        var test = Web(CallSource.Test<SecretWrittenAnalyzer>("await Task.CompletedTask;"));
        test.TestState.Sources.Add("""
            using System;
            using System.Threading.Tasks;
            using FetchHive;
            using Microsoft.AspNetCore.Mvc;

            namespace Acme;

            public class BriefsController(IBriefs briefs) : ControllerBase
            {
                public async Task<string?> StartAsync(string text) =>
                    [|(await briefs.StartAsync(text, new Uri("https://a.example"))).WebhookSecret|];

                public async Task<ActionResult> StartedAsync(string text)
                {
                    AcceptedRun<string> run = await briefs.StartAsync(text, new Uri("https://a.example"));
                    return Ok(new { run.RequestId, [|run.WebhookSecret|] });
                }

                public async Task<AcceptedRun<string>> RunAsync(string text) => await briefs.StartAsync(text, new Uri("https://a.example"));

                [NonAction]
                public string? SecretOf(AcceptedRun<string> run) => run.WebhookSecret;

                private string? Secret(AcceptedRun<string> run) => run.WebhookSecret;
            }

            public class Store
            {
                public string? SecretOf(AcceptedRun<string> run) => run.WebhookSecret;
            }
            """);
        await test.RunAsync();
    }

    [Theory]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return [|run.WebhookSecret|]")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return new { run.RequestId, [|run.WebhookSecret|]")]
    [InlineData("app.MapPost(\"/a\", async () => { " + Run + "return run.")]
    public async Task A_response_that_is_still_being_typed_makes_no_rule_throw(string statement)
    {
        var test = Web(CallSource.Test<SecretWrittenAnalyzer>(
            statement, "private readonly Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app = null!;"));
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    [Fact]
    public async Task The_message_says_where_a_secret_is_written()
    {
        var test = CallSource.Test<SecretWrittenAnalyzer>(Run
            + "Console.WriteLine({|#0:run.WebhookSecret|}); if (flag) throw new InvalidOperationException({|#1:run.WebhookSecret|});");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.SecretWritten).WithLocation(0)
            .WithArguments("webhook secret", "the console", "sign callbacks with it"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.SecretWritten).WithLocation(1)
            .WithArguments("webhook secret", "an exception's message", "sign callbacks with it"));
        await test.RunAsync();
    }

    /// <summary>Stubs of the parts of ASP.NET Core that the rule looks at, so that the tests don't depend on it.</summary>
    private static AnalyzerVerifier<SecretWrittenAnalyzer>.Test Web(AnalyzerVerifier<SecretWrittenAnalyzer>.Test test)
    {
        test.TestState.Sources.Add("""
            global using Microsoft.AspNetCore.Builder;
            global using Microsoft.AspNetCore.Http;
            global using Microsoft.AspNetCore.Mvc;

            namespace Microsoft.AspNetCore.Routing
            {
                public interface IEndpointRouteBuilder { }
            }
            namespace Microsoft.AspNetCore.Builder
            {
                public static class EndpointRouteBuilderExtensions
                {
                    public static void MapPost(this Routing.IEndpointRouteBuilder app, string pattern, System.Delegate handler) { }
                }
                public static class UseExtensions
                {
                    public static void Use(this Routing.IEndpointRouteBuilder app, System.Delegate handler) { }
                }
            }
            namespace Microsoft.AspNetCore.Http
            {
                public interface IResult { }
                public class HttpContext { }
                public class HttpResponse { }
                public static class HttpResponseWritingExtensions
                {
                    public static System.Threading.Tasks.Task WriteAsync(this HttpResponse response, string text) =>
                        System.Threading.Tasks.Task.CompletedTask;
                }
                public static class Results
                {
                    public static IResult Ok(object? value) => null!;
                    public static IResult Accepted(string? uri, object? value) => null!;
                }
            }
            namespace Microsoft.AspNetCore.Mvc
            {
                public class NonActionAttribute : System.Attribute { }
                public class ActionResult { }
                public class OkObjectResult(object? value) : ActionResult { public object? Value => value; }
                public class ControllerBase { public OkObjectResult Ok(object? value) => new(value); }
            }
            """);
        return test;
    }

    [Theory]
    [InlineData("_ = briefs.[|RunAsync|](text);")]
    [InlineData("void Fire() { briefs.[|RunAsync|](text); }")]
    [InlineData("_ = briefs?.[|StartAsync|](text, new Uri(host));")]
    public Task A_dropped_task_is_reported_at_its_method(string statement) => CallSource.VerifyAsync<DroppedTaskAnalyzer>(statement);

    [Fact]
    public async Task The_compiler_itself_warns_about_a_statement_in_an_async_method()
    {
        var test = CallSource.Test<DroppedTaskAnalyzer>("{|CS4014:briefs.RunAsync(text)|};");
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Timeout = [|TimeSpan.FromMinutes(-5)|]", "Timeout", "is negative",
        "set a time between 1 millisecond and 24 days, or Timeout.InfiniteTimeSpan for no limit")]
    [InlineData("Timeout = [|TimeSpan.FromTicks(10)|]", "Timeout", "is shorter than a millisecond (new TimeSpan(n) counts ticks of 100 ns)",
        "set a time between 1 millisecond and 24 days, or Timeout.InfiniteTimeSpan for no limit")]
    [InlineData("BaseAddress = [|new Uri(\"http://acme.example\")|]", "BaseAddress", "is http, so anyone on the network can read the key",
        "use https; http is for loopback hosts only")]
    [InlineData("MaxResponseBytes = [|-1|]", "MaxResponseBytes", "is less than one byte",
        "set a number of bytes between 1 and 1073741824 (1 GiB)")]
    public async Task An_option_that_is_refused_is_reported(string option, string name, string problem, string advice)
    {
        var test = CallSource.Test<RefusedOptionAnalyzer>(
            "var options = new FetchHiveOptions { "
            + option.Replace("[|", "{|#0:", System.StringComparison.Ordinal).Replace("|]", "|}", System.StringComparison.Ordinal)
            + " };");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(CallRules.RefusedOption).WithLocation(0).WithArguments(name, problem, advice));
        await test.RunAsync();
    }
}
