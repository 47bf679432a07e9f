using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers6
{
    public static IEnumerable<UseCase> All =>
    [
        Mistake("derived instance for a base input", "a customer for a person", """
            IPeople people = IPeople.Create(client);
            var ada = new Customer { Name = "Ada", Plan = "gold", Since = new DateOnly(2019, 4, 1) };
            mailer.Send(await people.GreetAsync(ada, token));
            """, types: """
            public class Person
            {
                public string Name { get; set; } = "";
            }

            public class Customer : Person
            {
                public string Plan { get; set; } = "free";
                public DateOnly Since { get; set; }
            }

            [FetchHiveDeployment("greeter", "production")]
            public partial interface IPeople
            {
                Task<string> GreetAsync(Person person, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("derived instance for a base input", "a property of the input", """
            var offer = new Offer("Spring sale", new Bundle { Title = "Tools", Parts = ["hammer", "saw"] });
            mailer.Send(await IOffers.Create(client).AdvertiseAsync(offer, token));
            """, types: """
            public record Product { public string Title { get; init; } = ""; }
            public record Bundle : Product { public string[] Parts { get; init; } = []; }
            public record Offer(string Headline, Product Product);

            [FetchHiveDeployment("advertiser", "production")]
            public partial interface IOffers
            {
                Task<string> AdvertiseAsync(Offer offer, CancellationToken cancellationToken = default);
            }
            """),
        Right("derived instance for a base input", "a company is made of it", """
            Profile profile = await profiles.RunAsync(new Company(listed.Name, listed.Website), token);
            Console.WriteLine($"{listed.Ticker}: {profile.Employees}");
            """),
        Right("derived instance for a base input", "a list of companies made of listed ones", """
            var stocks = new List<ListedCompany> { listed, new("Acme", new Uri("https://acme.example"), "ACM") };
            var plain = stocks.Select(s => new Company(s.Name, s.Website)).ToList();
            IReadOnlyList<Profile> found = await profiles.ManyAsync(plain, token);
            Console.WriteLine(found.Count);
            """),
        Right("derived instance for a base input", "a derived type that adds nothing", """
            mailer.Send(await IPeople.Create(client).GreetAsync(new Guest { Name = "Ada" }, token));
            """, types: """
            public class Person
            {
                public string Name { get; set; } = "";
            }

            public sealed class Guest : Person
            {
                private readonly DateTime _arrived = DateTime.UtcNow;
                public TimeSpan Stay() => DateTime.UtcNow - _arrived;
            }

            [FetchHiveDeployment("greeter", "production")]
            public partial interface IPeople
            {
                Task<string> GreetAsync(Person person, CancellationToken cancellationToken = default);
            }
            """),
        Right("derived instance for a base input", "a derived type that adds only what isn't sent anyway", """
            var row = new PersonRow { Id = 17, Name = "Ada" };
            mailer.Send(await IPeople.Create(client).GreetAsync(row, token));
            Console.WriteLine(row.Id);
            """, types: """
            public class Person
            {
                public virtual string Name { get; set; } = "";
            }

            public class PersonRow : Person
            {
                [JsonIgnore]
                public int Id { get; set; }

                public static int Count { get; set; }

                public override string Name { get => base.Name; set => base.Name = value.Trim(); }
            }

            [FetchHiveDeployment("greeter", "production")]
            public partial interface IPeople
            {
                Task<string> GreetAsync(Person person, CancellationToken cancellationToken = default);
            }
            """),
        Right("derived instance for a base input", "the input is declared as the derived type", """
            mailer.Send(await IStocks.Create(client).RateAsync(listed, [listed], token));
            """, types: """
            [FetchHiveDeployment("stock-rater", "production")]
            public partial interface IStocks
            {
                Task<string> RateAsync(
                    ListedCompany company, IReadOnlyList<ListedCompany> peers, CancellationToken cancellationToken = default);
            }
            """),
        Right("derived instance for a base input", "the base type's own instances", """
            Company[] all = [company, new("Acme", new Uri("https://acme.example"))];
            Company first = all[0] with { Name = topic };
            Console.WriteLine(await profiles.RunAsync(new Company(first.Name, first.Website), token));
            Console.WriteLine((await profiles.ManyAsync([new Company("Beta", callback)], token)).Count);
            """),
        Right("derived instance for a base input", "what would be lost goes beside it", """
            mailer.Send(await IRatings.Create(client).RateAsync(listed, listed.Ticker, token));
            """, types: """
            [FetchHiveDeployment("rating", "production")]
            public partial interface IRatings
            {
                Task<string> RateAsync(Company company, string ticker, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("collection that loses something", "a list with an owner", """
            var portfolio = new Portfolio { Owner = "Ada" };
            portfolio.AddRange(companies);
            mailer.Send(await IPortfolios.Create(client).ReviewAsync(portfolio, token));
            """, types: """
            public class Portfolio : List<Company>
            {
                public string Owner { get; set; } = "";
            }

            [FetchHiveDeployment("portfolio-review", "production")]
            public partial interface IPortfolios
            {
                Task<string> ReviewAsync(Portfolio portfolio, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("collection that loses something", "a lookup", """
            ILookup<string, Company> byHost = companies.ToLookup(c => c.Website.Host);
            mailer.Send(await IHosts.Create(client).CompareAsync(byHost, token));
            """, types: """
            [FetchHiveDeployment("host-compare", "production")]
            public partial interface IHosts
            {
                Task<string> CompareAsync(ILookup<string, Company> byHost, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("collection that loses something", "groups", """
            IEnumerable<IGrouping<int, string>> byLength = topics.GroupBy(t => t.Length);
            await IGroups.Create(client).SortAsync(byLength, token);
            """, types: """
            [FetchHiveDeployment("group-sort", "production")]
            public partial interface IGroups
            {
                Task SortAsync(IEnumerable<IGrouping<int, string>> groups, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("collection that loses something", "a dictionary with a language", """
            var labels = new Labels { Language = "de", ["title"] = "Titel", ["body"] = "Text" };
            mailer.Send(await ILabels.Create(client).TranslateAsync(new Form("F-1", labels), token));
            """, types: """
            public record Form(string Id, Labels Labels);

            public class Labels : Dictionary<string, string>
            {
                public required string Language { get; init; }
            }

            [FetchHiveDeployment("label-translator", "production")]
            public partial interface ILabels
            {
                Task<string> TranslateAsync(Form form, CancellationToken cancellationToken = default);
            }
            """),
        Mistake("collection that loses something", "a user's list for a list", """
            var watch = new WatchList("tech", companies);
            IReadOnlyList<Profile> found = await profiles.ManyAsync(watch, token);
            Console.WriteLine(found.Count);
            """, types: """
            public sealed class WatchList(string sector, IEnumerable<Company> all) : List<Company>(all)
            {
                public string Sector { get; } = sector;
            }
            """),
        Mistake("collection that loses something", "a user's own enumerable", """
            var thread = new MailThread("Invoice 17", ["Dear Bob", "Dear Ada"]);
            mailer.Send(await IThreads.Create(client).SummarizeAsync(thread, token));
            """, types: """
            public sealed class MailThread(string subject, string[] mails) : IEnumerable<string>
            {
                public string Subject => subject;
                public IEnumerator<string> GetEnumerator() => mails.AsEnumerable().GetEnumerator();
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }

            [FetchHiveDeployment("thread-summary", "production")]
            public partial interface IThreads
            {
                Task<string> SummarizeAsync(MailThread thread, CancellationToken cancellationToken = default);
            }
            """),
        Right("collection that loses something", "a wrapper instead of a list", """
            var portfolio = new Portfolio("Ada", [.. companies]);
            mailer.Send(await IPortfolios.Create(client).ReviewAsync(portfolio, token));
            """, types: """
            public record Portfolio(string Owner, List<Company> Companies);

            [FetchHiveDeployment("portfolio-review", "production")]
            public partial interface IPortfolios
            {
                Task<string> ReviewAsync(Portfolio portfolio, CancellationToken cancellationToken = default);
            }
            """),
        Right("collection that loses something", "the lookup became a dictionary", """
            var byHost = companies.ToLookup(c => c.Website.Host).ToDictionary(g => g.Key, g => g.ToList());
            mailer.Send(await IHosts.Create(client).CompareAsync(byHost, token));
            """, types: """
            [FetchHiveDeployment("host-compare", "production")]
            public partial interface IHosts
            {
                Task<string> CompareAsync(Dictionary<string, List<Company>> byHost, CancellationToken cancellationToken = default);
            }
            """),
        Right("collection that loses something", "groups that only sort the calls", """
            foreach (IGrouping<string, Company> group in companies.GroupBy(c => c.Website.Host))
            {
                IReadOnlyList<Profile> found = await profiles.ManyAsync(group.ToList(), token);
                Console.WriteLine($"{group.Key}: {found.Count}");
            }
            """),
        Right("collection that loses something", "a list that only has methods", """
            var bag = new TopicBag();
            bag.AddUnique(topic);
            mailer.Send(await IBags.Create(client).MixAsync(bag, token));
            """, types: """
            public class TopicBag : List<string>
            {
                private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

                public void AddUnique(string one)
                {
                    if (_seen.Add(one))
                    {
                        Add(one);
                    }
                }
            }

            [FetchHiveDeployment("mixer", "production")]
            public partial interface IBags
            {
                Task<string> MixAsync(TopicBag topics, CancellationToken cancellationToken = default);
            }
            """),
        Right("collection that loses something", "what the list knows is ignored on purpose", """
            var rows = new RowSet { Source = "crm.csv" };
            rows.Add(topic);
            await IRows.Create(client).ImportAsync(rows, token);
            log.LogInformation("Imported {Source}", rows.Source);
            """, types: """
            public class RowSet : System.Collections.ObjectModel.Collection<string>
            {
                [JsonIgnore]
                public string? Source { get; set; }

                public static RowSet Empty { get; } = new();
            }

            [FetchHiveDeployment("importer", "production")]
            public partial interface IRows
            {
                Task ImportAsync(RowSet rows, CancellationToken cancellationToken = default);
            }
            """),
    ];
}
