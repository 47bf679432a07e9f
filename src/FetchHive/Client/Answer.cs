using System;
using System.Buffers;
using System.Net.Http;

namespace FetchHive;

/// <summary>An answer that was read to its end (or to the limit), in a rented array.</summary>
internal readonly struct Answer
{
    private readonly HttpResponseMessage _response;
    private readonly byte[] _array;
    private readonly int _length;

    public Answer(HttpResponseMessage response, byte[] array, int length)
    {
        _response = response;
        _array = array;
        _length = length;
    }

    public ReadOnlySpan<byte> Body => _array.AsSpan(0, _length);

    public HttpResponseMessage Response => _response;

    /// <summary>Gives everything back.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _response.Dispose();
    }
}
