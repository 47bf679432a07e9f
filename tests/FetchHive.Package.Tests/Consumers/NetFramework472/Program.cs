using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace NetFramework472
{
    [FetchHiveDeployment("research-brief", "production")]
    public partial interface IBriefs
    {
        Task<Brief> RunAsync(string topic, IReadOnlyList<Company> companies, [Metadata] string? plan = null,
            CancellationToken cancellationToken = default);

        Task<AcceptedRun<Brief>> StartAsync(string topic, IReadOnlyList<Company> companies, [CallbackUrl] Uri callbackUrl,
            CancellationToken cancellationToken = default);
    }

    public sealed class Company
    {
        public Company(string name, Uri website)
        {
            Name = name;
            Website = website;
        }

        public string Name { get; }

        public Uri Website { get; }
    }

    public sealed class Brief
    {
        public Brief(string title, List<Finding> findings)
        {
            Title = title;
            Findings = findings;
        }

        public string Title { get; }

        public List<Finding> Findings { get; }

        public int? WordCount { get; set; }
    }

    public sealed class Finding
    {
        public string Claim { get; set; } = "";

        public double Confidence { get; set; }
    }

    // Each call gets what the test scripted: a regular response, a refusal and a response, a response that never comes, nulls.
    public static class Program
    {
        private const string Secret = "whsec_1";

        private static readonly Company[] Companies = { new Company("Fetch Hive", new Uri("https://example.com/")) };

        public static async Task Main()
        {
            // The key comes from FETCH_HIVE_API_KEY.
            Uri address = new Uri(Environment.GetEnvironmentVariable("EMULATOR_ADDRESS")!);
            using (FetchHiveClient client = new FetchHiveClient(new FetchHiveOptions { BaseAddress = address }))
            {
                IBriefs briefs = client.CreateBriefs();
                Print("typed", await briefs.RunAsync("bees", Companies, plan: "enterprise"));
                Print("retried", await briefs.RunAsync("bees", Companies));
                Print("compressed", await briefs.RunAsync(new string('b', 20_000), Companies));
                AcceptedRun<Brief> run = await briefs.StartAsync("bees", Companies, new Uri("http://127.0.0.1:9/callback"));
                Console.WriteLine($"started: {run.Status}");
                try
                {
                    Print("null", await briefs.RunAsync("bees", Companies));
                }
                catch (FetchHiveResponseException exception)
                {
                    Console.WriteLine($"refused: {exception.Message.Contains("$.output.title")}");
                }

                JsonObject inputs = new JsonObject { ["topic"] = "bees", ["companies"] = new JsonArray() };
                WorkflowRun<JsonElement> any = await client.InvokeAsync("research-brief", "production", inputs);
                Console.WriteLine($"any JSON: {any.Output.GetProperty("title")}");
            }

            using (FetchHiveClient hasty =
                new FetchHiveClient(new FetchHiveOptions { BaseAddress = address, Timeout = TimeSpan.FromSeconds(1) }))
            {
                Stopwatch clock = Stopwatch.StartNew();
                try
                {
                    Print("late", await hasty.CreateBriefs().RunAsync("bees", Companies));
                }
                catch (FetchHiveTimeoutException exception)
                {
                    Console.WriteLine($"timed out: {exception.MayHaveRun}, in time: {clock.Elapsed < TimeSpan.FromSeconds(30)}");
                }
            }

            Receive();
        }

        private static void Receive()
        {
            byte[] body = Encoding.UTF8.GetBytes(
                @"{""event_type"":""workflow.completed"",""request_id"":""req_1"","
                + @"""data"":{""output"":{""title"":""On bees"",""findings"":[]}}}");
            string signature = CallbackSignature.Sign(body, Secret);
            Console.WriteLine(
                $"signature: {CallbackSignature.Verify(body, signature, Secret)}, "
                + $"other: {CallbackSignature.Verify(body, signature, "whsec_2")}");
            Console.WriteLine($"callback: {IBriefsFetchHiveExtensions.StartCallback.Read(body).GetOutput().Title}");
        }

        private static void Print(string what, Brief brief) => Console.WriteLine(
            $"{what}: {(brief.Title.Length > 30 ? brief.Title.Length + " characters" : brief.Title)}, "
            + $"{brief.Findings.Count} finding, {brief.WordCount} words");
    }
}
