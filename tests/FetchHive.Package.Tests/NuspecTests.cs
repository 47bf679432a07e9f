using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using FetchHive.Package.Tests.Kit;

namespace FetchHive.Package.Tests;

/// <summary>The packages' metadata and dependencies.</summary>
public sealed class NuspecTests(Packages packages)
{
    [Theory]
    [InlineData(
        "net10.0",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Polly.Core",
        "System.Threading.RateLimiting")]
    [InlineData(
        "net8.0",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Polly.Core",
        "System.Diagnostics.DiagnosticSource",
        "System.Threading.RateLimiting")]
    [InlineData(
        ".NETStandard2.0",
        "Microsoft.Bcl.TimeProvider",
        "Microsoft.Extensions.Http",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.Options.ConfigurationExtensions",
        "Polly.Core",
        "System.Collections.Immutable",
        "System.ComponentModel.Annotations",
        "System.Diagnostics.DiagnosticSource",
        "System.Text.Json",
        "System.Threading.RateLimiting")]
    public void The_main_package_depends_on_what_its_runtime_library_needs_and_no_more(string targetFramework, params string[] dependencies)
    {
        Assert.Equal(dependencies, packages.Open("FetchHive.Generators").Dependencies(targetFramework).Select(Id));
    }

    [Theory]
    [InlineData("FetchHive.Emulator", "net10.0")]
    [InlineData("FetchHive.Emulator", "net8.0")]
    [InlineData("FetchHive.AspNetCore", "net10.0")]
    [InlineData("FetchHive.AspNetCore", "net8.0")]
    public void The_other_packages_pass_all_of_the_main_package_on(string id, string targetFramework)
    {
        XElement dependency = Assert.Single(packages.Open(id).Dependencies(targetFramework));

        Assert.Equal("FetchHive.Generators", Id(dependency));
        Assert.Equal(packages.Version, dependency.Attribute("version")?.Value);
        // By default, NuGet excludes analyzers, and with them the generator.
        Assert.Null(dependency.Attribute("exclude"));
        Assert.Equal("All", dependency.Attribute("include")?.Value);
    }

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void The_package_for_Redis_passes_all_of_the_receivers_on_and_needs_the_Redis_client(string targetFramework)
    {
        XElement[] dependencies = [.. packages.Open("FetchHive.Redis").Dependencies(targetFramework)];

        Assert.Equal(["FetchHive.AspNetCore", "StackExchange.Redis"], dependencies.Select(Id));
        Assert.Equal(packages.Version, dependencies[0].Attribute("version")?.Value);
        Assert.Null(dependencies[0].Attribute("exclude"));
        Assert.Equal("All", dependencies[0].Attribute("include")?.Value);
    }

    [Theory]
    [InlineData("FetchHive.Emulator")]
    [InlineData("FetchHive.AspNetCore")]
    [InlineData("FetchHive.Redis")]
    public void A_package_that_has_a_server_brings_its_shared_framework(string id)
    {
        XElement metadata = packages.Open(id).Metadata;
        IEnumerable<string> references = metadata.Descendants(metadata.Name.Namespace + "frameworkReference")
            .Select(item => item.Attribute("name")!.Value);

        Assert.Equal(["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.App"], references);
    }

    [Theory]
    [MemberData(nameof(PackageFilesTests.Ids), MemberType = typeof(PackageFilesTests))]
    public void A_package_links_to_the_address_of_the_project_and_nowhere_while_there_is_none(string id)
    {
        string address = XDocument.Load(System.IO.Path.Combine(Places.RepositoryRoot, "build", "Version.props"))
            .Descendants("FetchHiveProjectUrl").Single().Value.Trim();
        XElement metadata = packages.Open(id).Metadata;
        XNamespace ns = metadata.Name.Namespace;

        if (address.Length == 0)
        {
            Assert.Null(metadata.Element(ns + "projectUrl"));
            Assert.Null(metadata.Element(ns + "repository"));
        }
        else
        {
            Assert.Equal(address, metadata.Element(ns + "projectUrl")?.Value);
        }
    }

    [Theory]
    [MemberData(nameof(PackageFilesTests.Ids), MemberType = typeof(PackageFilesTests))]
    public void All_packages_have_the_same_version_and_licence(string id)
    {
        PackageFile package = packages.Open(id);

        Assert.Equal(packages.Version, package.Version);
        Assert.Equal("MIT", package.Metadata.Element(package.Metadata.Name.Namespace + "license")?.Value);
    }

    private static string Id(XElement dependency) => dependency.Attribute("id")!.Value;
}
