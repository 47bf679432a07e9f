using System;
using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Benchmarks.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FetchHive.Benchmarks.Processes;

/// <summary>
/// The service's stand-in: Kestrel in a separate process, so that its allocations don't count. It reads each request to the end and sends
/// the documented response.
/// </summary>
internal static class LoopbackService
{
    /// <summary>The argument that makes this program the service.</summary>
    public const string Argument = "serve";

    /// <summary>The path that returns the last request's body, so that a study can check that all contestants send the same.</summary>
    public const string LastBodyPath = "/last-body";

    private static byte[] _lastBody = [];

    /// <summary>Prints its address, and serves until standard input ends, which happens when the parent process ends.</summary>
    public static async Task RunAsync()
    {
        // An empty builder, so that nothing in the environment configures it.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using WebApplication app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        foreach (string url in app.Urls)
        {
            Console.WriteLine(url);
        }

        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == LastBodyPath)
        {
            await context.Response.Body.WriteAsync(Volatile.Read(ref _lastBody));
            return;
        }

        PipeReader reader = context.Request.BodyReader;
        ReadResult body = await reader.ReadAsync();
        while (!body.IsCompleted)
        {
            reader.AdvanceTo(body.Buffer.Start, body.Buffer.End);
            body = await reader.ReadAsync();
        }

        Volatile.Write(ref _lastBody, body.Buffer.ToArray());
        reader.AdvanceTo(body.Buffer.End);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Workload.TextResponse.Length;
        await context.Response.Body.WriteAsync(Workload.TextResponse);
    }
}
