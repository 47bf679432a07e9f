using System.Threading.Tasks;

namespace FetchHive.Generators.Tests.Snippets.Comparing;

/// <summary>FH5002 and FH5003: the names of inputs.</summary>
public class InputNameTests
{
    private const string TopicAndWords = """{"topic": "Bees", "max_words": 200}""";

    [Theory]
    [InlineData("string topic, int maxWords")]
    [InlineData("string topic, int? maxWords = null")]
    [InlineData("[Input(\"topic\")] string subject, int maxWords")]
    [InlineData("int maxWords, string topic, [Metadata] string plan, [User] string user")]
    [InlineData("JsonElement topic, JsonElement maxWords")]
    public Task The_inputs_of_the_snippet_are_right(string parameters) => Compared.ParametersAsync(TopicAndWords, parameters);

    [Theory]
    [InlineData("string {|FH5002:topik|}, int maxWords")]
    [InlineData("string {|FH5002:topics|}, int maxWords")]
    [InlineData("[Input({|FH5002:\"Topic\"|})] string topic, int maxWords")]
    [InlineData("string topic, [Input({|FH5002:\"maxWords\"|})] int words")]
    [InlineData("string {|FH5002:tpoic|}, int {|FH5002:maxWord|}")]
    public Task A_misspelt_input_is_one_mistake(string parameters) => Compared.ParametersAsync(TopicAndWords, parameters);

    [Fact]
    public Task A_naming_rule_that_fits_no_name_is_a_misspelling() =>
        Compared.ParametersAsync("""{"maxWords": 200}""", "int {|FH5002:maxWords|}");

    [Fact]
    public Task The_naming_rule_of_the_interface_counts() =>
        Compared.ParametersAsync("""{"maxWords": 200}""", "int maxWords", attribute: ", Naming = NamingRule.CamelCase");

    [Theory]
    [InlineData("string topic, int maxWords, string {|FH5002:tone|}")]
    [InlineData("string topic, int maxWords, [Input({|FH5002:\"topic2\"|})] string second")]
    public Task An_input_missing_from_the_snippet_is_a_mistake(string parameters) => Compared.ParametersAsync(TopicAndWords, parameters);

    [Fact]
    public Task A_number_tells_two_names_apart() => Compared.ParametersAsync(
        """{"company_1": "A"}""", "[Input({|FH5002:\"company_2\"|})] string other", method: "{|FH5003:RunAsync|}");

    [Theory]
    [InlineData("string topic")]
    [InlineData("string topic, [Metadata] int maxWords")]
    public Task An_input_that_is_never_sent_is_a_mistake(string parameters) =>
        Compared.ParametersAsync(TopicAndWords, parameters, method: "{|FH5003:RunAsync|}");

    [Fact]
    public Task Each_input_that_is_never_sent_is_a_mistake() =>
        Compared.ParametersAsync("""{"topic": "Bees", "tone": "dry", "words": 1}""", "string topic",
        method: "{|FH5003:{|FH5003:RunAsync|}|}");

    [Fact]
    public Task An_optional_input_may_be_left_out() =>
        Compared.ParametersAsync(TopicAndWords, "string topic", head: "# optional: max_words\n");

    [Fact]
    public Task A_file_can_ignore_rules() => Compared.ParametersAsync(
        TopicAndWords, "string topic, string tone", head: "# fetchhive: ignore FH5002, FH5003\n");

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    public Task A_snippet_without_inputs_says_nothing_about_them(string inputs) => Compared.ParametersAsync(inputs, "string topic");

    [Fact]
    public Task All_inputs_in_one_object_are_one_mistake_and_the_snippet_shows_it() => Compared.ParametersAsync(
        TopicAndWords, "Brief {|FH5002:request|}", "public sealed record Brief(string Topic, int MaxWords);");

    [Fact]
    public Task An_object_that_the_snippet_has_is_not_a_mistake() => Compared.ParametersAsync(
        """{"request": {"topic": "Bees"}}""", "Brief request", "public sealed record Brief(string Topic);");

    [Fact]
    public Task Metadata_without_its_attribute_is_one_mistake() => Compared.ParametersAsync(
        TopicAndWords, "string topic, int maxWords, Dictionary<string, string> {|FH3007:metadata|}");

    [Fact]
    public Task An_input_called_metadata_is_an_input_if_the_snippet_has_it() => Compared.ParametersAsync(
        """{"metadata": {"a": "b"}}""", "Dictionary<string, string> metadata");

    [Fact]
    public Task A_callback_URL_that_the_snippet_has_as_an_input_is_an_input() => Compared.ParametersAsync(
        """{"callback_url": "https://example.com"}""", "string callbackUrl");

    [Fact]
    public Task An_inherited_method_is_compared_for_each_variant_and_reported_once() => Compared.SourceAsync(
        """
        public interface IBase { Task<string> RunAsync(string {|FH5002:topik|}, CancellationToken token = default); }
        [FetchHiveDeployment("brief", "live")] public partial interface ILive : IBase;
        [FetchHiveDeployment("brief", "test")] public partial interface ITest : IBase;
        """,
        ("/brief.fetchhive.sh", "# variants: test\n" + Compared.Body("""{"topic": "Bees"}""")));

    [Theory]
    [InlineData("""[FetchHiveDeployment("brief", "live")] public partial interface IBrief { Task<string> {|FH1010:RunAsync|}(string """
        + """topic, """)]
    [InlineData("""[FetchHiveDeployment("brief", "live")] public partial interface IBrief { Task<string> {|FH5003:RunAsync|}(Missing """
        + """maxWords, CancellationToken t); }""")]
    [InlineData("""[FetchHiveDeployment("brief", "live")] public partial interface IBrief { Task<string> (string topic, int maxWords, """
        + """CancellationToken t); }""")]
    [InlineData("""[FetchHiveDeployment("brief", )] public partial interface IBrief { Task<string> RunAsync(string a, CancellationToken """
        + """t); }""")]
    [InlineData("""[FetchHiveDeployment("brief")] public partial interface IBrief { Task<string> RunAsync(string a, CancellationToken """
        + """t); }""")]
    [InlineData("""[FetchHiveDeployment] public partial interface IBrief { Task<string> RunAsync(string a, CancellationToken t); }""")]
    public Task Half_typed_code_gives_no_nonsense(string source) =>
    Compared.HalfTypedAsync(source, ("/brief.fetchhive.sh", Compared.Body(TopicAndWords)));
}
