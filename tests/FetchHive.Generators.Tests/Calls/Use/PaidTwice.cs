using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Runs that are started, and paid for, more often than was meant.</summary>
internal static class PaidTwice
{
    private const string Retry = "retry of what may have run";
    private const string Lazy = "lazy calls enumerated twice";
    private const string Handler = "resilience handler on our client";

    public static IEnumerable<UseCase> All => [.. Retries, .. LazyCalls, .. Handlers];

    private static IEnumerable<UseCase> Retries =>
    [
        Mistake(Retry, "for loop around try", """
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try { await mailer.SendAsync(await briefs.RunAsync(topic, token)); break; }
                catch (FetchHiveException) { await Task.Delay(1000, token); }
            }
            """),
        Mistake(Retry, "while true with a counter", """
            int left = 3;
            while (true)
            {
                try { var brief = await briefs.RunAsync(topic, token); mailer.Send(brief); return; }
                catch (FetchHiveTimeoutException) when (left-- > 0) { }
            }
            """),
        Mistake(Retry, "second call in the catch", """
            string brief;
            try { brief = await briefs.RunAsync(topic, token); }
            catch (FetchHiveTimeoutException) { brief = await briefs.RunAsync(topic, token); }
            mailer.Send(brief);
            """),
        Mistake(Retry, "filter the wrong way round", """
            string brief;
            try { brief = await briefs.RunAsync(topic, token); }
            catch (FetchHiveException e) when (e.MayHaveRun) { brief = await briefs.RunAsync(topic, token); }
            mailer.Send(brief);
            """),
        Mistake(Retry, "goto", """
            again:
            try { mailer.Send(await briefs.RunAsync(topic, token)); }
            catch (FetchHiveException e) { log.LogWarning(e, "again"); goto again; }
            """),
        Mistake(Retry, "recursion", "mailer.Send(await BriefAsync(briefs, topic, 3));", """
            private static async Task<string> BriefAsync(IBriefs briefs, string topic, int left)
            {
                try { return await briefs.RunAsync(topic); }
                catch (FetchHiveConnectionException) when (left > 0) { return await BriefAsync(briefs, topic, left - 1); }
            }
            """),
        Mistake(Retry, "do while a flag is set", """
            bool again;
            do
            {
                again = false;
                try { mailer.Send(await briefs.RunAsync(topic, token)); }
                catch (FetchHiveServerException) { again = true; }
            } while (again);
            """),
        Mistake(Retry, "catch of all exceptions", """
            for (int i = 0; i < 5; i++)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); break; }
                catch (Exception e) { log.LogError(e, "attempt {Attempt}", i); }
            }
            """),
        Mistake(Retry, "retry of a start", """
            AcceptedRun<string> run;
            try { run = await briefs.StartAsync(topic, callback, token); }
            catch (FetchHiveTimeoutException) { run = await briefs.StartAsync(topic, callback, token); }
            log.LogInformation("{Id}", run.RequestId);
            """),
        Mistake(Retry, "the call without a declaration", """
            try { await client.InvokeAsync("brief", "production", null, cancellationToken: token); }
            catch (FetchHiveTimeoutException) { await client.InvokeAsync("brief", "production", null, cancellationToken: token); }
            """),
        Right(Retry, "loop with the filter", """
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); break; }
                catch (FetchHiveException e) when (!e.MayHaveRun) { await Task.Delay(1000, token); }
            }
            """),
        Right(Retry, "asked inside of the catch", """
            for (int attempt = 0; attempt < 3; attempt++)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); break; }
                catch (FetchHiveException e)
                {
                    if (e.MayHaveRun) throw;
                    await Task.Delay(1000, token);
                }
            }
            """),
        Right(Retry, "next topic after a failure", """
            foreach (string each in topics)
            {
                try { mailer.Send(await briefs.RunAsync(each, token)); }
                catch (FetchHiveException e) { log.LogError(e, "{Topic} failed", each); }
            }
            """),
        Right(Retry, "catch leaves the loop", """
            while (!token.IsCancellationRequested)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); return; }
                catch (FetchHiveException e) { log.LogError(e, "failed"); throw; }
            }
            """),
        Right(Retry, "another deployment in the catch", """
            string text;
            try { text = await briefs.RunAsync(topic, token); }
            catch (FetchHiveException) { text = (await profiles.RunAsync(company, token)).Name; }
            mailer.Send(text);
            """),
        Right(Retry, "a refusal that can't have run", """
            try { mailer.Send(await briefs.RunAsync(topic, token)); }
            catch (FetchHiveValidationException) { mailer.Send(await briefs.RunAsync(topic.Trim(), token)); }
            """),
        Right(Retry, "a limit that can't have run", """
            while (true)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); break; }
                catch (FetchHiveRateLimitException) { await Task.Delay(TimeSpan.FromMinutes(1), token); }
            }
            """),
        Right(Retry, "queue of work with one attempt each", """
            var queue = new Queue<string>(topics);
            while (queue.TryDequeue(out string? each))
            {
                try { mailer.Send(await briefs.RunAsync(each, token)); }
                catch (FetchHiveTimeoutException) { log.LogWarning("{Topic} may have run", each); }
            }
            """),
        Right(Retry, "service loop that runs every hour", """
            while (true)
            {
                try { mailer.Send(await briefs.RunAsync(topic, token)); }
                catch (FetchHiveException e) { log.LogError(e, "The hourly brief failed."); }
                await Task.Delay(TimeSpan.FromHours(1), token);
            }
            """),
    ];

    private static IEnumerable<UseCase> LazyCalls =>
    [
        Mistake(Lazy, "WhenAll, then foreach", """
            var runs = topics.Select(each => briefs.RunAsync(each, token));
            await Task.WhenAll(runs);
            foreach (var run in runs) mailer.Send(await run);
            """),
        Mistake(Lazy, "counted, then awaited", """
            var runs = topics.Where(each => each.Length > 0).Select(each => briefs.RunAsync(each, token));
            log.LogInformation("{Count} runs", runs.Count());
            mailer.Send(string.Join("\n", await Task.WhenAll(runs)));
            """),
        Mistake(Lazy, "Any, then WhenAll", """
            IEnumerable<Task<string>> runs = from each in topics select briefs.RunAsync(each, token);
            if (runs.Any()) { await Task.WhenAll(runs); }
            """),
        Mistake(Lazy, "WhenAny in a loop", """
            var runs = topics.Select(each => briefs.RunAsync(each));
            for (int i = 0; i < topics.Count; i++) mailer.Send(await await Task.WhenAny(runs));
            """),
        Mistake(Lazy, "two foreach", """
            var runs = companies.Select(each => profiles.RunAsync(each, token));
            foreach (var run in runs) log.LogInformation("{Id}", run.Id);
            foreach (var run in runs) mailer.Send((await run).Name);
            """),
        Mistake(Lazy, "async lambda", """
            var runs = topics.Select(async each => (await briefs.RunFullAsync(each, token)).Output);
            await Task.WhenAll(runs);
            foreach (var run in runs) mailer.Send(run.Result);
            """),
        Right(Lazy, "WhenAll once", """
            var runs = topics.Select(each => briefs.RunAsync(each, token));
            string[] texts = await Task.WhenAll(runs);
            foreach (string text in texts) mailer.Send(text);
            """),
        Right(Lazy, "a list, enumerated twice", """
            var runs = topics.Select(each => briefs.RunAsync(each, token)).ToList();
            await Task.WhenAll(runs);
            foreach (var run in runs) mailer.Send(await run);
            """),
        Right(Lazy, "an array by a spread", """
            Task<string>[] runs = [.. topics.Select(each => briefs.RunAsync(each, token))];
            await Task.WhenAll(runs);
            foreach (var run in runs) mailer.Send(await run);
            """),
        Right(Lazy, "foreach once", """
            var runs = topics.Select(each => briefs.RunAsync(each, token));
            foreach (var run in runs) mailer.Send(await run);
            """),
        Right(Lazy, "one of two branches", """
            var runs = topics.Select(each => briefs.RunAsync(each, token));
            if (topics.Count > 3) { await Task.WhenAll(runs); } else { foreach (var run in runs) mailer.Send(await run); }
            """),
        Right(Lazy, "the variable is given a list in between", """
            IEnumerable<Task<string>> runs = topics.Select(each => briefs.RunAsync(each, token));
            runs = runs.ToList();
            await Task.WhenAll(runs);
            foreach (var run in runs) mailer.Send(await run);
            """),
        Right(Lazy, "no call inside", """
            var names = companies.Select(each => each.Name);
            log.LogInformation("{Count}", names.Count());
            foreach (var name in names) mailer.Send(await briefs.RunAsync(name, token));
            """),
    ];

    private static IEnumerable<UseCase> Handlers =>
    [
        Mistake(Handler, "standard handler on our builder", """
            services.AddFetchHive().HttpClientBuilder.AddStandardResilienceHandler();
            """),
        Mistake(Handler, "hedging through a variable", """
            var hive = services.AddFetchHive();
            hive.HttpClientBuilder.AddStandardHedgingHandler();
            """),
        Mistake(Handler, "named pipeline", """
            var builder = services.AddFetchHive("eu").HttpClientBuilder;
            builder.AddResilienceHandler("retry", _ => { });
            """),
        Right(Handler, "on another client", """
            services.AddFetchHive();
            services.AddHttpClient("weather").AddStandardResilienceHandler();
            """),
        Right(Handler, "another handler on ours", """
            services.AddFetchHive().HttpClientBuilder.AddHttpMessageHandler<Audit>();
            """, types: "public class Audit : DelegatingHandler { }"),
    ];
}
