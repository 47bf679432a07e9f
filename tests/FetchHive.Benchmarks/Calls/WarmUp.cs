using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace FetchHive.Benchmarks.Calls;

/// <summary>Calls all contestants in turn, until the just-in-time compiler has nothing left to improve.</summary>
internal static class WarmUp
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    public static void Run(params Func<Task>[] contestants)
    {
        for (int round = 0; round < 3; round++)
        {
            foreach (Func<Task> contestant in contestants)
            {
                long started = Stopwatch.GetTimestamp();
                while (Stopwatch.GetElapsedTime(started) < Turn)
                {
                    contestant().GetAwaiter().GetResult();
                }
            }
        }
    }
}
