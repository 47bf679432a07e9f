using System;
using System.Threading.Tasks;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// A way to fix a diagnostic. It must be idempotent: if it is applied twice, or with other offers like it, the result is the same.
/// </summary>
internal sealed class FixOffer(string title, string key, Func<FixSession, Task> apply)
{
    /// <summary>The title in the editor's menu.</summary>
    public string Title { get; } = title;

    /// <summary>The key for fix-all. Offers with the same key are the same fix.</summary>
    public string Key { get; } = key;

    public Task ApplyAsync(FixSession session) => apply(session);
}
