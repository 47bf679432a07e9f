namespace FetchHive.Tests.Kit;

/// <summary>Tests that measure the whole process, and so don't run in parallel with others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
