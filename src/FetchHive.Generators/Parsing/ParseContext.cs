using System.Collections.Generic;
using System.Text;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>The shared state of one interface's parsers: its options, the findings so far, and the place in the declaration.</summary>
internal sealed class ParseContext(
    INamedTypeSymbol contract, Compilation compilation, string naming, JsonContextSymbol? jsonContext, CancellationToken cancellationToken)
{
    private readonly List<(string Text, ISymbol? Member)> _path = [];
    private ISymbol? _subject;
    private FindingTarget _target;
    private Finding? _tooDeep;

    /// <summary>The interface. Generated code is beside it, so it can name the same types.</summary>
    public INamedTypeSymbol Contract { get; } = contract;

    public Compilation Compilation { get; } = compilation;

    public string Naming { get; } = naming;

    public JsonContextSymbol? JsonContext { get; } = jsonContext;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<Finding> Findings { get; } = [];

    /// <summary>The files that declare the parsed types. If one is edited, the declaration must be parsed again.</summary>
    public HashSet<SyntaxTree> Dependencies { get; } = [];

    /// <summary>The warnings that the parsed types define for their users.</summary>
    public ChosenWarnings Warnings { get; } = new();

    /// <summary>Notes that a type and its base types are parsed.</summary>
    public void DependOn(ITypeSymbol type)
    {
        Warnings.Note(type);
        for (ITypeSymbol? current = type; current is not null && !current.DeclaringSyntaxReferences.IsEmpty; current = current.BaseType)
        {
            foreach (SyntaxReference reference in current.DeclaringSyntaxReferences)
            {
                Dependencies.Add(reference.SyntaxTree);
            }
        }
    }

    /// <summary>
    /// The declaration names a context that isn't one, or doesn't exist. That was reported, and its types aren't known.
    /// </summary>
    public bool HasWrongJsonContext { get; set; }

    /// <summary>A type doesn't exist. The compiler reports that, and the contract is incomplete.</summary>
    public bool HasMissingTypes { get; set; }

    /// <summary>The first type that doesn't exist, and where; <see langword="null"/> for none.</summary>
    public string? MissingType { get; private set; }

    /// <summary>Notes that a type doesn't exist, unless it does.</summary>
    public void NoteMissing(ITypeSymbol type)
    {
        if (Symbols.IsMissing(type))
        {
            HasMissingTypes = true;
            MissingType ??= $"'{TypeNames.Readable(type).TrimEnd('?')}' of '{Path}'";
        }
    }

    /// <summary>Whether generated code may use a member or a type.</summary>
    public bool CanUse(ISymbol symbol) => Compilation.IsSymbolAccessibleWithin(symbol, Contract);

    /// <summary>Begins a parameter (or a return type). Findings in its type point at it.</summary>
    public void Enter(ISymbol subject, FindingTarget target, string name)
    {
        _subject = subject;
        _target = target;
        _path.Clear();
        _path.Add((name, null));
    }

    /// <summary>Steps into the elements of a collection: <c>[]</c>.</summary>
    public void Push(string step) => _path.Add((step, null));

    /// <summary>Steps into a member: <c>.Logo</c>.</summary>
    public void Push(ISymbol member) => _path.Add(("", member));

    public void Pop() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Where the parser is: <c>companies[].Logo</c>.</summary>
    public string Path => FirstSteps(_path.Count).ToString();

    /// <summary>
    /// The path for the start of a message: <c>'companies[].Logo'</c>; of an output, whose root is a method: <c>'Logo' in the output of
    /// 'RunAsync'</c>.
    /// </summary>
    public string Place
    {
        get
        {
            string path = Path;
            string root = _path[0].Text;
            return _subject is not IMethodSymbol ? $"'{path}'"
                : IsAtRoot ? $"The output of '{root}'"
                : $"'{path.Substring(root.Length).TrimStart('.')}' in the output of '{root}'";
        }
    }

    /// <summary>Another member of the type whose member the parser is at: <c>companies[].Icon</c>.</summary>
    public string PathOfSibling(string member) => FirstSteps(_path.Count - 1).Append('.').Append(member).ToString();

    private StringBuilder FirstSteps(int count)
    {
        StringBuilder builder = new();
        for (int i = 0; i < count; i++)
        {
            (string text, ISymbol? member) = _path[i];
            _ = member is null ? builder.Append(text) : builder.Append('.').Append(member.Name);
        }

        return builder;
    }

    /// <summary>Whether the parser is at a parameter's own type, not at a member of it.</summary>
    public bool IsAtRoot => _path.Count == 1;

    /// <summary>
    /// Whether a type's arguments nest too deep to be parsed. It is reported once. After that only shallow types are parsed, because a type
    /// that grows at each step may grow in several directions.
    /// </summary>
    public bool NestsTooDeep(ITypeSymbol type, DiagnosticDescriptor rule)
    {
        bool wasReported = _tooDeep is not null && Findings.Contains(_tooDeep);
        if (!TypeDepth.Exceeds(type, wasReported ? 1 : TypeDepth.Limit))
        {
            return false;
        }

        if (!wasReported)
        {
            Report(rule, rule == ResultRules.UnreadableOutput ? Place : Path, TypeNames.Readable(type), TypeDepth.Advice);
            _tooDeep = Findings[Findings.Count - 1];
        }

        return true;
    }

    /// <summary>The property or field whose declared type the parser is in; <see langword="null"/> in a parameter's own type.</summary>
    private ISymbol? Member
    {
        get
        {
            for (int i = _path.Count - 1; i >= 0; i--)
            {
                if (_path[i].Member is { } member)
                {
                    return member;
                }
            }

            return null;
        }
    }

    /// <summary>Reports a mistake at the parser's place.</summary>
    public void Report(DiagnosticDescriptor rule, params string[] arguments) =>
        Findings.Add(new Finding(rule, _subject!, _target, attribute: null, arguments) { Member = Member });

    /// <summary>Reports a wrong type at the parser's place. The type, or the collection around it, is the declared type there.</summary>
    public void Report(DiagnosticDescriptor rule, ITypeSymbol type, params string[] arguments) =>
        Findings.Add(new Finding(rule, _subject!, _target, attribute: null, arguments) { Member = Member, Type = type });

    public void Report(DiagnosticDescriptor rule, ISymbol subject, FindingTarget target, params string[] arguments) =>
        Findings.Add(new Finding(rule, subject, target, attribute: null, arguments));

    public void ReportAt(
        DiagnosticDescriptor rule, ISymbol subject, AttributeData attribute, FindingTarget target, params string[] arguments) =>
        Findings.Add(new Finding(rule, subject, target, attribute, arguments));

    /// <summary>Whether an error was found since there were this many findings.</summary>
    public bool HasErrorSince(int count)
    {
        for (int i = count; i < Findings.Count; i++)
        {
            if (Findings[i].IsError)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Withdraws the findings since then: a serializer will handle the type.</summary>
    public void TakeBackSince(int count) => Findings.RemoveRange(count, Findings.Count - count);
}
