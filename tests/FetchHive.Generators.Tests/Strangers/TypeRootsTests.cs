using System.Linq;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.Strangers;

public sealed class TypeRootsTests
{
    [Fact]
    public void A_parse_inside_another_leaves_the_outer_one_its_aliases()
    {
        Stranger project = new("", ("Lib", ["Other"], "namespace Lib { public class Dto { } }"));
        Compilation compilation = project.Built().Compile([project.File()]);
        IAssemblySymbol library = compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "Lib");
        INamedTypeSymbol type = library.GetTypeByMetadataName("Lib.Dto")!;

        using TypeRoots outer = TypeRoots.Enter(compilation);
        using (TypeRoots.Enter(compilation))
        {
        }

        Assert.Equal("Other", TypeRoots.Of(type));
        Assert.Equal(["Other"], outer.Aliases);
    }
}
