using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers1
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("retry of what may have run", "a loop with back-off that takes every failure", """
            string? text = null;
            for (int attempt = 0; attempt < 3 && text is null; attempt++)
            {
                try
                {
                    text = await briefs.RunAsync(topic, token);
                }
                catch (FetchHiveException exception)
                {
                    log.LogWarning(exception, "Attempt {Attempt} failed", attempt);
                    await Task.Delay(TimeSpan.FromSeconds(1 << attempt), token);
                }
            }

            mailer.Send(text ?? "no brief today");
            """),
        Mistake("retry of what may have run", "a general helper that retries any exception", """
            Profile profile = await WithRetries(() => profiles.RunAsync(company, token));
            Console.WriteLine($"{profile.Name} has {profile.Employees} employees");
            """, members: """
            private static async Task<T> WithRetries<T>(Func<Task<T>> action, int times = 4)
            {
                for (int i = 1; ; i++)
                {
                    try
                    {
                        return await action();
                    }
                    catch (Exception) when (i < times)
                    {
                        await Task.Delay(500 * i);
                    }
                }
            }
            """),
        Mistake("retry of what may have run", "once more after a time-out", """
            string brief;
            try
            {
                brief = await briefs.RunAsync(topic, token);
            }
            catch (FetchHiveTimeoutException)
            {
                // it was slow today, give it one more chance
                brief = await briefs.RunAsync(topic, token);
            }

            await mailer.SendAsync(brief);
            """),
        Mistake("retry of what may have run", "goto after a server error", """
            int tries = 0;
            again:
            try
            {
                await briefs.NotifyAsync(topic, token);
            }
            catch (FetchHiveServerException exception) when ((int)exception.StatusCode >= 500 && tries++ < 5)
            {
                log.LogInformation("The service answered {Status}, trying again", exception.StatusCode);
                await Task.Delay(TimeSpan.FromSeconds(2), token);
                goto again;
            }
            """),
        Mistake("retry of what may have run", "failed items go back into the queue", """
            var queue = new Queue<string>(topics);
            while (queue.TryDequeue(out string? next))
            {
                try
                {
                    await mailer.SendAsync(await briefs.RunAsync(next, token));
                }
                catch (FetchHiveConnectionException exception)
                {
                    log.LogError(exception, "Lost connection for {Topic}", next);
                    queue.Enqueue(next);
                }
            }
            """),
        Mistake("retry of what may have run", "recursion that counts down", """
            AcceptedRun<string> run = await StartWithRetryAsync(briefs, topic, callback, 3);
            log.LogInformation("Started {RequestId}", run.RequestId);
            """, members: """
            private static async Task<AcceptedRun<string>> StartWithRetryAsync(IBriefs service, string what, Uri where, int left)
            {
                try
                {
                    return await service.StartAsync(what, where);
                }
                catch (FetchHiveException) when (left > 0)
                {
                    return await StartWithRetryAsync(service, what, where, left - 1);
                }
            }
            """),
        Mistake("retry of what may have run", "the response couldn't be read, so the whole run is requested again", """
            Profile profile;
            try
            {
                profile = await profiles.RunAsync(company, token);
            }
            catch (FetchHiveResponseException exception)
            {
                log.LogWarning("Odd answer at {Path}, asking again", exception.JsonPath);
                profile = (await profiles.RunFullAsync(company, token)).Output;
            }

            Console.WriteLine(profile);
            """),
        Mistake("retry of what may have run", "the condition is the wrong way round", """
            string? result = null;
            while (result is null)
            {
                try
                {
                    result = await briefs.RunAsync(topic, token);
                }
                catch (FetchHiveException exception) when (exception.MayHaveRun)
                {
                    await Task.Delay(1000, token);
                }
            }

            Console.WriteLine(result);
            """),
        Right("retry of what may have run", "only what can't have run is sent again", """
            string? text = null;
            for (int attempt = 0; attempt < 3 && text is null; attempt++)
            {
                try
                {
                    text = await briefs.RunAsync(topic, token);
                }
                catch (FetchHiveException exception) when (!exception.MayHaveRun)
                {
                    log.LogWarning(exception, "Attempt {Attempt} did not start", attempt);
                    await Task.Delay(TimeSpan.FromSeconds(1 << attempt), token);
                }
            }

            mailer.Send(text ?? "no brief today");
            """),
        Right("retry of what may have run", "a helper that looks at MayHaveRun inside", """
            string brief = await SafelyAsync(() => briefs.RunAsync(topic, token));
            await mailer.SendAsync(brief);
            """, members: """
            private static async Task<T> SafelyAsync<T>(Func<Task<T>> call)
            {
                for (int attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await call();
                    }
                    catch (FetchHiveException exception)
                    {
                        if (exception.MayHaveRun || attempt == 3)
                        {
                            throw;
                        }

                        await Task.Delay(TimeSpan.FromSeconds(attempt));
                    }
                }
            }
            """),
        Right("retry of what may have run", "the next topic after a failed one", """
            var failed = new List<string>();
            foreach (string item in topics)
            {
                try
                {
                    await mailer.SendAsync(await briefs.RunAsync(item, token));
                }
                catch (FetchHiveException exception)
                {
                    log.LogError(exception, "No brief on {Topic}", item);
                    failed.Add(item);
                    continue;
                }
            }

            Console.WriteLine($"{failed.Count} of {topics.Count} failed");
            """),
        Right("retry of what may have run", "a shorter topic after the service refused the long one", """
            string brief;
            try
            {
                brief = await briefs.RunAsync(topic, token);
            }
            catch (FetchHiveValidationException)
            {
                brief = await briefs.RunAsync(topic[..Math.Min(200, topic.Length)], token);
            }

            mailer.Send(brief);
            """),
        Right("retry of what may have run", "again after the rate limit, which refuses before anything runs", """
            try
            {
                await briefs.NotifyAsync(topic, token);
            }
            catch (FetchHiveRateLimitException exception) when (exception.Kind != RateLimitKind.DailyCap)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), token);
                await briefs.NotifyAsync(topic, token);
            }
            """),
        Right("retry of what may have run", "the mail is retried, not the run", """
            string text = await briefs.RunAsync(topic, token);
            for (int i = 0; i < 3; i++)
            {
                try
                {
                    await mailer.SendAsync(text);
                    break;
                }
                catch (Exception exception) when (i < 2)
                {
                    log.LogWarning(exception, "Mail server is away");
                    await Task.Delay(1000, token);
                }
            }
            """),
        Right("retry of what may have run", "asked again because the output was too short, not because it failed", """
            string text;
            int rounds = 0;
            do
            {
                text = await briefs.RunAsync(topic, token);
            }
            while (text.Length < 200 && ++rounds < 3);

            Console.WriteLine(text);
            """),
        Right("retry of what may have run", "the cached text after a failure", """
            string text;
            try
            {
                text = await briefs.RunAsync(topic, token);
                _cache[topic] = text;
            }
            catch (FetchHiveException) when (_cache.ContainsKey(topic))
            {
                text = _cache[topic];
            }

            await mailer.SendAsync(text);
            """, members: """
            private readonly Dictionary<string, string> _cache = new();
            """),
        Mistake("lazy calls enumerated twice", "waited for, then walked", """
            var calls = topics.Select(t => briefs.RunAsync(t, token));
            await Task.WhenAll(calls);
            foreach (Task<string> call in calls)
            {
                Console.WriteLine(await call);
            }
            """),
        Mistake("lazy calls enumerated twice", "asked whether there are any", """
            IEnumerable<Task<string>> calls = topics.Where(t => t.Length > 3).Select(t => briefs.RunAsync(t, token));
            if (!calls.Any())
            {
                log.LogInformation("Nothing to do");
            }
            else
            {
                string[] texts = await Task.WhenAll(calls);
                mailer.Send(string.Join("\n", texts));
            }
            """),
        Mistake("lazy calls enumerated twice", "counted for the log", """
            var work = from c in companies
                       where c.Website.Scheme == "https"
                       select profiles.RunAsync(c, token);
            log.LogInformation("Profiling {Count} companies", work.Count());
            foreach (Profile p in await Task.WhenAll(work))
            {
                Console.WriteLine(p.Name);
            }
            """),
    ];
}
