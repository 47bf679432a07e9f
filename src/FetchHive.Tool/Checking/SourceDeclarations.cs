using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using FetchHive.Generators.Snippets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Tool.Checking;

/// <summary>
/// The deployments that C# sources name: on interfaces, and in calls with constant names. The sources are read without the projects'
/// references, so this needs no restore and no build.
/// </summary>
internal sealed class SourceDeclarations
{
    private readonly HashSet<(string Deployment, string Variant)> _declared = [];

    /// <summary>Whether there are any C# sources. Without them nothing can declare a snippet.</summary>
    public bool HasSources { get; private init; }

    /// <summary>Reads the C# files of a list of files.</summary>
    public static SourceDeclarations Read(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        string[] sources = [.. files.Where(path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        SourceDeclarations declarations = new() { HasSources = sources.Length > 0 };
        SyntaxTree[] trees = [.. sources.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(Parse)];
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sources", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        foreach (SyntaxTree tree in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            declarations.Collect(tree.GetRoot(cancellationToken), compilation);
        }

        return declarations;
    }

    /// <summary>Whether one of the snippet's variants is named.</summary>
    public bool Has(Snippet snippet) =>
        snippet.Variants.Any(variant => _declared.Contains((snippet.Deployment.Value, variant.Value)));

    /// <summary>The variants of a deployment that are named.</summary>
    public string[] VariantsOf(string deployment) =>
    [
        .. _declared
            .Where(declared => declared.Deployment == deployment)
            .Select(declared => $"'{declared.Variant}'")
            .Order(StringComparer.Ordinal),
    ];

    private static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(
        File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None), path);

    private void Collect(SyntaxNode root, CSharpCompilation compilation)
    {
        SemanticModel? model = null;
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (NamesOf(node) is var (deployment, variant)
                && ConstantOf(deployment) is { } name
                && ConstantOf(variant) is { } variantName)
            {
                _declared.Add((name, variantName));
            }
        }

        string? ConstantOf(ExpressionSyntax expression)
        {
            if (expression is LiteralExpressionSyntax literal)
            {
                return literal.Token.Value as string;
            }

            model ??= compilation.GetSemanticModel(root.SyntaxTree);
            return model.GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;
        }
    }

    /// <summary>The two expressions that name a deployment and its variant.</summary>
    private static (ExpressionSyntax Deployment, ExpressionSyntax Variant)? NamesOf(SyntaxNode node) => node switch
    {
        AttributeSyntax { ArgumentList.Arguments: { Count: >= 2 } arguments } attribute
            when LastName(attribute.Name) is "FetchHiveDeployment" or "FetchHiveDeploymentAttribute" =>
            InOrder(arguments, argument => argument.NameColon, argument => argument.Expression),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "InvokeAsync" or "StartAsync" },
            ArgumentList.Arguments: { Count: >= 2 } arguments,
        } => InOrder(arguments, argument => argument.NameColon, argument => argument.Expression),
        _ => null,
    };

    private static (ExpressionSyntax, ExpressionSyntax) InOrder<T>(
        SeparatedSyntaxList<T> arguments, Func<T, NameColonSyntax?> nameOf, Func<T, ExpressionSyntax> valueOf)
        where T : SyntaxNode
    {
        ExpressionSyntax deployment = valueOf(arguments[0]);
        ExpressionSyntax variant = valueOf(arguments[1]);
        foreach (T argument in arguments)
        {
            switch (nameOf(argument)?.Name.Identifier.Text)
            {
                case "deployment":
                    deployment = valueOf(argument);
                    break;
                case "variant":
                    variant = valueOf(argument);
                    break;
            }
        }

        return (deployment, variant);
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => "",
    };
}
