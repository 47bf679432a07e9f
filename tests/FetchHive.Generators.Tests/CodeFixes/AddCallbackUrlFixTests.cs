using System.Threading.Tasks;
using FetchHive.Generators.Tests.Kit;
using Verify = FetchHive.Generators.Tests.CodeFixes.Fixes<FetchHive.Generators.CodeFixes.AddCallbackUrlFix>;

namespace FetchHive.Generators.Tests.CodeFixes;

public class AddCallbackUrlFixTests
{
    [Theory]
    [InlineData("()", "([CallbackUrl] Uri callbackUrl)")]
    [InlineData("(string topic, CancellationToken token = default)",
        "(string topic, [CallbackUrl] Uri callbackUrl, CancellationToken token = default)")]
    [InlineData("(CancellationToken token)", "([CallbackUrl] Uri callbackUrl, CancellationToken token)")]
    [InlineData("([Input] string callbackUrl, int? words = null)",
        "([Input] string callbackUrl, [CallbackUrl] Uri callbackUrl2, int? words = null)")]
    [InlineData("(int a, params string[] topics)", "(int a, [CallbackUrl] Uri callbackUrl, params string[] topics)")]
    [InlineData(
        "(\n        string topic, // what\n        // to stop it\n        CancellationToken token = default)",
        "(\n        string topic, // what\n        [CallbackUrl] Uri callbackUrl,\n        // to stop it\n        CancellationToken "
        + "token = default)")]
    public Task The_URL_comes_after_what_has_to_be_given(string parameters, string fixedParameters) => Verify.VerifyAsync(
        Source("{|FH4001:StartAsync|}" + parameters), Source("StartAsync" + fixedParameters), test =>
        {
            test.DisabledDiagnostics.Add("FH1010");
            test.FixedState.Sources.ChangeFirst(source => "using System;\n" + source);
        });

    [Theory]
    [InlineData("(string callbackUrl, int? words = null)", "([CallbackUrl] string callbackUrl, int? words = null)")]
    [InlineData("(System.Uri? callbackUri = null, int? words = null)", "([CallbackUrl] System.Uri callbackUri, int? words = null)")]
    [InlineData(
        "(\n        string topic,\n        // where to\n        System.Uri callback,\n        CancellationToken token = default)",
        "(\n        string topic,\n        // where to\n        [CallbackUrl] System.Uri callback,\n        CancellationToken token = "
        + "default)")]
    public Task A_parameter_that_is_the_URL_by_its_name_is_marked(string parameters, string fixedParameters) => Verify.VerifyAsync(
        Source("{|FH4001:StartAsync|}" + parameters), Source("StartAsync" + fixedParameters),
        test => test.DisabledDiagnostics.Add("FH1010"));

    private static string Source(string method) => $$"""
        [FetchHiveDeployment("brief", "production")]
        public partial interface IBrief
        {
            Task<AcceptedRun<string>> {{method}};
        }
        """;
}
