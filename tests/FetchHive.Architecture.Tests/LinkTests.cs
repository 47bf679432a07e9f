using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace FetchHive.Architecture.Tests;

/// <summary>Links between pages lead to a file that exists, and to a heading in it.</summary>
public partial class LinkTests
{
    [Fact]
    public void Each_link_of_a_page_leads_to_a_file_and_a_heading()
    {
        string[] pages = [.. Repository.FilesIn(Repository.Root).Where(file => Path.GetExtension(file) == ".md")];
        Assert.NotEmpty(pages);

        string[] dead = [.. pages.SelectMany(DeadLinks)];

        Assert.True(dead.Length == 0, $"Links that lead nowhere:\n{string.Join('\n', dead)}");
    }

    private static IEnumerable<string> DeadLinks(string page)
    {
        foreach ((int number, string line) in Prose(page))
        {
            foreach (Match link in Link().Matches(line))
            {
                string address = link.Groups["address"].Value;
                string path = link.Groups["path"].Value;
                string target = path.Length == 0 ? page : Path.GetFullPath(path, Path.GetDirectoryName(page)!);
                bool leads = address.Contains("://", StringComparison.Ordinal)
                    || (link.Groups["heading"] is { Success: true } heading
                        ? File.Exists(target) && Headings(target).Contains(heading.Value)
                        : Path.Exists(target));
                if (!leads)
                {
                    yield return $"{Repository.RelativePath(page)}({number}): {address}";
                }
            }
        }
    }

    private static IEnumerable<string> Headings(string page) => Prose(page)
        .Where(line => line.Text.StartsWith('#'))
        .Select(line => NotInAnchors().Replace(line.Text.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    // Skips code blocks, which have links and headings of other languages.
    private static IEnumerable<(int Number, string Text)> Prose(string page)
    {
        bool isCode = false;
        foreach ((int index, string line) in File.ReadLines(page).Index())
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode)
            {
                yield return (index + 1, line);
            }
        }
    }

    [GeneratedRegex(@"\]\((?<address>(?<path>[^)#\s]*)(#(?<heading>[^)\s]+))?)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
