using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Callbacks that are accepted without verification, and secrets that leak.</summary>
internal static class LetOut
{
    private const string Signature = "signature not checked";
    private const string OtherSerializer = "another serializer's attribute";
    private const string Leak = "secret or key written";

    public static IEnumerable<UseCase> All => [.. Signatures, .. OtherSerializers, .. Leaks];

    private static IEnumerable<UseCase> Signatures =>
    [
        Mistake(Signature, "result dropped", "CallbackSignature.Verify(body, header, secret); mailer.Send(Encoding.UTF8.GetString(body));"),
        Mistake(Signature, "discarded by name",
            "_ = CallbackSignature.Verify(body, header, secret); mailer.Send(Encoding.UTF8.GetString(body));"),
        Mistake(Signature, "only mismatched is refused", """
            if (CallbackSignature.Verify(body, header, secret) == CallbackSignatureResult.Mismatched) return;
            mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Mistake(Signature, "all but mismatched is taken", """
            if (CallbackSignature.Verify(body, header, secret) != CallbackSignatureResult.Mismatched) mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Mistake(Signature, "missing is taken", """
            var result = CallbackSignature.Verify(body, header, secret);
            if (result is CallbackSignatureResult.Valid or CallbackSignatureResult.Missing) mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Mistake(Signature, "only missing is refused", """
            var result = CallbackSignature.Verify(body, header, secret);
            if (result == CallbackSignatureResult.Missing) return;
            mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Mistake(Signature, "only written to the log", """
            log.LogInformation("Signature: {Result}", CallbackSignature.Verify(body, header, secret));
            mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Right(Signature, "valid only", "if (CallbackSignature.Verify(body, header, secret) == CallbackSignatureResult.Valid) "
            + "mailer.Send(Encoding.UTF8.GetString(body));"),
        Right(Signature, "anything but valid is refused", """
            if (CallbackSignature.Verify(body, header, secret) is not CallbackSignatureResult.Valid) { throw new UnauthorizedAccessException(); }
            mailer.Send(Encoding.UTF8.GetString(body));
            """),
        Right(Signature, "a switch with an answer for each", """
            int status = CallbackSignature.Verify(body, header, secret) switch
            {
                CallbackSignatureResult.Valid => 200,
                CallbackSignatureResult.Missing => 400,
                _ => 401,
            };
            log.LogInformation("{Status}", status);
            """),
        Right(Signature, "returned to the caller", "if (Check(body, header, secret)) mailer.Send(Encoding.UTF8.GetString(body));",
            "private static bool Check(byte[] body, string? header, string secret) => CallbackSignature.Verify(body, header, secret) == "
            + "CallbackSignatureResult.Valid;"),
        Right(Signature, "mismatched told apart after valid", """
            var result = CallbackSignature.Verify(body, header, secret);
            if (result == CallbackSignatureResult.Valid) { mailer.Send(Encoding.UTF8.GetString(body)); return; }
            if (result == CallbackSignatureResult.Mismatched) log.LogWarning("Somebody guesses.");
            """),
    ];

    private static IEnumerable<UseCase> OtherSerializers =>
    [
        Mistake(OtherSerializer, "IgnoreDataMember is sent", "",
            types: Declared("[IgnoreDataMember] public string? Password { get; set; }")),
        Mistake(OtherSerializer, "DataMember name isn't used", "",
            types: Declared("[DataMember(Name = \"site_url\")] public string? Website { get; set; }")),
        Mistake(OtherSerializer, "Newtonsoft ignore is sent", "",
            types: Declared("[Newtonsoft.Json.JsonIgnore] public string? Notes { get; set; }")),
        Mistake(OtherSerializer, "Newtonsoft name isn't used", "",
            types: Declared("[Newtonsoft.Json.JsonProperty(\"site_url\")] public string? Website { get; set; }")),
        Mistake(OtherSerializer, "NonSerialized field that is included", "",
            types: Declared("[NonSerialized, JsonInclude] public string? Notes;")),
        Mistake(OtherSerializer, "EnumMember value isn't used", "",
            types: "public enum Tone { [EnumMember(Value = \"very-dry\")] Dry, Warm }\n" + Declared("public Tone Tone { get; set; }")),
        Mistake(OtherSerializer, "enum named for a serializer of its own", "",
            types: "public class JsonStringEnumMemberNameAttribute : Attribute { }\n"
                + "public enum Tone { [EnumMember(Value = \"very-dry\"), JsonStringEnumMemberName] Dry }\n"
                + Declared("public Tone Tone { get; set; }")),
        Right(OtherSerializer, "both serializers ignore", "",
            types: Declared("[IgnoreDataMember, JsonIgnore] public string? Password { get; set; }")),
        Right(OtherSerializer, "both serializers name it", "",
            types: Declared("[DataMember(Name = \"site_url\"), JsonPropertyName(\"site_url\")] public string? Website { get; set; }")),
        Right(OtherSerializer, "DataMember without a name", "", types: Declared("[DataMember] public string? Website { get; set; }")),
        Right(OtherSerializer, "the same name as ours", "",
            types: Declared("[DataMember(Name = \"website\")] public string? Website { get; set; }")),
        Right(OtherSerializer, "enum named for both", "",
            types: "public enum Tone { [EnumMember(Value = \"very-dry\"), JsonStringEnumMemberName(\"very-dry\")] Dry }\n"
                + Declared("public Tone Tone { get; set; }")),
    ];

    private static IEnumerable<UseCase> Leaks =>
    [
        Mistake(Leak, "key in a log", "log.LogInformation(\"Using {Key}\", new FetchHiveOptions().ApiKey);"),
        Mistake(Leak, "key interpolated", """
            var options = new FetchHiveOptions { ApiKey = Environment.GetEnvironmentVariable("FETCH_HIVE_API_KEY") };
            Console.WriteLine($"key: {options.ApiKey}");
            """),
        Mistake(Leak, "secret in an exception's message", """
            var run = await briefs.StartAsync(topic, callback, token);
            throw new InvalidOperationException($"No callback for {run.RequestId} ({run.WebhookSecret})");
            """),
        Mistake(Leak, "secret in metadata", """
            var run = await briefs.StartAsync(topic, callback, token);
            await briefs.TaggedAsync(topic, new Dictionary<string, MetadataValue> { ["secret"] = run.WebhookSecret }, token);
            """),
        Mistake(Leak, "key in metadata", """
            var options = new FetchHiveOptions();
            await briefs.TaggedAsync(topic, new Dictionary<string, MetadataValue> { ["key"] = options.ApiKey }, token);
            """),
        Mistake(Leak, "secret concatenated", """
            var run = await briefs.StartAsync(topic, callback, token);
            mailer.Send("The secret is " + run.WebhookSecret);
            """),
        Mistake(Leak, "secret through a local", """
            var run = await briefs.StartAsync(topic, callback, token);
            string? webhookSecret = run.WebhookSecret;
            log.LogDebug("Started {Id} with {Secret}", run.RequestId, webhookSecret);
            """),
        Right(Leak, "secret kept in a store", """
            var run = await briefs.StartAsync(topic, callback, token);
            if (run.WebhookSecret is { } webhookSecret) await KeepAsync(run.RequestId, webhookSecret);
            """, "private static Task KeepAsync(string id, string secret) => Task.CompletedTask;"),
        Right(Leak, "whether there is a key", "log.LogInformation(\"A key is set: {Set}\", new FetchHiveOptions().ApiKey is not null);"),
        Right(Leak, "length of the key", "log.LogInformation(\"The key has {Length} characters\", new FetchHiveOptions().ApiKey?.Length);"),
        Right(Leak, "id in a log",
            "var run = await briefs.StartAsync(topic, callback, token); log.LogInformation(\"Started {Id}\", run.RequestId);"),
        Right(Leak, "key handed from options to options",
            "var mine = new FetchHiveOptions(); var other = new FetchHiveOptions { ApiKey = mine.ApiKey };"),
    ];

    private static string Declared(string member) => $$"""

        public class Subject { public string? Name { get; set; } {{member}} }
        [FetchHiveDeployment("subject", "production")]
        public partial interface ISubjects { Task<string> RunAsync(Subject subject, CancellationToken cancellationToken = default); }
        """;
}
