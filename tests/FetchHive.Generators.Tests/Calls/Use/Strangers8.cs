using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers8
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("client created per call", "one for each lambda", """
            string[] texts = await Task.WhenAll(topics.Select(async t =>
            {
                using var own = new FetchHiveClient();
                return await IBriefs.Create(own).RunAsync(t, token);
            }));
            mailer.Send(string.Join("\n", texts));
            """),
        Mistake("client created per call", "a transient client", """
            services.AddTransient(_ => new FetchHiveClient(new FetchHiveOptions { MaxConcurrency = 3 }));
            services.AddTransient(provider => IBriefs.Create(provider.GetRequiredService<FetchHiveClient>()));
            """),
        Mistake("client created per call", "a transient typed client with a client inside", """
            services.AddTransient<IBriefs>(_ => IBriefs.Create(new FetchHiveClient()));
            """),
        Mistake("client created per call", "a parallel loop", """
            await Parallel.ForEachAsync(companies, token, async (c, stop) =>
            {
                using var own = new FetchHiveClient();
                Profile found = await IProfiles.Create(own).RunAsync(c, stop);
                log.LogInformation("{Name}: {Employees}", found.Name, found.Employees);
            });
            """),
        Mistake("client created per call", "a property that creates a new one each time", """
            for (int i = 0; i < topics.Count; i++)
            {
                mailer.Send(await Briefs.RunAsync(topics[i], token));
            }
            """, members: """
            private static IBriefs Briefs => IBriefs.Create(new FetchHiveClient());
            """),
        Mistake("client created per call", "one for each request", """
            var endpoint = new BriefEndpoint();
            Console.WriteLine(await endpoint.PostAsync(topic, token));
            """, types: """
            public sealed class BriefEndpoint
            {
                public async Task<string> PostAsync(string about, CancellationToken requestAborted)
                {
                    using var own = new FetchHiveClient();
                    return await IBriefs.Create(own).RunAsync(about, requestAborted);
                }
            }
            """),
        Mistake("client created per call", "a worker that opens one for each message", """
            var inbox = new Queue<string>(topics);
            while (!token.IsCancellationRequested && inbox.TryDequeue(out string? message))
            {
                await HandleAsync(message);
            }

            async Task HandleAsync(string message)
            {
                using FetchHiveClient own = new(new FetchHiveOptions { ApiKey = secret, MaxConcurrency = 1 });
                await IBriefs.Create(own).NotifyAsync(message, token);
            }
            """),
        Right("client created per call", "one before the loop", """
            using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = secret });
            foreach (string item in topics)
            {
                mailer.Send(await IBriefs.Create(own).RunAsync(item, token));
            }
            """),
        Right("client created per call", "a singleton", """
            services.AddSingleton(_ => new FetchHiveClient(new FetchHiveOptions { MaxConcurrency = 3 }));
            services.AddTransient(provider => IBriefs.Create(provider.GetRequiredService<FetchHiveClient>()));
            """),
        Right("client created per call", "one for each workspace, kept", """
            var byWorkspace = new Dictionary<string, FetchHiveClient>();
            foreach (string workspace in new[] { "EU", "US" })
            {
                byWorkspace[workspace] = new FetchHiveClient(
                    new FetchHiveOptions { ApiKey = Environment.GetEnvironmentVariable("HIVE_" + workspace) });
            }

            foreach (string item in topics)
            {
                mailer.Send(await IBriefs.Create(byWorkspace["EU"]).RunAsync(item, token));
            }
            """),
        Right("client created per call", "made when it is first needed", """
            foreach (string item in topics)
            {
                if (item.Length > 10)
                {
                    _own ??= new FetchHiveClient();
                    mailer.Send(await IBriefs.Create(_own).RunAsync(item, token));
                }
            }
            """, members: """
            private FetchHiveClient? _own;
            """),
        Right("client created per call", "a lazy one for all requests", """
            var endpoint = new BriefEndpoint();
            Console.WriteLine(await endpoint.PostAsync(topic, token));
            """, types: """
            public sealed class BriefEndpoint
            {
                private static readonly Lazy<FetchHiveClient> Hive = new(() => new FetchHiveClient());

                public Task<string> PostAsync(string about, CancellationToken requestAborted) =>
                    IBriefs.Create(Hive.Value).RunAsync(about, requestAborted);
            }
            """),
        Right("client created per call", "each customer's batch with the customer's own key", """
            foreach (Customer customer in new[] { new Customer("Ada", "key-a", ["bees"]), new Customer("Bob", "key-b", ["ants", "wasps"]) })
            {
                using var own = new FetchHiveClient(new FetchHiveOptions { ApiKey = customer.Key });
                IBriefs service = IBriefs.Create(own);
                foreach (string item in customer.Topics)
                {
                    mailer.Send(await service.RunAsync(item, token));
                }
            }
            """, types: """
            public record Customer(string Name, string Key, string[] Topics);
            """),
        Right("client created per call", "a cache by key", """
            foreach (string key in new[] { secret, "second" })
            {
                FetchHiveClient own = _clients.GetOrAdd(key, k => new FetchHiveClient(new FetchHiveOptions { ApiKey = k }));
                await IBriefs.Create(own).NotifyAsync(topic, token);
            }
            """, members: """
            private readonly System.Collections.Concurrent.ConcurrentDictionary<string, FetchHiveClient> _clients = new();
            """),
        Mistake("handler that can't match", "HttpRequestException", """
            try
            {
                mailer.Send(await briefs.RunAsync(topic, token));
            }
            catch (HttpRequestException exception)
            {
                log.LogError(exception, "Fetch Hive can't be reached");
            }
            """),
        Mistake("handler that can't match", "JsonException for an odd output", """
            Profile? profile = null;
            try
            {
                profile = await profiles.RunAsync(company, token);
            }
            catch (JsonException)
            {
                log.LogWarning("The model wrote no JSON for {Company}", company.Name);
            }

            Console.WriteLine(profile?.Employees ?? 0);
            """),
        Mistake("handler that can't match", "TimeoutException", """
            try
            {
                await briefs.NotifyAsync(topic);
            }
            catch (TimeoutException)
            {
                Console.WriteLine("It takes too long, look into the dashboard");
            }
            """),
        Mistake("handler that can't match", "a cancellation, and no token", """
            string text;
            try
            {
                text = await briefs.RunAsync(topic);
            }
            catch (TaskCanceledException)
            {
                text = "(timed out)";
            }

            Console.WriteLine(text);
            """),
        Mistake("handler that can't match", "a status that is looked for in the wrong exception", """
            try
            {
                await briefs.StartAsync(topic, callback, token);
            }
            catch (HttpRequestException exception) when (exception.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                log.LogWarning("Too many runs, come back tomorrow");
            }
            """),
        Mistake("handler that can't match", "a filter with two types that can't match", """
            IReadOnlyList<Profile> all = [];
            try
            {
                all = await profiles.ManyAsync(companies, token);
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException)
            {
                log.LogError(exception, "No profiles");
            }

            Console.WriteLine(all.Count);
            """),
        Mistake("handler that can't match", "around several calls at once", """
            try
            {
                string[] texts = await Task.WhenAll(briefs.RunAsync(topic, token), briefs.RunAsync("more on " + topic, token));
                Console.WriteLine(texts.Length);
            }
            catch (HttpRequestException)
            {
                Console.WriteLine("offline");
            }
            catch (TimeoutException)
            {
                Console.WriteLine("slow");
            }
            """),
        Right("handler that can't match", "the call's own exceptions", """
            try
            {
                mailer.Send(await briefs.RunAsync(topic, token));
            }
            catch (FetchHiveConnectionException exception)
            {
                log.LogError(exception, "Fetch Hive can't be reached");
            }
            catch (FetchHiveTimeoutException)
            {
                log.LogWarning("Too slow");
            }
            """),
        Right("handler that can't match", "a page is fetched too", """
            try
            {
                string html = await http.GetStringAsync(company.Website, token);
                mailer.Send(await briefs.RunAsync(html, token));
            }
            catch (HttpRequestException exception)
            {
                log.LogError(exception, "{Website} can't be reached", company.Website);
            }
            """),
        Right("handler that can't match", "the text is parsed here", """
            try
            {
                string json = await briefs.RunAsync("As JSON: " + topic, token);
                Console.WriteLine(JsonSerializer.Deserialize<string[]>(json)?.Length);
            }
            catch (JsonException)
            {
                log.LogWarning("The model wrote no JSON");
            }
            """),
        Right("handler that can't match", "a cancellation with a token", """
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            try
            {
                Console.WriteLine(await briefs.RunAsync(topic, limit.Token));
            }
            catch (TaskCanceledException)
            {
                Console.WriteLine("two minutes are over");
            }
            """),
        Right("handler that can't match", "WaitAsync has a limit of its own", """
            try
            {
                Console.WriteLine(await briefs.RunAsync(topic, token).WaitAsync(TimeSpan.FromSeconds(30), token));
            }
            catch (TimeoutException)
            {
                Console.WriteLine("still running, not waiting any more");
            }
            """),
        Right("handler that can't match", "what is inside the exception", """
            try
            {
                await briefs.NotifyAsync(topic, token);
            }
            catch (FetchHiveException exception) when (exception.InnerException is HttpRequestException or TimeoutException)
            {
                log.LogError(exception, "The network, not the service");
            }
            """),
    ];
}
