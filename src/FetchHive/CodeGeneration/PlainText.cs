using System;
#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace FetchHive.CodeGeneration;

/// <summary>Text that needs no escaping in JSON: printable ASCII without the quote and the backslash.</summary>
internal static class PlainText
{
    /// <summary>Copies text as UTF-8 until a character isn't plain.</summary>
    /// <returns>Whether all characters are plain. If not, ignore what was copied.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
#if NET
        if (Vector128.IsHardwareAccelerated && text.Length >= Vector128<ushort>.Count)
        {
            // Both spans are at least one vector long. The last step may overlap the one before.
            target = target.Slice(0, text.Length);
            ref ushort from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
            ref byte to = ref MemoryMarshal.GetReference(target);
            nuint last = (nuint)(text.Length - Vector128<ushort>.Count);
            nuint i = 0;
            while (true)
            {
                Vector128<ushort> characters = Vector128.LoadUnsafe(ref from, i);
                Vector128<ushort> special = Vector128.GreaterThan(characters - Vector128.Create((ushort)' '), Vector128.Create(
                    (ushort)('~' - ' ')))
                    | Vector128.Equals(characters, Vector128.Create((ushort)'"'))
                    | Vector128.Equals(characters, Vector128.Create((ushort)'\\'));
                if (special != Vector128<ushort>.Zero)
                {
                    return false;
                }

                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, i), Vector128.Narrow(characters, characters).AsUInt64().ToScalar());
                if (i == last)
                {
                    return true;
                }

                i = Math.Min(i + (nuint)Vector128<ushort>.Count, last);
            }
        }

#endif
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if ((uint)(character - ' ') > '~' - ' ' || character is '"' or '\\')
            {
                return false;
            }

            target[i] = (byte)character;
        }

        return true;
    }
}
