using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers3
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("another serializer's attribute", "a note that was not to be sent", """
            var lead = new Lead { Name = "Ada", Note = "pays late, be careful" };
            Console.WriteLine(await ILeads.Create(client).ScoreAsync(lead, token));
            """, types: """
            public class Lead
            {
                public string Name { get; set; } = "";

                [IgnoreDataMember]
                public string? Note { get; set; }
            }

            [FetchHiveDeployment("lead-score", "production")]
            public partial interface ILeads
            {
                Task<string> ScoreAsync(Lead lead, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("another serializer's attribute", "an output's names by DataMember", """
            Invoice invoice = await IInvoices.Create(client).ReadAsync(topic, token);
            Console.WriteLine($"{invoice.Number}: {invoice.Total}");
            """, types: """
            [DataContract]
            public class Invoice
            {
                [DataMember(Name = "invoice_no")]
                public string? Number { get; set; }

                [DataMember(Name = "grand_total")]
                public decimal Total { get; set; }
            }

            [FetchHiveDeployment("invoice-reader", "production")]
            public partial interface IInvoices
            {
                Task<Invoice> ReadAsync(string text, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("another serializer's attribute", "an enum's texts by EnumMember", """
            await ITickets.Create(client).RouteAsync("printer is on fire", Urgency.RightNow, token);
            """, types: """
            public enum Urgency
            {
                [EnumMember(Value = "low")] Whenever,
                [EnumMember(Value = "critical")] RightNow,
            }

            [FetchHiveDeployment("ticket-router", "production")]
            public partial interface ITickets
            {
                Task RouteAsync(string text, Urgency urgency, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("another serializer's attribute", "Newtonsoft's JsonIgnore on a password", """
            var users = new[] { new User("ada", "hunter2"), new User("bob", "1234") };
            await IUsers.Create(client).WelcomeAsync(users, token);
            """, types: """
            public record User(string Login, [property: Newtonsoft.Json.JsonIgnore] string Password);

            [FetchHiveDeployment("welcome", "v2")]
            public partial interface IUsers
            {
                Task WelcomeAsync(IReadOnlyList<User> users, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("another serializer's attribute", "Newtonsoft's JsonProperty on what the model answers", """
            var answer = await ISentiment.Create(client).OfAsync(topic, token);
            log.LogInformation("Sentiment {Score}", answer.Score);
            """, types: """
            public class Mood
            {
                [Newtonsoft.Json.JsonProperty("sentiment_score")]
                public double Score { get; set; }

                public string? Reason { get; set; }
            }

            [FetchHiveDeployment("sentiment", "production")]
            public partial interface ISentiment
            {
                Task<Mood> OfAsync(string text, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("another serializer's attribute", "a nested type with an ignored member", """
            var order = new Order("A-17", [new Line("Bolt", 10) { CostPrice = 0.02m }, new Line("Nut", 4)]);
            Console.WriteLine(await IOrders.Create(client).SummarizeAsync(order, token));
            """, types: """
            public record Order(string Number, List<Line> Lines);

            public record Line(string Article, int Quantity)
            {
                [IgnoreDataMember]
                public decimal CostPrice { get; init; }
            }

            [FetchHiveDeployment("order-summary", "production")]
            public partial interface IOrders
            {
                Task<string> SummarizeAsync(Order order, CancellationToken cancellationToken = default);
            }
            """),
        Right("another serializer's attribute", "both serializers are told", """
            var lead = new Lead { Name = "Ada", Note = "pays late" };
            Console.WriteLine(await ILeads.Create(client).ScoreAsync(lead, token));
            """, types: """
            public class Lead
            {
                [DataMember(Name = "full_name"), JsonPropertyName("full_name")]
                public string Name { get; set; } = "";

                [IgnoreDataMember, JsonIgnore]
                public string? Note { get; set; }
            }

            [FetchHiveDeployment("lead-score", "production")]
            public partial interface ILeads
            {
                Task<string> ScoreAsync(Lead lead, CancellationToken cancellationToken = default);
            }
            """),
        Right("another serializer's attribute", "the name that the naming rule gives anyway", """
            Supplier supplier = await ISuppliers.Create(client).FindAsync(topic, token);
            Console.WriteLine(supplier.VatId);
            """, types: """
            [DataContract]
            public class Supplier
            {
                [DataMember(Name = "vat_id")]
                public string? VatId { get; set; }

                [DataMember(Order = 2)]
                public string? City { get; set; }
            }

            [FetchHiveDeployment("supplier-finder", "production")]
            public partial interface ISuppliers
            {
                Task<Supplier> FindAsync(string query, CancellationToken cancellationToken = default);
            }
            """),
        Right("another serializer's attribute", "the attributes are on the database's type, which isn't sent", """
            var row = new CompanyRow { Id = 7, Title = "Fetch Hive", Site = "https://fetchhive.com" };
            Profile found = await profiles.RunAsync(new Company(row.Title, new Uri(row.Site)), token);
            row.Staff = found.Employees;
            Console.WriteLine($"{row.Id}: {row.Staff}");
            """, types: """
            [DataContract]
            public class CompanyRow
            {
                [IgnoreDataMember]
                public int Id { get; set; }

                [DataMember(Name = "company_title")]
                public string Title { get; set; } = "";

                [Newtonsoft.Json.JsonProperty("url")]
                public string Site { get; set; } = "";

                [IgnoreDataMember]
                public int Staff { get; set; }
            }
            """),
        Right("another serializer's attribute", "an enum whose texts are the members' names", """
            await ITickets.Create(client).RouteAsync("printer is on fire", Urgency.High, token);
            """, types: """
            public enum Urgency
            {
                [EnumMember] Low,
                [EnumMember(Value = "High")] High,
            }

            [FetchHiveDeployment("ticket-router", "production")]
            public partial interface ITickets
            {
                Task RouteAsync(string text, Urgency urgency, CancellationToken cancellationToken = default);
            }
            """),
        Right("another serializer's attribute", "what is private is sent by nobody", """
            var visitor = new Visitor("Ada");
            visitor.Touch();
            await IVisitors.Create(client).GreetAsync(visitor, token);
            """, types: """
            [DataContract]
            public class Visitor(string name)
            {
                [DataMember]
                public string Name { get; } = name;

                [IgnoreDataMember]
                private DateTime LastSeen { get; set; }

                public void Touch() => LastSeen = DateTime.UtcNow;
            }

            [FetchHiveDeployment("greeter", "production")]
            public partial interface IVisitors
            {
                Task GreetAsync(Visitor visitor, CancellationToken cancellationToken = default);
            }
            """),
        Right("another serializer's attribute", "Newtonsoft's and the platform's attribute say the same", """
            var mood = await ISentiment.Create(client).OfAsync(topic, token);
            Console.WriteLine(mood.Score);
            """, types: """
            public class Mood
            {
                [Newtonsoft.Json.JsonProperty("sentiment_score")]
                [JsonPropertyName("sentiment_score")]
                public double Score { get; set; }

                [Newtonsoft.Json.JsonIgnore]
                [JsonIgnore]
                public string Stars => new('*', (int)(Score * 5));
            }

            [FetchHiveDeployment("sentiment", "production")]
            public partial interface ISentiment
            {
                Task<Mood> OfAsync(string text, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("secret or key written", "the secret beside the id in the log", """
            AcceptedRun<string> run = await briefs.StartAsync(topic, callback, token);
            log.LogInformation("Started {RequestId} with secret {Secret}", run.RequestId, run.WebhookSecret);
            """),
        Mistake("secret or key written", "the key on the console", """
            var options = new FetchHiveOptions { ApiKey = Environment.GetEnvironmentVariable("HIVE_KEY") };
            Console.WriteLine("Using key " + options.ApiKey);
            using var own = new FetchHiveClient(options);
            Console.WriteLine(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("secret or key written", "the key in an exception's message", """
            var options = new FetchHiveOptions { ApiKey = secret };
            try
            {
                using var own = new FetchHiveClient(options);
                await IBriefs.Create(own).NotifyAsync(topic, token);
            }
            catch (FetchHiveAuthenticationException exception)
            {
                throw new InvalidOperationException($"The key '{options.ApiKey}' was refused", exception);
            }
            """),
        Mistake("secret or key written", "the secret as metadata of the next run", """
            var run = await briefs.StartAsync(topic, callback, token);
            await briefs.TaggedAsync(
                "follow-up on " + topic,
                new Dictionary<string, MetadataValue> { ["parent"] = run.RequestId, ["verify_with"] = run.WebhookSecret },
                token);
            """),
        Mistake("secret or key written", "the secret in a mail", """
            var started = await briefs.StartAtAsync(topic, "https://acme.example/done", token);
            await mailer.SendAsync($"Run {started.RequestId} has begun.\nVerify its callback with {started.WebhookSecret}.");
            """),
        Mistake("secret or key written", "through a local and an anonymous object", """
            AcceptedRun<string> run = await briefs.StartAsync(topic, callback, token);
            string? hook = run.WebhookSecret;
            string json = JsonSerializer.Serialize(new { id = run.RequestId, hook });
            log.LogDebug("Accepted: {Json}", json);
            """),
        Mistake("secret or key written", "a CSV log of all starts", """
            foreach (string item in topics)
            {
                AcceptedRun<string> run = await briefs.StartAsync(item, callback, token);
                await File.AppendAllTextAsync("runs.log", $"{DateTime.UtcNow:O};{run.RequestId};{run.WebhookSecret}\n", token);
            }
            """),
        Mistake("secret or key written", "a helper that prints the settings", """
            var settings = new FetchHiveOptions { ApiKey = secret, MaxRetries = 5 };
            Dump(settings);
            using var own = new FetchHiveClient(settings);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """, members: """
            private static void Dump(FetchHiveOptions o)
            {
                var text = new StringBuilder("Fetch Hive: ");
                text.Append("key=").Append(o.ApiKey).Append(", retries=").Append(o.MaxRetries);
                Console.Error.WriteLine(text.ToString());
            }
            """),
    ];
}
