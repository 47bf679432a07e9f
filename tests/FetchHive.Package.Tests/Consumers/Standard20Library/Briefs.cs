using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace Standard20Library
{
    [FetchHiveDeployment("research-brief", "production")]
    public partial interface IBriefs
    {
        Task<Brief> RunAsync(string topic, IReadOnlyList<Company> companies, [Metadata] string? plan = null,
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
        public string Title { get; set; } = "";

        public List<Finding> Findings { get; set; } = new List<Finding>();

        public int? WordCount { get; set; }
    }

    public sealed class Finding
    {
        public string Claim { get; set; } = "";

        public double Confidence { get; set; }
    }

    public static class Researcher
    {
        public static Task<Brief> RunAsync(FetchHiveClient client)
        {
            IBriefs briefs = client.CreateBriefs();
            return briefs.RunAsync("bees", new[] { new Company("Fetch Hive", new Uri("https://example.com/")) }, plan: "enterprise");
        }

        public static FetchHiveException Failure() => new FetchHiveServerException("Busy.", HttpStatusCode.ServiceUnavailable)
        {
            RetryAfter = TimeSpan.FromSeconds(1),
        };
    }
}
