#if NETSTANDARD2_0
// What newer call sites look for and .NET Standard 2.0 lacks; what the compiler looks for is PolySharp's. Internal, so nothing of it
// reaches a user.
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

// A library that was compiled against the .NET Standard 2.0 assembly names it there when it sets an init property.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
