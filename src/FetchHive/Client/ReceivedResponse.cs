using System;
using System.Net.Http;

namespace FetchHive;

/// <summary>A response that was read to its end (or to the limit).</summary>
internal readonly struct ReceivedResponse
{
    private readonly HttpResponseMessage? _response;
    private readonly byte[] _array;
    private readonly int _length;

    /// <summary>Creates a response.</summary>
    /// <param name="response">The HTTP response, for its headers; null if it was recorded.</param>
    /// <param name="array">An array of <see cref="PooledBytes"/>.</param>
    /// <param name="length">The length of the body in the array, in bytes.</param>
    public ReceivedResponse(HttpResponseMessage? response, byte[] array, int length)
    {
        _response = response;
        _array = array;
        _length = length;
    }

    public ReadOnlySpan<byte> Body => _array.AsSpan(0, _length);

    public ReadOnlyMemory<byte> BodyMemory => _array.AsMemory(0, _length);

    /// <summary>The HTTP response; null if it was recorded by a batch.</summary>
    public HttpResponseMessage? Response => _response;

    /// <summary>Returns the array and disposes the response.</summary>
    public void Release()
    {
        PooledBytes.Return(_array);
        try
        {
            _response?.Dispose();
        }
#pragma warning disable CA1031 // The response may come from a caller's handler. Whatever it throws, the result is there and paid for.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
