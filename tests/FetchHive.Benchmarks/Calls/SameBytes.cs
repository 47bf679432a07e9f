using System;
using System.Globalization;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Calls;

/// <summary>Checks that all contestants send requests of the same length, so that none does less work.</summary>
internal static class SameBytes
{
    public static void Check(InMemoryService service, Clients clients, Company[] companies)
    {
        long floor = Sent(service, clients.PrebuiltBytesAsync());
        long generated = Sent(service, clients.Generated.RunAsync(Workload.Topic, companies, Workload.MaxWords, Workload.Caller));
        long handWritten = Sent(service, clients.HandWrittenAsync(companies));
        long refit = Sent(service, clients.RefitAsync(companies));
        long dictionaries = Sent(service, clients.DictionariesAsync(companies));
        if (generated != floor || handWritten != floor || refit != floor || dictionaries != floor)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The requests differ in length: {floor} prebuilt, {generated} generated, {handWritten} hand-written, {refit} by "
                + $"Refit, {dictionaries} from dictionaries."));
        }
    }

    private static long Sent(InMemoryService service, Task call)
    {
        call.GetAwaiter().GetResult();
        return service.ReceivedBytes;
    }
}
