using System;
using System.Collections.Generic;
using System.Threading;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        FetchHiveOptions options = new();

        Assert.Null(options.ApiKey);
        Assert.Equal("https://api.fetchhive.com/v1", options.BaseAddress.ToString());
        Assert.Equal(TimeSpan.FromMinutes(10), options.Timeout);
        Assert.Equal(3, options.MaxRetries);
        Assert.Null(options.MaxConcurrency);
        Assert.False(options.EnableSensitiveData);
        Assert.Equal(67_108_864, options.MaxResponseBytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Without_a_key_that_of_the_environment_is_used(string? key)
    {
        Assert.Equal("Bearer env_key",
            ClientSettings.Create(new FetchHiveOptions { ApiKey = key }, workspace: null, "env_key").Authorization);
        Assert.Equal("Bearer own",
            ClientSettings.Create(new FetchHiveOptions { ApiKey = "own" }, workspace: null, "env_key").Authorization);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    public void A_missing_key_names_the_option_and_the_variable(string? key, string? environment)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            ClientSettings.Create(new FetchHiveOptions { ApiKey = key }, workspace: null, environment));

        Assert.Contains("FetchHiveOptions.ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FETCH_HIVE_API_KEY", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_workspace_does_not_use_the_key_of_the_environment()
    {
        InvalidOperationException exception =
            Assert.Throws<InvalidOperationException>(() => ClientSettings.Create(new FetchHiveOptions(), "eu", "env_key"));

        Assert.Contains("'eu'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("FETCH_HIVE_API_KEY", exception.Message, StringComparison.Ordinal);
        Assert.Contains("wrong workspace", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("env_key", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer fhk_secret")]
    [InlineData("bearer fhk_secret")]
    [InlineData(" Bearer fhk_secret\n")]
    public void A_key_that_begins_with_Bearer_is_refused(string key)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            ClientSettings.Create(new FetchHiveOptions { ApiKey = key }, workspace: null, null));

        Assert.Contains("begins with 'Bearer '", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fhk_", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k", "Broken pipe", "Broken pipe")]
    [InlineData("k", "The key k.", "The key [API key].")]
    [InlineData("k", "k=k, ok", "[API key]=[API key], ok")]
    [InlineData("test", "testing test latest", "testing [API key] latest")]
    [InlineData("fhk_12345", "xfhk_12345x", "x[API key]x")]
    public void A_key_that_occurs_in_words_is_removed_only_as_a_word(string key, string text, string redacted) =>
        Assert.Equal(redacted, ClientSettings.Create(new FetchHiveOptions { ApiKey = key }, workspace: null, null).Redact(text));

    [Theory]
    [InlineData("fhk_secret\n", 11)]
    [InlineData("fhk_secret\r\nX-Evil: 1", 11)]
    [InlineData(" fhk_secret", 1)]
    [InlineData("fhk_\u0000secret", 5)]
    [InlineData("fhk_sécret", 6)]
    [InlineData("fhk_secret\u007f", 11)]
    public void A_key_that_cannot_be_sent_is_refused_without_showing_it(string key, int position)
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() =>
            ClientSettings.Create(new FetchHiveOptions { ApiKey = key }, workspace: null, null));
        Assert.Contains($"position {position} of {key.Length}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(key.Contains('\n', StringComparison.Ordinal), exception.Message.Contains("a line break", StringComparison.Ordinal));
        Assert.DoesNotContain("secret\n", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fhk_", exception.Message, StringComparison.Ordinal);

        exception = Assert.Throws<InvalidOperationException>(() => ClientSettings.Create(new FetchHiveOptions(), workspace: null, key));
        Assert.Contains("FETCH_HIVE_API_KEY", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("fhk_", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.fetchhive.com/v1")]
    [InlineData("https://example.com")]
    [InlineData("http://localhost:5000/v1/")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:80/v1")]
    public void An_https_or_loopback_address_is_taken(string address) =>
    Assert.Empty(Check(options => options.BaseAddress = new Uri(address)));

    [Theory]
    [InlineData("http://api.fetchhive.com/v1", "https")]
    [InlineData("http://127.0.0.1.example.com/v1", "https")]
    [InlineData("http://10.0.0.1/v1", "https")]
    [InlineData("ftp://localhost/v1", "'ftp'")]
    [InlineData("file:///v1", "'file'")]
    [InlineData("/v1", "relative")]
    [InlineData("https://example.com/v1?key=abc", "query")]
    [InlineData("https://example.com/v1#x", "fragment")]
    [InlineData("https://user:password@example.com/v1", "user information")]
    public void Any_other_address_is_refused(string address, string why)
    {
        string failure = Assert.Single(Check(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.StartsWith("FetchHiveOptions.BaseAddress ", failure, StringComparison.Ordinal);
        Assert.Contains(why, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("password", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_address_is_refused() =>
    Assert.Contains("null", Assert.Single(Check(options => options.BaseAddress = null!)), StringComparison.Ordinal);

    [Fact]
    public void A_timeout_is_infinite_or_within_what_timers_hold()
    {
        Assert.Empty(Check(options => options.Timeout = Timeout.InfiniteTimeSpan));
        Assert.Empty(Check(options => options.Timeout = TimeSpan.FromDays(24)));
        Assert.Empty(Check(options => options.Timeout = TimeSpan.FromMilliseconds(1)));
        Assert.Contains("24 days", Assert.Single(Check(options => options.Timeout = TimeSpan.Zero)), StringComparison.Ordinal);
        Assert.Contains("24 days", Assert.Single(Check(options => options.Timeout = TimeSpan.FromSeconds(-5))), StringComparison.Ordinal);
        Assert.Contains("FetchHiveOptions.Timeout", Assert.Single(Check(options => options.Timeout = TimeSpan.FromDays(25))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_073_741_825)]
    public void A_limit_out_of_range_names_the_range(int bytes) =>
        Assert.Contains("between 1 and 1073741824", Assert.Single(Check(options => options.MaxResponseBytes = bytes)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, true)]
    [InlineData(20, true)]
    [InlineData(-1, false)]
    [InlineData(21, false)]
    public void Retries_have_a_range(int retries, bool isAllowed)
    {
        List<string> failures = Check(options => options.MaxRetries = retries);

        Assert.Equal(isAllowed, failures.Count == 0);
        Assert.All(failures, failure => Assert.Contains("FetchHiveOptions.MaxRetries is ", failure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(10_000, true)]
    [InlineData(0, false)]
    [InlineData(10_001, false)]
    public void Concurrency_has_a_range(int? calls, bool isAllowed)
    {
        List<string> failures = Check(options => options.MaxConcurrency = calls);

        Assert.Equal(isAllowed, failures.Count == 0);
        Assert.All(failures, failure => Assert.Contains("FetchHiveOptions.MaxConcurrency is ", failure, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => ClientSettings.Create(
            new FetchHiveOptions
            {
                BaseAddress = new Uri("http://example.com"),
                Timeout = TimeSpan.Zero,
                MaxRetries = -1,
                MaxConcurrency = 0,
                MaxResponseBytes = 0
            }, workspace: null, null));

        Assert.All(
            new[] { "ApiKey", "BaseAddress", "Timeout", "MaxRetries", "MaxConcurrency", "MaxResponseBytes" },
            setting => Assert.Contains("FetchHiveOptions." + setting, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_client_copies_its_options()
    {
        FetchHiveOptions options = new() { ApiKey = Calls.Key };
        using FetchHiveClient client = new(options);

        options.ApiKey = null;
        options.BaseAddress = null!;

        WorkflowRequestOf(client);
        Assert.Throws<ArgumentNullException>(() =>
            new FetchHiveClient((System.Net.Http.HttpClient)null!, new FetchHiveOptions { ApiKey = Calls.Key }));
    }

    private static void WorkflowRequestOf(FetchHiveClient client) => Assert.NotNull(Calls.Request(client));

    private static List<string> Check(Action<FetchHiveOptions> change)
    {
        FetchHiveOptions options = new() { ApiKey = Calls.Key };
        change(options);
        return OptionsRules.Check(options, workspace: null, environmentKey: null, configurationPath: null);
    }
}
