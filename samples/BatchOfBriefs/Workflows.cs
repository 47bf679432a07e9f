using System.Threading;
using System.Threading.Tasks;
using FetchHive;

namespace BatchOfBriefs;

[FetchHiveDeployment("brief", "production")]
internal partial interface IBriefs
{
    // The key is sent as metadata: in the log history it is the only way to find the run of a row in doubt.
    Task<string> WriteAsync(string company, [Metadata] string batchKey, CancellationToken cancellationToken = default);
}
