using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>A target framework that the package supports, as a user's project would name it.</summary>
public enum Target
{
    /// <summary>net10.0</summary>
    Net10,

    /// <summary>net8.0</summary>
    Net8,

    /// <summary>netstandard2.0</summary>
    NetStandard20,
}

internal static class TargetExtensions
{
    /// <summary>The name as in a project file: <c>net8.0</c>.</summary>
    public static string Moniker(this Target target) => target switch
    {
        Target.Net10 => "net10.0",
        Target.Net8 => "net8.0",
        Target.NetStandard20 => "netstandard2.0",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target,
            "Add the new target to Target.Moniker and to References.targets."),
    };

    /// <summary>
    /// The default language version of a test: the newest that the compiler knows, except that a netstandard2.0 library uses C# 9, the
    /// lowest version in which generated code must compile.
    /// </summary>
    public static LanguageVersion DefaultLanguageVersion(this Target target) =>
        target == Target.NetStandard20 ? LanguageVersion.CSharp9 : LanguageVersion.Latest.MapSpecifiedToEffectiveVersion();

    /// <summary>The <c>#if</c> symbols of the SDK that sources in tests use.</summary>
    public static ImmutableArray<string> PreprocessorSymbols(this Target target) => target switch
    {
        Target.Net10 => ["NET", "NETCOREAPP", "NET10_0", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"],
        Target.Net8 => ["NET", "NETCOREAPP", "NET8_0", "NET8_0_OR_GREATER"],
        _ => ["NETSTANDARD", "NETSTANDARD2_0", "NETSTANDARD2_0_OR_GREATER"],
    };
}
