using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers5
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("output member that can't be filled", "an internal setter, deeper inside", """
            IReadOnlyList<Team> teams = await ITeams.Create(client).ListAsync(company.Name, token);
            Console.WriteLine(teams.SelectMany(t => t.People).Count(p => p.Role == "CTO"));
            """, types: """
            public class Team
            {
                public string Name { get; init; } = "";
                public List<Person> People { get; init; } = [];
            }

            public class Person
            {
                public string Name { get; set; } = "";
                public string? Role { get; internal set; }
            }

            [FetchHiveDeployment("teams", "production")]
            public partial interface ITeams
            {
                Task<IReadOnlyList<Team>> ListAsync(string companyName, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("output member that can't be filled", "a dictionary in what the callback brings", """
            AcceptedRun<Scores> run = await IScoring.Create(client).StartAsync(topic, callback, token);
            log.LogInformation("Started {RequestId}", run.RequestId);
            """, types: """
            public class Scores
            {
                public double Overall { get; set; }
                public Dictionary<string, double> ByCategory { get; } = new(StringComparer.OrdinalIgnoreCase);
            }

            [FetchHiveDeployment("scoring", "production")]
            public partial interface IScoring
            {
                Task<AcceptedRun<Scores>> StartAsync(
                    string text, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "computed from the others", """
            Contact contact = await IContacts.Create(client).ExtractAsync(topic, token);
            Console.WriteLine($"{contact.FullName}, {contact.PhoneCount} numbers");
            """, types: """
            public class Contact
            {
                public string First { get; set; } = "";
                public string Last { get; set; } = "";
                public List<string> Phones { get; set; } = [];
                public string FullName => $"{First} {Last}";
                public int PhoneCount { get { return Phones.Count; } }
            }

            [FetchHiveDeployment("contacts", "production")]
            public partial interface IContacts
            {
                Task<Contact> ExtractAsync(string text, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "the constructor fills it", """
            Review review = await IReviews.Create(client).WriteAsync(topic, token);
            Console.WriteLine($"{review.Title}: {string.Join(", ", review.Tags)}");
            """, types: """
            public class Review
            {
                public Review(string title, IReadOnlyList<string>? tags)
                {
                    Title = title;
                    Tags = tags ?? [];
                }

                public string Title { get; }
                public IReadOnlyList<string> Tags { get; }
                public int? Stars { get; set; }
            }

            [FetchHiveDeployment("review", "production")]
            public partial interface IReviews
            {
                Task<Review> WriteAsync(string about, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "a private setter that is included", """
            var page = await IPages.Create(client).ReadAsync(callback, token);
            mailer.Send(page.Summary ?? "(no summary)");
            """, types: """
            public sealed class Page
            {
                public string? Heading { get; init; }

                [JsonInclude]
                public string? Summary { get; private set; }
            }

            [FetchHiveDeployment("page-reader", "production")]
            public partial interface IPages
            {
                Task<Page> ReadAsync(Uri address, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "the same shape as an input only", """
            var cart = new Cart { Customer = "Ada" };
            cart.Items.Add("bolt");
            cart.Items.Add("nut");
            mailer.Send(await ICarts.Create(client).PraiseAsync(cart, token));
            """, types: """
            public class Cart
            {
                public string Customer { get; set; } = "";
                public List<string> Items { get; } = new();
            }

            [FetchHiveDeployment("cart-praise", "production")]
            public partial interface ICarts
            {
                Task<string> PraiseAsync(Cart cart, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "the program's own notes beside the output", """
            Draft draft = await IDrafts.Create(client).WriteAsync(topic, token);
            draft.Approve("ada");
            Console.WriteLine($"{draft.Text} ({draft.ApprovedBy}, {draft.Warnings.Count} warnings)");
            """, types: """
            public class Draft
            {
                public required string Text { get; init; }

                [JsonIgnore]
                public List<string> Warnings { get; } = [];

                [JsonIgnore]
                public string? ApprovedBy { get; private set; }

                public static IReadOnlyList<string> Approvers { get; } = ["ada", "bob"];

                public void Approve(string who) =>
                    ApprovedBy = Approvers.Contains(who) ? who : throw new ArgumentException(null, nameof(who));
            }

            [FetchHiveDeployment("drafts", "production")]
            public partial interface IDrafts
            {
                Task<Draft> WriteAsync(string about, CancellationToken cancellationToken = default);
            }
            """),
        Right("output member that can't be filled", "a primary constructor", """
            var found = await ISearch.Create(client).FindAsync(topic, token);
            Console.WriteLine(found.Sources.Count);
            """, types: """
            public class Finding(string answer, List<string> sources)
            {
                public string Answer { get; } = answer;
                public List<string> Sources { get; } = sources;
            }

            [FetchHiveDeployment("search", "production")]
            public partial interface ISearch
            {
                Task<Finding> FindAsync(string question, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("HttpClient's time limit is shorter", "an HttpClient as it comes", """
            using var own = new FetchHiveClient(new HttpClient(), new FetchHiveOptions { ApiKey = secret });
            Console.WriteLine(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("HttpClient's time limit is shorter", "half a minute", """
            var web = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            using var own = new FetchHiveClient(web);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Mistake("HttpClient's time limit is shorter", "the options were raised, the HttpClient forgotten", """
            var web = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
            var options = new FetchHiveOptions { Timeout = TimeSpan.FromHours(1) };
            using var own = new FetchHiveClient(web, options);
            Profile profile = await IProfiles.Create(own).RunAsync(company, token);
            Console.WriteLine(profile);
            """),
        Mistake("HttpClient's time limit is shorter", "the application's shared HttpClient", """
            using var own = new FetchHiveClient(Shared, new FetchHiveOptions { MaxConcurrency = 3 });
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """, members: """
            private static readonly HttpClient Shared = new();
            """),
        Mistake("HttpClient's time limit is shorter", "a client from the factory", """
            using var provider = services.AddHttpClient().BuildServiceProvider();
            var factory = provider.GetRequiredService<IHttpClientFactory>();
            using var own = new FetchHiveClient(factory.CreateClient());
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("HttpClient's time limit is shorter", "set afterwards, and too short", """
            HttpClient web = new();
            web.DefaultRequestHeaders.UserAgent.ParseAdd("acme/1.0");
            web.Timeout = TimeSpan.FromMinutes(2);
            using FetchHiveClient own = new(web, new() { ApiKey = secret });
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("HttpClient's time limit is shorter", "a registration in the container", """
            services.AddSingleton(_ => new FetchHiveClient(
                new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }),
                new FetchHiveOptions { Timeout = TimeSpan.FromMinutes(20) }));
            services.AddSingleton(provider => IBriefs.Create(provider.GetRequiredService<FetchHiveClient>()));
            """),
        Right("HttpClient's time limit is shorter", "no limit of its own", """
            var web = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            using var own = new FetchHiveClient(web);
            await IBriefs.Create(own).NotifyAsync(topic, token);
            """),
        Right("HttpClient's time limit is shorter", "a short limit in the options too", """
            using var own = new FetchHiveClient(new HttpClient(), new FetchHiveOptions { Timeout = TimeSpan.FromSeconds(60) });
            Console.WriteLine(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Right("HttpClient's time limit is shorter", "a longer limit than the call's", """
            HttpClient web = new() { Timeout = TimeSpan.FromMinutes(15) };
            using FetchHiveClient own = new(web, new() { ApiKey = secret });
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Right("HttpClient's time limit is shorter", "set on the next line", """
            var web = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
            web.Timeout = Timeout.InfiniteTimeSpan;
            using var own = new FetchHiveClient(web, new FetchHiveOptions { Timeout = TimeSpan.FromHours(1) });
            Console.WriteLine(await IProfiles.Create(own).RunAsync(company, token));
            """),
        Right("HttpClient's time limit is shorter", "made by a method that knows", """
            using var own = new FetchHiveClient(CreateHttp());
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """, members: """
            private static HttpClient CreateHttp()
            {
                var made = new HttpClient(new SocketsHttpHandler());
                made.DefaultRequestHeaders.Add("X-App", "acme");
                made.Timeout = Timeout.InfiniteTimeSpan;
                return made;
            }
            """),
        Right("HttpClient's time limit is shorter", "the short HttpClient is for something else", """
            using var pages = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            string html = await pages.GetStringAsync(company.Website, token);
            using var own = new FetchHiveClient(new FetchHiveOptions { Timeout = TimeSpan.FromMinutes(30) });
            mailer.Send(await IBriefs.Create(own).RunAsync(html, token));
            """),
        Right("HttpClient's time limit is shorter", "one limit made from the other", """
            var options = new FetchHiveOptions { ApiKey = secret, Timeout = TimeSpan.FromMinutes(20) };
            var web = new HttpClient { Timeout = options.Timeout + TimeSpan.FromMinutes(1) };
            using var own = new FetchHiveClient(web, options);
            mailer.Send(await IBriefs.Create(own).RunAsync(topic, token));
            """),
        Mistake("derived instance for a base input", "a listed company for a company", """
            Profile profile = await profiles.RunAsync(listed, token);
            Console.WriteLine(profile.Employees);
            """),
        Mistake("derived instance for a base input", "made on the spot", """
            var profile = await profiles.RunAsync(new ListedCompany("Fetch Hive", new Uri("https://fetchhive.com"), "FHV"), token);
            mailer.Send(profile.Name);
            """),
        Mistake("derived instance for a base input", "in a list", """
            List<Company> all = [company, listed];
            all.Add(new ListedCompany("Acme", new Uri("https://acme.example"), "ACM"));
            foreach (Profile p in await profiles.ManyAsync(all, token))
            {
                Console.WriteLine(p.Name);
            }
            """),
        Mistake("derived instance for a base input", "a list of the derived type", """
            var stocks = new List<ListedCompany> { listed, new("Acme", new Uri("https://acme.example"), "ACM") };
            IReadOnlyList<Profile> found = await profiles.ManyAsync(stocks, token);
            Console.WriteLine(found.Count);
            """),
        Mistake("derived instance for a base input", "a switch that creates one or the other", """
            Company subject = header switch
            {
                null => new Company(topic, callback),
                var ticker => new ListedCompany(topic, callback, ticker),
            };
            WorkflowRun<Profile> run = await profiles.RunFullAsync(subject, token);
            Console.WriteLine(run.Output.Name);
            """),
    ];
}
