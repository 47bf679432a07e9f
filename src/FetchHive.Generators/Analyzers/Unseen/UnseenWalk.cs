using System;
using System.Collections.Generic;
using System.Threading;

using FetchHive.Generators.Findings;
using FetchHive.Generators.Parsing;
using FetchHive.Generators.Rules;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Analyzers.Unseen;

/// <summary>
/// Reports the parts of an interface and of its types that other generators wrote. It only runs if these parts are known to make a
/// difference.
/// </summary>
internal sealed class UnseenWalk
{
    private const string DeclareType = "declare the type in a C# file of this project, or in a project that this one references";
    private const string DeclareMember = "declare it yourself (a partial property that the other generator completes is seen)";

    private readonly ParseResult _result;
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly GeneratedFiles _files;
    private readonly JsonContextSymbol? _jsonContext;
    private readonly ParseContext _context;
    private readonly HashSet<ITypeSymbol> _visited = new(SymbolEqualityComparer.Default);
    private readonly List<Finding> _parts = [];

    public UnseenWalk(
        ParseResult result, INamedTypeSymbol type, AttributeData attribute, GeneratedFiles files, CancellationToken cancellationToken)
    {
        _result = result;
        _type = type;
        _attribute = attribute;
        _files = files;
        _jsonContext = JsonContextSymbol.Of(attribute);
        _context = new ParseContext(type, files.Compilation, result.Model.Naming, _jsonContext, cancellationToken);
    }

    public static Finding OfInterface(INamedTypeSymbol type, AttributeData attribute, GeneratedFiles files) => files.OthersDeclare(type)
        ? New(type, FindingTarget.Name, null, $"Interface '{type.Name}'", "so it has no client", "declare it in a C# file of this project")
        : New(type, FindingTarget.Name, attribute, $"The attribute of '{type.Name}'", "so it has no client",
        "write it on the interface yourself");

    public void Run()
    {
        VisitJsonContext();
        foreach (ISymbol member in ContractMembers.Of(_type))
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            if (member is IMethodSymbol method)
            {
                VisitMethod(method);
            }
        }

        List<Finding> found = _context.Findings.Count > 0 ? _context.Findings : _parts;
        if (found.Count == 0)
        {
            found.Add(New(
                _type, FindingTarget.Name, null, $"A constant, an alias or an attribute that '{_type.Name}' depends on",
                "so the client is generated without it", "declare it in a C# file of this project"));
        }

        _result.Findings.AddRange(found);
    }

    private void VisitJsonContext()
    {
        if (_attribute.NamedArgument("JsonContext") is not INamedTypeSymbol json)
        {
            return;
        }

        bool isOthers = _files.OthersDeclare(json);
        foreach (AttributeData known in json.GetAttributes())
        {
            isOthers |= known.AttributeClass is { } serializable
                && serializable.Is(KnownTypes.JsonSerializableAttribute)
                && _files.IsOthers(known.ApplicationSyntaxReference?.SyntaxTree);
        }

        if (isOthers)
        {
            _context.ReportAt(
                DeclarationRules.Unseen, _type, _attribute, FindingTarget.JsonContext,
                $"What '{TypeNames.Readable(json)}' knows", "so types that need it have no serializer",
                "declare the context with its [JsonSerializable] attributes yourself");
        }
    }

    private void VisitMethod(IMethodSymbol method)
    {
        if (_files.OthersDeclare(method))
        {
            _context.Report(
                DeclarationRules.Unseen, _type, FindingTarget.Name,
                $"Method '{method.Name}' of '{method.ContainingType.Name}'", "so the client doesn't implement it",
                "declare it in the interface yourself, or give it a body");
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            _context.Enter(parameter, FindingTarget.Type, parameter.Name);
            Visit(parameter.Type);
        }

        _context.Enter(method, FindingTarget.Type, method.Name);
        Visit(method.ReturnType);
    }

    private void Visit(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            VisitElement(array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol named || !_visited.Add(named))
        {
            return;
        }

        if (_files.OthersDeclare(named))
        {
            Report($"Type '{TypeNames.Readable(named)}' of '{_context.Path}'", "so the client can't use it", DeclareType);
            return;
        }

        bool isCollection = Collections.ElementOf(named) is not null || Collections.IsDictionary(named, out _, out _);
        foreach (ITypeSymbol argument in named.TypeArguments)
        {
            if (isCollection)
            {
                VisitElement(argument);
            }
            else
            {
                Visit(argument);
            }
        }

        if (!named.DeclaringSyntaxReferences.IsEmpty && _jsonContext?.Knows(named) != true && !VisitBases(named))
        {
            VisitMembers(named);
        }
    }

    private void VisitElement(ITypeSymbol element)
    {
        _context.Push("[]");
        Visit(element);
        _context.Pop();
    }

    /// <summary>Whether a base type comes from another generator. Then its members do too, and it is enough to report the type.</summary>
    private bool VisitBases(INamedTypeSymbol type)
    {
        if (_files.OthersAddTo(type))
        {
            _parts.Add(New(
                _type, FindingTarget.Name, null, $"A part of type '{TypeNames.Readable(type)}' (a constructor, an attribute or a "
                    + $"base type)",
                "so the client is generated without it", "write it yourself"));
        }

        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (_files.OthersDeclare(current))
            {
                Report($"Base type '{TypeNames.Readable(current)}' of '{_context.Path}'", "so its members are left out", DeclareType);
                return true;
            }
        }

        return false;
    }

    private void VisitMembers(INamedTypeSymbol type)
    {
        foreach (JsonMember member in JsonMembers.Of(type, _context, StringComparer.Ordinal))
        {
            if (member.Attributes.IgnoreAlways)
            {
                continue;
            }

            _context.Push(member.Symbol);
            if (_files.OthersDeclare(member.Symbol))
            {
                Report(_context.Place, "so it is left out", DeclareMember);
            }
            else
            {
                Visit(member.Type);
            }

            _context.Pop();
        }
    }

    private void Report(string what, string consequence, string advice) =>
        _context.Report(DeclarationRules.Unseen, what, consequence, advice);

    private static Finding New(ISymbol subject, FindingTarget target, AttributeData? attribute, params string[] arguments) =>
        new(DeclarationRules.Unseen, subject, target, attribute, arguments);
}
