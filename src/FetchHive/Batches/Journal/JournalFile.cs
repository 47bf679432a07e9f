using System;
using System.IO;
#if NETSTANDARD2_0
using System.Runtime.InteropServices;
#endif

namespace FetchHive;

/// <summary>
/// The journal's file, which is read and written at positions, locked, and flushed to the disk. Tests derive from it to simulate failures.
/// </summary>
internal class JournalFile : IDisposable
{
    private readonly FileStream _stream;

    protected JournalFile(string path) => _stream = OpenStream(path);

    public virtual long Length => _stream.Length;

    /// <summary>Opens and locks a file. A new file is created so that only its owner can read it.</summary>
    public static JournalFile Open(string path) => new(path);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads from a position.</summary>
    /// <returns>The number of bytes that were read; 0 at the end.</returns>
    public virtual int Read(long offset, byte[] buffer, int start, int count)
    {
#if NETSTANDARD2_0
        lock (_stream)
        {
            _stream.Position = offset;
            return _stream.Read(buffer, start, count);
        }
#else
        return RandomAccess.Read(_stream.SafeFileHandle, buffer.AsSpan(start, count), offset);
#endif
    }

    /// <summary>Writes all bytes at a position.</summary>
    public virtual void Write(long offset, byte[] bytes)
    {
#if NETSTANDARD2_0
        lock (_stream)
        {
            _stream.Position = offset;
            _stream.Write(bytes, 0, bytes.Length);
            _stream.Flush();
        }
#else
        RandomAccess.Write(_stream.SafeFileHandle, bytes, offset);
#endif
    }

    /// <summary>Returns when everything that was written is on the disk.</summary>
    public virtual void FlushToDisk()
    {
#if NETSTANDARD2_0
        lock (_stream)
        {
            _stream.Flush(flushToDisk: true);
        }
#else
        _stream.Flush(flushToDisk: true);
#endif
    }

    public virtual void Truncate(long length) => _stream.SetLength(length);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }
    }

    // Without a buffer. FileShare.None locks the file (flock on Unix). The lock is released when the process ends, however it ends.
#if NETSTANDARD2_0
    private static FileStream OpenStream(string path)
    {
        bool isNew = !File.Exists(path);
        FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.None);
        if (isNew && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            const int OwnerReadsAndWrites = 0x180;
            _ = ChangeMode(path, OwnerReadsAndWrites);
        }

        return stream;
    }

    [DllImport("libc", EntryPoint = "chmod", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int ChangeMode(string path, int mode);
#else
    private static FileStream OpenStream(string path)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
#endif
}
