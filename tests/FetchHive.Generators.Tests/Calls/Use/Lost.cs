using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Results that were paid for and are lost, and inputs that never arrive.</summary>
internal static class Lost
{
    private const string TaskAsResult = "task instead of its result";
    private const string RunAsOutput = "run instead of its output";
    private const string Unfilled = "output member that can't be filled";
    private const string ShortClient = "HttpClient's time limit is shorter";
    private const string Derived = "derived instance for a base input";
    private const string Collection = "collection that loses something";

    public static IEnumerable<UseCase> All => [.. Tasks, .. Runs, .. Members, .. Clients, .. Instances, .. Collections];

    private static IEnumerable<UseCase> Tasks =>
    [
        Mistake(TaskAsResult, "interpolated", "mailer.Send($\"Dear all, {briefs.RunAsync(topic, token)}\");"),
        Mistake(TaskAsResult, "concatenated", "mailer.Send(\"Dear all, \" + briefs.RunAsync(topic, token));"),
        Mistake(TaskAsResult, "printed", "Console.WriteLine(briefs.RunAsync(topic, token));"),
        Mistake(TaskAsResult, "ToString", "mailer.Send(briefs.RunAsync(topic, token).ToString());"),
        Mistake(TaskAsResult, "through a local", "var brief = briefs.RunAsync(topic, token); mailer.Send($\"Dear all, {brief}\");"),
        Mistake(TaskAsResult, "a value task", "mailer.Send($\"Dear all, {briefs.QuickAsync(topic, token)}\");"),
        Mistake(TaskAsResult, "argument of a log", "log.LogInformation(\"Brief: {Brief}\", briefs.RunAsync(topic, token));"),
        Mistake(TaskAsResult, "serialized", "mailer.Send(JsonSerializer.Serialize(profiles.RunAsync(company, token)));"),
        Mistake(TaskAsResult, "appended",
            "var text = new StringBuilder(); text.Append(briefs.RunAsync(topic, token)); mailer.Send(text.ToString());"),
        Right(TaskAsResult, "awaited in the hole", "mailer.Send($\"Dear all, {await briefs.RunAsync(topic, token)}\");"),
        Right(TaskAsResult, "id of the task",
            "var run = briefs.RunAsync(topic, token); log.LogInformation(\"Task {Id}\", run.Id); mailer.Send(await run);"),
        Right(TaskAsResult, "status of the task",
            "var run = briefs.RunAsync(topic, token); Console.WriteLine($\"{run.Status}\"); mailer.Send(await run);"),
        Right(TaskAsResult, "result of a finished task",
            "var run = briefs.RunAsync(topic, token); await run; mailer.Send(\"Dear all, \" + run.Result);"),
        Right(TaskAsResult, "given to a helper", "await Both(briefs.RunAsync(topic, token), briefs.RunAsync(topic + \"?\", token));",
            "private static Task Both(params object[] tasks) => Task.WhenAll(tasks.Cast<Task>());"),
    ];

    private static IEnumerable<UseCase> Runs =>
    [
        Mistake(RunAsOutput, "interpolated", "var run = await briefs.RunFullAsync(topic, token); mailer.Send($\"Dear all, {run}\");"),
        Mistake(RunAsOutput, "concatenated", "mailer.Send(\"Dear all, \" + await briefs.RunFullAsync(topic, token));"),
        Mistake(RunAsOutput, "ToString", "mailer.Send((await briefs.RunFullAsync(topic, token)).ToString());"),
        Mistake(RunAsOutput, "printed", "Console.WriteLine(await profiles.RunFullAsync(company, token));"),
        Right(RunAsOutput, "its output", "var run = await briefs.RunFullAsync(topic, token); mailer.Send($\"Dear all, {run.Output}\");"),
        Right(RunAsOutput, "its id",
            "var run = await briefs.RunFullAsync(topic, token); Console.WriteLine($\"Run {run.RequestId}: {run.Status}\");"),
        Right(RunAsOutput, "the run in a log",
            "var run = await briefs.RunFullAsync(topic, token); log.LogDebug(\"{Run}\", run); mailer.Send(run.Output);"),
    ];

    private static IEnumerable<UseCase> Members =>
    [
        Mistake(Unfilled, "list without a setter beside settable ones", "",
            types: Output("public class Report { public string? Title { get; set; } public List<string> Products { get; } = new(); }")),
        Mistake(Unfilled, "dictionary without a setter", "",
            types: Output(
                "public class Report { public string? Title { get; set; } public Dictionary<string, int> Counts { get; } = new(); }")),
        Mistake(Unfilled, "private setter", "",
            types: Output("public class Report { public string? Title { get; set; } public string? Summary { get; private set; } }")),
        Mistake(Unfilled, "in a nested type", "",
            types: Output("public class Report { public Part? Part { get; set; } } public class Part { public int Size { get; set; } "
                + "public List<string> Names { get; } = []; }")),
        Mistake(Unfilled, "public field", "",
            types: Output("public class Report { public string? Title { get; set; } public string? Summary; }")),
        Right(Unfilled, "init", "",
            types: Output(
                "public class Report { public string? Title { get; set; } public List<string> Products { get; init; } = new(); }")),
        Right(Unfilled, "computed from others", "",
            types: Output("public class Report { public string? Title { get; set; } public int Length => Title?.Length ?? 0; }")),
        Right(Unfilled, "filled by the constructor", "",
            types: Output("public class Report(string title) { public string Title { get; } = title; }")),
        Right(Unfilled, "ignored on purpose", "",
            types: Output(
                "public class Report { public string? Title { get; set; } [JsonIgnore] public List<string> Notes { get; } = new(); }")),
        Right(Unfilled, "created lists are filled as asked", "",
            types: Output("[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public class Report { public List<string> "
                + "Products { get; } = new(); public string? Title { get; set; } }")),
    ];

    private static IEnumerable<UseCase> Clients =>
    [
        Mistake(ShortClient, "default of 100 s",
            "var mine = new FetchHiveClient(new HttpClient()); mailer.Send(await mine.CreateAndRunAsync(topic));", types: CreateAndRun),
        Mistake(ShortClient, "with options", """
            using var connection = new HttpClient();
            var mine = new FetchHiveClient(connection, new FetchHiveOptions { Timeout = TimeSpan.FromMinutes(5) });
            mailer.Send(await mine.CreateAndRunAsync(topic));
            """, types: CreateAndRun),
        Mistake(ShortClient, "a limit that is too short", """
            var mine = new FetchHiveClient(new HttpClient { Timeout = TimeSpan.FromSeconds(30) }, new FetchHiveOptions { Timeout = TimeSpan.FromMinutes(2) });
            mailer.Send(await mine.CreateAndRunAsync(topic));
            """, types: CreateAndRun),
        Right(ShortClient, "no limit", """
            var mine = new FetchHiveClient(new HttpClient { Timeout = Timeout.InfiniteTimeSpan });
            mailer.Send(await mine.CreateAndRunAsync(topic));
            """, types: CreateAndRun),
        Right(ShortClient, "ours is shorter", """
            var mine = new FetchHiveClient(new HttpClient(), new FetchHiveOptions { Timeout = TimeSpan.FromSeconds(60) });
            mailer.Send(await mine.CreateAndRunAsync(topic));
            """, types: CreateAndRun),
        Right(ShortClient, "set afterwards", """
            var connection = new HttpClient();
            connection.Timeout = TimeSpan.FromMinutes(20);
            var mine = new FetchHiveClient(connection);
            mailer.Send(await mine.CreateAndRunAsync(topic));
            """, types: CreateAndRun),
        Right(ShortClient, "somebody else's client",
            "var mine = new FetchHiveClient(http); mailer.Send(await mine.CreateAndRunAsync(topic));", types: CreateAndRun),
    ];

    private static IEnumerable<UseCase> Instances =>
    [
        Mistake(Derived, "a parameter of the derived type", "mailer.Send((await profiles.RunAsync(listed, token)).Name);"),
        Mistake(Derived, "made in place", "await profiles.RunAsync(new ListedCompany(topic, callback, \"FH\"), token);"),
        Mistake(Derived, "in a collection", "await profiles.ManyAsync([new ListedCompany(topic, callback, \"FH\")], token);"),
        Mistake(Derived, "an array of the derived type", "await profiles.ManyAsync(new ListedCompany[] { listed }, token);"),
        Right(Derived, "the base itself", "await profiles.RunAsync(company, token);"),
        Right(Derived, "a copy of the base", "await profiles.RunAsync(new Company(listed.Name, listed.Website), token);"),
        Right(Derived, "a derived type without members of its own", "await profiles.RunAsync(new Same(topic, callback), token);",
            types: "public record Same(string Name, Uri Website) : Company(Name, Website);"),
    ];

    private static IEnumerable<UseCase> Collections =>
    [
        Mistake(Collection, "own property", "",
            types: Input("public class Basket : List<string> { public string? Customer { get; set; } }", "Basket")),
        Mistake(Collection, "dictionary with an own property", "",
            types: Input("public class Scores : Dictionary<string, int> { public string? Season { get; set; } }", "Scores")),
        Mistake(Collection, "lookup", "", types: Input("", "ILookup<string, string>")),
        Mistake(Collection, "groupings", "", types: Input("", "IEnumerable<IGrouping<string, string>>")),
        Right(Collection, "list", "", types: Input("", "List<string>")),
        Right(Collection, "own type without properties", "", types: Input("public class Basket : List<string> { }", "Basket")),
        Right(Collection, "own property that JSON leaves out", "",
            types: Input("public class Basket : List<string> { [JsonIgnore] public string? Customer { get; set; } }", "Basket")),
        Right(Collection, "dictionary of lists", "", types: Input("", "IReadOnlyDictionary<string, List<string>>")),
    ];

    private const string CreateAndRun =
        "public static class Made { public static Task<string> CreateAndRunAsync(this FetchHiveClient client, string topic) => "
        + "IBriefs.Create(client).RunAsync(topic); }";

    private static string Output(string type) => $$"""
        {{type}}
        [FetchHiveDeployment("report", "production")]
        public partial interface IReports { Task<Report> RunAsync(string topic, CancellationToken cancellationToken = default); }
        """;

    private static string Input(string type, string name) => $$"""
        {{type}}
        [FetchHiveDeployment("order", "production")]
        public partial interface IOrders { Task<string> RunAsync({{name}} items, CancellationToken cancellationToken = default); }
        """;
}
