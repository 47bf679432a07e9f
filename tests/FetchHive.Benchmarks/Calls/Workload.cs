using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The requests and responses, which are the same for all contestants.</summary>
internal static class Workload
{
    public const string ApiKey = "fhk_0123456789abcdef0123456789abcdef";
    public const string Topic = "State of enterprise AI in 2026";
    public const int MaxWords = 800;

    public static readonly Uri Endpoint = new("http://127.0.0.1/v1/workflow/invoke");
    public static readonly Uri BaseAddress = new("http://127.0.0.1/v1");
    public static readonly Company[] Companies = MakeCompanies(5);
    public static readonly Caller Caller = new("cus_123", "enterprise", false, 42, "eu-west-1");

    /// <summary>The documented response, with a text output of 150 characters.</summary>
    public static readonly byte[] TextResponse = Encoding.UTF8.GetBytes(
        """{"request_id":"req_01HZX3V9K7Q2M8N4B6C5D0E1F2","run_status":"completed","output":""" + '"'
        + $$"""{{new string('a', 74)}} {{new string('b', 75)}}"}""");

    public static readonly byte[] ReportResponse = MakeReportResponse();

    public static Company[] MakeCompanies(int count)
    {
        var companies = new Company[count];
        for (int i = 0; i < count; i++)
        {
            companies[i] = new Company(string.Create(CultureInfo.InvariantCulture, $"Company number {i}"),
                string.Create(CultureInfo.InvariantCulture, $"https://company-{i}.example"));
        }

        return companies;
    }

    /// <summary>The request of <see cref="IResearchBrief.RunAsync"/>, as hand-written code would build it.</summary>
    public static InvokeBody Body(IReadOnlyList<Company> companies) => new()
    {
        Deployment = "research-brief",
        Variant = "production",
        Inputs = new BriefInputs { Topic = Topic, Companies = companies, MaxWords = MaxWords },
        Metadata = Caller,
    };

    /// <summary>The same request, as a caller of the official SDKs would write it.</summary>
    public static Dictionary<string, object?> Dictionaries(IReadOnlyList<Company> companies)
    {
        var list = new List<Dictionary<string, object?>>(companies.Count);
        foreach (Company company in companies)
        {
            list.Add(new Dictionary<string, object?> { ["name"] = company.Name, ["website"] = company.Website });
        }

        return new Dictionary<string, object?>
        {
            ["deployment"] = "research-brief",
            ["variant"] = "production",
            ["inputs"] = new Dictionary<string, object?> { ["topic"] = Topic, ["companies"] = list, ["max_words"] = MaxWords },
            ["metadata"] = new Dictionary<string, object?>
            {
                ["customer_id"] = Caller.CustomerId,
                ["plan"] = Caller.Plan,
                ["trial"] = Caller.Trial,
                ["invoice_count"] = Caller.InvoiceCount,
                ["region"] = Caller.Region,
            },
        };
    }

    // About 20 KB of JSON as text, because the service sends a model's JSON as text.
    private static byte[] MakeReportResponse()
    {
        var sections = new List<Section>();
        for (int i = 0; i < 24; i++)
        {
            sections.Add(new Section(
                string.Create(CultureInfo.InvariantCulture, $"Section {i}"),
                new string('x', 600),
                120 + i,
                0.5 + (i / 100.0),
                [string.Create(CultureInfo.InvariantCulture, $"https://source.example/{i}"), "https://source.example/b"]));
        }

        var report = new Report("State of enterprise AI in 2026", new string('s', 400), sections,
            new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        byte[] output = JsonSerializer.SerializeToUtf8Bytes(report, HandWrittenJson.Default.Report);
        return [.. Encoding.UTF8.GetBytes("""{"request_id":"req_01HZX3V9K7Q2M8N4B6C5D0E1F2","run_status":"completed","output":"""),
            .. output, (byte)'}'];
    }
}
