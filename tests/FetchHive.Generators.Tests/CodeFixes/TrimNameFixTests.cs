using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.TrimNameFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class TrimNameFixTests
{
    [Theory]
    [InlineData("{|FH1003:\" brief\"|}, {|FH1003:\"production\\t\"|}", "\"brief\", \"production\"")]
    [InlineData("{|FH1003:\"b\\u0072ief \"|} /* why */, \"production\"", "\"b\\u0072ief\" /* why */, \"production\"")]
    [InlineData("{|FH1003:@\" brief \"|}, \"production\"", "@\"brief\", \"production\"")]
    [InlineData("{|FH1003:\"\"\" brief \"\"\"|}, \"production\"", "\"brief\", \"production\"")]
    [InlineData("variant: {|FH1003:\" production\"|}, deployment: \"brief\"", "variant: \"production\", deployment: \"brief\"")]
    public Task White_space_is_removed(string arguments, string fixedArguments) =>
    Verify.VerifyAsync(Source(arguments), Source(fixedArguments));

    [Theory]
    [InlineData("{|FH1003:\"brief\u200b\"|}, \"production\"", "\"brief\", \"production\"")]
    [InlineData("{|FH1003:\"research\u2011brief\"|}, \"production\"", "\"research-brief\", \"production\"")]
    [InlineData("{|FH1003:\"research\\u2011brief\"|}, \"production\"", "\"research-brief\", \"production\"")]
    public Task A_name_is_rewritten_in_plain_characters(string arguments, string fixedArguments) =>
    Verify.VerifyAsync(Source(arguments), Source(fixedArguments));

    [Fact]
    public Task Names_of_inputs_and_metadata_keys_are_rewritten_too() => Verify.VerifyAsync(
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync([Input({|FH2004:\"topic \"|})] string "
        + "topic, [Metadata({|FH3004:\"pl\\u200ban\"|})] string plan, CancellationToken token = default); }",
        "[FetchHiveDeployment(\"a\", \"b\")] public partial interface IBrief { Task RunAsync([Input(\"topic\")] string topic, "
        + "[Metadata(\"plan\")] string plan, CancellationToken token = default); }");

    [Theory]
    [InlineData("{|FH1003:\"\"|}, \"production\"")]
    [InlineData("{|FH1003:\"  \"|}, \"production\"")]
    [InlineData("{|FH1003:Names.Brief|}, \"production\"")]
    [InlineData("{|FH1003:\" \" + \"brief\"|}, \"production\"")]
    public Task Nothing_is_offered_where_the_name_is_not_known_or_not_here(string arguments) =>
    Verify.VerifyNotOfferedAsync(Source(arguments));

    private static string Source(string arguments) => $$"""
        [FetchHiveDeployment({{arguments}})]
        public partial interface IBrief { Task RunAsync(CancellationToken token = default); }
        public static class Names { public const string Brief = " brief"; }
        """;
}
