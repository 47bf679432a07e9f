using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FetchHive.Emulator.Runs;

/// <summary>Ids in the form of the service's samples: <c>req_</c> and a UUID version 7 as 32 lower-case hexadecimal digits.</summary>
internal static class RequestIds
{
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return "req_" + new Guid(bytes, bigEndian: true).ToString("N");
    }
}
