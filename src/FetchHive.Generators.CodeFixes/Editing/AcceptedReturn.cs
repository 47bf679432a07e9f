using System;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// Changes a method's return type to <c>AcceptedRun&lt;T&gt;</c> of its current output type. A method without an output gets a string,
/// because every output can be read as one.
/// </summary>
internal sealed class AcceptedReturn
{
    private AcceptedReturn(string output, Func<FixSession, Task> apply)
    {
        Output = output;
        ApplyAsync = apply;
    }

    /// <summary>The <c>T</c>, as it is written.</summary>
    public string Output { get; }

    public Func<FixSession, Task> ApplyAsync { get; }

    /// <summary>The change for a return type; <see langword="null"/> if it isn't a task.</summary>
    public static AcceptedReturn? For(FixTarget target, TypeSyntax type)
    {
        if (target.Compilation.GetTypeByMetadataName("FetchHive.AcceptedRun`1") is not { } accepted
            || RightmostName(type) is not { Identifier.ValueText: "Task" or "ValueTask" } task)
        {
            return null;
        }

        if (task is not GenericNameSyntax generic)
        {
            return New(target, task, "string", (current, types) => SyntaxFactory.GenericName(
                current.Identifier.WithTrailingTrivia(),
                TypeWriter.ArgumentList(
                    types.Generic(accepted, SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.StringKeyword)))))
                .WithTrailingTrivia(current.GetTrailingTrivia()));
        }

        if (generic.TypeArgumentList.Arguments.Count != 1
            || generic.TypeArgumentList.Arguments[0] is OmittedTypeArgumentSyntax or { IsMissing: true })
        {
            return null;
        }

        TypeSyntax argument = generic.TypeArgumentList.Arguments[0];
        bool isRun = target.Model.GetTypeInfo(argument, target.CancellationToken).Type?.IsRuntimeType("WorkflowRun") == true;
        TypeSyntax? output = !isRun
            ? argument
            : RightmostName(argument) is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } held } ? held[0] : null;
        return output is null ? null : New(target, argument, output.WithoutTrivia().ToString(), (current, types) =>
            types.Generic(accepted, output.WithoutTrivia()).WithTriviaFrom(current));
    }

    private static AcceptedReturn New<T>(FixTarget target, T node, string output, Func<T, TypeWriter, SyntaxNode> replace)
        where T : TypeSyntax =>
        new(output, session => session.ReplaceAsync(target.Document, node, "AcceptedRun", replace));

    private static SimpleNameSyntax? RightmostName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple,
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        _ => null,
    };
}
