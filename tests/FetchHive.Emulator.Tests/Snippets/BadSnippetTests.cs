using System;
using System.IO;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Snippets;

namespace FetchHive.Emulator.Tests.Snippets;

/// <summary>A file that isn't a snippet fails the start with the compiler's message, in whichever way it is deployed.</summary>
public sealed class BadSnippetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fetchhive-snippets-").FullName;

    public static TheoryData<string> Names => [.. BadSnippets.Names];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_file_fails_the_start_with_one_message(string name)
    {
        (string path, string complaint) = await WriteAsync(name);

        FormatException alone = await Assert.ThrowsAsync<FormatException>(() => Briefs.StartAsync(hive => hive.DeploySnippet(path)));
        FormatException folder = await Assert.ThrowsAsync<FormatException>(() => Briefs.StartAsync(hive => hive.DeploySnippets(_folder)));

        Assert.Equal(complaint, alone.Message);
        Assert.Equal(complaint, folder.Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_file_costs_no_more_memory_than_a_long_snippet(string name)
    {
        (string path, string complaint) = await WriteAsync(name);
        await using FetchHiveEmulator hive = await FetchHiveEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        long before = GC.GetAllocatedBytesForCurrentThread();
        FormatException exception = Assert.Throws<FormatException>(() => hive.DeploySnippet(path));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
        Assert.Equal(complaint, exception.Message);
    }

    private async Task<(string Path, string Complaint)> WriteAsync(string name)
    {
        string path = Path.Combine(_folder, "brief.fetchhive.sh");
        await File.WriteAllBytesAsync(path, BadSnippets.FileOf(name), TestContext.Current.CancellationToken);
        (string place, string message) = BadSnippets.ComplaintOf(name);
        return (path, $"{path}{place}: 'brief.fetchhive.sh' can't be read: {message}");
    }
}
