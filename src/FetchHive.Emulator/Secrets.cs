using System;
using System.Security.Cryptography;
using System.Text;

namespace FetchHive.Emulator;

/// <summary>Random keys and secrets. The service's formats aren't documented, so nothing may depend on the format.</summary>
internal static class Secrets
{
    private const int Bytes = 24;

    public static string NewApiKey() => "fhk_emulator_" + NewHex();

    public static string NewPageToken() => NewHex();

    public static string NewWebhookSecret() => "emulator_secret_" + NewHex();

    /// <summary>Compares in constant time. An emulator has no attackers, but code gets copied from test helpers.</summary>
    public static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static string NewHex()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
#pragma warning disable CA1308 // Lower case is the wanted form here, not a normalisation for comparing.
        return Convert.ToHexString(bytes).ToLowerInvariant();
#pragma warning restore CA1308
    }
}
