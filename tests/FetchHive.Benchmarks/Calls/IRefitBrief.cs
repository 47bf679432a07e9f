using System.Threading.Tasks;
using Refit;

namespace FetchHive.Benchmarks.Calls;

/// <summary>The deployment that is measured, as Refit is told of it.</summary>
public interface IRefitBrief
{
    [Post("/workflow/invoke")]
    Task<InvokeAnswer<string>> RunAsync([Body] InvokeBody body);

    [Post("/workflow/invoke")]
    Task<InvokeAnswer<Report>> ReportAsync([Body] InvokeBody body);
}
