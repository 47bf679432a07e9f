using System;

namespace FetchHive.Emulator.Runs;

/// <summary>How a run ended.</summary>
internal abstract record RunOutcome
{
    private RunOutcome()
    {
    }

    /// <summary>The workflow finished. <paramref name="Output"/> is the JSON of its output.</summary>
    internal sealed record Completed(ReadOnlyMemory<byte> Output) : RunOutcome;

    /// <summary>The workflow failed.</summary>
    internal sealed record Failed(string Error, string? ErrorCode) : RunOutcome;

    /// <summary>The test's function threw an exception that doesn't mean a failed run. <paramref name="Explanation"/> says which.</summary>
    internal sealed record Broken(string Explanation) : RunOutcome;

    /// <summary>The emulator was disposed before the run ended.</summary>
    internal sealed record Abandoned : RunOutcome;
}
