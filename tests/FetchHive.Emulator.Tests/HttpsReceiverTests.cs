using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace FetchHive.Emulator.Tests;

/// <summary>Receivers on this machine often have a certificate that nobody trusts.</summary>
public sealed class HttpsReceiverTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_receiver_with_a_development_certificate_gets_its_callback(string host)
    {
        await using WebApplication receiver = await StartAsync();
        await using FetchHiveEmulator hive = await Briefs.StartAsync();
        using Caller caller = new(hive);

        await caller.InvokeAsync(fields: ("async", Briefs.Async($"https://{host}:{new Uri(FirstAddress(receiver)).Port}/callback")));
        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));

        Assert.Null(sent.Failure);
        Assert.Equal(204, sent.StatusCode);
    }

    [Fact]
    public async Task A_failure_names_its_cause()
    {
        await using WebApplication receiver = await StartAsync(SslDisabled);
        await using FetchHiveEmulator hive = await Briefs.StartAsync(options => options.CallbackRetryDelays = []);
        using Caller caller = new(hive);

        await caller.InvokeAsync(fields: ("async", Briefs.Async($"https://127.0.0.1:{new Uri(FirstAddress(receiver)).Port}/callback")));
        SentCallback sent = Assert.Single(await hive.WaitForCallbacksAsync(TestContext.Current.CancellationToken));

        // The message says "see inner exception", so it must be followed by the inner message.
        Assert.StartsWith("The receiver did not answer: The SSL connection could not be established", sent.Failure,
            StringComparison.Ordinal);
        Assert.True(
            sent.Failure!.Length > "The receiver did not answer: The SSL connection could not be established, see inner exception.".Length,
            sent.Failure);
    }

    private static void SslDisabled(ListenOptions listen)
    {
    }

    private static async Task<WebApplication> StartAsync(Action<ListenOptions>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, configure ?? (listen => listen.UseHttps(Certificate()))));
        builder.WebHost.UseKestrelHttpsConfiguration();
        WebApplication app = builder.Build();
        app.Run(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static string FirstAddress(WebApplication app)
    {
        foreach (string address in app.Urls)
        {
            return address;
        }

        throw new InvalidOperationException("The receiver does not say where it listens.");
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
