using System;
using System.Threading.Tasks;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// One way to fix one diagnostic. Applying it to a session twice, or with others like it, must give what applying it once gives.
/// </summary>
internal sealed class FixOffer(string title, string key, Func<FixSession, Task> apply)
{
    /// <summary>What the editor's menu shows.</summary>
    public string Title { get; } = title;

    /// <summary>What fix-all goes by: offers with the same key do the same.</summary>
    public string Key { get; } = key;

    public Task ApplyAsync(FixSession session) => apply(session);
}
