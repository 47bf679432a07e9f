using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>Which files the packages contain, and what must not be in them.</summary>
public sealed partial class PackageFilesTests(Packages packages)
{
    public static TheoryData<string> Ids { get; } =
        ["FetchHive.Generators", "FetchHive.Emulator", "FetchHive.AspNetCore", "FetchHive.Redis", "FetchHive.Tool"];

    [Fact]
    public void Packing_the_solution_gives_these_packages_and_no_others()
    {
        Assert.Equal(
            Ids.Select(id => $"{id.Data}.{packages.Version}.nupkg").Order(StringComparer.Ordinal),
            packages.FileNames());
    }

    [Fact]
    public void The_main_package_has_the_runtime_library_for_each_framework_and_one_analyzer_slot()
    {
        Assert.Equal(
            [
                "analyzers/dotnet/roslyn4.8/cs/FetchHive.Generators.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/FetchHive.Generators.dll",
                "build/FetchHive.Generators.props",
                "build/FetchHive.Generators.targets",
                "buildTransitive/FetchHive.Generators.props",
                "buildTransitive/FetchHive.Generators.targets",
                "lib/net10.0/FetchHive.dll",
                "lib/net10.0/FetchHive.xml",
                "lib/net8.0/FetchHive.dll",
                "lib/net8.0/FetchHive.xml",
                "lib/netstandard2.0/FetchHive.dll",
                "lib/netstandard2.0/FetchHive.xml",
            ],
            CodeOf("FetchHive.Generators"));
    }

    [Theory]
    [InlineData("FetchHive.Emulator")]
    [InlineData("FetchHive.AspNetCore")]
    [InlineData("FetchHive.Redis")]
    public void The_other_packages_have_their_library_and_nothing_else(string id)
    {
        Assert.Equal(
            [
                $"lib/net10.0/{id}.dll",
                $"lib/net10.0/{id}.xml",
                $"lib/net8.0/{id}.dll",
                $"lib/net8.0/{id}.xml",
            ],
            CodeOf(id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_package_has_a_page_of_its_own_that_says_how_to_install_it_and_links_to_nothing_beside_it(string id)
    {
        PackageFile package = packages.Open(id);
        string page = Encoding.UTF8.GetString(package["README.md"]);

        Assert.Equal("README.md", package.Metadata.Element(package.Metadata.Name.Namespace + "readme")?.Value);
        Assert.StartsWith($"# {id}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        string verb = id == "FetchHive.Tool" ? "dotnet tool install --global" : "dotnet add package";
        Assert.Contains($"{verb} {id}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Unofficial", page, StringComparison.Ordinal);
        Assert.All(Link().Matches(page), link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.True(page.Length < 4000, $"{page.Length} characters: it is what a feed shows, not the manual.");
    }

    [Fact]
    public void The_pages_of_the_rules_are_packed()
    {
        string folder = Path.Combine(Places.RepositoryRoot, "docs", "rules");
        IEnumerable<string> pages = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(page => "docs/rules/" + Path.GetRelativePath(folder, page).Replace('\\', '/'))
            : [];

        Assert.Equal(
            pages.Order(StringComparer.Ordinal),
            packages.Open("FetchHive.Generators").Paths.Where(path => path.StartsWith("docs/", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_file_names_a_place_on_the_machine_that_packed_it(string id)
    {
        PackageFile package = packages.Open(id);
        string[] places =
        [
            Places.RepositoryRoot.TrimEnd('/', '\\'),
            packages.Folder,
            Places.PackageCache.TrimEnd('/', '\\'),
            // With the separator, because "/root" alone may also occur in other text.
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar,
        ];

        foreach (string path in package.Paths)
        {
            foreach (string place in places)
            {
                ReadOnlySpan<byte> content = package[path];
                Assert.False(content.IndexOf(Encoding.UTF8.GetBytes(place)) >= 0, $"{path} contains {place}");
                Assert.False(content.IndexOf(Encoding.Unicode.GetBytes(place)) >= 0, $"{path} contains {place} as UTF-16");
            }
        }
    }

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();

    /// <summary>The files that are code or affect builds. Documentation changes too often to be listed here.</summary>
    private IEnumerable<string> CodeOf(string id) => packages.Open(id).Paths.Where(
        path => !path.EndsWith(".md", StringComparison.Ordinal) && !path.EndsWith(".nuspec", StringComparison.Ordinal));
}
