using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Architecture.Tests;

/// <summary>Debuggers, serializers and assertions read properties without a <c>try</c>. What may throw is a method.</summary>
public class GetterTests
{
    [Theory]
    [InlineData("FetchHive")]
    [InlineData("FetchHive.AspNetCore")]
    [InlineData("FetchHive.Redis")]
    [InlineData("FetchHive.Emulator")]
    public void Getters_of_public_properties_do_not_throw(string library)
    {
        string folder = Path.Combine(Repository.Root, "src", library);
        string[] files = [.. Repository.FilesIn(folder).Where(static file => Path.GetExtension(file) == ".cs")];
        Assert.NotEmpty(files);

        List<string> found = [];
        foreach (string file in files)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(
                File.ReadAllText(file),
                new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]),
                cancellationToken: TestContext.Current.CancellationToken);
            found.AddRange(tree.GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes()
                .OfType<PropertyDeclarationSyntax>()
                .Where(static property => IsPublic(property) && Throws(property))
                .Select(property => $"{Repository.RelativePath(file)}: {property.Identifier.Text}"));
        }

        Assert.True(found.Count == 0, $"Getters that throw. Make each a method, such as GetValue():\n{string.Join('\n', found)}");
    }

    private static bool IsPublic(MemberDeclarationSyntax member) =>
        member.AncestorsAndSelf().OfType<MemberDeclarationSyntax>()
            .All(static part => part is BaseNamespaceDeclarationSyntax or { Parent: InterfaceDeclarationSyntax }
                || part.Modifiers.Any(SyntaxKind.PublicKeyword)
                || part.Modifiers.Any(SyntaxKind.ProtectedKeyword));

    private static bool Throws(PropertyDeclarationSyntax property)
    {
        SyntaxNode? getter = property.ExpressionBody
            ?? (SyntaxNode?)property.AccessorList?.Accessors.FirstOrDefault(static part => part.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter?.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax) == true;
    }
}
