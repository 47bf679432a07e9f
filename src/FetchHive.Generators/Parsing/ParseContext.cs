using System.Collections.Generic;
using System.Text;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Parsing;

/// <summary>
/// The shared state of the parsers of one interface: its options, the findings so far, and the current place in the declaration.
/// </summary>
internal sealed class ParseContext(
    INamedTypeSymbol contract, Compilation compilation, string naming, JsonContextSymbol? jsonContext, CancellationToken cancellationToken)
{
    private readonly List<(string Text, ISymbol? Member)> _path = [];
    private ISymbol? _subject;
    private FindingTarget _target;
    private Finding? _tooDeep;

    /// <summary>The interface. Generated code is declared beside it, so it can name the same types.</summary>
    public INamedTypeSymbol Contract { get; } = contract;

    public Compilation Compilation { get; } = compilation;

    public string Naming { get; } = naming;

    public JsonContextSymbol? JsonContext { get; } = jsonContext;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public List<Finding> Findings { get; } = [];

    /// <summary>The files that declare the parsed types. If one is edited, the declaration must be parsed again.</summary>
    public HashSet<SyntaxTree> Dependencies { get; } = [];

    /// <summary>The warnings that the parsed types define for code that uses them.</summary>
    public ChosenWarnings Warnings { get; } = new();

    /// <summary>Adds the files of a type and its base types to the dependencies.</summary>
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
    /// Whether the declaration's <c>JsonContext</c> isn't a context or doesn't exist. This was reported, and the context's types aren't
    /// known.
    /// </summary>
    public bool HasWrongJsonContext { get; set; }

    /// <summary>Whether a type doesn't exist. The compiler reports that, and the contract is incomplete.</summary>
    public bool HasMissingTypes { get; set; }

    /// <summary>The first type that doesn't exist, and where it is used; <see langword="null"/> for none.</summary>
    public string? MissingType { get; private set; }

    /// <summary>Records a type if it doesn't exist.</summary>
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

    /// <summary>Enters a parameter or a return type. Findings in its type point at it.</summary>
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

    /// <summary>The current place: <c>companies[].Logo</c>.</summary>
    public string Path => FirstSteps(_path.Count).ToString();

    /// <summary>
    /// The current place for the start of a message: <c>'companies[].Logo'</c>, or for an output, whose root is a method, <c>'Logo' in the
    /// output of 'RunAsync'</c>.
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

    /// <summary>The path of another member of the current member's type: <c>companies[].Icon</c>.</summary>
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

    /// <summary>Whether the current place is a parameter or a return type itself, not a part of it.</summary>
    public bool IsAtRoot => _path.Count == 1;

    /// <summary>
    /// Whether a type's arguments are nested too deeply to be parsed. This is reported once. After that only shallow types are parsed,
    /// because a type that grows at each step may grow in several directions.
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

    /// <summary>The property or field at the current place; <see langword="null"/> for a parameter or a return type.</summary>
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

    /// <summary>Reports a mistake at the current place.</summary>
    public void Report(DiagnosticDescriptor rule, params string[] arguments) =>
        Findings.Add(new Finding(rule, _subject!, _target, attribute: null, arguments) { Member = Member });

    /// <summary>Reports a wrong type at the current place, where it is the declared type or an element of that.</summary>
    public void Report(DiagnosticDescriptor rule, ITypeSymbol type, params string[] arguments) =>
        Findings.Add(new Finding(rule, _subject!, _target, attribute: null, arguments) { Member = Member, Type = type });

    public void Report(DiagnosticDescriptor rule, ISymbol subject, FindingTarget target, params string[] arguments) =>
        Findings.Add(new Finding(rule, subject, target, attribute: null, arguments));

    public void ReportAt(
        DiagnosticDescriptor rule, ISymbol subject, AttributeData attribute, FindingTarget target, params string[] arguments) =>
        Findings.Add(new Finding(rule, subject, target, attribute, arguments));

    /// <summary>Whether one of the findings after the first <paramref name="count"/> is an error.</summary>
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

    /// <summary>Removes the findings after the first <paramref name="count"/>, because a serializer will handle the type.</summary>
    public void TakeBackSince(int count) => Findings.RemoveRange(count, Findings.Count - count);
}
