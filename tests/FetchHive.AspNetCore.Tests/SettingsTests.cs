using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore.Tests;

/// <summary>The settings: bound, checked at the start, and read live.</summary>
public sealed class SettingsTests
{
    // Stands for half a surrogate pair, which test runners don't pass on unchanged.
    private const string Half = "{half}";

    public static TheoryData<string, string?, string> Mistakes { get; } = new()
    {
        {
            "Secrets:research-brief",
            "",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration is an empty or white-space secret"
        },
        {
            "Secrets:research-brief",
            " \t",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration is an empty or white-space secret"
        },
        { "Secrets:research-brief", null, "FetchHive:Callbacks:Secrets:research-brief in the configuration has no secret" },
        {
            "Secrets:research-brief:1",
            "",
            "FetchHive:Callbacks:Secrets:research-brief:1 in the configuration is an empty or white-space secret"
        },
        {
            "Secrets:research-brief:old",
            null,
            "FetchHive:Callbacks:Secrets:research-brief:old in the configuration is an empty or white-space secret"
        },
        {
            "Secrets:research-brief",
            "whsec_1\n",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration begins or ends with white space"
        },
        {
            "Secrets:research-brief",
            "x",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration is so short that anyone could guess it"
        },
        {
            "Secrets:research-brief",
            "ab",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration is so short that anyone could guess it"
        },
        {
            "Secrets:research-brief",
            "\0\0\0\0",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration has an invisible character (U+0000 at position 1 of 4)"
        },
        {
            "Secrets:research-brief",
            "whsec_1\u200b",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration has an invisible character (U+200B at position 8 of 8)"
        },
        {
            "Secrets:research-brief",
            "\uFEFFwhsec_1",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration has an invisible character (U+FEFF at position 1"
        },
        {
            "Secrets:research-brief",
            "whsec\u00A0_1",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration has an invisible character (U+00A0 at position 6"
        },
        {
            "Secrets:research-brief",
            "whsec" + Half + "_1",
            "FetchHive:Callbacks:Secrets:research-brief in the configuration has an invisible character (U+D800 at position 6"
        },
        { "Secrets:0:Deployment", "research-brief", "FetchHive:Callbacks:Secrets:0:Secret in the configuration has no secret" },
        { "Secrets:0:Deployment", " ", "FetchHive:Callbacks:Secrets:0:Deployment in the configuration is empty" },
        {
            "Secrets:research-brief:production:new",
            "whsec_1",
            "FetchHive:Callbacks:Secrets:research-brief:production in the configuration has settings inside"
        },
        { "Secrets", "whsec_1", "FetchHive:Callbacks:Secrets in the configuration is a value" },
        { "Secret:research-brief", "whsec_1", "FetchHive:Callbacks:Secret, but FetchHiveCallbackOptions has no setting 'Secret'" },
        { "MaxBodySize", "1", "FetchHive:Callbacks:MaxBodySize, but FetchHiveCallbackOptions has no setting 'MaxBodySize'" },
        { "MaxBodyBytes", "4 MiB", "FetchHive:Callbacks:MaxBodyBytes in the configuration is not a whole number" },
        { "MaxUnverifiedBytes", "1", "FetchHiveCallbackOptions.MaxUnverifiedBytes is 1. Set a number of bytes between 1048576 (1 MiB)" },
        { "MaxBodyBytes", "99999999999", "FetchHiveCallbackOptions.MaxBodyBytes is 2147483647" },
        { "MaxBodyBytes", "0", "FetchHiveCallbackOptions.MaxBodyBytes is 0" },
        { "KeepResults", "yes", "FetchHive:Callbacks:KeepResults in the configuration is neither true nor false" },
        { "PublicBaseAddress", "reports.example", "FetchHive:Callbacks:PublicBaseAddress in the configuration is not an absolute address" },
        { "HoldTime", "10", "FetchHive:Callbacks:HoldTime in the configuration is a number without a unit, which .NET reads as 10 days" },
        { "EventRetention", "7",
            "FetchHive:Callbacks:EventRetention in the configuration is a number without a unit, which .NET reads as 7 days" },
        { "SecretRetention", "48:00:00", "FetchHive:Callbacks:SecretRetention in the configuration is read by .NET as 48 days" },
        { "DuplicateWait", "2.00:00:00",
            "FetchHive:Callbacks:DuplicateWait in the configuration is 2 days, and more than a day is probably not meant" },
        { "HoldTime", "soon", "FetchHive:Callbacks:HoldTime in the configuration is not a time" },
        { "HoldTime", "00:02:00", "FetchHiveCallbackOptions.HoldTime is 00:02:00. Set a time between 00:00:00 and 00:01:00" },
        { "EventRetention", "00:00:01", "FetchHiveCallbackOptions.EventRetention is 00:00:01" },
        { "HandlingLease", "00:00:00", "FetchHiveCallbackOptions.HandlingLease is 00:00:00" },
        { "DuplicateWait", "-00:00:01", "FetchHiveCallbackOptions.DuplicateWait is -00:00:01" },
        { "ResultRetention", "00:00:00", "FetchHiveCallbackOptions.ResultRetention is 00:00:00" },
        { "SecretRetention", "00:00:00", "FetchHiveCallbackOptions.SecretRetention is 00:00:00" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_in_the_configuration_stops_the_start_and_names_the_setting(string key, string? value, string message)
    {
        ChangingConfiguration configuration = new((key, value?.Replace(Half, "\uD800", StringComparison.Ordinal)));
        using IHost host = Host(services => services.AddFetchHiveCallbacks(configuration.Callbacks));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Receiver.Token));

        Assert.Contains(message, string.Join('\n', exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_1", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_code_stops_the_start_too()
    {
        using IHost host = Host(services => services.AddFetchHiveCallbacks(options =>
        {
            options.Secrets["a"] = ["", "right"];
            options.Secrets["b"] = [];
            options.Secrets["c"] = null!;
        }));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Receiver.Token));

        Assert.Equal(
            ["FetchHiveCallbackOptions.Secrets[\"a\"][0] is an empty", "FetchHiveCallbackOptions.Secrets[\"b\"] has no secret",
                "FetchHiveCallbackOptions.Secrets[\"c\"] has no secret"],
            exception.Failures.Select(failure =>
                failure[..failure.IndexOf(failure.Contains("is an empty", StringComparison.Ordinal) ? " or white" : ". Give",
                StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task An_endpoint_is_not_mapped_with_a_mistake_in_the_settings()
    {
        await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Receiver.StartAsync((_, _) => Task.CompletedTask, options => options.Secrets["research-brief"] = [" "]));
    }

    [Fact]
    public void Every_setting_is_bound()
    {
        ChangingConfiguration configuration = new(
            ("secrets:Research-Brief", "one"),
            ("Secrets:summary:0", "new"),
            ("Secrets:summary:1", "old"),
            ("PublicBaseAddress", "https://reports.example/app"),
            ("Secrets:7:Deployment", "Käse & Brot"),
            ("Secrets:7:Secret", "cheese"),
            ("Secrets:8:deployment", "two-of-them"),
            ("Secrets:8:secret:0", "first"),
            ("Secrets:8:secret:1", "second"),
            ("MaxBodyBytes", "1000"),
            ("MaxUnverifiedBytes", "5000000000"),
            ("AcceptAnyContentType", "true"),
            ("EventRetention", "1.00:00:00"),
            ("HandlingLease", "00:01:00"),
            ("DuplicateWait", "00:00:01"),
            ("KeepResults", "False"),
            ("ResultRetention", "00:00:02"),
            ("SecretRetention", "00:03:00"),
            ("LookUpAfter", "00:00:05"),
            ("LookUpDataIsOutput", "true"),
            ("HoldTime", "00:00:04"));
        using ServiceProvider services = new ServiceCollection().AddFetchHiveCallbacks(configuration.Callbacks)
            .Services.BuildServiceProvider();

        CallbackSettings settings = services.GetRequiredService<LiveSettings>().Current;

        Assert.Equal(["one"], settings.SecretsOf("research-brief")!);
        Assert.Equal(["new", "old"], settings.SecretsOf("summary")!);
        Assert.Equal(["cheese"], settings.SecretsOf("käse & brot")!);
        Assert.Equal(["first", "second"], settings.SecretsOf("two-of-them")!);
        Assert.Null(settings.SecretsOf("other"));
        Assert.Equal(5_000_000_000, settings.MaxUnverifiedBytes);
        Assert.Equal(
            (1000, true, TimeSpan.FromDays(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1), false, TimeSpan.FromSeconds(2),
                TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(4)),
            (settings.MaxBodyBytes, settings.AcceptAnyContentType, settings.EventRetention, settings.HandlingLease, settings.DuplicateWait,
                settings.KeepResults, settings.ResultRetention, settings.SecretRetention, settings.HoldTime));

        Assert.Equal(new Uri("https://reports.example/app"), settings.PublicBaseAddress);
        Assert.Equal((TimeSpan.FromSeconds(5), true), (settings.LookUpAfter, settings.LookUpDataIsOutput));

        // A property that is missing here or in the binding would be ignored silently.
        Assert.Equal(14, typeof(FetchHiveCallbackOptions).GetProperties().Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void An_empty_value_leaves_a_setting_unchanged_except_for_secrets(string? empty)
    {
        ChangingConfiguration configuration = new(
            [.. typeof(FetchHiveCallbackOptions).GetProperties().Where(property => property.Name != "Secrets")
                .Select(property => (property.Name, empty))]);
        using ServiceProvider services = new ServiceCollection().AddFetchHiveCallbacks(configuration.Callbacks)
            .Services.BuildServiceProvider();

        CallbackSettings settings = services.GetRequiredService<LiveSettings>().Current;

        FetchHiveCallbackOptions defaults = new();
        Assert.Equal(
            (defaults.MaxBodyBytes, defaults.EventRetention, defaults.HandlingLease, defaults.DuplicateWait, defaults.KeepResults,
                defaults.ResultRetention, defaults.HoldTime),
            (settings.MaxBodyBytes, settings.EventRetention, settings.HandlingLease, settings.DuplicateWait, settings.KeepResults,
                settings.ResultRetention, settings.HoldTime));
    }

    [Fact]
    public void Other_keys_at_the_root_of_a_configuration_are_ignored()
    {
        IConfigurationRoot root = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Logging:LogLevel:Default", "Debug"), new("Secrets:research-brief", "one")])
            .Build();
        using ServiceProvider services = new ServiceCollection().AddFetchHiveCallbacks(root).Services.BuildServiceProvider();

        Assert.Equal(["one"], services.GetRequiredService<LiveSettings>().Current.SecretsOf("research-brief")!);
    }

    [Fact]
    public async Task Secrets_are_rotated_without_a_restart()
    {
        ChangingConfiguration configuration = new(("Secrets:research-brief", "old"));
        await using Receiver receiver = await StartAsync(configuration);

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), "old"));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_2"), "new"));

        configuration.Set(("Secrets:research-brief:0", "new"), ("Secrets:research-brief:1", "old"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_3"), "old"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_4"), "new"));

        configuration.Set(("Secrets:research-brief", "new"));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_5"), "old"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_6"), "new"));
        Assert.Contains("research-brief", receiver.Logs.Line(11), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secrets:research-brief", "")]
    [InlineData("Secrets:research-brief:0", null)]
    [InlineData("MaxBodyBytes", "x")]
    public async Task An_invalid_change_is_logged_and_leaves_the_old_settings_in_force(string key, string? value)
    {
        ChangingConfiguration configuration = new(("Secrets:research-brief", "good"));
        await using Receiver receiver = await StartAsync(configuration);

        configuration.Set((key, value));

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1"), "good"));
        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Receiver.Completed("req_2"), null));
        Assert.Contains($"FetchHive:Callbacks:{key} in the configuration", receiver.Logs.Line(10), StringComparison.Ordinal);

        configuration.Set(("Secrets:research-brief", "better"));
        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_3"), "better"));
    }

    [Fact]
    public async Task When_the_last_secret_is_removed_nothing_is_accepted()
    {
        ChangingConfiguration configuration = new(("Secrets:research-brief", "good"));
        await using Receiver receiver = await StartAsync(configuration);

        configuration.Set(("MaxBodyBytes", "1000"));

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Receiver.Completed("req_1"), "good"));
        Assert.Contains("no longer has secrets for the deployments: research-brief", receiver.Logs.Line(12), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_deployment_has_its_secrets_in_one_place()
    {
        ChangingConfiguration configuration = new(
            ("Secrets:research-brief", "old"),
            ("Secrets:0:Deployment", "Research-Brief"),
            ("Secrets:0:Secret", "new"),
            ("Secrets:0:Note", "x"));
        using IHost host = Host(services => services.AddFetchHiveCallbacks(configuration.Callbacks));

        OptionsValidationException exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Receiver.Token));

        string note = "FetchHive:Callbacks:Secrets:0:Note in the configuration is neither Deployment nor Secret";
        Assert.Contains(note, Assert.Single(exception.Failures), StringComparison.Ordinal);
        configuration.Set(("Secrets:research-brief", "old"), ("Secrets:0:Deployment", "Research-Brief"), ("Secrets:0:Secret", "new"));
        using IHost again = Host(services => services.AddFetchHiveCallbacks(configuration.Callbacks));
        exception = await Assert.ThrowsAsync<OptionsValidationException>(() => again.StartAsync(Receiver.Token));
        Assert.Contains("Put all of them in one place", Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_in_an_environment_variable_counts_whatever_the_deployment_is_called()
    {
        string prefix = $"FHTEST{Guid.NewGuid():N}_";
        // Letters, digits and underscores: the characters that every shell and host allows.
        Environment.SetEnvironmentVariable(prefix + "FetchHive__Callbacks__Secrets__0__Deployment", "research-brief");
        Environment.SetEnvironmentVariable(prefix + "FetchHive__Callbacks__Secrets__0__Secret", Receiver.Secret);
        IConfigurationRoot root = new ConfigurationBuilder().AddEnvironmentVariables(prefix).Build();
        await using Receiver receiver = await Receiver.StartAsync(
            services => services.AddFetchHiveCallbacks(root.GetSection("FetchHive:Callbacks")),
            app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask));

        Assert.Equal(HttpStatusCode.OK, await receiver.DeliverAsync(Receiver.Completed("req_1")));
        Assert.False(receiver.Logs.Has(14), receiver.Logs.Text);
        Assert.False(receiver.Logs.Has(13), receiver.Logs.Text);
    }

    [Fact]
    public async Task A_secret_of_a_deployment_without_an_endpoint_is_warned_about_at_the_start_and_at_a_change()
    {
        ChangingConfiguration configuration = new(("Secrets:research_brief", "good"));
        await using Receiver receiver = await StartAsync(configuration);

        string line = receiver.Logs.Line(14);
        Assert.Contains("'research_brief', but no endpoint is mapped for a deployment of that name", line, StringComparison.Ordinal);
        Assert.Contains("(mapped: research-brief)", line, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'research-brief'?", line, StringComparison.Ordinal);
        Assert.Contains("Secrets__0__Deployment=research-brief", line, StringComparison.Ordinal);
        Assert.DoesNotContain("good", line, StringComparison.Ordinal);
        Assert.DoesNotContain("'summary'", receiver.Logs.Text, StringComparison.Ordinal);

        configuration.Set(("Secrets:research-brief", "good"), ("Secrets:summary", "good"));
        Assert.Contains("an entry for 'summary'", receiver.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("an entry for 'research-brief'", receiver.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_secret_is_warned_about_and_not_shown()
    {
        ChangingConfiguration configuration = new(("Secrets:research-brief", "whsec_guessable"));
        await using Receiver receiver = await StartAsync(configuration);

        Assert.Contains("has fewer than 16 characters", receiver.Logs.Line(13), StringComparison.Ordinal);
        Assert.DoesNotContain("guessable", receiver.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_callbacks_twice_registers_nothing_twice()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddFetchHiveCallbacks()
            .Services.AddFetchHiveCallbacks(options => options.Secrets["a"] = ["one"])
            .Services.BuildServiceProvider();

        Assert.Equal(2, services.GetServices<ICallbackRunObserver>().Distinct().Count());
        Assert.Single(services.GetServices<ICallbackEventStore>());
        Assert.Single(services.GetServices<CallbackRunTracker>());
        Assert.Equal(["one"], services.GetRequiredService<LiveSettings>().Current.SecretsOf("a")!);
    }

    private static Task<Receiver> StartAsync(ChangingConfiguration configuration) => Receiver.StartAsync(
        services => services.AddFetchHiveCallbacks(configuration.Callbacks),
        app => app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask));

    private static IHost Host(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder =
            Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        return builder.Build();
    }
}
