using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Tests.Kit;

namespace FetchHive.Tests.Callbacks;

/// <summary>Signatures: which are accepted, which aren't, and which arguments are the caller's mistake.</summary>
public sealed class SignatureTests
{
    private const string Secret = "whsec_3f9a0c5d7e";

    private static readonly byte[] Body = """{"event_type":"workflow.completed","request_id":"req_1","data":{"output":"x"}}"""u8.ToArray();

    public static TheoryData<string, string> Vectors =>
        [.. SignatureVector.All.SelectMany(vector => new[] { (Verifier.Modern, vector.Name), (Verifier.Standard20, vector.Name) })];

    public static TheoryData<CallbackSignatureEncoding> Encodings => [.. Enum.GetValues<CallbackSignatureEncoding>()];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Known_signatures_of_other_programs_are_valid_in_every_spelling(string target, string name)
    {
        SignatureVector vector = SignatureVector.All.Single(vector => vector.Name == name);
        string[] spellings = [vector.Hex, vector.Hex.ToUpperInvariant(), "sha256=" + vector.Hex, "sha256=" + vector.Hex.ToUpperInvariant(),
            vector.Base64, "sha256=" + vector.Base64];

        Assert.All(spellings, header =>
        {
            Assert.Equal(CallbackSignatureResult.Valid, Verifier.Of(target).Verify(vector.Body, header, vector.Secret));
            Assert.Equal(CallbackSignatureResult.Valid, Verifier.Of(target).VerifyAny(vector.Body, header, ["another", vector.Secret]));
            Assert.Equal(CallbackSignatureResult.Mismatched, Verifier.Of(target).Verify(vector.Body, header, vector.Secret + "x"));
            Assert.Equal(CallbackSignatureResult.Mismatched,
                Verifier.Of(target).Verify([.. vector.Body, (byte)'\n'], header, vector.Secret));
        });
    }

    [Fact]
    public void Signing_gives_the_known_signatures() => Assert.All(SignatureVector.All, vector =>
    {
        Assert.Equal(vector.Hex, CallbackSignature.Sign(vector.Body, vector.Secret));
        Assert.Equal(vector.Hex, CallbackSignature.Sign(vector.Body, vector.Secret, CallbackSignatureEncoding.Hex));
        Assert.Equal(vector.Hex.ToUpperInvariant(),
            CallbackSignature.Sign(vector.Body, vector.Secret, CallbackSignatureEncoding.UppercaseHex));
        Assert.Equal("sha256=" + vector.Hex, CallbackSignature.Sign(vector.Body, vector.Secret, CallbackSignatureEncoding.PrefixedHex));
        Assert.Equal(vector.Base64, CallbackSignature.Sign(vector.Body, vector.Secret, CallbackSignatureEncoding.Base64));
        Assert.Equal("sha256=" + vector.Base64,
            CallbackSignature.Sign(vector.Body, vector.Secret, CallbackSignatureEncoding.PrefixedBase64));
    });

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_signed_body_is_valid(CallbackSignatureEncoding encoding) =>
        Assert.Equal(CallbackSignatureResult.Valid, CallbackSignature.Verify(Body, CallbackSignature.Sign(Body, Secret, encoding), Secret));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_header_is_a_missing_signature(string? header)
    {
        Assert.Equal(CallbackSignatureResult.Missing, CallbackSignature.Verify(Body, header, Secret));
        Assert.Equal(CallbackSignatureResult.Missing, CallbackSignature.Verify(Body, header, [Secret]));
        Assert.Equal(CallbackSignatureResult.Missing, default);
    }

    // {hex}, {HEX} and {base64} stand for the genuine signature: each of these would be valid if the library trimmed, split or guessed.
    [Theory]
    [InlineData(" ")]
    [InlineData(" {hex}")]
    [InlineData("{hex} ")]
    [InlineData("{hex}\n")]
    [InlineData("\"{hex}\"")]
    [InlineData("{hex}{hex}")]
    [InlineData("{hex},{hex}")]
    [InlineData("{hex}, sha256={hex}")]
    [InlineData("v1={hex}")]
    [InlineData("t=1764000000,v1={hex}")]
    [InlineData("hmac {hex}")]
    [InlineData("sha1={hex}")]
    [InlineData("SHA256={hex}")]
    [InlineData("sha256:{hex}")]
    [InlineData("sha-256={hex}")]
    [InlineData("sha256= {hex}")]
    [InlineData("sha256=sha256={hex}")]
    [InlineData("sha256=")]
    [InlineData("0x{hex}")]
    [InlineData("{base64}=")]
    [InlineData(" {base64}")]
    [InlineData("{base64},{base64}")]
    [InlineData("sha256=:{base64}:")]
    [InlineData("none")]
    public void Any_other_spelling_is_malformed(string spelling)
    {
        string header = spelling
            .Replace("{hex}", CallbackSignature.Sign(Body, Secret), StringComparison.Ordinal)
            .Replace("{base64}", CallbackSignature.Sign(Body, Secret, CallbackSignatureEncoding.Base64), StringComparison.Ordinal);

        Assert.Equal(CallbackSignatureResult.Malformed, CallbackSignature.Verify(Body, header, Secret));
    }

    [Fact]
    public void Base64_has_its_padding_no_other_alphabet_and_no_stray_bits()
    {
        // A vector whose Base64 has both of the characters that URLs replace.
        SignatureVector vector = SignatureVector.All.Single(vector => vector.Name == "every byte");
        Assert.Contains("+", vector.Base64, StringComparison.Ordinal);
        string signature = vector.Base64;

        Assert.Equal(CallbackSignatureResult.Malformed, CallbackSignature.Verify(vector.Body, signature.TrimEnd('='), vector.Secret));
        Assert.Equal(CallbackSignatureResult.Malformed,
            CallbackSignature.Verify(vector.Body, signature.Replace('+', '-').Replace('/', '_'), vector.Secret));

        // "o=" and "p=" to "r=" encode the same last byte.
        Assert.EndsWith("o=", signature, StringComparison.Ordinal);
        Assert.All("pqr", last => Assert.Equal(CallbackSignatureResult.Malformed,
            CallbackSignature.Verify(vector.Body, $"{signature[..^2]}{last}=", vector.Secret)));

        // White space inside, which decoders like to skip.
        Assert.Equal(CallbackSignatureResult.Malformed,
            CallbackSignature.Verify(vector.Body, string.Concat(signature.AsSpan(0, 39), " ", signature.AsSpan(40)), vector.Secret));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_of_several_secrets_makes_a_signature_valid(int position)
    {
        string[] secrets = ["old", "older", "oldest"];
        secrets[position] = Secret;

        Assert.Equal(CallbackSignatureResult.Valid, CallbackSignature.Verify(Body, CallbackSignature.Sign(Body, Secret), secrets));
        Assert.Equal(CallbackSignatureResult.Mismatched, CallbackSignature.Verify(Body, CallbackSignature.Sign(Body, "revoked"), secrets));
        Assert.Equal(CallbackSignatureResult.Malformed, CallbackSignature.Verify(Body, "x", secrets));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\r\n")]
    [InlineData(null)]
    public void A_blank_secret_is_an_error_and_never_a_pass(string? blank)
    {
        string?[] headers = [null, "", "x", CallbackSignature.Sign(Body, Secret)];

        Assert.All(headers, header =>
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, header, blank!));
            Assert.Equal("secret", exception.ParamName);
            Assert.Contains("AcceptedRun<T>.WebhookSecret", exception.Message, StringComparison.Ordinal);
            Assert.Equal("secrets",
                Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, header, [Secret, blank!])).ParamName);
        });
        Assert.Throws<ArgumentException>(() => CallbackSignature.Sign(Body, blank!));
    }

    [Fact]
    public void No_secret_at_all_is_an_error_and_never_a_pass()
    {
        Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, null, new List<string>()));
        Assert.Throws<ArgumentNullException>(() => CallbackSignature.Verify(Body, null, (IReadOnlyList<string>)null!));
    }

    [Fact]
    public void Messages_show_no_secret()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, null, [Secret, " "]));

        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_encoding_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CallbackSignature.Sign(Body, Secret, (CallbackSignatureEncoding)99));

    [Fact]
    public void The_header_is_the_documented_one() => Assert.Equal("X-Fetch-Hive-Signature", CallbackSignature.HeaderName);

    [Theory]
    [InlineData("x")]
    [InlineData("xy")]
    public void A_secret_that_is_so_short_that_anyone_could_guess_it_is_refused(string secret)
    {
        string header = CallbackSignature.Sign(Body, secret);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, header, secret));
        ArgumentException ofSeveral = Assert.Throws<ArgumentException>(() => CallbackSignature.Verify(Body, header, [Secret, secret]));

        Assert.StartsWith("A secret is so short that anyone could guess it. ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("secret", "secrets"), (exception.ParamName, ofSeveral.ParamName));
    }
}
