using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Code that throws when it runs, or that can't do what it was written for.</summary>
internal static class Dead
{
    private const string Option = "option that is refused";
    private const string RelativeUrl = "relative callback URL";
    private const string AfterUsing = "client used after its using statement";
    private const string PerCall = "client created per call";
    private const string NoMatch = "handler that can't match";

    public static IEnumerable<UseCase> All => [.. Options, .. RelativeUrls, .. Disposed, .. MadePerCall, .. Handlers];

    private static IEnumerable<UseCase> Options =>
    [
        Mistake(Option, "ticks", "var options = new FetchHiveOptions { Timeout = new TimeSpan(600) };"),
        Mistake(Option, "no slot", "var options = new FetchHiveOptions { MaxConcurrency = 0 };"),
        Mistake(Option, "fifty retries", "var options = new FetchHiveOptions { MaxRetries = 50 };"),
        Mistake(Option, "negative retries", "services.AddFetchHive(options => options.MaxRetries = -1);"),
        Mistake(Option, "no time", "services.AddFetchHive(options => options.Timeout = TimeSpan.Zero);"),
        Mistake(Option, "time of a constant field", "var options = new FetchHiveOptions { Timeout = Limit };",
            "private static readonly TimeSpan Limit = TimeSpan.FromSeconds(-5);"),
        Mistake(Option, "relative base address",
            "var options = new FetchHiveOptions { BaseAddress = new Uri(\"/v1\", UriKind.Relative) };"),
        Mistake(Option, "no bytes", "var options = new FetchHiveOptions { MaxResponseBytes = 0 };"),
        Right(Option, "hours, minutes, seconds", "var options = new FetchHiveOptions { Timeout = new TimeSpan(0, 10, 0) };"),
        Right(Option, "no limit", "var options = new FetchHiveOptions { Timeout = Timeout.InfiniteTimeSpan };"),
        Right(Option, "ticks of a minute", "var options = new FetchHiveOptions { Timeout = new TimeSpan(TimeSpan.TicksPerMinute) };"),
        Right(Option, "no retries", "var options = new FetchHiveOptions { MaxRetries = 0, MaxConcurrency = 1 };"),
        Right(Option, "another type's option", "var other = new Other { MaxRetries = 50, MaxConcurrency = 0 };",
            types: "public class Other { public int MaxRetries { get; set; } public int MaxConcurrency { get; set; } }"),
    ];

    private static IEnumerable<UseCase> RelativeUrls =>
    [
        Mistake(RelativeUrl, "constant", "await briefs.StartAtAsync(topic, Path, token);",
            "private const string Path = \"/callbacks/brief\";"),
        Mistake(RelativeUrl, "default of the parameter", "", types: """
            [FetchHiveDeployment("start", "production")]
            public partial interface IStarts
            {
                Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] string callbackUrl = "/callbacks", CancellationToken cancellationToken = default);
            }
            """),
        Mistake(RelativeUrl, "either kind of Uri",
            "await briefs.StartAsync(topic, new Uri(\"/callbacks\", UriKind.RelativeOrAbsolute), token);"),
        Right(RelativeUrl, "absolute", "await briefs.StartAtAsync(topic, Address, token);",
            "private const string Address = \"https://acme.example/callbacks\";"),
        Right(RelativeUrl, "joined to a host", "await briefs.StartAsync(topic, new Uri(callback, \"/callbacks/brief\"), token);"),
    ];

    private static IEnumerable<UseCase> Disposed =>
    [
        Mistake(AfterUsing, "returned from the using", "mailer.Send(await Make().RunAsync(topic, token));",
            "private static IBriefs Make() { using var client = new FetchHiveClient(); return IBriefs.Create(client); }"),
        Mistake(AfterUsing, "used after the block", """
            IBriefs made;
            using (var own = new FetchHiveClient()) { made = IBriefs.Create(own); }
            mailer.Send(await made.RunAsync(topic, token));
            """),
        Mistake(AfterUsing, "task returned without await", "mailer.Send(await RunAsync(topic));", """
            private static Task<string> RunAsync(string topic)
            {
                using var client = new FetchHiveClient();
                return IBriefs.Create(client).RunAsync(topic);
            }
            """),
        Right(AfterUsing, "awaited inside", """
            using (var own = new FetchHiveClient()) { mailer.Send(await IBriefs.Create(own).RunAsync(topic, token)); }
            """),
        Right(AfterUsing, "awaited before it is returned", "mailer.Send(await RunAsync(topic));", """
            private static async Task<string> RunAsync(string topic)
            {
                using var client = new FetchHiveClient();
                return await IBriefs.Create(client).RunAsync(topic);
            }
            """),
        Right(AfterUsing, "kept by the caller", "mailer.Send(await Make().RunAsync(topic, token));",
            "private static IBriefs Make() { var client = new FetchHiveClient(); return IBriefs.Create(client); }"),
    ];

    private static IEnumerable<UseCase> MadePerCall =>
    [
        Mistake(PerCall, "in a loop", """
            foreach (string each in topics)
            {
                using var own = new FetchHiveClient();
                mailer.Send(await IBriefs.Create(own).RunAsync(each, token));
            }
            """),
        Mistake(PerCall, "in a lambda per item", """
            await Task.WhenAll(topics.Select(async each =>
            {
                using var own = new FetchHiveClient(new FetchHiveOptions { MaxConcurrency = 3 });
                mailer.Send(await IBriefs.Create(own).RunAsync(each, token));
            }));
            """),
        Mistake(PerCall, "in Parallel.ForEachAsync", """
            await Parallel.ForEachAsync(topics, token, async (each, stop) =>
                mailer.Send(await IBriefs.Create(new FetchHiveClient()).RunAsync(each, stop)));
            """),
        Mistake(PerCall, "registered per request", "services.AddScoped(_ => new FetchHiveClient());"),
        Mistake(PerCall, "registered per use", "services.AddTransient<IBriefs>(_ => IBriefs.Create(new FetchHiveClient()));"),
        Right(PerCall, "before the loop", """
            using var own = new FetchHiveClient();
            var made = IBriefs.Create(own);
            foreach (string each in topics) mailer.Send(await made.RunAsync(each, token));
            """),
        Right(PerCall, "one for each workspace", """
            foreach (string key in topics)
            {
                var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = key });
                services.AddKeyedSingleton(key, own);
            }
            """),
        Right(PerCall, "registered once", "services.AddSingleton(_ => new FetchHiveClient());"),
        Right(PerCall, "once in a console program",
            "using var own = new FetchHiveClient(); mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));"),
    ];

    private static IEnumerable<UseCase> Handlers =>
    [
        Mistake(NoMatch, "HttpRequestException around one call", """
            try { mailer.Send(await briefs.RunAsync(topic, token)); }
            catch (HttpRequestException e) { log.LogError(e, "offline"); }
            """),
        Mistake(NoMatch, "JsonException around one call", """
            Profile? profile = null;
            try { profile = await profiles.RunAsync(company, token); }
            catch (JsonException) { log.LogWarning("unreadable"); }
            log.LogInformation("{Name}", profile?.Name);
            """),
        Mistake(NoMatch, "TimeoutException around one call", """
            try { await briefs.NotifyAsync(topic, token); }
            catch (TimeoutException) { log.LogWarning("slow"); }
            """),
        Right(NoMatch, "another request in the try", """
            try { mailer.Send(await briefs.RunAsync(await http.GetStringAsync(callback, token), token)); }
            catch (HttpRequestException e) { log.LogError(e, "offline"); }
            """),
        Right(NoMatch, "another method in the try", """
            try { await mailer.SendAsync(await briefs.RunAsync(topic, token)); }
            catch (TimeoutException e) { log.LogError(e, "slow mail"); }
            """),
        Right(NoMatch, "ours", """
            try { mailer.Send(await briefs.RunAsync(topic, token)); }
            catch (FetchHiveConnectionException e) { log.LogError(e, "offline"); }
            """),
        Right(NoMatch, "the base of both", """
            try { mailer.Send(await briefs.RunAsync(topic, token)); }
            catch (Exception e) when (e is FetchHiveException or HttpRequestException) { log.LogError(e, "offline"); throw; }
            """),
    ];
}
