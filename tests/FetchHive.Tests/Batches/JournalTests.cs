using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.CodeGeneration;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Batches;

/// <summary>Journals as they are after crashes, edits, other processes and full disks.</summary>
public sealed class JournalTests
{
    private static readonly string[] TwoRows = ["a", "b"];

    [Theory]
    [InlineData("{\"k\":\"b\",\"s\":\"se")]
    [InlineData("{")]
    [InlineData("\0\0\0\0\0\0")]
    [InlineData("{\"k\":\"b\",\"s\":\"sent\"\0\0\0")]
    [InlineData("{\"k\":\"b\0\0\0\0\0\n")]
    public async Task A_torn_line_of_a_row_that_never_left_is_cut_off_and_the_row_is_called(string tail)
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        File.AppendAllText(kit.Journal, tail);

        Assert.All(await kit.RunAllAsync(TwoRows), static result => Assert.Equal(BatchOutcome.Succeeded, result.Outcome));
        Assert.Equal(2, kit.Sent);
        Assert.Equal(5, kit.Lines().Length);
        Assert.DoesNotContain("\0", File.ReadAllText(kit.Journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_response_was_torn_is_in_doubt_wherever_it_was_torn()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        byte[] whole = File.ReadAllBytes(kit.Journal);
        int start = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (int length = start; length < whole.Length - 1; length++)
        {
            File.WriteAllBytes(kit.Journal, whole[..length]);
            Assert.Equal(BatchOutcome.InDoubt, Assert.Single(await kit.RunAllAsync("a")).Outcome);
            Assert.Equal(whole[..start], File.ReadAllBytes(kit.Journal));
        }

        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_last_line_that_lacks_only_its_line_break_counts_and_gets_one()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        File.WriteAllText(kit.Journal, File.ReadAllText(kit.Journal).TrimEnd('\n'));

        Assert.All(await kit.RunAllAsync(TwoRows), static result => Assert.Equal(BatchOutcome.Succeeded, result.Outcome));
        Assert.Equal(2, kit.Sent);
        Assert.Equal(5, kit.Lines().Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"fetchh")]
    [InlineData("{\"fetchhive_batch\":1,\"base\":\"http")]
    [InlineData("\0\0\0\0")]
    public async Task A_journal_that_is_only_a_torn_header_starts_over(string content)
    {
        using BatchKit kit = new();
        File.WriteAllText(kit.Journal, content);
        await kit.RunAllAsync("a");
        Assert.Equal(3, kit.Lines().Length);
        Assert.True(Assert.Single(await kit.RunAllAsync("a")).IsReplayed);
    }

    [Theory]
    [InlineData("name;city\nx;y\n")]
    [InlineData("a text without a line break")]
    [InlineData("{\"k\":\"a\",\"s\":\"sent\"}\n")]
    [InlineData("{}")]
    public async Task A_file_that_is_not_a_journal_is_refused_and_left_unchanged(string content)
    {
        using BatchKit kit = new();
        File.WriteAllText(kit.Journal, content);
        BatchJournalException failure = await Assert.ThrowsAsync<BatchJournalException>(() => kit.RunAllAsync("a"));
        Assert.Equal(1, failure.LineNumber);
        Assert.Equal(content, File.ReadAllText(kit.Journal));
        Assert.Equal(0, kit.Sent);
    }

    [Theory]
    [InlineData("{\"k\":\"x\",\"s\":\"sen")]
    [InlineData("{\"k\":\"x\",\"s\":\"unheard_of\"}")]
    [InlineData("{\"k\":\"x\",\"s\":\"answered\",\"h\":\"\"}")]
    [InlineData("{\"k\":7,\"s\":\"sent\"}")]
    [InlineData("\0\0\0\0")]
    [InlineData("text")]
    public async Task A_broken_line_before_others_is_refused_with_its_number(string line)
    {
        using BatchKit kit = new();
        await kit.RunAllAsync(TwoRows);
        List<string> lines = [.. kit.Lines()];
        lines.Insert(2, line);
        string content = string.Join('\n', lines) + "\n";
        File.WriteAllText(kit.Journal, content);

        BatchJournalException failure = await Assert.ThrowsAsync<BatchJournalException>(() => kit.RunAllAsync("c"));
        Assert.Equal(3, failure.LineNumber);
        Assert.Contains("Line 3", failure.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(kit.Journal));
        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        string content = File.ReadAllText(kit.Journal);
        File.WriteAllText(kit.Journal, content.Replace("_batch\":1", "_batch\":2", StringComparison.Ordinal));
        BatchJournalException failure = await Assert.ThrowsAsync<BatchJournalException>(() => kit.RunAllAsync("a"));
        Assert.Contains("version 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_breaks_a_byte_order_mark_and_blank_lines_of_an_editor_do_no_harm()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync(TwoRows);
        string edited = "\uFEFF" + string.Join("\r\n\r\n", kit.Lines()) + "\r\n\r\n";
        File.WriteAllText(kit.Journal, edited, Encoding.UTF8);
        Assert.All(await kit.RunAllAsync(TwoRows), static result => Assert.True(result.IsReplayed));
        Assert.Equal(3, (await kit.RunAllAsync("a", "b", "c")).Count);
        Assert.Equal(3, kit.Sent);
    }

    [Fact]
    public async Task A_row_whose_lines_were_removed_is_called_again()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync(TwoRows);
        File.WriteAllLines(kit.Journal, kit.Lines().Where(static line => !line.Contains("\"k\":\"a\"", StringComparison.Ordinal)));
        await kit.RunAllAsync(TwoRows);
        Assert.Equal((2, 1), (kit.Runs["a"], kit.Runs["b"]));
    }

    [Fact]
    public async Task A_journal_of_another_deployment_stops_the_batch_before_anything_is_sent()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        WorkflowDeployment other = new("brief", "staging");
        (_, BatchJournalException failure) = await BatchKit.FailAsync<BatchJournalException, string, string>(BatchKit.Of(
            TwoRows,
            static row => row,
            (row, token) => BatchKit.Request(kit.Client, row, other).SendForOutputAsync(OutputReader.Text, token),
            kit.Options()));
        Assert.Contains("variant 'production'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("variant 'staging'", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task A_journal_of_another_address_stops_the_batch_before_anything_is_sent()
    {
        using BatchKit kit = new();
        await kit.RunAllAsync("a");
        using FetchHiveClient other = kit.NewClient(new FetchHiveOptions { BaseAddress = new Uri("https://api.fetchhive.com/v1/") });
        (_, BatchJournalException failure) = await BatchKit.FailAsync<BatchJournalException, string, string>(BatchKit.Of(
            TwoRows,
            static row => row,
            (row, token) => BatchKit.Request(other, row).SendForOutputAsync(OutputReader.Text, token),
            kit.Options()));
        Assert.Contains("https://api.fetchhive.com/v1.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, kit.Sent);
    }

    [Fact]
    public async Task Two_batches_cannot_have_one_journal_at_once()
    {
        using BatchKit kit = new();
        await foreach (BatchResult<string, string> result in kit.Run(TwoRows))
        {
            BatchJournalException failure = await Assert.ThrowsAsync<BatchJournalException>(() => kit.RunAllAsync("c"));
            Assert.Contains("one batch at a time", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, kit.Sent);
    }

    [Fact]
    public async Task A_journal_in_a_missing_folder_says_so()
    {
        using BatchKit kit = new();
        BatchJournalException failure = await Assert.ThrowsAsync<BatchJournalException>(() =>
            BatchKit.AllAsync(kit.Run(TwoRows, new BatchOptions(Path.Combine(kit.Journal, "nowhere", "j.jsonl")))));
        Assert.Contains("folder must exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_stops_the_batch_before_the_first_call()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using BatchKit kit = new();
        (List<BatchResult<string, string>> results, BatchJournalException failure) =
            await BatchKit.FailAsync<BatchJournalException, string, string>(kit.Run(TwoRows, new BatchOptions("/dev/full")));
        Assert.Equal(0, kit.Sent);
        Assert.All(results, static result => Assert.Equal(BatchOutcome.NotRun, result.Outcome));
        Assert.Contains("Free space on the disk", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_response_cannot_be_written_it_is_given_unrecorded_and_the_batch_stops()
    {
        using BatchKit kit = new();
        FailingFile? file = null;
        BatchOptions options = kit.Options(options =>
        {
            options.Concurrency = 1;
            options.OpenFile = path => file = new FailingFile(path)
            {
                FailsAt = static line => line.Contains("\"answered\"", StringComparison.Ordinal),
            };
        });
        (List<BatchResult<string, string>> results, _) =
            await BatchKit.FailAsync<BatchJournalException, string, string>(kit.Run(TwoRows, options));
        BatchResult<string, string> result = Assert.Single(results);
        Assert.Equal((BatchOutcome.Succeeded, false, "about a"), (result.Outcome, result.IsRecorded, result.GetValue()));
        Assert.Equal(1, file!.Failures);

        Assert.Equal(BatchOutcome.InDoubt, (await kit.RunAllAsync(TwoRows)).Single(static result => result.Key == "a").Outcome);
        Assert.Equal(1, kit.Runs["a"]);
    }

    [Fact]
    public async Task A_flush_that_failed_is_not_tried_again_and_nothing_is_written_after_it()
    {
        using BatchKit kit = new();
        FailingFile? file = null;
        BatchOptions options = kit.Options(options => options.OpenFile = path => file = new FailingFile(path) { FailsToFlush = true });
        (List<BatchResult<string, string>> results, _) =
            await BatchKit.FailAsync<BatchJournalException, string, string>(kit.Run(TwoRows, options));
        Assert.All(results, static result => Assert.Equal(BatchOutcome.NotRun, result.Outcome));
        Assert.Equal(0, kit.Sent);
        Assert.Equal(1, file!.Flushes);
    }

    [Fact]
    public async Task Leaving_early_with_a_response_that_cannot_be_written_throws()
    {
        using BatchKit kit = new();
        TaskCompletionSource left = new();
        kit.Respond = async (topic, _) =>
        {
            if (topic == "b")
            {
                await left.Task;
            }

            return BatchKit.Completed("\"x\"");
        };
        BatchOptions options = kit.Options(options => options.OpenFile = static path => new FailingFile(path)
        {
            FailsAt = static line => line.StartsWith("{\"k\":\"b\",\"s\":\"answered\"", StringComparison.Ordinal),
        });
        await Assert.ThrowsAsync<BatchJournalException>(async () =>
        {
            await foreach (BatchResult<string, string> result in kit.Run(TwoRows, options))
            {
                left.SetResult();
                break;
            }
        });
    }

    [Fact]
    public async Task A_row_is_flushed_before_it_is_sent_and_its_response_before_it_is_given()
    {
        using BatchKit kit = new();
        FailingFile? file = null;
        int flushedWhenSent = 0;
        kit.Respond = (_, _) =>
        {
            flushedWhenSent = file!.Flushes;
            return Task.FromResult(BatchKit.Completed("\"x\""));
        };
        BatchOptions options = kit.Options(options => options.OpenFile = path => file = new FailingFile(path));
        await foreach (BatchResult<string, string> result in kit.Run(["a"], options))
        {
            Assert.Equal((1, 2), (flushedWhenSent, file!.Flushes));
        }
    }

    [Fact]
    public void An_index_keeps_state_offset_and_claim_apart()
    {
        JournalIndex index = new();
        KeyHash key = new("key"u8);
        index.Note(key, RowState.Answered, 1L << 55);
        Assert.True(index.TryClaim(key));
        Assert.False(index.TryClaim(key));
        Assert.Equal((RowState.Answered, 1L << 55), (index.Find(key, out long offset), offset));
        Assert.Equal(RowState.NotRun, index.Find(new KeyHash("other"u8), out _));
    }

    [Fact]
    public async Task Long_responses_are_read_back_whole()
    {
        using BatchKit kit = new();
        string output = new('x', 300_000);
        kit.Respond = (_, _) => Task.FromResult(BatchKit.Completed($"\"{output}\""));
        await kit.RunAllAsync(TwoRows);
        Assert.All(await kit.RunAllAsync(TwoRows), result => Assert.Equal((true, output), (result.IsReplayed, result.GetValue())));
        Assert.Equal(2, kit.Sent);
    }

    /// <summary>A file on a disk that is full, or fails, from a certain line on.</summary>
    private sealed class FailingFile(string path) : JournalFile(path)
    {
        public Func<string, bool> FailsAt { get; init; } = static _ => false;

        public bool FailsToFlush { get; init; }

        public int Flushes { get; private set; }

        public int Failures { get; private set; }

        public override void Write(long offset, byte[] bytes)
        {
            if (FailsAt(Encoding.UTF8.GetString(bytes)))
            {
                Failures++;
                throw new IOException("No space left on device");
            }

            base.Write(offset, bytes);
        }

        public override void FlushToDisk()
        {
            Flushes++;
            if (FailsToFlush)
            {
                throw new IOException("Input/output error");
            }

            base.FlushToDisk();
        }
    }
}
