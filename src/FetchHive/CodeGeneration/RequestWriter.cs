using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace FetchHive.CodeGeneration;

/// <summary>
/// For generated code: writes a request's JSON, byte for byte as <see cref="Utf8JsonWriter"/> would with the escaping of
/// <see cref="System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping"/>. Don't use it in your own code.
/// </summary>
/// <remarks>
/// Generated code never writes a value in place of a name or leaves an object open. So there are no checks against that, and common values
/// (text without escapes, numbers, booleans) are written in one go. Everything else, including what foreign code writes, goes through a
/// <see cref="Utf8JsonWriter"/> with its checks.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Design", "CA1001", Justification = "The foreign writer owns nothing but the buffer, which lives as long as the pooled "
    + "request.")]
public sealed partial class RequestWriter
{
    // The longest text of any number type that is written here.
    private const int MaxNumberLength = 32;

    private RequestName[] _names;
    private bool _isFollowing;

    /// <summary>Creates a writer.</summary>
    /// <param name="names">The names that methods refer to by their place.</param>
    internal RequestWriter(RequestName[] names) => _names = names;

    /// <summary>The number of open objects and arrays.</summary>
    internal int CurrentDepth { get; private set; }

    /// <summary>Begins the body of a request: an open object that has the deployment and the variant.</summary>
    internal void BeginWith(WorkflowDeployment deployment)
    {
        _names = deployment.Names;
        byte[] opening = deployment.Opening;
        opening.CopyTo(Room(opening.Length));
        _written = opening.Length;
        _isFollowing = true;
        CurrentDepth = 1;
    }

    /// <summary>Opens an object.</summary>
    internal void WriteStartObject() => Open((byte)'{');

    /// <summary>Opens an object that has a name.</summary>
    internal void WriteStartObject(RequestName name) => WritePropertyName(name).WriteStartObject();

    /// <summary>Closes an object.</summary>
    internal void WriteEndObject() => Close((byte)'}');

    /// <summary>Opens an array.</summary>
    internal void WriteStartArray() => Open((byte)'[');

    /// <summary>Closes an array.</summary>
    internal void WriteEndArray() => Close((byte)']');

    /// <summary>Writes a name. Write its value next.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <returns>This writer.</returns>
    public RequestWriter WritePropertyName(int name) => WritePropertyName(_names[name]);

    /// <summary>Writes a name. Write its value next.</summary>
    internal RequestWriter WritePropertyName(RequestName name)
    {
        ReadOnlySpan<byte> text = NameIn(name);
        text.CopyTo(Room(text.Length));
        _written += text.Length;
        _isFollowing = false;
        return this;
    }

    /// <summary>Writes a name. Write its value next.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is not valid Unicode.</exception>
    public void WriteKey(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        WriteStringValue(name);
        Append((byte)':');
        _isFollowing = false;
    }

    /// <summary>Writes null.</summary>
    public void WriteNullValue() => WriteToken("null"u8);

    /// <summary>Writes null under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    public void WriteNull(int name) => WritePropertyName(name).WriteNullValue();

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value.</param>
    public void WriteBooleanValue(bool value) => WriteToken(value ? "true"u8 : "false"u8);

    /// <summary>Writes a boolean under a name.</summary>
    /// <param name="name">The place of the name among the names of the deployment.</param>
    /// <param name="value">The value.</param>
    public void WriteBoolean(int name, bool value) => WritePropertyName(name).WriteBooleanValue(value);

    private void Open(byte token)
    {
        Span<byte> room = Room(2);
        int i = 0;
        if (_isFollowing)
        {
            room[i++] = (byte)',';
        }

        room[i++] = token;
        _written += i;
        _isFollowing = false;
        CurrentDepth++;
    }

    private void Close(byte token)
    {
        Append(token);
        _isFollowing = true;
        CurrentDepth--;
    }

    /// <summary>Writes a value that is already JSON.</summary>
    internal void WriteToken(ReadOnlySpan<byte> token)
    {
        Span<byte> room = Room(token.Length + 1);
        int i = Follow(room);
        token.CopyTo(room.Slice(i));
        _written += i + token.Length;
    }

    // The name, with a comma before it if it follows another member.
    private ReadOnlySpan<byte> NameIn(RequestName name)
    {
        ReadOnlySpan<byte> text = name.Bytes;
        return _isFollowing ? text : text.Slice(1);
    }

    // Writes a comma if the next value follows another one. A whole value must be written next.
    private int Follow(Span<byte> room)
    {
        if (_isFollowing)
        {
            room[0] = (byte)',';
            return 1;
        }

        _isFollowing = true;
        return 0;
    }
}
