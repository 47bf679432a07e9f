using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.Kit;

/// <summary>
/// A diagnostic that a test expects. Id and location are always compared (no location means: none in source); severity, message and arguments where
/// they are given. A diagnostic's further locations are compared where more than one is given.
/// </summary>
internal sealed record DiagnosticResult
{
    private DiagnosticResult(string id, DiagnosticSeverity? severity)
    {
        Id = id;
        Severity = severity;
    }

    /// <summary>Expects a rule with its own default severity.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
    {
    }

    /// <summary>The diagnostic's id.</summary>
    public string Id { get; }

    /// <summary>The effective severity, or null for any.</summary>
    public DiagnosticSeverity? Severity { get; private init; }

    /// <summary>The whole message, or null for any.</summary>
    public string? Message { get; private init; }

    /// <summary>What the message was formatted with, or null for anything.</summary>
    public ImmutableArray<object?>? Arguments { get; private init; }

    private ImmutableArray<ExpectedLocation> Locations { get; init; } = [];

    /// <summary>How much it asks for: what asks for more chooses first.</summary>
    public int Specificity => (Message is null ? 0 : 2) + (Arguments is null ? 0 : 2) + (Severity is null ? 0 : 1);

    /// <summary>Expects an error of the compiler.</summary>
    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    /// <summary>Expects a warning of the compiler.</summary>
    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    /// <summary>Expects an id, whatever its severity, at a marked span.</summary>
    public static DiagnosticResult At(string id, MarkedSpan span) =>
        new(id, severity: null) { Locations = [new ExpectedLocation(span.Path, span.Lines, HasEnd: true)] };

    /// <summary>At the place marked <c>{|#key:…|}</c>. More than one such call expects further locations.</summary>
    public DiagnosticResult WithLocation(int markupKey) => Add(new ExpectedLocation(null, default, HasEnd: true, markupKey));

    /// <summary>Starting at a line and column, both counted from 1, in the test's only, or first, file.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation("/0/Test0.cs", line, column);

    /// <summary>Starting at a line and column of a file, both counted from 1.</summary>
    public DiagnosticResult WithLocation(string path, int line, int column) =>
        Add(new ExpectedLocation(path, new LinePositionSpan(At(line, column), At(line, column)), HasEnd: false));

    /// <summary>From one place to another of the test's only, or first, file, all counted from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan("/0/Test0.cs", startLine, startColumn, endLine, endColumn);

    /// <summary>From one place to another of a file, all counted from 1.</summary>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        Add(new ExpectedLocation(path, new LinePositionSpan(At(startLine, startColumn), At(endLine, endColumn)), HasEnd: true));

    /// <summary>With a message formatted with these arguments.</summary>
    public DiagnosticResult WithArguments(params object?[] arguments) => this with { Arguments = [.. arguments] };

    /// <summary>With exactly this message.</summary>
    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    /// <summary>With a severity other than the rule's own.</summary>
    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    /// <summary>Puts marked spans in the place of markup keys.</summary>
    /// <exception cref="FormatException">No span is marked with a key.</exception>
    public DiagnosticResult Resolve(IEnumerable<MarkedSpan> spans) => this with
    {
        Locations =
        [
            .. Locations.Select(location =>
            {
                if (location.MarkupKey is not { } key)
                {
                    return location;
                }

                MarkedSpan span = spans.FirstOrDefault(span => span.Number == key)
                    ?? throw new FormatException($"{Id} is expected at place #{key}, but no span is marked {{|#{key}:…|}}: mark it.");
                return new ExpectedLocation(span.Path, span.Lines, HasEnd: true);
            }),
        ],
    };

    /// <summary>Whether a diagnostic is what is expected.</summary>
    public bool Matches(Diagnostic diagnostic) =>
        diagnostic.Id == Id
        && (Severity is null || diagnostic.Severity == Severity)
        && (Message is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == Message)
        && (Arguments is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == Format(diagnostic.Descriptor, Arguments.Value))
        && MatchesLocations(diagnostic);

    /// <inheritdoc/>
    public override string ToString()
    {
        string place = Locations.IsEmpty ? "(no location)" : string.Join(" and ", Locations);
        string message = Message ?? (Arguments is { } arguments ? $"with arguments {string.Join(", ", arguments.Select(argument => $"'{argument}'"))}" : "");
        return $"{place}: {Severity?.ToString().ToLowerInvariant() ?? "any severity"} {Id}{(message.Length == 0 ? "" : ": " + message)}";
    }

    private bool MatchesLocations(Diagnostic diagnostic)
    {
        if (Locations.IsEmpty)
        {
            return !diagnostic.Location.IsInSource;
        }

        if (!Locations[0].Matches(diagnostic.Location))
        {
            return false;
        }

        return Locations.Length == 1
            || (diagnostic.AdditionalLocations.Count == Locations.Length - 1
                && diagnostic.AdditionalLocations.Zip(Locations.Skip(1), (found, expected) => expected.Matches(found)).All(same => same));
    }

    private static string Format(DiagnosticDescriptor descriptor, ImmutableArray<object?> arguments) =>
        string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. arguments]);

    private static LinePosition At(int line, int column) => new(line - 1, column - 1);

    private DiagnosticResult Add(ExpectedLocation location) => this with { Locations = Locations.Add(location) };

    private readonly record struct ExpectedLocation(string? Path, LinePositionSpan Lines, bool HasEnd, int? MarkupKey = null)
    {
        public bool Matches(Location location)
        {
            FileLinePositionSpan found = location.GetLineSpan();
            return found.Path == Path && found.StartLinePosition == Lines.Start && (!HasEnd || found.EndLinePosition == Lines.End);
        }

        public override string ToString() => MarkupKey is { } key
            ? $"#{key}"
            : $"{Path}({Lines.Start.Line + 1},{Lines.Start.Character + 1}{(HasEnd ? $",{Lines.End.Line + 1},{Lines.End.Character + 1}" : "")})";
    }
}
