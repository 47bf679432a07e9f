using System;
using System.Threading.Tasks;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// One way to fix one diagnostic. It must be idempotent: applied twice, or with others like it, the result is the same.
/// </summary>
internal sealed class FixOffer(string title, string key, Func<FixSession, Task> apply)
{
    /// <summary>The title in the editor's menu.</summary>
    public string Title { get; } = title;

    /// <summary>The key for fix-all: offers with the same key do the same.</summary>
    public string Key { get; } = key;

    public Task ApplyAsync(FixSession session) => apply(session);
}
