using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Reflection;
using FetchHive.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FetchHive.Generators.Tests.RulePages;

/// <summary>The rules in the shipped assembly, found by reflection so that none can be missing from a list.</summary>
internal static class Descriptors
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Every analyzer of the assembly.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(FetchHiveGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules that the analyzers and the generator can report, by id. The generator itself reports one.</summary>
    public static SortedDictionary<string, DiagnosticDescriptor> Reported { get; } =
        ById([.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics), BuildRules.NoClient]);

    /// <summary>All rules that the assembly declares, in any class, by id.</summary>
    public static SortedDictionary<string, DiagnosticDescriptor> Declared { get; } = ById(typeof(FetchHiveGenerator).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(AnyStatic))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!));

    /// <summary>A severity as the compiler prints it.</summary>
    public static string Text(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "hidden",
    };

    public static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);

    /// <summary>A rule's message, with its numbered placeholders.</summary>
    public static string Message(DiagnosticDescriptor rule) => rule.MessageFormat.ToString(CultureInfo.InvariantCulture);

    private static SortedDictionary<string, DiagnosticDescriptor> ById(IEnumerable<DiagnosticDescriptor> rules)
    {
        SortedDictionary<string, DiagnosticDescriptor> byId = new(StringComparer.Ordinal);
        foreach (DiagnosticDescriptor rule in rules)
        {
            if (!byId.TryAdd(rule.Id, rule) && !ReferenceEquals(byId[rule.Id], rule))
            {
                throw new InvalidOperationException($"Two rules have the id {rule.Id}.");
            }
        }

        return byId;
    }
}
