using System.Threading.Tasks;
using FetchHive.Generators.Analyzers.Calls;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Calls;

public class CallbackUrlTests
{
    private const string Https = "write an absolute https address";

    [Theory]
    [InlineData("/callbacks/brief", "is relative", Https)]
    [InlineData("callbacks", "is relative", Https)]
    [InlineData("", "is empty", Https)]
    [InlineData("//acme.example/callbacks", "is relative", Https)]
    [InlineData("localhost:5000/callbacks", "has no scheme", "write https:// before it")]
    [InlineData("ftp://acme.example/", "is neither an https nor an http address", Https)]
    [InlineData("mailto:ops@acme.example", "is neither an https nor an http address", Https)]
    [InlineData("https://", "isn't a valid address", Https)]
    [InlineData("https:acme.example", "isn't a valid address", Https)]
    [InlineData("http://acme.example/callbacks", "is http, so anyone on the network can read and change what is delivered",
        "use https; http is for loopback hosts only")]
    [InlineData("HTTP://acme.example:8080", "is http, so anyone on the network can read and change what is delivered",
        "use https; http is for loopback hosts only")]
    public void Each_bad_address_has_its_reason(string address, string problem, string advice) =>
        Assert.Equal((problem, advice), CallbackAddress.Judge(address, isWhole: true));

    [Theory]
    [InlineData("https://acme.example/callbacks")]
    [InlineData(" https://acme.example ")]
    [InlineData("HTTPS://acme.example:8443/a?b=c#d")]
    [InlineData("http://localhost:5000/callbacks")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000/")]
    public void A_good_address_has_none(string address) => Assert.Null(CallbackAddress.Judge(address, isWhole: true));

    [Theory]
    [InlineData("https://")]
    [InlineData("http://")]
    [InlineData("http://acme.")]
    [InlineData("callbacks")]
    [InlineData("ht")]
    [InlineData("ftp:")]
    [InlineData("http://localhost:5000/")]
    public void The_beginning_of_an_address_is_not_judged_too_early(string beginning) =>
    Assert.Null(CallbackAddress.Judge(beginning, isWhole: false));

    [Theory]
    [InlineData("/callbacks/")]
    [InlineData("callbacks/")]
    [InlineData("ftp://")]
    [InlineData("http://acme.example/")]
    public void The_beginning_of_an_address_is_judged_when_it_suffices(string beginning) =>
    Assert.NotNull(CallbackAddress.Judge(beginning, isWhole: false));

    [Theory]
    [InlineData("https://user:word@acme.example/a?token=1", "https://acme.example/a")]
    [InlineData("/a#b", "/a")]
    public void Whatever_may_be_secret_is_not_shown(string address, string shown) => Assert.Equal(shown, CallbackAddress.Shown(address));

    [Theory]
    [InlineData("_ = await briefs.StartAsync(text, new Uri([|\"http://acme.example/\"|]));")]
    [InlineData("_ = await briefs.StartAsync(text, new([|\"/callbacks\"|], UriKind.Relative));")]
    [InlineData("_ = await briefs.StartAsync(text, callbackUrl: new Uri(new Uri([|\"http://acme.example\"|]), \"/callbacks\"));")]
    [InlineData("_ = await briefs.StartAtAsync(text, [|\"/callbacks\"|]);")]
    [InlineData("_ = await briefs.StartAtAsync(text, [|$\"/callbacks/{host}\"|]);")]
    [InlineData("_ = await briefs.StartAtAsync(text, [|\"http://acme.example/\" + host|]);")]
    [InlineData("var url = new Uri(\"http://acme.example\"); _ = await briefs.StartAsync(text, [|url|]);")]
    [InlineData("var url = \"http://acme.example\"; _ = await briefs.StartAsync(text, [|new Uri(url)|]);")]
    [InlineData("_ = await briefs.StartAsync(text, [|Url|]);", "static readonly Uri Url = new(\"http://acme.example\");")]
    [InlineData("_ = await briefs.StartAtAsync(text, [|Url|]);", "const string Url = \"http://acme.example\";")]
    [InlineData("_ = await client.StartAsync(\"a\", \"b\", null, new Uri([|\"http://acme.example\"|]));")]
    [InlineData("_ = await wider.StartAtAsync(text, [|\"/callbacks\"|]);")]
    public Task A_bad_address_is_reported_where_it_is_passed(string statements, string members = "") =>
        CallSource.VerifyAsync<CallbackUrlAnalyzer>(statements, members);

    [Theory]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(\"https://acme.example/\"));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(\"http://localhost:5000/\"));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(host));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(new Uri(\"https://acme.example\"), \"/callbacks\"));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(new Uri(host), \"/callbacks\"));")]
    [InlineData("_ = await briefs.StartAsync(text, new Uri(new Uri(\"http://acme.example\"), \"https://acme.example/a\"));")]
    [InlineData("_ = await briefs.StartAtAsync(text, $\"http://{host}/callbacks\");")]
    [InlineData("_ = await briefs.StartAtAsync(text, $\"{host}/callbacks\");")]
    [InlineData("_ = await briefs.StartAtAsync(text, host + \"/callbacks\");")]
    [InlineData("string url = \"/callbacks\"; if (flag) url = host; _ = await briefs.StartAtAsync(text, url);")]
    [InlineData("_ = await briefs.StartAsync(text, Url);", "static Uri Url => new(\"https://acme.example\");")]
    [InlineData("_ = await briefs.StartAtAsync(\"/callbacks\", host);")]
    [InlineData("_ = await other.StartAsync(text, \"/callbacks\");")]
    [InlineData("_ = await briefs.StartAsync(text, null!);")]
    public Task A_good_or_unknown_address_is_left_alone(string statements, string members = "") =>
        CallSource.VerifyAsync<CallbackUrlAnalyzer>(statements, members);

}
