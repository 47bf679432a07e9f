using System;

namespace FetchHive;

/// <summary>Words the exceptions about journals.</summary>
internal static class JournalFailures
{
    public static BatchJournalException NotOpened(string path, Exception cause) => new(
        $"The journal '{path}' can't be opened: {ErrorText.PartOfSentence(cause.Message)}. Only one batch at a time can use a journal: if "
            + "another process or batch has it open, wait until that ends, or use another journal. Otherwise check the path and its "
            + "permissions; the folder must exist.",
        path,
        lineNumber: null,
        cause);

    public static BatchJournalException NotRead(string path, Exception cause) => new(
        $"The journal '{path}' can't be read: {ErrorText.PartOfSentence(cause.Message)}. Nothing was sent for the row that needed it.",
        path,
        lineNumber: null,
        cause);

    public static BatchJournalException NotWritten(string path, Exception cause) => new(
        $"The journal '{path}' can't be written: {ErrorText.PartOfSentence(cause.Message)}. The batch stopped, because without its "
            + "journal a row could run twice. Results with IsRecorded = false aren't in the journal: keep them. Free space on the disk, "
            + "and run the batch again: it continues.",
        path,
        lineNumber: null,
        cause);

    public static BatchJournalException NoJournal(string path) => new(
        $"The file '{path}' isn't the journal of a batch: its first line isn't a journal's header. Nothing was changed. Name a file that "
            + "doesn't exist yet.",
        path,
        lineNumber: 1);

    public static BatchJournalException NewerVersion(string path, string version) => new(
        $"The journal '{path}' has version {OutsideText.Quote(version)}, but this library reads version {JournalText.Version}. Nothing "
            + "was changed. Update the package to the version that wrote it.",
        path,
        lineNumber: 1);

    public static BatchJournalException Broken(string path, long lineNumber) => new(
        $"Line {lineNumber} of the journal '{path}' is broken but isn't the last one, so it was changed after it was written. Nothing was "
            + "sent. Restore the file, or repair the line. A row whose lines are removed is called again, even if it ran.",
        path,
        lineNumber);

    public static BatchJournalException OtherDeployment(string path, JournalDeployment has, JournalDeployment asked) => new(
        $"The journal '{path}' belongs to {has}. The row's call goes to {asked}. Nothing was sent. Use a separate journal for each "
            + "deployment and each address.",
        path);
}
