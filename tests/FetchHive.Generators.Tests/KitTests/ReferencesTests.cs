using System;
using System.Collections.Generic;
using System.Linq;
using FetchHive.Generators.Tests.Kit;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.KitTests;

public class ReferencesTests
{
    [Theory]
    [InlineData(Target.Net10)]
    [InlineData(Target.Net8)]
    [InlineData(Target.NetStandard20)]
    public void Code_using_the_packages_the_runtime_depends_on_compiles_for_each_target(Target target)
    {
        const string Source = """
            public static class Uses
            {
                public static void Write(System.Text.Json.Utf8JsonWriter writer) => writer.WriteString(System.Text.Json.JsonEncodedText.Encode("a"), "b");
                public static object Services(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => services;
            }
            """;

        EmittedLibrary.Build(CompilationSetup.Default with { Target = target }, Source);
        Assert.Contains("FetchHive", References.For(target).AssemblyNames);
    }

    [Theory]
    [InlineData(Target.Net10, "System.Runtime, Version=10.")]
    [InlineData(Target.Net8, "System.Runtime, Version=8.")]
    [InlineData(Target.NetStandard20, "netstandard, Version=2.0.")]
    public void Each_target_compiles_against_its_own_framework_and_the_runtime_built_for_it(Target target, string framework)
    {
        Compilation compilation = (CompilationSetup.Default with { Target = target }).Compile();

        Assert.StartsWith(framework, compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly.ToString(),
            StringComparison.Ordinal);
        IAssemblySymbol runtime = compilation.SourceModule.ReferencedAssemblySymbols.Single(assembly => assembly.Name == "FetchHive");
        Assert.Contains(runtime.Modules.Single().ReferencedAssemblies,
            identity => $"{identity}".StartsWith(framework, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_framework_lacks_does_not_compile_for_it()
    {
        const string Source = "class Uses { System.DateOnly Day; }";

        Assert.Throws<Xunit.Sdk.FailException>(() =>
            EmittedLibrary.Build(CompilationSetup.Default with { Target = Target.NetStandard20 }, Source));
    }

    [Fact]
    public void The_framework_alone_has_no_package_in_it()
    {
        List<string> names = [.. References.FrameworkOnly(Target.Net8).AssemblyNames];

        Assert.Contains("System.Runtime", names);
        Assert.DoesNotContain("FetchHive", names);
        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reference_can_be_taken_out_but_not_one_that_is_not_there()
    {
        References all = References.For(Target.Net10);

        Assert.DoesNotContain("FetchHive", all.Without("FetchHive").AssemblyNames);
        Assert.Contains("FetchHive", all.AssemblyNames);
        Assert.Throws<ArgumentException>(() => all.Without("NoSuchAssembly"));
    }
}
