using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>FH5010: output types and samples of outputs.</summary>
public class OutputTests
{
    [Theory]
    [InlineData("string", "\"text\"")]
    [InlineData("string", """{"title": "A"}""")]
    [InlineData("Answer", """{"title": "A", "score": 1}""")]
    [InlineData("Answer", """{"TITLE": "A", "Score": 1, "more": true}""")]
    [InlineData("Answer", """{"title": "A", "score": "1.0"}""")]
    [InlineData("Answer", """{"title": 1, "score": 1, "note": null}""")]
    [InlineData("Answer", "\"text\"")]
    [InlineData("Answer", """{"request_id": "r1", "run_status": "completed", "output": {"title": "A", "score": 1}}""")]
    [InlineData("Answer?", "null")]
    [InlineData("IReadOnlyList<Answer>", """[{"title": "A", "score": 1}]""")]
    [InlineData("Dictionary<string, int?>", """{"a": 1, "b": null}""")]
    [InlineData("JsonElement", """{"a": 1}""")]
    [InlineData("WorkflowRun<Answer>", """{"title": "A", "score": 1}""")]
    public Task A_type_that_reads_the_sample_is_right(string output, string sample) => VerifyAsync(output, sample);

    [Theory]
    [InlineData("Answer", """{"title": "A"}""")]
    [InlineData("Answer", """{"titel": "A", "score": 1}""")]
    [InlineData("Answer", """{"title": null, "score": 1}""")]
    [InlineData("Answer", """{"title": "A", "score": null}""")]
    [InlineData("Answer", """{"title": "A", "score": 1.5}""")]
    [InlineData("Answer", """{"title": "A", "score": "much"}""")]
    [InlineData("Answer", """{"title": true, "score": 1}""")]
    [InlineData("Answer", """{"title": ["A"], "score": 1}""")]
    [InlineData("Answer", """{"title": "A", "score": 1, "ntoe": "B"}""")]
    [InlineData("Answer", """[{"title": "A", "score": 1}]""")]
    [InlineData("Answer", """{"request_id": "r1", "run_status": "completed", "output": {"title": "A"}}""")]
    [InlineData("IReadOnlyList<Answer>", """{"title": "A", "score": 1}""")]
    [InlineData("IReadOnlyList<Answer>", """[{"title": "A", "score": 1}, {"title": "A"}, {"title": "B"}]""")]
    [InlineData("Dictionary<string, int>", """{"a": true}""")]
    [InlineData("int", "true")]
    public Task A_type_that_cannot_read_the_sample_is_a_mistake(string output, string sample) =>
    VerifyAsync($"{{|FH5010:Task<{output}>|}}", sample, isTask: true);

    [Fact]
    public Task Each_of_several_samples_is_compared() => Compared.SourceAsync(
        "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { {|FH5010:Task<Answer>|} RunAsync(string topic, "
        + "CancellationToken token = default); }"
        + "public sealed record Answer(string Title);",
        ("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")),
        ("/brief.fetchhive.output.json", """{"title": "A"}"""),
        ("/brief.fetchhive.output.2.json", """{"head": "A"}"""));

    [Fact]
    public Task Half_typed_output_types_give_no_diagnostics() => Compared.HalfTypedAsync(
        "[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief { Task<Missing> RunAsync(string topic, "
        + "CancellationToken token = default); Task< OtherAsync(string topic, CancellationToken token = default); }",
        ("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")),
        ("/brief.fetchhive.output.json", """{"title": "A"}"""));

    private static Task VerifyAsync(string output, string sample, bool isTask = false) => Compared.SourceAsync(
        $"[FetchHiveDeployment(\"brief\", \"live\")] public partial interface IBrief {{ {(isTask ? output : $"Task<{output}>")} "
        + $"RunAsync(string topic, CancellationToken token = default); }}"
        + "public sealed record Answer(string Title, int Score, string? Note = null);",
        ("/brief.fetchhive.sh", Compared.Body("""{"topic": "Bees"}""")),
        ("/brief.fetchhive.output.json", sample));
}
