using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using FetchHive.Generators.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>Descriptors, pages, the index and the release files agree on every rule.</summary>
public partial class RuleListTests
{
    public static TheoryData<string> Ids => [.. Descriptors.Declared.Keys.Union(RuleDocs.PageIds)];

    [Fact]
    public void Every_declared_rule_is_reported() => Assert.Equal(Descriptors.Declared.Keys, Descriptors.Reported.Keys);

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() => Assert.Equal(Descriptors.Declared.Keys, RuleDocs.PageIds);

    [Fact]
    public void The_index_has_one_row_for_each_rule_in_order() =>
    Assert.Equal(Descriptors.Declared.Keys, RuleDocs.Index().Select(row => row.Id));

    [Fact]
    public void The_release_files_have_one_row_for_each_rule_in_order() =>
        Assert.Equal(Descriptors.Declared.Keys, RuleDocs.Releases().Select(row => row.Id).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_severity_category_and_message_of_its_rule(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Declared[id];
        RulePage page = RuleDocs.Page(id);

        Assert.Equal($"{id}: {Descriptors.Title(rule)}", page.Heading);
        Assert.Equal(Descriptors.Text(rule.DefaultSeverity), page.Severity);
        Assert.Equal(rule.Category, page.Category);
        Assert.Matches(PatternOf(Descriptors.Message(rule)), page.Message);
        Assert.Equal(["Why", "Wrong", "Right"], page.Sections);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_index_and_the_page_say_the_same_about_a_rule(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Declared[id];
        IndexRow row = RuleDocs.Index().Single(row => row.Id == id);

        string fix = RuleDocs.Page(id).Fix;
        Assert.Equal(new IndexRow(id, id + ".md", Descriptors.Text(rule.DefaultSeverity), Descriptors.Title(rule), fix == "no fix"
            ? "" : fix["fix: ".Length..]), row);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_release_files_have_the_category_severity_and_title_of_a_rule(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Declared[id];

        Assert.Equal(
            new ReleaseRow(id, rule.Category, rule.DefaultSeverity.ToString(), Descriptors.Title(rule)),
            RuleDocs.Releases().Single(row => row.Id == id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_names_the_mistake_and_ends_in_advice(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Declared[id];

        Assert.Matches(@"^.+: \S.*[^.\s]$", Descriptors.Message(rule));
        Assert.Matches(@"^[A-Z\[].*[^.\s]$", Descriptors.Title(rule));
        Assert.True(rule.IsEnabledByDefault);
    }

    /// <summary>Other tests check that each fix works. This one checks that the pages mention it.</summary>
    [Fact]
    public void The_rules_that_have_a_fix_are_those_whose_page_names_one()
    {
        IEnumerable<string> fixable = typeof(AddPartialFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(fixable, RuleDocs.PageIds.Where(id => RuleDocs.Page(id).Fix.StartsWith("fix: ", StringComparison.Ordinal)));
        Assert.All(RuleDocs.PageIds, id => Assert.Matches("^(no fix|fix: .+)$", RuleDocs.Page(id).Fix));
    }

    [Fact]
    public void Ids_lie_in_the_thousand_of_their_category()
    {
        Dictionary<char, string> categories = new()
        {
            ['0'] = "FetchHive.Build",
            ['1'] = "FetchHive.Declaration",
            ['2'] = "FetchHive.Inputs",
            ['3'] = "FetchHive.Metadata",
            ['4'] = "FetchHive.Results",
            ['5'] = "FetchHive.Snippets",
            ['6'] = "FetchHive.Calls",
        };

        Assert.All(Descriptors.Declared.Values, rule => Assert.Equal(categories[rule.Id[2]], rule.Category));
    }

    /// <summary>
    /// A page names its placeholders, as in <c>'{parameter}'</c>. Each number must always have the same name.
    /// </summary>
    internal static string PatternOf(string format)
    {
        StringBuilder pattern = new("^");
        HashSet<string> seen = [];
        int end = 0;
        foreach (Match match in Placeholder().Matches(format))
        {
            string group = "p" + match.Groups[1].Value;
            pattern.Append(Regex.Escape(format[end..match.Index]));
            pattern.Append(seen.Add(group) ? $@"(?<{group}>\{{[a-z][a-zA-Z ]*\}})" : $@"\k<{group}>");
            end = match.Index + match.Length;
        }

        return pattern.Append(Regex.Escape(format[end..])).Append('$').ToString();
    }

    [Theory]
    [InlineData("'{parameter}' is '{type}': add typeof({type})", true)]
    [InlineData("'{0}' is '{1}': add typeof({1})", false)]
    [InlineData("'{parameter}' is '{type}': add typeof({kind})", false)]
    [InlineData("'{parameter}' is '{type}': add typeof({type}) to it", false)]
    public void The_message_of_a_page_has_named_placeholders_that_are_used_consistently(string message, bool isRight) =>
        Assert.Equal(isRight, Regex.IsMatch(message, PatternOf("'{0}' is '{1}': add typeof({1})")));

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Placeholder();
}
