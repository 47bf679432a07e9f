using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Calls;

public class KeyInSourceTests
{
    // The keys are concatenated, so that secret scanners don't report this file.
    private const string Secret = "9bX2kQ7vLm4TzR8w";
    private const string Key = "fhk_" + Secret;

    [Theory]
    [InlineData("var options = new FetchHiveOptions { ApiKey = [|\"" + Key + "\"|] };")]
    [InlineData("var options = new FetchHiveOptions { ApiKey = [|\"" + Key + "pD3nY6\"|] };")]
    [InlineData("const string Key = [|\"" + Key + "\"|];")]
    [InlineData("var header = [|\"Bearer " + Key + "\"|];")]
    [InlineData("var key = $\"{|FH6004:" + Key + "|}{text}\";")]
    [InlineData("var key = [|\"\"\"" + Key + "\"\"\"|];")]
    [InlineData("var key = [|\"" + Key + "\"u8|].ToArray();")]
    [InlineData("var key = [|\"fhk_live_" + Secret + "\"|];")]
    [InlineData("var key = [|\"fhk_test_" + Secret + "\"|];")]
    [InlineData("var options = new FetchHiveOptions(); options.ApiKey = [|\"" + Secret + "pD3nY6\"|];")]
    [InlineData("Use();", "[Obsolete([|\"" + Key + "\"|])] static void Old() { } static void Use(string key = [|\"" + Key + "\"|]) { }")]
    public Task A_key_is_reported_wherever_it_stands(string statements, string members = "") =>
        CallSource.VerifyAsync<KeyInSourceAnalyzer>(statements, members);

    [Theory]
    [InlineData("var options = new FetchHiveOptions { ApiKey = text };")]
    [InlineData("var options = new FetchHiveOptions { ApiKey = \"test-key\" };")]
    [InlineData("var options = new FetchHiveOptions { ApiKey = \"integration-tests-only-0123456789\" };")]
    [InlineData("var options = new FetchHiveOptions { ApiKey = \"\" };")]
    [InlineData("string[] keys = [\"fhk_\", \"fhk_...\", \"fhk_xxxxxxxxxxxx\", \"fhk_your_key\", \"fhk_YOUR_API_KEY_HERE\", "
        + "\"fhk_test\", \"fhk_test_key\"];")]
    [InlineData("string[] keys = [\"fhk_0123456789abcdef\", \"fhk_1234567890\", \"fhk_a1b2c3d4e5f6\", \"fhk_abcd1234\", "
        + "\"fhk_00000000\", \"fhk_example1x7\"];")]
    [InlineData("string[] keys = [\"fhk_[a-z0-9]{16}\", \"fhk_<key>\", \"fhk_{0}\", $\"fhk_{text}\", \"fhk_9bX2\"];")]
    [InlineData("var id = \"afhk_9bX2kQ7vLm4TzR8w\"; var request = \"req_019d52846ea37682b03522fd0695cc43\";")]
    [InlineData("var key = Environment.GetEnvironmentVariable(\"FETCH_HIVE_API_KEY\");")]
    public Task Placeholders_and_test_keys_are_left_alone(string statements) => CallSource.VerifyAsync<KeyInSourceAnalyzer>(statements);

    [Fact]
    public async Task The_message_does_not_repeat_the_key()
    {
        var found = await CallRun.FindAsync([CallSource.File($"var key = \"{Key}\";"), CallSource.Contract], new KeyInSourceAnalyzer());

        Assert.DoesNotContain(Secret, Assert.Single(found).ToString(), System.StringComparison.Ordinal);
    }
}
