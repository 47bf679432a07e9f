namespace FetchHive.Generators.Snippets;

/// <summary>A sample of what a run yields.</summary>
internal sealed class OutputSample
{
    public required OutputSampleForm Form { get; init; }

    /// <summary>What stands for the run's <c>output</c>; <see langword="null"/> when the sample is of a run that failed.</summary>
    public SnippetValue? Output { get; init; }

    /// <summary>What a run that failed says of it; <see langword="null"/> when the run completed.</summary>
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
