#if NETSTANDARD2_0
// Members that the code uses and .NET Standard 2.0 lacks. PolySharp adds what the compiler needs. All of them are internal, so users don't
// see them.
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

internal static class ExceptionPolyfills
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(
            [NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(paramName);
            }
        }
    }

    extension(ObjectDisposedException)
    {
        public static void ThrowIf(bool condition, object instance) => ThrowIf(condition, instance.GetType());

        public static void ThrowIf(bool condition, Type type)
        {
            if (condition)
            {
                throw new ObjectDisposedException(type.FullName);
            }
        }
    }
}
#else
using System.Runtime.CompilerServices;

// A library compiled against the .NET Standard 2.0 assembly refers to this type when it sets an init property.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
