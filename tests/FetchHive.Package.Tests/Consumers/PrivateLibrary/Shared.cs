#pragma warning disable CS0436 // Both projects compile this file, and one of them references the other.

using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace Shared
{
    [FetchHiveDeployment("research-brief", "production")]
    internal partial interface IShared
    {
        Task<SharedBrief> RunAsync(string topic, IReadOnlyList<SharedCompany> companies, CancellationToken cancellationToken = default);
    }

    internal sealed record SharedCompany(string Name);

    internal sealed record SharedBrief(string Title)
    {
        public required IReadOnlyList<SharedFinding> Findings { get; init; }
    }

    internal sealed record SharedFinding(string Claim);
}
