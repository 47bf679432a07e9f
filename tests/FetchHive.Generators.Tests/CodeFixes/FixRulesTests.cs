using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using FetchHive.Generators.Analyzers;
using FetchHive.Generators.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.CodeFixes;

public class FixRulesTests
{
    private static readonly Type[] Fixes =
        [.. typeof(DeploymentCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))];

    [Fact]
    public void Every_rule_that_promises_a_fix_has_one() => Assert.Empty(
        new[]
        {
            "FH1001", "FH1002", "FH1003", "FH1007", "FH1010", "FH2002", "FH2003", "FH2005", "FH2008", "FH2009",
            "FH3001", "FH3002", "FH3003", "FH3006", "FH3007", "FH4001", "FH4002", "FH4003", "FH4005", "FH4007", "FH4008", "FH6001",
            "FH2016", "FH4012", "FH5002", "FH5003", "FH5004", "FH5005", "FH5006", "FH5010", "FH5012",
            "FH6009", "FH6010", "FH6012", "FH6013", "FH6018",
        }.Except(Fixes.SelectMany(Ids)));

    [Fact]
    public void Every_fix_is_for_rules_that_exist()
    {
        HashSet<string> rules =
        [
            .. typeof(DeploymentAnalyzer).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
                .Select(rule => rule.Id),
        ];

        Assert.NotEmpty(Fixes);
        Assert.All(Fixes, fix => Assert.Subset(rules, Ids(fix).ToHashSet()));
    }

    [Fact]
    public void Every_fix_is_exported_under_its_own_name() => Assert.All(Fixes, fix =>
    {
        ExportCodeFixProviderAttribute? export = fix.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal([Microsoft.CodeAnalysis.LanguageNames.CSharp], export.Languages);
        Assert.Equal(fix.Name, export.Name);
    });

    [Fact]
    public void The_assembly_is_bound_to_nothing_but_what_every_editor_carries()
    {
        Dictionary<string, Version> bound = typeof(DeploymentCodeFix).Assembly.GetReferencedAssemblies()
            .ToDictionary(name => name.Name!, name => name.Version!);

        Assert.Subset(
            new HashSet<string> { "netstandard", "System.Collections.Immutable", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp",
                "Microsoft.CodeAnalysis.Workspaces" },
            bound.Keys.ToHashSet());
        Assert.Equal(new Version(6, 0, 0, 0), bound["System.Collections.Immutable"]);
        Assert.Equal(new Version(4, 5, 0, 0), bound["Microsoft.CodeAnalysis"]);
    }

    private static IEnumerable<string> Ids(Type fix) => ((CodeFixProvider)Activator.CreateInstance(fix)!).FixableDiagnosticIds;
}
