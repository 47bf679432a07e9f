using System.Threading.Tasks;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.AddCancellationTokenFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class AddCancellationTokenFixTests
{
    [Theory]
    [InlineData("()", "(CancellationToken cancellationToken = default)")]
    [InlineData("(string topic)", "(string topic, CancellationToken cancellationToken = default)")]
    [InlineData("(string topic /* what */)", "(string topic /* what */, CancellationToken cancellationToken = default)")]
    [InlineData("(string cancellationToken, int? words = null)",
        "(string cancellationToken, int? words = null, CancellationToken cancellationToken2 = default)")]
    [InlineData("(\n        string topic)", "(\n        string topic,\n        CancellationToken cancellationToken = default)")]
    [InlineData(
        "(\n        string topic, // what\n        int words // how many\n    )",
        "(\n        string topic, // what\n        int words, // how many\n        CancellationToken cancellationToken = default\n    )")]
    public Task The_token_comes_last(string parameters, string fixedParameters) => Verify.VerifyAsync(
        Source("{|FH1010:RunAsync|}" + parameters), Source("RunAsync" + fixedParameters));

    [Fact]
    public Task The_using_directive_and_the_line_ends_fit_the_file() => Verify.RunAsync(test =>
    {
        test.TestCode = "using System.Threading.Tasks;\r\nusing FetchHive;\r\n\r\n[FetchHiveDeployment(\"brief\", "
            + "\"production\")]\r\npublic partial interface IBrief\r\n{\r\n    Task {|FH1010:RunAsync|}(\r\n        string "
                + "topic);\r\n}\r\n";
        test.FixedCode = "using System.Threading;\r\nusing System.Threading.Tasks;\r\nusing "
            + "FetchHive;\r\n\r\n[FetchHiveDeployment(\"brief\", \"production\")]\r\npublic partial interface IBrief\r\n{\r\n    Task "
                + "RunAsync(\r\n        string topic,\r\n        CancellationToken cancellationToken = default);\r\n}\r\n";
    });

    [Fact]
    public Task All_methods_of_all_files_get_a_token() => Verify.RunAsync(test =>
    {
        test.TestState.Sources.Add(Verify.Usings + Source("{|FH1010:RunAsync|}(); Task {|FH1010:AgainAsync|}(int number)"));
        test.TestState.Sources.Add(Verify.Usings + Source("{|FH1010:RunAsync|}()")
            .Replace("IBrief", "IOther", System.StringComparison.Ordinal));
        test.FixedState.Sources.Add(Verify.Usings + Source(
            "RunAsync(CancellationToken cancellationToken = default); Task AgainAsync(int number, CancellationToken cancellationToken = "
            + "default)"));
        test.FixedState.Sources.Add(Verify.Usings + Source("RunAsync(CancellationToken cancellationToken = default)")
            .Replace("IBrief", "IOther", System.StringComparison.Ordinal));
    });

    [Fact]
    public Task Nothing_is_offered_after_params() => Verify.VerifyNotOfferedAsync(Source("{|FH1010:RunAsync|}(params string[] topics)"));

    private static string Source(string method) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task {{method}};
        }
        """;
}
