using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers7
{
    public static IEnumerable<UseCase> All =>
    [
        Right("collection that loses something", "sets and queues of the platform", """
            var tags = new HashSet<string>(topics, StringComparer.OrdinalIgnoreCase);
            var ranks = new SortedDictionary<string, int> { ["a"] = 1, ["b"] = 2 };
            await ITags.Create(client).ApplyAsync(tags, ranks, new Queue<int>([1, 2, 3]), token);
            """, types: """
            [FetchHiveDeployment("tags", "production")]
            public partial interface ITags
            {
                Task ApplyAsync(
                    HashSet<string> tags, SortedDictionary<string, int> ranks, Queue<int> order,
                    CancellationToken cancellationToken = default);
            }
            """),
        Mistake("option that is refused", "zero for no limit", """
            using var own = new FetchHiveClient(new FetchHiveOptions { Timeout = TimeSpan.Zero });
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Mistake("option that is refused", "the largest time there is", """
            var options = new FetchHiveOptions { ApiKey = secret };
            options.Timeout = TimeSpan.MaxValue;
            using var own = new FetchHiveClient(options);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Mistake("option that is refused", "a month", """
            using var own = new FetchHiveClient(new FetchHiveOptions { Timeout = TimeSpan.FromDays(30), MaxRetries = 1 });
            Console.WriteLine(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("option that is refused", "minus one retries", """
            services.AddFetchHive(o =>
            {
                o.ApiKey = Environment.GetEnvironmentVariable("HIVE");
                o.MaxRetries = -1;
            });
            """),
        Mistake("option that is refused", "a hundred retries", """
            services.AddFetchHive("eu", o => o.MaxRetries = 100);
            """),
        Mistake("option that is refused", "zero for unlimited concurrency", """
            const int Unlimited = 0;
            using var own = new FetchHiveClient(new FetchHiveOptions { MaxConcurrency = Unlimited });
            await Task.WhenAll(topics.Select(t => IBriefs.Create(own).NotifyAsync(t, token)));
            """),
        Mistake("option that is refused", "as many bytes as an int has", """
            using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = secret, MaxResponseBytes = int.MaxValue });
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("option that is refused", "plain http to another machine", """
            var options = new FetchHiveOptions { BaseAddress = new Uri("http://hive-proxy.internal:8080/v1") };
            using var own = new FetchHiveClient(options);
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("option that is refused", "a relative address", """
            services.AddFetchHive(static o => o.BaseAddress = new Uri("/v1", UriKind.Relative));
            """),
        Mistake("option that is refused", "an address with a query", """
            using var own = new FetchHiveClient(new FetchHiveOptions { BaseAddress = new("https://gateway.acme.example/hive?tenant=7") });
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Right("option that is refused", "no limit as the platform says it", """
            using var own = new FetchHiveClient(new FetchHiveOptions { Timeout = Timeout.InfiniteTimeSpan, MaxRetries = 0 });
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Right("option that is refused", "a day, and the most retries", """
            services.AddFetchHive(o =>
            {
                o.Timeout = TimeSpan.FromDays(1);
                o.MaxRetries = 20;
                o.MaxConcurrency = 10_000;
            });
            """),
        Right("option that is refused", "exactly one GiB", """
            using var own = new FetchHiveClient(new FetchHiveOptions { MaxResponseBytes = 1024 * 1024 * 1024, MaxConcurrency = 1 });
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Right("option that is refused", "plain http to this machine", """
            var options = new FetchHiveOptions { ApiKey = "test", BaseAddress = new Uri("http://localhost:5099/v1") };
            using var own = new FetchHiveClient(options);
            using var other = new FetchHiveClient(new FetchHiveOptions { ApiKey = "test", BaseAddress = new Uri("http://127.0.0.1:8080") });
            Console.WriteLine(await IBriefs.Create(own).RunAsync(topic, token) == await IBriefs.Create(other).RunAsync(topic, token));
            """),
        Right("option that is refused", "a proxy over https with a path", """
            services.AddFetchHive(o => o.BaseAddress = new Uri("https://gateway.acme.example/hive/v1/"));
            """),
        Right("option that is refused", "options of another library with other limits", """
            var queue = new QueueOptions { Timeout = TimeSpan.Zero, MaxRetries = -1, MaxConcurrency = 0 };
            Console.WriteLine(queue);
            int? limit = queue.MaxConcurrency == 0 ? null : queue.MaxConcurrency;
            using var own = new FetchHiveClient(new FetchHiveOptions { MaxConcurrency = limit });
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """, types: """
            public record QueueOptions
            {
                public TimeSpan Timeout { get; init; }
                public int MaxRetries { get; init; }
                public int MaxConcurrency { get; init; }
            }
            """),
        Right("option that is refused", "clamped before it counts", """
            var options = new FetchHiveOptions { MaxRetries = Math.Clamp(topics.Count * 10, 0, 20) };
            options.MaxConcurrency = 0;
            if (options.MaxConcurrency < 1)
            {
                options.MaxConcurrency = null;
            }

            using var own = new FetchHiveClient(options);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Mistake("client used after its using statement", "a typed client leaves its using", """
            IBriefs service = Open(secret);
            mailer.Send(await service.RunAsync(topic, token));
            """, members: """
            private static IBriefs Open(string key)
            {
                using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = key });
                return IBriefs.Create(own);
            }
            """),
        Mistake("client used after its using statement", "the task is returned, not awaited", """
            mailer.Send(await AskAsync(topic));
            """, members: """
            private static Task<string> AskAsync(string about)
            {
                using var own = new FetchHiveClient();
                return IBriefs.Create(own).RunAsync(about);
            }
            """),
        Mistake("client used after its using statement", "started inside, awaited outside", """
            Task<string> call;
            using (var own = new FetchHiveClient())
            {
                call = IBriefs.Create(own).RunAsync(topic, token);
            }

            mailer.Send(await call);
            """),
        Mistake("client used after its using statement", "a field that keeps it", """
            using (var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = secret }))
            {
                _service = IProfiles.Create(own);
                log.LogInformation("Connected");
            }

            Console.WriteLine(await _service.RunAsync(company, token));
            """, members: """
            private IProfiles? _service;
            """),
        Mistake("client used after its using statement", "fired and forgotten", """
            using (FetchHiveClient own = new())
            {
                foreach (string item in topics)
                {
                    _ = IBriefs.Create(own).NotifyAsync(item, token);
                }
            }
            """),
        Mistake("client used after its using statement", "a registration of a client that is disposed when the method ends", """
            Configure(services, secret);
            """, members: """
            private static void Configure(IServiceCollection all, string key)
            {
                using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = key });
                all.AddSingleton(IBriefs.Create(own));
            }
            """),
        Mistake("client used after its using statement", "a lazy sequence is returned", """
            foreach (Task<string> call in Ask(topics))
            {
                Console.WriteLine(await call);
            }
            """, members: """
            private static IEnumerable<Task<string>> Ask(IEnumerable<string> about)
            {
                using var own = new FetchHiveClient();
                IBriefs service = IBriefs.Create(own);
                return about.Select(a => service.RunAsync(a));
            }
            """),
        Mistake("client used after its using statement", "a function that makes the call later", """
            Func<string, Task<string>> ask;
            using (var own = new FetchHiveClient())
            {
                IBriefs service = IBriefs.Create(own);
                ask = about => service.RunAsync(about, token);
            }

            Console.WriteLine(await ask(topic));
            """),
        Right("client used after its using statement", "returned after it was awaited", """
            mailer.Send(await AskAsync(topic));
            """, members: """
            private static async Task<string> AskAsync(string about)
            {
                using var own = new FetchHiveClient();
                return await IBriefs.Create(own).RunAsync(about);
            }
            """),
        Right("client used after its using statement", "all are awaited inside", """
            string[] texts;
            using (var own = new FetchHiveClient())
            {
                IBriefs service = IBriefs.Create(own);
                var calls = topics.Select(t => service.RunAsync(t, token));
                texts = await Task.WhenAll(calls);
            }

            mailer.Send(string.Join("\n", texts));
            """),
        Right("client used after its using statement", "a task that is declared outside and awaited inside", """
            Task<Profile>? call = null;
            using (var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = secret }))
            {
                call = IProfiles.Create(own).RunAsync(company, token);
                log.LogInformation("Asked");
                await call;
            }

            Console.WriteLine(call.Result.Name);
            """),
        Right("client used after its using statement", "a class that owns the client as long as it lives", """
            using var desk = new BriefDesk(secret);
            mailer.Send(await desk.AskAsync(topic));
            """, types: """
            public sealed class BriefDesk : IDisposable
            {
                private readonly FetchHiveClient _own;
                private readonly IBriefs _briefs;

                public BriefDesk(string key)
                {
                    _own = new FetchHiveClient(new FetchHiveOptions { ApiKey = key });
                    _briefs = IBriefs.Create(_own);
                }

                public Task<string> AskAsync(string about) => _briefs.RunAsync(about);

                public void Dispose() => _own.Dispose();
            }
            """),
        Right("client used after its using statement", "an asynchronous iterator holds the using open", """
            await foreach (string text in AskAllAsync(topics))
            {
                mailer.Send(text);
            }
            """, members: """
            private static async IAsyncEnumerable<string> AskAllAsync(IEnumerable<string> about)
            {
                using var own = new FetchHiveClient();
                IBriefs service = IBriefs.Create(own);
                foreach (string one in about)
                {
                    yield return await service.RunAsync(one);
                }
            }
            """),
        Right("client used after its using statement", "the using is about a file", """
            Task<string> call;
            using (var reader = new StreamReader("topic.txt"))
            {
                call = briefs.RunAsync(await reader.ReadToEndAsync(token), token);
            }

            Console.WriteLine(await call);
            """),
        Right("client used after its using statement", "the using is the whole program's", """
            using var own = new FetchHiveClient();
            IBriefs service = IBriefs.Create(own);
            Func<string, Task<string>> ask = about => service.RunAsync(about, token);
            Task<string> first = ask(topic);
            Task<string> second = ask("more on " + topic);
            Console.WriteLine(await first);
            Console.WriteLine(await second);
            """),
        Mistake("client created per call", "one for each topic", """
            foreach (string item in topics)
            {
                using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = secret });
                mailer.Send(await IBriefs.Create(own).RunAsync(item, token));
            }
            """),
    ];
}
