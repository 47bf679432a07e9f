using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace FetchHive.Tests.Callbacks;

/// <summary>100,000 generated bodies and headers, the same in each run, compared with the result of the framework's own decoders and
/// hash.</summary>
public sealed partial class SignatureCorpusTests
{
    private const int Cases = 100_000;

    [Theory]
    [InlineData(Verifier.Modern)]
    [InlineData(Verifier.Standard20)]
    public void Exactly_the_genuine_signatures_are_valid_and_nothing_throws(string target)
    {
        Verifier verifier = Verifier.Of(target);
        Random random = new(20260403);
        Dictionary<CallbackSignatureResult, int> seen = [];
        for (int i = 0; i < Cases; i++)
        {
            byte[] body = NewBody(random);
            string[] secrets = NewSecrets(random);
            string? header = NewHeader(random, body, secrets[random.Next(secrets.Length)], ref body);

            CallbackSignatureResult expected = Judge(body, header, secrets);
            CallbackSignatureResult result = secrets.Length == 1
                ? verifier.Verify(body, header, secrets[0]) : verifier.VerifyAny(body, header, secrets);

            Assert.True(expected == result, $"Case {i}: {result} instead of {expected} for '{header}' and {Convert.ToHexString(body)}");
            seen[result] = seen.GetValueOrDefault(result) + 1;
        }

        // A corpus in which a result hardly occurs wouldn't test that result.
        Assert.All(Enum.GetValues<CallbackSignatureResult>(),
            result => Assert.True(seen.GetValueOrDefault(result) > Cases / 100, $"{result}: {seen.GetValueOrDefault(result)}"));
    }

    [Fact]
    public void Verifying_allocates_nothing_whatever_the_body_and_the_header_are()
    {
        byte[] body = new byte[1 << 20];
        string secret = new('k', 100);
        string[] secrets = ["one", secret, "three"];
        string?[] headers =
        [
            null,
            CallbackSignature.Sign(body, secret),
            CallbackSignature.Sign(body, secret, CallbackSignatureEncoding.Base64),
            new string('0', 64),
            new string('A', 43) + "=",
            new string('x', 10_000_000),
            "sha256=" + new string('0', 10_000_000),
        ];
        long Spend()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (string? header in headers)
            {
                CallbackSignature.Verify(body, header, secret);
                CallbackSignature.Verify(body, header, secrets);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first calls initialize the framework's hashing.
        Spend();
        Spend();

        Assert.Equal(0, Spend());
    }

    /// <summary>The expected result, computed with the framework's decoders and hash.</summary>
    private static CallbackSignatureResult Judge(byte[] body, string? header, string[] secrets)
    {
        if (string.IsNullOrEmpty(header))
        {
            return CallbackSignatureResult.Missing;
        }

        byte[]? sent = null;
        if (Hex().Match(header) is { Success: true } hex)
        {
            sent = Convert.FromHexString(hex.Groups[1].ValueSpan);
        }
        else if (Base64().Match(header) is { Success: true } base64)
        {
            sent = Convert.FromBase64String(base64.Groups[1].Value);
            sent = Convert.ToBase64String(sent) == base64.Groups[1].Value ? sent : null;
        }

        return sent is null ? CallbackSignatureResult.Malformed
            : secrets.Any(secret => sent.SequenceEqual(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)))
            ? CallbackSignatureResult.Valid
            : CallbackSignatureResult.Mismatched;
    }

    private static byte[] NewBody(Random random)
    {
        // JSON, random bytes (mostly not UTF-8), or nothing.
        int kind = random.Next(10);
        if (kind == 0)
        {
            return [];
        }

        byte[] bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        return kind < 4 ? bytes : Encoding.UTF8.GetBytes(
            $$$"""{"event_type":"workflow.completed","request_id":"req_{{{random.Next()}}}","data":"""
            + $$$"""{"output":"{{{Convert.ToHexString(bytes)}}}"}}""");
    }

    private static string[] NewSecrets(Random random)
    {
        string[] secrets = new string[random.Next(1, 4)];
        for (int i = 0; i < secrets.Length; i++)
        {
            secrets[i] = $"{random.Next()}-ä-{new string('k', random.Next(3) * 150)}";
        }

        return secrets;
    }

    private static string? NewHeader(Random random, byte[] signed, string secret, ref byte[] body)
    {
        string genuine = CallbackSignature.Sign(signed, secret, (CallbackSignatureEncoding)random.Next(5));
        int position = random.Next(genuine.Length);
        switch (random.Next(14))
        {
            case 0:
                return genuine;
            case 1:
                return random.Next(2) == 0 ? null : string.Empty;
            case 2:
                return FlipBit(genuine, position, random.Next(16));
            case 3:
                return genuine[..position];
            case 4:
                return genuine + genuine[..random.Next(1, genuine.Length)];
            case 5:
                return genuine.Insert(position, ((char)random.Next(0x250)).ToString());
            case 6:
                // A genuine signature in another case. That changes the meaning of Base64 text.
                return random.Next(2) == 0 ? genuine.ToUpperInvariant() : genuine.ToLowerInvariant();
            case 7:
                return new string((char)random.Next(0x80), random.Next(1, 200_000 / Math.Max(1, random.Next(4_000))));
            case 8:
                return CallbackSignature.Sign(signed, secret + " ", (CallbackSignatureEncoding)random.Next(5));
            case 9:
                return $"{genuine},{genuine}";
            case 10:
                // Random characters, such as lone surrogates and digits of other scripts.
                return string.Concat(Enumerable.Range(0, random.Next(60, 72)).Select(_ => (char)random.Next(0x10000)));
            case 11 when body.Length > 0:
                body = (byte[])body.Clone();
                body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                return genuine;
            case 12 when body.Length > 0:
                body = body[..random.Next(body.Length)];
                return genuine;
            default:
                byte[][] additions = [[(byte)'\n'], [(byte)'\r', (byte)'\n'], [0], [0xFF]];
                byte[] addition = additions[random.Next(additions.Length)];
                body = random.Next(2) == 0 ? [.. body, .. addition] : [0xEF, 0xBB, 0xBF, .. body];
                return genuine;
        }
    }

    private static string FlipBit(string text, int position, int bit)
    {
        char[] changed = text.ToCharArray();
        changed[position] ^= (char)(1 << bit);
        return new string(changed);
    }

    [GeneratedRegex(@"\A(?:sha256=)?([0-9a-fA-F]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    [GeneratedRegex(@"\A(?:sha256=)?([0-9A-Za-z+/]{43}=)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
