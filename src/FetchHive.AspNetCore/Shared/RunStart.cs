using System;

namespace FetchHive.AspNetCore;

/// <summary>What is known about a run's start when its callback arrives. Each part may be missing.</summary>
/// <param name="Workspace">
/// The workspace of the client that started it; null for the default one, and for clients created without dependency injection.
/// </param>
/// <param name="At">When it was started.</param>
/// <param name="TraceParent">The trace context of the call that started it.</param>
internal readonly record struct RunStart(string? Workspace = null, DateTimeOffset? At = null, string? TraceParent = null);
