using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers4
{
    public static IEnumerable<UseCase> All =>
    [
        Right("secret or key written", "the run as text has no secret", """
            AcceptedRun<string> run = await briefs.StartAsync(topic, callback, token);
            log.LogInformation("Started {Run}", run);
            Console.WriteLine($"Waiting for {run.RequestId} ({run.Status})");
            """),
        Right("secret or key written", "the run as JSON has no secret", """
            var run = await briefs.StartAsync(topic, callback, token);
            await File.WriteAllTextAsync("run.json", JsonSerializer.Serialize(run), token);
            """),
        Right("secret or key written", "whether a key is there", """
            var options = new FetchHiveOptions { ApiKey = Environment.GetEnvironmentVariable("HIVE_KEY") };
            log.LogInformation("Key configured: {HasKey}", options.ApiKey is not null);
            if (string.IsNullOrWhiteSpace(options.ApiKey))
            {
                throw new InvalidOperationException($"Set {nameof(FetchHiveOptions.ApiKey)}, or HIVE_KEY");
            }
            """),
        Right("secret or key written", "kept in the store for secrets", """
            AcceptedRun<string> run = await briefs.StartAsync(topic, callback, token);
            if (run.WebhookSecret is { } hook)
            {
                await _vault.PutAsync($"fetchhive/{run.RequestId}", hook, token);
                log.LogInformation("Kept the secret of {RequestId}", run.RequestId);
            }
            """, members: """
            private readonly IVault _vault = null!;
            """, types: """
            public interface IVault
            {
                Task PutAsync(string name, string value, CancellationToken cancellationToken);
            }
            """),
        Right("secret or key written", "a fingerprint that tells keys apart", """
            var options = new FetchHiveOptions { ApiKey = secret };
            byte[] hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(options.ApiKey));
            log.LogInformation("Key fingerprint {Fingerprint}", Convert.ToHexString(hash)[..8]);
            using var own = new FetchHiveClient(options);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Right("secret or key written", "used to verify, and the verdict is logged", """
            AcceptedRun<string> run = await briefs.StartAsync(topic, callback, token);
            var verdict = CallbackSignature.Verify(body, header, run.WebhookSecret ?? secret);
            log.LogInformation("Callback of {RequestId}: {Verdict}", run.RequestId, verdict);
            if (verdict == CallbackSignatureResult.Valid)
            {
                mailer.Send(IBriefs.StartCallback.Read(body).GetOutput());
            }
            """),
        Right("secret or key written", "the same text about secrets, without one", """
            var run = await briefs.StartAsync(topic, callback, token);
            string note = run.WebhookSecret is null ? "came without a webhook secret" : "came with its webhook secret";
            Console.WriteLine($"{run.RequestId} {note} of {run.WebhookSecret?.Length ?? 0} characters");
            """),
        Mistake("task instead of its result", "a hole in an interpolated mail", """
            await mailer.SendAsync($"Today's brief:\n\n{briefs.RunAsync(topic, token)}");
            """),
        Mistake("task instead of its result", "printed", """
            Console.WriteLine(briefs.RunAsync(topic, token));
            """),
        Mistake("task instead of its result", "joined", """
            string all = string.Join("\n", topics.Select(t => briefs.RunAsync(t, token)));
            mailer.Send(all);
            """),
        Mistake("task instead of its result", "a value task appended", """
            var page = new StringBuilder("# Briefs\n");
            foreach (var item in topics)
            {
                page.Append("## ").AppendLine(item).Append(briefs.QuickAsync(item, token)).AppendLine();
            }

            await File.WriteAllTextAsync("briefs.md", page.ToString(), token);
            """),
        Mistake("task instead of its result", "an await was forgotten two lines above", """
            var profile = profiles.RunAsync(company, token);
            log.LogInformation("Found a profile for {Company}", company.Name);
            mailer.Send("Profile: " + profile);
            """),
        Mistake("task instead of its result", "as an argument of the log", """
            log.LogInformation("The brief on {Topic} is {Brief}", topic, briefs.RunAsync(topic, token));
            """),
        Mistake("task instead of its result", "string.Format", """
            string line = string.Format("{0,-20} {1}", topic, briefs.RunAsync(topic, token));
            Console.WriteLine(line);
            """),
        Mistake("task instead of its result", "ToString in a helper without async", """
            mailer.Send(Brief(briefs, topic));
            """, members: """
            private static string Brief(IBriefs service, string about) => service.RunAsync(about).ToString() ?? "";
            """),
        Right("task instead of its result", "awaited in the hole", """
            await mailer.SendAsync($"Today's brief:\n\n{await briefs.RunAsync(topic, token)}");
            """),
        Right("task instead of its result", "the tasks' states", """
            Task<string> call = briefs.RunAsync(topic, token);
            log.LogDebug("Call {Id} is {Status}", call.Id, call.Status);
            Console.WriteLine(call.IsCompleted ? "already there" : "under way");
            mailer.Send(await call);
            """),
        Right("task instead of its result", "the results joined", """
            string all = string.Join("\n", await Task.WhenAll(topics.Select(t => briefs.RunAsync(t, token))));
            mailer.Send(all);
            """),
        Right("task instead of its result", "a dictionary of tasks, each awaited", """
            Dictionary<string, Task<string>> calls = topics.Distinct().ToDictionary(t => t, t => briefs.RunAsync(t, token));
            foreach (var (name, call) in calls)
            {
                Console.WriteLine($"{name}: {await call}");
            }
            """),
        Right("task instead of its result", "the result of a task that is finished", """
            Task<Profile> first = profiles.RunAsync(company, token);
            Task<string> second = briefs.RunAsync(topic, token);
            await Task.WhenAll(first, second);
            mailer.Send($"{first.Result.Name}\n{second.Result}");
            """),
        Right("task instead of its result", "the text goes into the call", """
            Task<string> call = briefs.RunAsync("Competitors of " + company.Name + $" in {DateTime.UtcNow.Year}", token);
            string text = "Result: " + await call;
            Console.WriteLine(text.ToString());
            """),
        Right("task instead of its result", "awaited through a local function", """
            Console.WriteLine($"Brief: {await GetAsync(topic)}");

            async Task<string> GetAsync(string about)
            {
                var call = briefs.QuickAsync(about, token);
                string text = await call;
                return text.Trim();
            }
            """),
        Mistake("run instead of its output", "mailed as it is", """
            WorkflowRun<string> run = await briefs.RunFullAsync(topic, token);
            await mailer.SendAsync($"Here is your brief:\n{run}");
            """),
        Mistake("run instead of its output", "printed as it is", """
            Console.WriteLine(await profiles.RunFullAsync(company, token));
            """),
        Mistake("run instead of its output", "returned as text", """
            mailer.Send(await BriefAsync(briefs, topic));
            """, members: """
            private static async Task<string> BriefAsync(IBriefs service, string about)
            {
                var run = await service.RunFullAsync(about);
                return run.ToString();
            }
            """),
        Mistake("run instead of its output", "written to a file", """
            var finished = await briefs.RunFullAsync(topic, token);
            await File.WriteAllTextAsync($"{Guid.NewGuid():N}.md", finished.ToString(), token);
            """),
        Mistake("run instead of its output", "joined", """
            WorkflowRun<string>[] runs = await Task.WhenAll(topics.Select(t => briefs.RunFullAsync(t, token)));
            mailer.Send(string.Join("\n\n", runs.AsEnumerable()));
            """),
        Mistake("run instead of its output", "appended", """
            var report = new StringBuilder();
            foreach (Company c in companies)
            {
                report.Append(c.Name).Append(": ").Append(await profiles.RunFullAsync(c, token)).Append('\n');
            }

            mailer.Send(report.ToString());
            """),
        Mistake("run instead of its output", "concatenated into the next run's topic", """
            var outline = await briefs.RunFullAsync("Outline: " + topic, token);
            string text = await briefs.RunAsync("Write it out: " + outline, token);
            mailer.Send(text);
            """),
        Right("run instead of its output", "the output is mailed", """
            WorkflowRun<string> run = await briefs.RunFullAsync(topic, token);
            await mailer.SendAsync($"Here is your brief ({run.RequestId}):\n{run.Output}");
            """),
        Right("run instead of its output", "the run in the log, the output in the mail", """
            var run = await profiles.RunFullAsync(company, token);
            log.LogInformation("Finished {Run}", run);
            mailer.Send(run.Output.Name);
            """),
        Right("run instead of its output", "an accepted run has no output yet", """
            AcceptedRun<string> accepted = await briefs.StartAsync(topic, callback, token);
            Console.WriteLine($"Started: {accepted}");
            """),
        Right("run instead of its output", "the output is a record, and is text", """
            WorkflowRun<Profile> run = await profiles.RunFullAsync(company, token);
            Console.WriteLine(run.Output.ToString());
            """),
        Right("run instead of its output", "a pattern takes the output out", """
            if (await briefs.RunFullAsync(topic, token) is { Output: { Length: > 0 } text } run)
            {
                Console.WriteLine(run);
                mailer.Send(text);
            }
            """),
        Right("run instead of its output", "all runs on one line of the log, all outputs in the report", """
            var runs = new List<WorkflowRun<string>>();
            foreach (string item in topics)
            {
                runs.Add(await briefs.RunFullAsync(item, token));
            }

            log.LogInformation("Runs: {Runs}", string.Join(", ", runs));
            mailer.Send(string.Join("\n", runs.Select(r => r.Output)));
            """),
        Right("run instead of its output", "a description with both", """
            var run = await profiles.RunFullAsync(company, token);
            Console.WriteLine(Describe(run));
            """, members: """
            private static string Describe<T>(WorkflowRun<T> run) => run + " => " + JsonSerializer.Serialize(run.Output);
            """),
        Mistake("output member that can't be filled", "a list that can only be read", """
            Review review = await IReviews.Create(client).WriteAsync(topic, token);
            Console.WriteLine($"{review.Title}: {string.Join(", ", review.Tags)}");
            """, types: """
            public class Review
            {
                public string Title { get; set; } = "";
                public List<string> Tags { get; } = new();
            }

            [FetchHiveDeployment("review", "production")]
            public partial interface IReviews
            {
                Task<Review> WriteAsync(string about, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("output member that can't be filled", "a private setter", """
            var page = await IPages.Create(client).ReadAsync(callback, token);
            mailer.Send(page.Summary ?? "(no summary)");
            """, types: """
            public sealed class Page
            {
                public string? Heading { get; set; }
                public string? Summary { get; private set; }
            }

            [FetchHiveDeployment("page-reader", "production")]
            public partial interface IPages
            {
                Task<Page> ReadAsync(Uri address, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("output member that can't be filled", "a record's further property", """
            var found = await ISearch.Create(client).FindAsync(topic, token);
            foreach (string source in found.Sources)
            {
                Console.WriteLine(source);
            }
            """, types: """
            public record Finding(string Answer)
            {
                public IReadOnlyList<string> Sources { get; } = [];
            }

            [FetchHiveDeployment("search", "production")]
            public partial interface ISearch
            {
                Task<Finding> FindAsync(string question, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("output member that can't be filled", "a public field", """
            WorkflowRun<Quote> run = await IQuotes.Create(client).GetAsync(topic, token);
            Console.WriteLine($"{run.Output.Symbol} {run.Output.Price}");
            """, types: """
            public class Quote
            {
                public string Symbol { get; set; } = "";
                public decimal Price;
            }

            [FetchHiveDeployment("quotes", "production")]
            public partial interface IQuotes
            {
                Task<WorkflowRun<Quote>> GetAsync(string symbol, CancellationToken cancellationToken = default);
            }
            """),
    ];
}
