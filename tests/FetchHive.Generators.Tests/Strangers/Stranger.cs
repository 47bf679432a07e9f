using System.Collections.Immutable;
using System.Linq;
using FetchHive.Generators.Tests.Kit;

namespace FetchHive.Generators.Tests.Strangers;

/// <summary>Someone else's project: its source, and the projects that it references, which are built first and in order.</summary>
internal sealed record Stranger(string Source, params ImmutableArray<(string Name, string[] Aliases, string Source)> References)
{
    public CompilationSetup Setup { get; init; } = CompilationSetup.Default;

    /// <summary>The project's set-up with its references built.</summary>
    public CompilationSetup Built()
    {
        CompilationSetup setup = Setup;
        foreach ((string name, string[] aliases, string source) in References)
        {
            CompilationSetup library = Setup with { AssemblyName = name, Libraries = setup.Libraries };
            EmittedLibrary built = GeneratorRun.Of(new FetchHiveGenerator(), library, Strangers.Usings + source).Emit();
            setup = setup with { Libraries = setup.Libraries.Add(built with { Aliases = [.. aliases] }) };
        }

        return setup;
    }

    /// <summary>The source with its usings, after the aliases that it declares.</summary>
    public SourceFile File()
    {
        string[] lines = Source.Split('\n');
        int aliases = lines.TakeWhile(line => line.StartsWith("extern alias", System.StringComparison.Ordinal)).Count();
        return string.Join('\n', [.. lines[..aliases], Strangers.Usings, .. lines[aliases..]]);
    }
}
