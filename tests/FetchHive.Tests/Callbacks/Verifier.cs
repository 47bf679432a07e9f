using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace FetchHive.Tests.Callbacks;

/// <summary>The library's two implementations of computing and comparing signatures: for .NET 8 and later, and for .NET Standard
/// 2.0.</summary>
internal sealed class Verifier
{
    public const string Modern = "net10.0";
    public const string Standard20 = "netstandard2.0";

    private static readonly Verifier OfModern = new(typeof(CallbackSignature));
    private static readonly Lazy<Verifier> OfStandard20 = new(() => new(new AssemblyLoadContext(Standard20)
        .LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, Standard20, "FetchHive.dll"))
        .GetType("FetchHive.CallbackSignature", throwOnError: true)!));

    private Verifier(Type type)
    {
        Verify = Method<VerifyFunction>(type, "Verify", typeof(ReadOnlySpan<byte>), typeof(string), typeof(string));
        VerifyAny = Method<VerifyAnyFunction>(type, "Verify", typeof(ReadOnlySpan<byte>), typeof(string), typeof(IReadOnlyList<string>));
    }

    public delegate CallbackSignatureResult VerifyFunction(ReadOnlySpan<byte> body, string? header, string secret);

    public delegate CallbackSignatureResult VerifyAnyFunction(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets);

    public VerifyFunction Verify { get; }

    public VerifyAnyFunction VerifyAny { get; }

    public static Verifier Of(string target) => target == Modern ? OfModern : OfStandard20.Value;

    private static T Method<T>(Type type, string name, params Type[] parameters)
        where T : Delegate => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static, parameters)!.CreateDelegate<T>();
}
