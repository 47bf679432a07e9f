using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FetchHive.AspNetCore.Tests.Redis;

/// <summary>A process that is killed between start and callback, and started again.</summary>
public sealed class KilledProcessTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task Nothing_is_lost()
    {
        redis.Require();
        string prefix = Guid.NewGuid().ToString("N") + ":";
        await using Receiver service = await Receiver.StartAsync(
            _ => { },
            app => app.MapPost("/v1/workflow/invoke", context =>
            {
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync(
                    $$"""{"request_id":"req_1","run_status":"queued","webhook_secret":"{{Service.Secret}}"}""");
            }));

        using (Process first = Start("start", redis.Configuration, prefix, new Uri(service.Client.BaseAddress!, "/v1").ToString()))
        {
            Assert.Equal("req_1", await LineAsync(first));
            first.Kill();
            await first.WaitForExitAsync(Receiver.Token);
        }

        using Process second = Start("wait", redis.Configuration, prefix, "req_1");
        try
        {
            Uri address = new(await LineAsync(second));
            byte[] body = Receiver.Completed("req_1", "still there");
            using HttpRequestMessage request =
                new(HttpMethod.Post, new Uri(address, "/callbacks/briefs")) { Content = new ByteArrayContent(body) };
            request.Headers.Add(CallbackSignature.HeaderName, CallbackSignature.Sign(body, Service.Secret));
            using HttpResponseMessage response = await service.Client.SendAsync(request, Receiver.Token);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            string[] lines = [await LineAsync(second), await LineAsync(second)];
            Assert.Equal(["handled req_1", "still there"], lines.Order(StringComparer.Ordinal));
            await second.WaitForExitAsync(Receiver.Token);
            Assert.Equal(0, second.ExitCode);
        }
        finally
        {
            second.Kill();
        }
    }

    private static async Task<string> LineAsync(Process process) =>
        await process.StandardOutput.ReadLineAsync(Receiver.Token)
        ?? throw new InvalidOperationException("The program ended: " + await process.StandardError.ReadToEndAsync(Receiver.Token));

    private static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.ArgumentList.Add(typeof(KilledProcessTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(item => item.Key == "TestApp").Value!);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
