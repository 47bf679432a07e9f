using System;
using FetchHive;

namespace BatchOfBriefs;

/// <summary>Prints each report in order, which <see cref="Progress{T}"/> doesn't promise.</summary>
internal sealed class ConsoleProgress : IProgress<BatchProgress>
{
    public void Report(BatchProgress value) => Console.WriteLine($"  {value}");
}
