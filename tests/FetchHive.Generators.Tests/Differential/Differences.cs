using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Differential;

/// <summary>
/// Sends and reads types with a generated client and with System.Text.Json. Either both do the same, or a rule refuses the type at its
/// declaration. A rule must also refuse each type that System.Text.Json refuses at every call.
/// </summary>
internal static class Differences
{
    /// <summary>Fails the test with all differences of all types.</summary>
    public static async Task AssertNoneAsync(IReadOnlyList<TypeCase> cases)
    {
        List<string> differences = [];
        using TypeLab lab = await TypeLab.BuildAsync(cases, differences);
        using CannedService service = new();
        Reference reference = new();
        for (int i = 0; i < lab.Count; i++)
        {
            LoadedCase type = lab[i];
            List<string> found = [];
            await CompareSendingAsync(type, service, reference, found);
            await CompareMetadataAsync(type, service, reference, found);
            await CompareReadingAsync(type, service, reference, found);
            differences.AddRange(found.Select(difference => $"{type.Declared.Name}: {difference}"));
        }

        if (differences.Count > 0)
        {
            TestHost.Fail($"{differences.Count} differences from System.Text.Json:\n" + string.Join('\n', differences));
        }
    }

    private static async Task CompareSendingAsync(LoadedCase type, CannedService service, Reference reference, List<string> found)
    {
        string theirs = Try(() => reference.Write(type.Type, type.NewValue()));
        TypeCase expected = type.Declared;
        CheckRule("sent", type.SendRule, type.SendMessage, expected.Send, expected.SendMessage, theirs, IsAboutReading(theirs), found);
        if (type.SendRule is null)
        {
            string ours = await TryAsync(() => service.SentAsync("inputs", client => type.SendAsync(client, type.NewValue())));
            Compare("sent", ours, theirs.StartsWith('!') ? theirs : $$"""{"value":{{theirs}}}""", found);
        }
    }

    private static async Task CompareMetadataAsync(LoadedCase type, CannedService service, Reference reference, List<string> found)
    {
        // The rules for metadata, and their tests, say which types metadata may have.
        if (type.DescribeRule is null)
        {
            string theirs = Try(() => reference.Write(type.Type, type.NewValue()));
            string ours = await TryAsync(() => service.SentAsync("metadata", client => type.DescribeAsync(client, type.NewValue())));
            string expected = theirs[0] is '{' or '!' ? theirs : $$"""{"value":{{theirs}}}""";
            Compare("sent as metadata", ours == "nothing" ? "{}" : ours, expected, found);
        }
    }

    private static async Task CompareReadingAsync(LoadedCase type, CannedService service, Reference reference, List<string> found)
    {
        Dictionary<string, string> theirs = [];
        foreach (string document in reference.DocumentsOf(type))
        {
            theirs[document] = Try(() =>
                reference.Read(type.Type, document) is { } value ? Dump.Of(value) : throw new JsonException("null"));
        }

        string? read = theirs.Values.FirstOrDefault(result => !result.StartsWith('!'));
        string example = read ?? theirs.Values.First();
        TypeCase expected = type.Declared;
        bool mayTakeMore = expected.ReadsMore || IsWithoutEffect(example);
        CheckRule("read", type.ReadRule, type.ReadMessage, expected.Read, expected.ReadMessage, example, mayTakeMore, found);
        if (type.ReadRule is not null)
        {
            return;
        }

        List<string> differences = [];
        int values = 0;
        foreach ((string document, string result) in theirs)
        {
            string ours = await TryAsync(async () => Dump.Of(await service.ReadAsync(document, type.ReadAsync)));
            if (!IsChoiceOfValues(ours, result))
            {
                Compare("read from " + document, ours, result, differences);
            }

            values += ours.StartsWith('!') ? 0 : 1;
        }

        if (values == 0)
        {
            found.Add($"no document could be read, so nothing was compared\n      System.Text.Json: {theirs.Values.Last()}");
        }
        else if (!type.Declared.ReadsDifferently)
        {
            found.AddRange(differences);
        }
        else if (differences.Count == 0)
        {
            found.Add("is read like System.Text.Json reads it, and is said to be read differently");
        }
    }

    /// <summary>
    /// Other tests check the values of outputs. Which nulls, names of enum members, numbers for text and objects are accepted is our own
    /// choice.
    /// </summary>
    private static bool IsChoiceOfValues(string ours, string theirs) =>
        (ours.StartsWith("!FetchHiveResponseException", StringComparison.Ordinal)
            && (ours.Contains("has none of the type's names", StringComparison.Ordinal)
                || ours.Contains("isn't one of its members", StringComparison.Ordinal)
                || ours.Contains("and there is null", StringComparison.Ordinal)))
        || theirs.Contains("Cannot get the value of a token type 'Number' as a string", StringComparison.Ordinal);

    /// <summary>Records a rule that is missing or unexpected, or whose message is different.</summary>
    private static void CheckRule(
        string what,
        string? rule,
        string message,
        string? expected,
        string? expectedMessage,
        string theirs,
        bool mayTakeMore,
        List<string> found)
    {
        bool isRefusedByThem = theirs.StartsWith("!!", StringComparison.Ordinal);
        if (expected is not null && rule != expected)
        {
            found.Add($"should not be {what}: {expected}; there is {rule ?? "nothing"} {message}\n      System.Text.Json: {theirs}");
        }
        else if (expectedMessage is not null && !message.Contains(expectedMessage, StringComparison.Ordinal))
        {
            found.Add($"{rule} doesn't say '{expectedMessage}' but: {message}");
        }
        else if (expected is null && rule is not null && !isRefusedByThem)
        {
            found.Add($"may not be {what}: {rule} {message}\n      System.Text.Json: {theirs}");
        }
        else if (rule is null && isRefusedByThem && !mayTakeMore)
        {
            found.Add($"is never {what} by System.Text.Json, and no rule says so: {theirs}");
        }
    }

    /// <summary>Whether System.Text.Json refuses to write a type only because it couldn't read it. Generated code that writes the type
    /// doesn't need to read it.</summary>
    private static bool IsAboutReading(string refusal) =>
        IsWithoutEffect(refusal)
        || refusal.Contains("is marked required but does not specify a setter", StringComparison.Ordinal)
        || refusal.Contains("JsonConstructorAttribute", StringComparison.Ordinal)
        || refusal.Contains("&' ", StringComparison.Ordinal)
        || refusal.Contains("deserialization constructor", StringComparison.Ordinal)
        || refusal.Contains("'JsonNumberHandlingAttribute' is only valid", StringComparison.Ordinal);

    /// <summary>Whether System.Text.Json refuses an attribute that would have no effect.</summary>
    private static bool IsWithoutEffect(string refusal) =>
        // Two members with the same name, of which only one is read (or sent).
        refusal.Contains("collides with another property", StringComparison.Ordinal)
        || refusal.Contains("'JsonIgnoreCondition.WhenWritingNull' is not valid on value-type", StringComparison.Ordinal);

    private static void Compare(string what, string ours, string theirs, List<string> found)
    {
        bool isRefusedByThem = theirs.StartsWith("!!", StringComparison.Ordinal);
        bool bothFail = ours.StartsWith('!') && theirs.StartsWith('!');
        if (ours.StartsWith("!!", StringComparison.Ordinal) || (ours != theirs && !bothFail && !isRefusedByThem))
        {
            found.Add($"is {what}\n      generated:        {ours}\n      System.Text.Json: {theirs}");
        }
    }

    private static string Try(Func<string> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception)
        {
            return Describe(exception);
        }
    }

    private static async Task<string> TryAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception)
        {
            return Describe(exception);
        }
    }

    /// <summary>An exception as text. One exclamation mark means a mistake in a value or a document, two mean a mistake in a
    /// type.</summary>
    private static string Describe(Exception exception)
    {
        Exception inner = exception is TargetInvocationException { InnerException: { } held } ? held : exception;
        bool isOfValue = inner is JsonException or FetchHiveResponseException or ArgumentException
            || inner.Message.Contains("default instance of ImmutableArray", StringComparison.Ordinal)
            || inner.Message.Contains("The underlying array is null", StringComparison.Ordinal);
        string mark = isOfValue ? "!" : "!!";
        return $"{mark}{inner.GetType().Name}: {inner.Message} {inner.InnerException?.Message}";
    }
}
