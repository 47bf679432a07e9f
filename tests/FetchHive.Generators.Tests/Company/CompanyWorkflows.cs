namespace FetchHive.Generators.Tests.Company;

/// <summary>The ten workflows of a company, declared without a mistake. Tests add the mistakes.</summary>
internal static class CompanyWorkflows
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using FetchHive;

        namespace Acme.Workflows;

        public enum Tone { Friendly, Formal }

        public sealed record Ticket(string Number, string Text, DateTimeOffset OpenedAt, IReadOnlyList<string> Labels);
        public sealed record Triage(string Team, int Priority, string? Reason);
        public sealed record InvoiceLine(string Item, int Quantity, decimal Price);
        public sealed record Invoice(string Number, DateOnly Due, List<InvoiceLine> Lines);
        public sealed record Product(string Sku, string Name, Dictionary<string, string> Properties);
        public sealed record Lead(string Company, Uri? Website, int Employees);
        public sealed record CallerInfo(string CustomerId, string Plan, bool Trial);

        public sealed class LeadScore
        {
            public int Score { get; set; }

            public string Reason { get; set; } = "";
        }

        [FetchHiveDeployment("triage-ticket", "production")]
        public partial interface ITriageTicket
        {
            Task<Triage> RunAsync(Ticket ticket, [Metadata] CallerInfo caller, [User] string? agent = null, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("extract-invoice", "production")]
        public partial interface IExtractInvoice
        {
            Task<Invoice> RunAsync(string text, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("review-contract", "legal")]
        public partial interface IReviewContract
        {
            Task<AcceptedRun<string>> StartAsync(string contract, IReadOnlyList<string> clauses, [CallbackUrl] Uri callbackUrl, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("product-image", "production")]
        public partial interface IProductImage
        {
            Task<ImageOutput> RunAsync(Product product, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("summarize-meeting", "production")]
        public partial interface ISummarizeMeeting
        {
            Task<WorkflowRun<string>> RunAsync(string transcript, IReadOnlyList<string> attendees, TimeSpan length, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("translate", "production")]
        public partial interface ITranslate
        {
            Task<string> RunAsync(string text, [Input("target_language")] string to, Tone tone = Tone.Friendly, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("score-lead", "production")]
        public partial interface IScoreLead
        {
            Task<LeadScore> RunAsync(Lead lead, [Metadata("campaign")] string? campaign = null, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("screen-applications", "production")]
        public partial interface IScreenApplications
        {
            Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<JsonElement> applications, [Input(AsText = true)] int maxResults, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("incident-report", "production")]
        public partial interface IIncidentReport
        {
            Task<string> RunAsync(Guid incident, IReadOnlyDictionary<string, int[]> timeline, [Metadata] IReadOnlyDictionary<string, MetadataValue>? labels = null, CancellationToken cancellationToken = default);
        }

        [FetchHiveDeployment("weekly-report", "production", Naming = NamingRule.CamelCase)]
        public partial interface IWeeklyReport
        {
            Task RunAsync(int week, IReadOnlyList<Invoice> invoices, CancellationToken cancellationToken = default);

            Task<AcceptedRun<string>> StartAsync(int week, [CallbackUrl] string callbackUrl, CancellationToken cancellationToken = default);
        }
        """;
}
