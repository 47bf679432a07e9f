using System.Threading.Tasks;
using Refit;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The measured deployment, declared for Refit.</summary>
public interface IRefitBrief
{
    [Post("/workflow/invoke")]
    Task<InvokeResponse<string>> RunAsync([Body] InvokeBody body);

    [Post("/workflow/invoke")]
    Task<InvokeResponse<Report>> ReportAsync([Body] InvokeBody body);
}
