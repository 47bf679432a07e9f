using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace FetchHive.Tests.Callbacks;

/// <summary>
/// Known signatures, computed by other programs. The hexadecimal one by
/// <code>printf '%s' "$body" | openssl dgst -sha256 -hmac "$secret"</code>
/// (OpenSSL 3), the Base64 one by
/// <code>printf '%s' "$body" | openssl dgst -sha256 -hmac "$secret" -binary | base64</code>
/// and both again by Python's <c>hmac.new(secret.encode(), body, hashlib.sha256)</c>, which also made the bodies and secrets that a shell
/// can't write.
/// </summary>
internal sealed record SignatureVector(string Name, string Secret, byte[] Body, string Hex, string Base64)
{
    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        // RFC 4231, sections 4.3 and 4.5. Its other keys are white space or not text.
        new("RFC 4231, 2", "Jefe", "what do ya want for nothing?"u8.ToArray(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM="),
        new("RFC 4231, 4", string.Concat(Enumerable.Range(1, 25).Select(i => (char)i)), [.. Enumerable.Repeat((byte)0xCD, 50)],
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b", "glWKOJpEPA6kzIGYmfIIOoXw+qPlePgHei4/9GcpZls="),
        new(
            "a callback",
            "YOUR_WEBHOOK_SECRET",
            [
                .. """{"event_type":"workflow.completed","request_id":"req_019d52846ea37682b03522fd0695cc43","data":"""u8,
                .. """{"output":"State of enterprise AI in 2026: ..."}}"""u8,
            ],
            "f1f474851e9d8869263df8b544cdfc4282b9c7feea61f497636edbd3d296b39e",
            "8fR0hR6diGkmPfi1RM38QoK5x/7qYfSXY27b09KWs54="),
        new("no body", "emulator_secret", [], "c14a5af482e699b1bf3b0523b3009f3f61e396acb73d0f7e0d89204f72bf28de",
            "wUpa9ILmmbG/OwUjswCfP2Hjlqy3PQ9+DYkgT3K/KN4="),
        new("a line break after it", "emulator_secret", "{}\n"u8.ToArray(),
            "b2efb31bad29a29786d91d141307118baba41391203e1fb3bc66e78c45fcf7fb", "su+zG60popeG2R0UEwcRi6ukE5EgPh+zvGbnjEX89/s="),
        new("a line break of two bytes after it", "emulator_secret", "{}\r\n"u8.ToArray(),
            "4d18825792a9f54fa3ea698da39f9caa7b91770e846468c8247dac47d25a1d96", "TRiCV5Kp9U+j6mmNo5+cqnuRdw6EZGjIJH2sR9JaHZY="),
        new("a byte order mark before it", "emulator_secret", [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'],
            "4dc4a5b9fbe74a110d175e776f48ab366457dea80d2d1622377ccf99369e4caa", "TcSlufvnShENF153b0irNmRX3qgNLRYiN3zPmTaeTKo="),
        new("text outside of ASCII", "Schlüssel-🐝-鍵", Encoding.UTF8.GetBytes("""{"output":"ä✓🐝"}"""),
            "ad836298e2958f93ab36e1b90fde178f1bb7ace6e1b805499fc45e4c4755d495", "rYNimOKVj5OrNuG5D94Xjxu3rObhuAVJn8ReTEdV1JU="),
        new("every byte", "emulator_secret", [.. Enumerable.Range(0, 256).Select(i => (byte)i)],
            "c5e063ddd0da3a8dbdf2bcd95dcda0514387aeab8c037bd94540e666807ee8da", "xeBj3dDaOo298rzZXc2gUUOHrquMA3vZRUDmZoB+6No="),
        new("a secret of one block", new string('k', 64), "block"u8.ToArray(),
            "1b7ee2f78bbad5f9d29e0b4e5f639ae046d13e1763f1ebc7a439089c128f294a", "G37i94u61fnSngtOX2Oa4EbRPhdj8evHpDkInBKPKUo="),
        new("a secret longer than a block", new string('k', 65), "block"u8.ToArray(),
            "205da1093ea96b1859b451191f3a71c6c93ec675f0872d8018cedab033bc8986", "IF2hCT6paxhZtFEZHzpxxsk+xnXwhy2AGM7asDO8iYY="),
        new("a long secret", new string('k', 1000), "long"u8.ToArray(), "6ed224e339f767b628bf7045380cc62292e55b9ce6848bb5c85ae6ae812b264b",
            "btIk4zn3Z7Yov3BFOAzGIpLlW5zmhIu1yFrmroErJks="),
        new("a secret with spaces around it", " padded ", "{}"u8.ToArray(),
            "a48a3c9cf7d2d2e903727377e6c8c2e66764eea1a91bf15684037bc8ecb31bcf", "pIo8nPfS0ukDcnN35sjC5mdk7qGpG/FWhAN7yOyzG88="),
        new("1 MiB", "emulator_secret", [.. Enumerable.Repeat((byte)'a', 1 << 20)],
            "c15a9963fec452ad864ea23ee83c2d030ee9c254fd34dcb2c1915954e73cb55e", "wVqZY/7EUq2GTqI+6DwtAw7pwlT9NNyywZFZVOc8tV4="),
    ];

    public override string ToString() => Name;
}
