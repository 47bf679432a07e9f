using System;

namespace FetchHive.Generators.Snippets.Reading;

/// <summary>
/// Recognises the kinds of snippets that the service shows by the request's address (documented at <c>api-reference</c>).
/// </summary>
internal static class Addresses
{
    private const string Path = "/workflow/invoke";

    private const string Only = " but the snippet of a workflow is expected, which posts to https://api.fetchhive.com/v1/workflow/invoke";

    /// <summary>What is wrong with an address; <see langword="null"/> if it is the address of workflow calls, on any host.</summary>
    public static string? Complaint(string address)
    {
        int end = address.IndexOfAny(['?', '#']);
        string path = (end < 0 ? address : address.Substring(0, end)).TrimEnd('/');
        if (path.EndsWith(Path, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return KindOf(path) is { } kind
            ? $"this is {kind}," + Only
            : $"'{Complaints.Shorten(address)}' isn't the address of the service's workflow calls," + Only;
    }

    private static string? KindOf(string path) =>
        Has(path, "/workflow/webhooks") ? "the snippet of a workflow's webhook trigger"
        : Has(path, "/agent") ? "the snippet of an agent"
        : Has(path, "/prompt") || path.EndsWith("/v1/invoke", StringComparison.OrdinalIgnoreCase) ? "the snippet of a prompt"
        : Has(path, "/workflow_runs") || Has(path, "/public/requests") ? "the lookup of a run"
        : Has(path, "/public/") ? "a call to another part of the service"
        : null;

    private static bool Has(string path, string part) => path.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
