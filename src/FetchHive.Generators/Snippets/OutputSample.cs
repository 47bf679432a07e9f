namespace FetchHive.Generators.Snippets;

/// <summary>A sample of a run's output or failure.</summary>
internal sealed class OutputSample
{
    public required OutputSampleForm Form { get; init; }

    /// <summary>The run's <c>output</c>; <see langword="null"/> if the run failed.</summary>
    public SnippetValue? Output { get; init; }

    /// <summary>The error of a failed run; <see langword="null"/> if the run completed.</summary>
    public string? Error { get; init; }

    /// <summary>The failure's code; <see langword="null"/> when there is none.</summary>
    public string? ErrorCode { get; init; }
}

internal enum OutputSampleForm
{
    /// <summary>The output by itself.</summary>
    Bare,

    /// <summary>The response to a call: <c>run_status</c> and <c>output</c>.</summary>
    Response,

    /// <summary>A callback's body: <c>event_type</c> and <c>data</c>.</summary>
    Callback,
}
