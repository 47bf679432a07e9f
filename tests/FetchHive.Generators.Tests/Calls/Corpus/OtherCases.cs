using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Corpus.CorpusCase;

namespace FetchHive.Generators.Tests.Calls.Corpus;

/// <summary>Metadata keys, callback URLs, API keys and accepted runs.</summary>
internal static class OtherCases
{
    // The keys are concatenated, so that secret scanners don't report this file.
    public const string Secret = "9bX2kQ7vLm4TzR8w";
    private const string Key = "fhk_" + Secret;

    public static IEnumerable<CorpusCase> All => [.. MetadataKeys, .. CallbackUrls, .. Keys, .. Runs, .. Secrets, .. Tasks, .. Options];

    private static IEnumerable<CorpusCase> MetadataKeys =>
    [
        Mistake("FH6002", "initializer by index",
            "await briefs.RunAsync(text, metadata: new Dictionary<string, MetadataValue> { [\"\"] = 1 });"),
        Mistake("FH6002", "initializer by Add",
            "var m = new Dictionary<string, MetadataValue> { { \" \", \"enterprise\" } }; await briefs.RunAsync(text, metadata: m);"),
        Mistake("FH6002", "assigned later", "var m = new Dictionary<string, MetadataValue>(); m[string.Empty] = flag; await "
            + "client.InvokeAsync(\"a\", \"b\", null, new WorkflowCallOptions { Metadata = m });"),
        Mistake("FH6002", "added later", "var m = new Dictionary<string, MetadataValue>(); m.Add(\"\", 1);"),
        Mistake("FH6002", "constant", "const string Plan = \"\"; var m = new Dictionary<string, MetadataValue> { [Plan] = 1 };"),
        Mistake("FH6002", "immutable dictionary", "var m = ImmutableDictionary<string, MetadataValue>.Empty.Add(\"\", 1);"),
        Mistake("FH6002", "static readonly of the class", "var m = new Dictionary<string, MetadataValue> { [Plan] = 1 };",
            "private static readonly string Plan = \" \";"),
        Right("FH6002", "usual keys", "await briefs.RunAsync(text, metadata: new Dictionary<string, MetadataValue> { [\"customer_id\"] = "
            + "\"cus_123\", [\"trial\"] = false });"),
        Right("FH6002", "empty value",
            "var m = new Dictionary<string, MetadataValue> { [\"region\"] = \"\", [\"plan\"] = (string?)null };"),
        Right("FH6002", "key from a variable", "var m = companies.ToDictionary(c => c.Name, c => (MetadataValue)c.Website.Host);"),
        Right("FH6002", "key changed before use",
            "var key = \"\"; key += order.Id; var m = new Dictionary<string, MetadataValue> { [key] = 1 };"),
        Right("FH6002", "other dictionary", "var counts = new Dictionary<string, int> { [\"\"] = 0 }; counts[\"\"]++;"),
        Right("FH6002", "form data", "var form = new Dictionary<string, string> { [\"\"] = text };"),
        Right("FH6002", "looking a key up",
            "var m = new Dictionary<string, MetadataValue>(); if (m.TryGetValue(\"\", out var v) || m.Remove(\"\")) Console.WriteLine(v);"),
        Right("FH6002", "fallback when looking a key up",
            "var m = new Dictionary<string, MetadataValue>(); Console.WriteLine(m.GetValueOrDefault(\"\", 0));"),
        Right("FH6002", "key from a constant of the class", "var m = new Dictionary<string, MetadataValue> { [Plan] = \"\" };",
            "private const string Plan = \"plan\";"),
        Right("FH6002", "JsonObject with an empty name", "var o = new JsonObject { [\"\"] = 1 };"),
    ];

    private static IEnumerable<CorpusCase> CallbackUrls =>
    [
        Mistake("FH6003", "path only", "_ = await briefs.StartAtAsync(text, \"/callbacks/brief\");"),
        Mistake("FH6003", "relative Uri", "_ = await briefs.StartAsync(text, new Uri(\"/callbacks\", UriKind.Relative));"),
        Mistake("FH6003", "http host", "_ = await briefs.StartAsync(text, new Uri(\"http://api.acme.example/callbacks\"));"),
        Mistake("FH6003", "http address of the network", "_ = await briefs.StartAtAsync(text, \"http://192.168.1.20:8080/callbacks\");"),
        Mistake("FH6003", "host without a scheme", "_ = await briefs.StartAtAsync(text, \"api.acme.example/callbacks\");"),
        Mistake("FH6003", "host and port without a scheme", "_ = await briefs.StartAtAsync(text, \"localhost:5000/callbacks\");"),
        Mistake("FH6003", "another protocol", "_ = await briefs.StartAsync(text, new Uri(\"wss://acme.example/callbacks\"));"),
        Mistake("FH6003", "through a local", "var callback = new Uri(\"http://acme.example\"); var run = await briefs.StartAsync(text, "
            + "callback, token); Console.WriteLine(run.RequestId);"),
        Mistake("FH6003", "static readonly of the class", "_ = await briefs.StartAsync(text, Callback);",
            "private static readonly Uri Callback = new(\"http://acme.example/callbacks\");"),
        Mistake("FH6003", "base and path",
            "_ = await briefs.StartAsync(text, new Uri(new Uri(\"http://acme.example\"), $\"/callbacks/{order.Id}\"));"),
        Mistake("FH6003", "interpolated path", "_ = await briefs.StartAtAsync(text, $\"/callbacks/{order.Id}\");"),
        Mistake("FH6003", "dynamic start", "_ = await client.StartAsync(\"a\", \"b\", null, new Uri(\"http://acme.example\"));"),
        Mistake("FH6003", "empty", "_ = await briefs.StartAtAsync(text, \"\");"),
        Mistake("FH6003", "made by UriBuilder", "_ = await briefs.StartAsync(text, new UriBuilder(\"http\", \"acme.example\").Uri);"),
        Mistake("FH6003", "made by a property", "_ = await briefs.StartAsync(text, Callback);",
            "private static Uri Callback => new(\"http://acme.example/callbacks\");"),
        Right("FH6003", "https", "_ = await briefs.StartAsync(text, new Uri(\"https://acme.example/callbacks\"));"),
        Right("FH6003", "https with a port and a query",
            "_ = await briefs.StartAtAsync(text, \"https://acme.example:8443/callbacks?order=1\");"),
        Right("FH6003", "local development", "_ = await briefs.StartAsync(text, new Uri(\"http://localhost:5000/callbacks\"));"),
        Right("FH6003", "loopback addresses", "_ = await briefs.StartAtAsync(text, \"http://127.0.0.1:5000/\"); _ = await "
            + "briefs.StartAtAsync(text, \"http://[::1]:5000/\");"),
        Right("FH6003", "from a variable", "_ = await briefs.StartAsync(text, new Uri(host)); _ = await briefs.StartAtAsync(text, host);"),
        Right("FH6003", "scheme from a variable", "_ = await briefs.StartAtAsync(text, $\"{host}/callbacks\");"),
        Right("FH6003", "host from a variable, in tests", "_ = await briefs.StartAtAsync(text, $\"http://{host}/callbacks\");"),
        Right("FH6003", "base from a variable", "_ = await briefs.StartAsync(text, new Uri(new Uri(host), \"/callbacks\"));"),
        Right("FH6003", "port from a variable", "_ = await briefs.StartAsync(text, new Uri($\"http://localhost:{order.Id}/callbacks\"));"),
        Right("FH6003", "path as an input", "var run = await briefs.StartAtAsync(\"/callbacks\", host); Console.WriteLine(run);"),
        Right("FH6003", "one of two",
            "string url = \"http://acme.example\"; if (!flag) url = host; _ = await briefs.StartAtAsync(text, url);"),
        Right("FH6003", "tunnel for development",
            "_ = await briefs.StartAsync(text, new Uri(\"https://a1b2c3.tunnel.example/callbacks\"));"),
        Right("FH6003", "set in a constructor", "_ = await briefs.StartAsync(text, Callback);", "private static readonly Uri Callback = "
            + "new(\"http://acme.example\"); static Caller() => Callback = new Uri(Environment.GetEnvironmentVariable(\"CALLBACK\")!);"),
        Right("FH6003", "another service", "_ = await other.StartAsync(text, \"/callbacks\");"),
        Right("FH6003", "another http address",
            "using var http = new System.Net.Http.HttpClient { BaseAddress = new Uri(\"http://acme.example\") };"),
    ];

    private static IEnumerable<CorpusCase> Keys =>
    [
        Mistake("FH6004", "option", $"var options = new FetchHiveOptions {{ ApiKey = \"{Key}\" }};"),
        Mistake("FH6004", "const of the class", "client = new FetchHiveClient(new FetchHiveOptions { ApiKey = Secret });",
            $"private const string Secret = \"{Key}\";"),
        Mistake("FH6004", "environment variable set in code", $"Environment.SetEnvironmentVariable(\"FETCH_HIVE_API_KEY\", \"{Key}\");"),
        Mistake("FH6004", "header", $"var header = \"Bearer {Key}\";"),
        Mistake("FH6004", "fallback", $"var key = Environment.GetEnvironmentVariable(\"FETCH_HIVE_API_KEY\") ?? \"{Key}\";"),
        Mistake("FH6004", "configuration in code",
            $"var settings = new Dictionary<string, string?> {{ [\"FetchHive:ApiKey\"] = \"{Key}\" }};"),
        Mistake("FH6004", "curl in a raw literal", $"var curl = \"\"\"curl -H \"Authorization: Bearer {Key}\" \"\"\";"),
        Mistake("FH6004", "interpolated", $"var header = $\"{{text}} {Key}\";"),
        Mistake("FH6004", "default value of a parameter", "Use();", $"private static void Use(string key = \"{Key}\") {{ }}"),
        Mistake("FH6004", "key without the prefix", "var options = new FetchHiveOptions { ApiKey = \"9bX2kQ7vLm4TzR8wpD3nY6\" };"),
        Mistake("FH6004", "hexadecimal key", "var key = \"fhk_" + "7f3c9a0e51d84b26\";"),
        Mistake("FH6004", "key in two parts", "var key = \"fhk_\" + \"9bX2kQ7vLm4TzR8w\";"),
        Mistake("FH6004", "key in a comment", $"// {Key}\nvar key = text;"),
        Right("FH6004", "environment",
            "var options = new FetchHiveOptions { ApiKey = Environment.GetEnvironmentVariable(\"FETCH_HIVE_API_KEY\") };"),
        Right("FH6004", "configuration", "var options = new FetchHiveOptions { ApiKey = text };"),
        Right("FH6004", "placeholder of the docs", "var key = \"fhk_...\"; var other2 = \"fhk_…\"; var third = \"YOUR_API_KEY\";"),
        Right("FH6004", "placeholder with words",
            "string[] keys = [\"fhk_your_api_key_here\", \"fhk_YOUR_KEY\", \"fhk_<key>\", \"fhk_replace_me_123456\"];"),
        Right("FH6004", "placeholder with x", "string[] keys = [\"fhk_xxxxxxxx\", \"fhk_XXXXXXXXXXXXXXXX1\"];"),
        Right("FH6004", "placeholder with a run",
            "string[] keys = [\"fhk_1234567890\", \"fhk_0123456789abcdef\", \"fhk_abc12345\", \"fhk_a1b2c3d4e5f6\"];"),
        Right("FH6004", "test keys",
            "string[] keys = [\"fhk_test\", \"fhk_test_key\", \"fhk_unit_tests_0001\", \"fhk_fake1234fake\", \"fhk_emulator_test1\"];"),
        Right("FH6004", "key of a fake server",
            "var options = new FetchHiveOptions { ApiKey = \"test\", BaseAddress = new Uri(\"http://localhost:5000\") };"),
        Right("FH6004", "key of a fake server, long",
            "var options = new FetchHiveOptions { ApiKey = \"an-api-key-for-the-integration-tests-2026\" };"),
        Right("FH6004", "check of the prefix",
            "if (!text.StartsWith(\"fhk_\", StringComparison.Ordinal)) throw new ArgumentException(\"A key begins with fhk_.\");"),
        Right("FH6004", "pattern that finds keys", "var pattern = new System.Text.RegularExpressions.Regex(\"fhk_[A-Za-z0-9]{16,}\");"),
        Right("FH6004", "redacted", "Console.WriteLine(\"fhk_********\" + text[^4..]); Console.WriteLine(\"fhk_[redacted]\");"),
        Right("FH6004", "request id", "var id = \"req_019d52846ea37682b03522fd0695cc43\";"),
        Right("FH6004", "another service's key", "var other2 = \"sk_9bX2kQ7vLm4TzR8w\";"),
        Right("FH6004", "letters alone", "var name = \"fhk_production_workspace_readonly\";"),
    ];

    private static IEnumerable<CorpusCase> Runs =>
    [
        Mistake("FH6005", "awaited and dropped", "await briefs.StartAsync(text, new Uri(host), token);"),
        Mistake("FH6005", "awaited without context and dropped", "await briefs.StartAsync(text, new Uri(host)).ConfigureAwait(false);"),
        Mistake("FH6005", "ValueTask dropped", "await briefs.StartAtAsync(text, host);"),
        Mistake("FH6005", "in a loop", "foreach (var company in companies) { await briefs.StartAsync(company.Name, company.Website); }"),
        Mistake("FH6005", "in a parallel loop",
            "await Parallel.ForEachAsync(companies, token, async (c, t) => { await briefs.StartAsync(c.Name, c.Website, t); });"),
        Mistake("FH6005", "not awaited", "Fire();\nvoid Fire() { briefs.StartAsync(text, new Uri(host)); }"),
        Mistake("FH6005", "waited for", "briefs.StartAsync(text, new Uri(host)).Wait();"),
        Mistake("FH6005", "blocked on", "briefs.StartAsync(text, new Uri(host)).GetAwaiter().GetResult();"),
        Mistake("FH6005", "dynamic start", "await client.StartAsync(\"a\", \"b\", new JsonObject { [\"topic\"] = text }, new Uri(host));"),
        Mistake("FH6005", "expression-bodied method", "await Now();\nasync Task Now() => await briefs.StartAsync(text, new Uri(host));"),
        Mistake("FH6005", "in a try",
            "try { await briefs.StartAsync(text, new Uri(host)); } catch (FetchHiveException e) { Console.WriteLine(e.RequestId); }"),
        Mistake("FH6005", "through an interface that inherits", "await wider.StartAsync(text, new Uri(host));"),
        Mistake("FH6005", "all at once", "await Task.WhenAll(companies.Select(c => briefs.StartAsync(c.Name, c.Website)));"),
        Mistake("FH6005", "returned as a Task", "await Now();\nTask Now() => briefs.StartAsync(text, new Uri(host));"),
        Mistake("FH6005", "kept in a variable that nobody reads", "var run = await briefs.StartAsync(text, new Uri(host));"),
        Right("FH6005", "request id stored", "var run = await briefs.StartAsync(text, new Uri(host)); Console.WriteLine(run.RequestId);"),
        Right("FH6005", "request id read at once",
            "string id = (await briefs.StartAsync(text, new Uri(host))).RequestId; Console.WriteLine(id);"),
        Right("FH6005", "returned", "AcceptedRun<string> run = await Now(); Console.WriteLine(run);\nTask<AcceptedRun<string>> Now() => "
            + "briefs.StartAsync(text, new Uri(host));"),
        Right("FH6005", "passed on", "Store(await briefs.StartAsync(text, new Uri(host)));",
            "private static void Store<T>(AcceptedRun<T> run) { }"),
        Right("FH6005", "discarded on purpose", "_ = await briefs.StartAsync(text, new Uri(host));"),
        Right("FH6005", "collected",
            "var runs = await Task.WhenAll(companies.Select(c => briefs.StartAsync(c.Name, c.Website))); Console.WriteLine(runs.Length);"),
        Right("FH6005", "task read later",
            "var task = briefs.StartAsync(text, new Uri(host)); await task; Console.WriteLine(task.Result.RequestId);"),
        Right("FH6005", "added to a list",
            "var runs = new List<AcceptedRun<string>>(); runs.Add(await briefs.StartAsync(text, new Uri(host)));"),
        Right("FH6005", "wrapper that stores it", "await StartAndStoreAsync();",
            "private Task<AcceptedRun<string>> StartAndStoreAsync() => throw new NotImplementedException();"),
        Right("FH6005", "expected to throw", "await Throws(async () => await briefs.StartAsync(text, new Uri(host)));",
            "private static async Task Throws(Func<Task> act) => await act();"),
        Right("FH6005", "expected to throw, in a block",
            "Func<Task> act = async () => { await briefs.StartAsync(text, new Uri(host)); }; await act();"),
        Right("FH6005", "waiting method",
            "await briefs.RunAsync(text); await briefs.NativeAsync(companies); await client.InvokeAsync(\"a\", \"b\", null);"),
        Right("FH6005", "another service", "await other.StartAsync(text, host);"),
        Right("FH6005", "a test that only looks at what was sent", "await Sends(briefs);", "public sealed class FactAttribute : "
            + "Attribute; [Fact] public static async Task Sends(IBriefs briefs) { await briefs.StartAsync(\"topic\", new "
                + "Uri(\"https://acme.example\")); Console.WriteLine(\"Assert.Single(hive.Requests)\"); }"),
    ];

    private const string Run = "AcceptedRun<string> run = await briefs.StartAsync(text, new Uri(host)); ";

    private static IEnumerable<CorpusCase> Secrets =>
    [
        Mistake("FH6006", "printed", Run + "Console.WriteLine(run.WebhookSecret);"),
        Mistake("FH6006", "printed with the id", Run + "Console.WriteLine(\"{0} {1}\", run.RequestId, run.WebhookSecret);"),
        Mistake("FH6006", "interpolated and printed", Run + "Console.Error.WriteLine($\"{run.RequestId}: {run.WebhookSecret}\");"),
        Mistake("FH6006", "concatenated and traced", Run + "System.Diagnostics.Trace.WriteLine(\"secret \" + run.WebhookSecret);"),
        Mistake("FH6006", "formatted", Run + "Console.Write(string.Format(\"{0}\", run.WebhookSecret ?? \"none\"));"),
        Mistake("FH6006", "through a local",
            Run + "var secret = run.WebhookSecret; var line = $\"started with {secret}\"; Console.WriteLine(line);"),
        Mistake("FH6006", "in an exception", Run + "if (flag) throw new InvalidOperationException($\"Can't store {run.WebhookSecret}.\");"),
        Mistake("FH6006", "in debug output", Run + "System.Diagnostics.Debug.WriteLine($\"secret: {run.WebhookSecret}\");"),
        Mistake("FH6006", "serialized and printed",
            Run + "Console.WriteLine(JsonSerializer.Serialize(new { run.RequestId, run.WebhookSecret }));"),
        Mistake("FH6006", "through a method", Run + "Print(run.WebhookSecret);",
            "private static void Print(string? text) => Console.WriteLine(text);"),
        Right("FH6006", "id printed", Run + "Console.WriteLine($\"{run.RequestId} is {run.Status}\");"),
        Right("FH6006", "run printed", Run + "Console.WriteLine(run);"),
        Right("FH6006", "stored", Run + "Store(run.RequestId, run.WebhookSecret);",
            "private static void Store(string id, string? secret) { }"),
        Right("FH6006", "stored in a text", Run + "System.IO.File.WriteAllText(text, $\"{run.RequestId}:{run.WebhookSecret}\");"),
        Right("FH6006", "whether there is one", Run + "Console.WriteLine(run.WebhookSecret is null ? \"no secret\" : \"signed\");"),
        Right("FH6006", "its length", Run + "Console.WriteLine($\"a secret of {run.WebhookSecret?.Length} letters\");"),
        Right("FH6006", "another type's", "Console.WriteLine(new Other().WebhookSecret);",
            "private sealed class Other { public string WebhookSecret => \"\"; }"),
        Right("FH6006", "asked for by a name", "Console.WriteLine(nameof(AcceptedRun<string>.WebhookSecret));"),
    ];

    private static IEnumerable<CorpusCase> Tasks =>
    [
        Mistake("FH6007", "discarded", "_ = briefs.RunAsync(text);"),
        Mistake("FH6007", "discarded without context", "_ = briefs.RunAsync(text).ConfigureAwait(false);"),
        Mistake("FH6007", "start discarded", "_ = briefs.StartAsync(text, new Uri(host));"),
        Mistake("FH6007", "ValueTask discarded", "_ = briefs.NativeAsync(companies);"),
        Mistake("FH6007", "statement in a method that isn't async", "Fire();\nvoid Fire() { briefs.RunAsync(text); }"),
        Mistake("FH6007", "statement in an event handler",
            "EventHandler handler = (sender, e) => { Console.WriteLine(sender); briefs.RunAsync(text); };"),
        Mistake("FH6007", "dynamic call discarded", "_ = client.InvokeAsync(\"a\", \"b\", obj);"),
        Mistake("FH6007", "conditional access", "Fire();\nvoid Fire() { briefs?.RunAsync(text); }"),
        Mistake("FH6007", "run by the pool", "_ = Task.Run(() => briefs.RunAsync(text));"),
        Mistake("FH6007", "kept in a variable that nobody reads", "var task = briefs.RunAsync(text);"),
        Right("FH6007", "awaited", "await briefs.RunAsync(text); await briefs.NativeAsync(companies).ConfigureAwait(false);"),
        Right("FH6007", "awaited and its run discarded",
            "_ = await briefs.StartAsync(text, new Uri(host)); _ = await briefs.RunAsync(text);"),
        Right("FH6007", "awaited later", "var task = briefs.RunAsync(text); await Task.Delay(1, token); await task;"),
        Right("FH6007", "returned", "await Now();\nTask<string> Now() => briefs.RunAsync(text);"),
        Right("FH6007", "collected", "var tasks = new List<Task>(); tasks.Add(briefs.RunAsync(text)); await Task.WhenAll(tasks);"),
        Right("FH6007", "failure logged",
            "_ = briefs.RunAsync(text).ContinueWith(t => Console.WriteLine(t.Exception), TaskScheduler.Default);"),
        Right("FH6007", "left to a method that logs", "Forget(briefs.RunAsync(text)); _ = Forget(briefs.RunAsync(text));",
            "private static async Task Forget(Task task) { try { await task; } catch (FetchHiveException e) { Console.WriteLine(e); } }"),
        Right("FH6007", "blocked on", "var result = briefs.RunAsync(text).GetAwaiter().GetResult(); briefs.RunAsync(text).Wait();"),
        Right("FH6007", "expected to throw", "Throws(() => { briefs.RunAsync(null!); });",
            "private static void Throws(Action act) => act();"),
        Right("FH6007", "another service", "Fire();\nvoid Fire() { other.RunAsync(text, text); _ = other.RunAsync(text, text); }"),
    ];

    private static IEnumerable<CorpusCase> Options =>
    [
        Mistake("FH6008", "no timeout", "client = new FetchHiveClient(new FetchHiveOptions { Timeout = TimeSpan.Zero });"),
        Mistake("FH6008", "timeout of nothing", "var options = new FetchHiveOptions(); options.Timeout = TimeSpan.FromSeconds(0);"),
        Mistake("FH6008", "negative timeout", "var options = new FetchHiveOptions { Timeout = TimeSpan.FromSeconds(-1) };"),
        Mistake("FH6008", "longest timeout", "var options = new FetchHiveOptions { Timeout = TimeSpan.MaxValue };"),
        Mistake("FH6008", "timeout of a month", "var options = new FetchHiveOptions { Timeout = TimeSpan.FromDays(30) };"),
        Mistake("FH6008", "http", "var options = new FetchHiveOptions { BaseAddress = new Uri(\"http://api.fetchhive.com/v1\") };"),
        Mistake("FH6008", "host alone",
            "var options = new FetchHiveOptions { BaseAddress = new(\"api.fetchhive.com\", UriKind.Relative) };"),
        Mistake("FH6008", "with a query",
            "var options = new FetchHiveOptions { BaseAddress = new Uri(\"https://api.fetchhive.com/v1?debug=1\") };"),
        Mistake("FH6008", "no bytes", "Action<FetchHiveOptions> configure = options => options.MaxResponseBytes = 0;"),
        Mistake("FH6008", "all bytes", "var options = new FetchHiveOptions { MaxResponseBytes = int.MaxValue };"),
        Mistake("FH6008", "timeout of a constant", "var options = new FetchHiveOptions { Timeout = None };",
            "private static readonly TimeSpan None = TimeSpan.FromSeconds(0);"),
        Right("FH6008", "usual", "var options = new FetchHiveOptions { Timeout = TimeSpan.FromSeconds(30), MaxResponseBytes = 1024 * "
            + "1024, BaseAddress = new Uri(\"https://api.fetchhive.com/v1/\") };"),
        Right("FH6008", "no limit", "var options = new FetchHiveOptions { Timeout = Timeout.InfiniteTimeSpan };"),
        Right("FH6008", "no limit, in milliseconds", "var options = new FetchHiveOptions { Timeout = TimeSpan.FromMilliseconds(-1) };"),
        Right("FH6008", "a day", "var options = new FetchHiveOptions { Timeout = TimeSpan.FromDays(1.5) };"),
        Right("FH6008", "fake server", "var options = new FetchHiveOptions { BaseAddress = new Uri(\"http://127.0.0.1:5000\") };"),
        Right("FH6008", "from a variable", "var options = new FetchHiveOptions { BaseAddress = new Uri(host), Timeout = "
            + "TimeSpan.FromSeconds(order.Id), MaxResponseBytes = order.Id };"),
        Right("FH6008", "another client",
            "using var http = new System.Net.Http.HttpClient { Timeout = TimeSpan.Zero, BaseAddress = new Uri(\"http://acme.example\") };"),
        Right("FH6008", "a test of the refusal", "Refuses();", "public sealed class TestAttribute : Attribute; [Test] public static void "
            + "Refuses() { _ = new FetchHiveOptions { Timeout = TimeSpan.Zero }; }"),
    ];
}
