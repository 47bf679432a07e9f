using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>An assembly built in memory: another project of a test, or the result of a run.</summary>
internal sealed record EmittedLibrary(string Name, ImmutableArray<byte> Image)
{
    private readonly PortableExecutableReference _reference = MetadataReference.CreateFromImage(Image, filePath: Name + ".dll");

    /// <summary>The <c>Aliases</c> of the reference; empty by default.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The assembly as a reference for another compilation.</summary>
    public MetadataReference Reference => _reference.WithAliases(Aliases);

    /// <summary>Builds sources as another project. Errors fail the test; warnings don't.</summary>
    public static EmittedLibrary Build(CompilationSetup setup, params SourceFile[] files) => Emit(setup.Compile(files));

    /// <summary>Emits a compilation, or fails the test with its errors.</summary>
    public static EmittedLibrary Emit(Compilation compilation)
    {
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            TestHost.Fail($"'{compilation.AssemblyName}' doesn't compile:\n"
                + DiagnosticText.List(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        }

        return new EmittedLibrary(compilation.AssemblyName
            ?? throw new ArgumentException("Give the compilation an assembly name.", nameof(compilation)), [.. image.ToArray()]);
    }
}
