using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using FetchHive.Generators.Tests.Calls.Corpus;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>The locations and messages of the rules for the use of clients, and that they report nothing on half-typed code.</summary>
public class UseRuleTests
{
    public static TheoryData<string, string, string> Marked => new()
    {
        { "FH6009", "try { await briefs.RunAsync(topic); } catch ([|FetchHiveTimeoutException|]) { await briefs.RunAsync(topic); }",
            "'RunAsync' is called again" },
        { "FH6009", "while (true) { try { await briefs.RunAsync(topic); break; } [|catch|] { } }", "'RunAsync' is called again" },
        { "FH6009", "for (int i = 0; i < 3; i++) { try { await briefs.NotifyAsync(topic); return; } catch ([|Exception|] e) { "
            + "log.LogError(e, \"x\"); continue; } }", "'NotifyAsync'" },
        { "FH6009", "string? text = null; while (text is null) { try { text = await briefs.RunAsync(topic); } catch "
            + "([|FetchHiveException|]) { } }", "'RunAsync'" },
        { "FH6010", "var runs = topics.Select(t => briefs.RunAsync(t)).Take(3); var all = await Task.WhenAll(runs); mailer.Send(await "
            + "[|runs|].First());", "'runs' makes its calls again" },
        { "FH6010",
            "var runs = topics.Select(t => briefs.QuickAsync(t)); foreach (var t in topics) { mailer.Send(await [|runs|].First()); }",
            "'runs'" },
        { "FH6012", "CallbackSignature.[|Verify|](body, header, secret);",
            "check is not checked, so a callback passes no matter who sent it" },
        { "FH6012", "if (CallbackSignature.[|Verify|](body, header, secret) is CallbackSignatureResult.Missing) return;",
            "only compared with Missing" },
        { "FH6013", "mailer.Send($\"{[|briefs.RunAsync(topic)|]}\");",
            "The task of 'RunAsync' is written as text, and its output is lost: await the call" },
        { "FH6013", "mailer.Send(\"x\" + [|await briefs.RunFullAsync(topic)|]);",
            "The run of 'RunFullAsync' is written as text, and its output is lost: write its Output" },
        { "FH6013", "log.LogInformation(\"{A} {B}\", topic, [|briefs.RunAsync(topic)|]);", "The task of 'RunAsync'" },
        { "FH6014", "var made = new FetchHiveClient([|new HttpClient()|]);", "after 100 s, before the client's Timeout of 10 min" },
        { "FH6014", "var made = new FetchHiveClient([|new HttpClient { Timeout = TimeSpan.FromSeconds(5) }|], new FetchHiveOptions { "
            + "Timeout = Timeout.InfiniteTimeSpan });", "5 s" },
        { "FH6015", "await profiles.RunAsync([|listed|]);",
            "'ListedCompany' is sent as 'Company', the input's declared type, without 'Ticker'" },
        { "FH6015", "await profiles.ManyAsync(new List<Company> { company, [|listed|] });", "'ListedCompany' is sent as 'Company'" },
        { "FH6017", "foreach (var t in topics) { await IBriefs.Create([|new FetchHiveClient()|]).RunAsync(t); }",
            "created in each iteration of the loop" },
        { "FH6018", "try { await briefs.NotifyAsync(topic); } catch ([|OperationCanceledException|]) { }",
            "catch FetchHiveTimeoutException" },
        { "FH6006",
            "await briefs.TaggedAsync(topic, new Dictionary<string, MetadataValue> { [\"k\"] = [|new FetchHiveOptions().ApiKey|] });",
            "The API key is written to metadata" },
        { "FH6006", "mailer.Send($\"Use the key {[|new FetchHiveOptions().ApiKey|]} for now\");",
            "a sentence, and everyone who can read that can run workflows with it" },
    };

    public static TheoryData<string> DeclaredDefaults =>
        ["[|\"/callbacks\"|]", "[|\"http://acme.example/c\"|]", "\"https://acme.example/c\""];

    public static TheoryData<string> Quiet =>
    [
        // Code that isn't a retry, or that looks at MayHaveRun first.
        "try { await briefs.RunAsync(topic); } catch (FetchHiveRunFailedException) { await briefs.RunAsync(topic); }",
        "try { await briefs.RunAsync(topic); } catch (FetchHiveException e) when (IsSafe(e)) { await briefs.RunAsync(topic); } static "
        + "bool IsSafe(FetchHiveException e) => !e.MayHaveRun;",
        "while (true) { try { await briefs.RunAsync(topic); break; } catch (FetchHiveException e) when (e.MayHaveRun) { throw; } catch "
        + "(FetchHiveException) { } }",
        "while (true) { try { await briefs.RunAsync(topic); break; } catch (Exception e) when (e is FetchHiveException { MayHaveRun: "
        + "false }) { } }",
        "for (int i = 0; i < topics.Count; i++) { try { await briefs.RunAsync(topics[i]); break; } catch (FetchHiveException) { } }",
        "foreach (var t in topics) { var text = t.Trim(); try { await briefs.RunAsync(text); break; } catch (FetchHiveException) { } }",

        // Text that isn't the text of a call, or that is built for a program.
        "var value = \"Bearer \" + new FetchHiveOptions().ApiKey; http.DefaultRequestHeaders.Add(\"Authorization\", value);",
        "var run = await briefs.StartAsync(topic, callback); var line = $\"{run.RequestId}:{run.WebhookSecret}\";",
        "var run = await briefs.RunFullAsync(topic); Console.WriteLine(run); mailer.Send(run.Output);",
        "var task = briefs.RunAsync(topic); log.LogInformation(\"{State}\", task.IsCompleted); mailer.Send(await task);",

        // Time limits that aren't certain.
        "using var own = new HttpClient(); Configure(own); var made = new FetchHiveClient(own); static void Configure(HttpClient http) "
        + "=> http.Timeout = Timeout.InfiniteTimeSpan;",
        "var made = new FetchHiveClient(new HttpClient(), Read()); static FetchHiveOptions Read() => new() { Timeout = "
        + "TimeSpan.FromSeconds(1) };",

        // Handlers that have a purpose.
        "try { await briefs.NotifyAsync(topic, token); } catch (OperationCanceledException) { }",
        "try { var text = File.ReadAllText(topic); await briefs.NotifyAsync(text); } catch (HttpRequestException) { }",

        // Results that other code checks.
        "var result = CallbackSignature.Verify(body, header, secret); Judge(result); static void Judge(CallbackSignatureResult result) { }",
        "switch (CallbackSignature.Verify(body, header, secret)) { case CallbackSignatureResult.Valid: mailer.Send(\"\"); break; "
        + "default: return; }",
    ];

    [Theory]
    [MemberData(nameof(Marked))]
    public async Task A_mistake_is_located_and_described(string id, string marked, string message)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        string statements = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

        (Diagnostic[] found, int offset) = await FindAsync(statements);

        Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(TextSpan.FromBounds(offset + start, offset + end), diagnostic.Location.SourceSpan);
        Assert.Contains(message, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public async Task What_is_right_or_not_certain_is_left_alone(string statements) => Assert.Empty((await FindAsync(statements)).Found);

    [Theory]
    [MemberData(nameof(DeclaredDefaults))]
    public async Task A_declared_callback_URL_is_reported_once(string written)
    {
        string source =
            "using System.Threading.Tasks; using FetchHive; [FetchHiveDeployment(\"a\", \"b\")] public partial interface IStarts { "
            + "Task<AcceptedRun<string>> StartAsync(string topic, [CallbackUrl] string url = "
            + written.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)
            + "); } class C { async Task<string?> M(IStarts s) => (await s.StartAsync(\"a\")).RequestId; }";

        ImmutableArray<Diagnostic> found = await CallRun.FindAsync([source]);

        Assert.Equal(written[0] == '[' ? ["FH6003"] : [], found.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public async Task Tests_are_left_alone()
    {
        UseCase test = UseCase.Right("", "", "", """
            [Fact]
            public async Task It_retries()
            {
                try { await IBriefs.Create(new FetchHiveClient(new HttpClient())).RunAsync("a"); }
                catch (FetchHiveException) { await IBriefs.Create(new FetchHiveClient()).RunAsync("a"); }
            }
            """, "public class FactAttribute : Attribute { }");

        Assert.Empty(await CallRun.FindAsync([UseSource.Contract, UseSource.Stubs, UseSource.File(test, "Acme.Use")]));
    }

    /// <summary>Every piece of the corpus, cut off at every fifth token: no exception, and no diagnostic twice.</summary>
    [Fact]
    public async Task Half_typed_code_makes_no_rule_throw()
    {
        List<SourceFile> files = [UseSource.Contract, UseSource.Stubs];
        int number = 0;
        foreach (UseCase item in UseCorpusTests.Cases.Where(item => item.Statements.Length > 0))
        {
            int[] ends = [.. Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseTokens(item.Statements).Select(token => token.Span.End)
                .Where((_, i) => i % 5 == 0)];
            files.AddRange(
                ends.Select(end => (SourceFile)UseSource.File(item with { Statements = item.Statements[..end] }, $"Acme.Half{number++}")));
        }

        ImmutableArray<Diagnostic> found = await CallRun.FindAsync(files, mustCompile: false);

        Assert.DoesNotContain(found.GroupBy(diagnostic => (diagnostic.Id, diagnostic.Location)), group => group.Count() > 1);
        Assert.True(number > 800, $"Only {number} variants were tried.");
    }

    private static async Task<(Diagnostic[] Found, int Offset)> FindAsync(string statements)
    {
        string file = UseSource.File(UseCase.Right("", "", statements), "Acme.Use");
        ImmutableArray<Diagnostic> found = await CallRun.FindAsync([UseSource.Contract, UseSource.Stubs, ("/use.cs", file)]);
        return ([.. found.Where(diagnostic => diagnostic.Id != "FH6005")], file.IndexOf(statements, StringComparison.Ordinal));
    }
}
