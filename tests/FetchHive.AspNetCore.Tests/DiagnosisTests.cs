using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Tasks;
using FetchHive.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FetchHive.AspNetCore.Tests;

/// <summary>In the Development environment the log says why a signature wasn't accepted.</summary>
public sealed class DiagnosisTests
{
    private const string OtherSecret = "whsec_of_profiles_9a0e";

    // Contains text that JSON writers write differently: white space, a letter beyond ASCII, and characters that are markup in HTML.
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"event_type":"workflow.completed","request_id":"req_1","data":{"output":"<b>Käse & Brot</b>","score":1.50}}""");

    public static TheoryData<string> Changes { get; } = [.. Cases().Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_likely_cause_is_logged_without_any_secret_signature_or_body(string name)
    {
        (_, byte[] sent, string? header, string expected) = Cases().Single(item => item.Name == name);
        await using Receiver receiver = await StartAsync("Development");

        using HttpResponseMessage response = await receiver.SendAsync(sent, header);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Receiver.Token));
        string line = await LineAsync(receiver, 45);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        foreach (string secret in new[] { Receiver.Secret, OtherSecret, Service.ApiKey, "Käse", header?.Length > 20
            ? header : Receiver.Secret })
        {
            Assert.DoesNotContain(secret, receiver.Logs.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_configured_secret_that_is_the_API_key_is_diagnosed()
    {
        await using Receiver receiver = await StartAsync("Development", Service.ApiKey);

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Body));

        Assert.Contains("is the workspace's API key. Callbacks are signed with the deployment's own secret", await LineAsync(receiver, 45),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"" + Receiver.Secret + "\"", "without the quotes or white space around it")]
    [InlineData("whsec_c2VjcmV0LWJ5dGVz", "decoded from base64")]
    public async Task A_secret_that_was_not_copied_exactly_is_diagnosed(string configured, string expected)
    {
        await using Receiver receiver = await StartAsync("Development", configured);
        string header = configured.StartsWith('"')
            ? CallbackSignature.Sign(Body, Receiver.Secret)
            : Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String("c2VjcmV0LWJ5dGVz"), Body));

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverRawAsync(Body, header));

        Assert.Contains(expected, await LineAsync(receiver, 45), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callback_signed_with_the_starts_secret_instead_of_the_configured_one_is_diagnosed()
    {
        await using Receiver receiver = await StartAsync("Development");
        await receiver.StartRunAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Body, Service.Secret));

        Assert.Contains("It is signed with the secret that came with the response to the run's start, which doesn't count",
            await LineAsync(receiver, 45), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_any_known_secret_is_diagnosed()
    {
        await using Receiver receiver = await StartAsync("Development", configured: null);

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Body));

        Assert.Contains("No secret is configured for deployment 'research-brief'. For the run it names, req_1, no secret is remembered",
            await LineAsync(receiver, 45), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_middleware_has_read_is_diagnosed()
    {
        await using Receiver receiver = await StartAsync("Development", before: app => app.Use(async (context, next) =>
        {
            using System.IO.StreamReader reader = new(context.Request.Body);
            await reader.ReadToEndAsync(context.RequestAborted);
            await next(context);
        }));

        Assert.Equal(HttpStatusCode.Unauthorized, await receiver.DeliverAsync(Body));

        Assert.Contains("a middleware has read it without buffering it. Let that middleware call Request.EnableBuffering() first",
            await LineAsync(receiver, 45), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Outside_of_Development_nothing_is_diagnosed_and_the_response_is_the_same(string environment)
    {
        await using Receiver development = await StartAsync("Development");
        await using Receiver other = await StartAsync(environment);

        using HttpResponseMessage first = await development.SendAsync(Body, CallbackSignature.Sign(Body, OtherSecret));
        using HttpResponseMessage second = await other.SendAsync(Body, CallbackSignature.Sign(Body, OtherSecret));

        first.Headers.Date = second.Headers.Date = null;
        Assert.Equal($"{first.StatusCode} {first.Headers}{first.Content.Headers}",
            $"{second.StatusCode} {second.Headers}{second.Content.Headers}");
        Assert.False(other.Logs.Has(45));
        Assert.True(other.Logs.Has(35));
    }

    [Fact]
    public void The_diagnosis_never_fails_whatever_the_header_and_the_body()
    {
        Random random = new(20260101);
        KnownSecret[] secrets = [new(Receiver.Secret, "a", true), new("x", "b", false)];
        string[] headers =
            ["=", "==", "a=", "=a", ",", "sha256=", "\"", "-_", "aé", new string('A', 5000), "🐝🐝", " = , ; ", "AAAA", "AA==", "\0"];
        for (int i = 0; i < 2000; i++)
        {
            byte[] body = new byte[random.Next(0, 40)];
            random.NextBytes(body);
            string header = i < headers.Length
                ? headers[i] : string.Concat(Enumerable.Range(0, random.Next(1, 70)).Select(_ => (char)random.Next(1, 300)));
            Assert.Null(SignatureCauses.Find(body, header, secrets));
        }
    }

    private static IEnumerable<(string Name, byte[] Sent, string? Header, string Expected)> Cases()
    {
        string Sign(byte[] signed) => CallbackSignature.Sign(signed, Receiver.Secret);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Receiver.Secret), Body);
        string right = Convert.ToHexStringLower(hash);
        byte[] mark = [0xEF, 0xBB, 0xBF];

        yield return ("no header", Body, null, "There is no header X-Fetch-Hive-Signature.");
        yield return ("line feed removed", Body, Sign([.. Body, (byte)'\n']),
            "The body was changed in transit: the line feed at its end was removed.");
        yield return ("line break removed", Body, Sign([.. Body, .. "\r\n"u8]), "the line break at its end was removed");
        yield return ("line feed added", [.. Body, (byte)'\n'], Sign(Body), "white space, such as a line feed, was added at its end");
        yield return ("mark removed", Body, Sign([.. mark, .. Body]), "the byte order mark before it was removed");
        yield return ("mark added", [.. mark, .. Body], Sign(Body), "a byte order mark was added before it");
        yield return ("indented", Rewrite(Body, true), Sign(Body), "its JSON was parsed and serialized again");
        yield return ("compacted", Body, Sign(Rewrite(Body, true)), "its JSON was parsed and serialized again");
        yield return ("escaped", Rewrite(Body, false, JavaScriptEncoder.Default), Sign(Body), "its JSON was parsed and serialized again");
        yield return ("unescaped", Body, Sign(
            Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Body).Replace("<", "\\u003c", StringComparison.Ordinal)
                .Replace(">", "\\u003e", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal))),
                "its JSON was parsed and serialized again");
        yield return ("line feeds", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Rewrite(Body, true)).ReplaceLineEndings("\r\n")),
            Sign(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Rewrite(Body, true)).ReplaceLineEndings("\n"))),
            "its line feeds became CR LF");
        yield return ("another deployment's", Body, CallbackSignature.Sign(Body, OtherSecret),
            "It is signed with the secret that is configured for deployment 'profile', which doesn't count");
        yield return ("API key", Body, CallbackSignature.Sign(Body, Service.ApiKey),
            "It is signed with the workspace's API key, which doesn't count");
        yield return ("base64url", Body, Convert.ToBase64String(hash).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            "in an encoding that isn't accepted: base64url");
        yield return ("v1=", Body, "v1=" + right, "in an encoding that isn't accepted: 'v1=' followed by hex");
        yield return ("several", Body, $"t=1700000000,v1={right}",
            "in an encoding that isn't accepted: one of several values in 'v1=' followed by hex");
        yield return ("quoted", Body, $"\"{right}\"", "in an encoding that isn't accepted: hex");
        yield return ("SHA512", Body, Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Receiver.Secret), Body)),
            "HMAC SHA512 in hex");
#pragma warning disable CA5350 // The diagnosis must recognise it.
        yield return ("SHA1", Body, "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Receiver.Secret), Body)),
            "HMAC SHA1 in 'sha1=' followed by hex");
#pragma warning restore CA5350
        yield return ("unknown shape", Body, "certainly not a signature", "The header isn't an HMAC SHA256 in a known encoding");
        yield return ("unknown secret", Body, CallbackSignature.Sign(Body, "nobody's"),
            "Most likely the secret was replaced or is another deployment's");
    }

    private static byte[] Rewrite(byte[] json, bool indented, JavaScriptEncoder? encoder = null)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        using System.IO.MemoryStream stream = new();
        using (Utf8JsonWriter writer =
            new(stream, new JsonWriterOptions { Indented = indented, Encoder = encoder ?? JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(writer);
        }

        return stream.ToArray();
    }

    // The diagnosis is logged after the response.
    private static async Task<string> LineAsync(Receiver receiver, int id)
    {
        for (int look = 0; look < 200 && !receiver.Logs.Has(id); look++)
        {
            await Task.Delay(50, Receiver.Token);
        }

        return receiver.Logs.Line(id);
    }

    private static Task<Receiver> StartAsync(string environment, string? configured = Receiver.Secret,
        Action<WebApplication>? before = null) => Receiver.StartAsync(
        services =>
        {
            new Service().AddTo(services);
            services.AddFetchHiveCallbacks(options =>
            {
                options.Secrets["profile"] = [OtherSecret];
                if (configured is not null)
                {
                    options.Secrets["research-brief"] = [configured];
                }
            });
        },
        app =>
        {
            before?.Invoke(app);
            app.MapFetchHiveCallback(Receiver.Path, IResearchBrief.StartCallback, (_, _) => Task.CompletedTask);
        },
        environment);
}
