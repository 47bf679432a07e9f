using System;
using System.Threading;

namespace FetchHive;

/// <summary>Words the exceptions about rows.</summary>
internal static class RowFailures
{
    public static BatchRowException NoKey(string? key) => new(
        "The row has no key: the key function returned null, an empty string or white space. Give each row a unique id that stays the "
            + "same from round to round.",
        BatchRowProblem.InvalidKey,
        key);

    public static BatchRowException LongKey(string key, int maxLength) => new(
        $"The row's key has {key.Length} characters, and {maxLength} are allowed. Use the row's id, or a hash of what distinguishes rows.",
        BatchRowProblem.InvalidKey,
        key);

    public static BatchRowException BrokenKey(string key, Exception cause) => new(
        "The row's key isn't valid Unicode: it has half of a surrogate pair. Use the row's id, or a hash of what distinguishes rows.",
        BatchRowProblem.InvalidKey,
        key,
        cause);

    public static BatchRowException KeyFunction(Exception cause) => new(
        "The row's key function failed; the inner exception says why. The row was not called.",
        BatchRowProblem.InvalidKey,
        key: null,
        cause);

    public static BatchRowException DuplicateKey(string key) => new(
        $"An earlier row has the same key '{OutsideText.Quote(key)}'. This row was not called. Give each row a unique key.",
        BatchRowProblem.DuplicateKey,
        key);

    public static BatchRowException Changed(string key) => new(
        $"Row '{OutsideText.Quote(key)}' has other inputs than those that its recorded response is for. It was not called. To call such "
            + "rows with their new inputs, set BatchOptions.Changed = ChangedRows.Again; to use the recorded responses, "
            + "ChangedRows.KeepRecorded.",
        BatchRowProblem.Changed,
        key);

    public static BatchRowException InDoubt(string key)
    {
        string name = OutsideText.Quote(key);
        return new(
            $"Row '{name}' was sent and no response is recorded. Look for batch_key = {name} in the log history; to call such rows again, "
                + "set BatchOptions.InDoubt = InDoubtRows.Again.",
            BatchRowProblem.InDoubt,
            key);
    }

    public static BatchRowException NoCall(string key) => new(
        $"The function of row '{OutsideText.Quote(key)}' returned a result and made no call that the batch saw. Make one call through a "
            + "Fetch Hive client. If another thread or a queue makes it, pass the row's token to the call unchanged: otherwise the call "
            + "isn't recorded, and the next round makes it again. Leave rows that need no call out of the batch.",
        BatchRowProblem.NoCall,
        key);

    public static BatchRowException UnseenCall(string key, Exception cause)
    {
        string name = OutsideText.Quote(key);
        return new(
            $"A run for row '{name}' failed (the inner exception says how), but the batch didn't see its call, so nothing is recorded. It "
                + $"may have run: look for batch_key = {name} in the log history before you run the batch again. Make the call inside the "
                + "function, or pass the row's token unchanged to the thread or queue that makes it.",
            BatchRowProblem.NoCall,
            key,
            cause);
    }

    public static FetchHiveCanceledException Stopping(string key, CancellationToken token) => new(
        $"The batch is stopping, so row '{OutsideText.Quote(key)}' was not sent. The next round calls it.", mayHaveRun: false, token);

    public static BatchRowException SecondCall(string key) => new(
        $"The function of row '{OutsideText.Quote(key)}' made a second call, but a row is one call. The second call was not sent. Use a "
            + "separate batch for it, with a separate journal.",
        BatchRowProblem.SecondCall,
        key);

    public static BatchRowException CallAfterEnd(string key) => new(
        $"A call for row '{OutsideText.Quote(key)}' was made after the row's function had ended. It was not sent, because its response "
            + "could not be recorded. Await the call inside the function. If it doesn't belong to the row, start the code that makes it "
            + "outside the batch, or inside ExecutionContext.SuppressFlow().",
        BatchRowProblem.SecondCall,
        key);

    public static BatchRowException LeftCall(string key) => new(
        $"The function of row '{OutsideText.Quote(key)}' ended before its call did. Await the call inside the function.",
        BatchRowProblem.NoCall,
        key);

    public static BatchRowException CallbackDelivery(string key) => new(
        $"The function of row '{OutsideText.Quote(key)}' made a call with callback delivery. It was not sent: a batch records finished "
            + "runs, and an accepted run isn't finished. Use a method without [CallbackUrl].",
        BatchRowProblem.CallbackDelivery,
        key);
}
