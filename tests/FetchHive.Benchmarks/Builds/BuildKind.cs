namespace FetchHive.Benchmarks.Builds;

/// <summary>Which of our analyzers and generators a project is built with.</summary>
internal enum BuildKind
{
    /// <summary>Nothing.</summary>
    Without,

    /// <summary>The generator, the analyzers and the fixes.</summary>
    Generator,

    /// <summary>Only a generator that asks for the same symbols and does nothing with them.</summary>
    Asking,
}
