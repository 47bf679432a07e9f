using System.Linq;
using System.Xml.Linq;
using FetchHive.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Tests.RulePages;

public class HelpLinkTests
{
    [Theory]
    [InlineData("https://git.example/owner/name")]
    [InlineData("https://git.example/owner/name/")]
    public void A_rule_links_to_its_page_in_the_project_at_an_address(string projectUrl) =>
        Assert.Equal("https://git.example/owner/name/blob/main/docs/rules/FH1001.md", HelpLinks.For(projectUrl, "FH1001"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_an_address_there_is_no_link(string projectUrl) => Assert.Null(HelpLinks.For(projectUrl, "FH1001"));

    [Fact]
    public void The_address_is_that_of_the_build()
    {
        XDocument props = XDocument.Parse(RuleDocs.Read("build/Version.props"));

        Assert.Equal(props.Descendants("FetchHiveProjectUrl").Single().Value, HelpLinks.ProjectUrl);
    }

    [Fact]
    public void Every_descriptor_has_the_link_of_its_page_and_none_while_the_project_has_no_address()
    {
        foreach (DiagnosticDescriptor rule in Descriptors.Declared.Values)
        {
            Assert.Equal(HelpLinks.For(HelpLinks.ProjectUrl, rule.Id) ?? "", rule.HelpLinkUri);
        }
    }
}
