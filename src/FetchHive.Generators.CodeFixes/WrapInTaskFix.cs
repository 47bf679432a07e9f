using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

using FetchHive.Generators.Parsing;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FetchHive.Generators.CodeFixes;

/// <summary>FH1007: wraps a method's return type in a task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrapInTaskFix))]
public sealed class WrapInTaskFix : DeploymentCodeFix
{
    private const string Key = "Return a Task";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("FH1007");

    private protected override Task<IReadOnlyList<FixOffer>> FindOffersAsync(FixTarget target)
    {
        IReadOnlyList<FixOffer> offers = Find(target) is { } offer ? [offer] : [];
        return Task.FromResult(offers);
    }

    private static FixOffer? Find(FixTarget target)
    {
        if (target.NodeAt<TypeSyntax>() is not { Parent: MethodDeclarationSyntax } type
            || target.Model.GetTypeInfo(type, target.CancellationToken).Type is not { } result)
        {
            return null;
        }

        bool isVoid = result.SpecialType == SpecialType.System_Void;
        INamedTypeSymbol? task = target.Compilation.GetTypeByMetadataName(
            isVoid ? "System.Threading.Tasks.Task" : "System.Threading.Tasks.Task`1");
        return task is null || !(isVoid || CanBeOutput(result))
            ? null
            : new FixOffer(
                isVoid ? "Return Task" : $"Return Task<{type.WithoutTrivia()}>", Key,
                session => session.ReplaceAsync(target.Document, type, Key, (current, types) => Wrap(current, task, types)));
    }

    private static TypeSyntax Wrap(TypeSyntax type, INamedTypeSymbol task, TypeWriter types) =>
        (task.IsGenericType ? types.Generic(task, type.WithoutTrivia()) : types.Type(task)).WithTriviaFrom(type);

    /// <summary>
    /// Whether the type can be an output. A task of a type that contains a task, is a stream of values, or can't be a type argument would
    /// cause another diagnostic.
    /// </summary>
    private static bool CanBeOutput(ITypeSymbol type)
    {
        if (type.IsRefLikeType || type.IsStatic || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate
            or TypeKind.Dynamic
            || type.SpecialType == SpecialType.System_Object)
        {
            return false;
        }

        if (type is not INamedTypeSymbol named)
        {
            return true;
        }

        return !named.IsTask()
            && !named.Is(KnownTypes.IAsyncEnumerable)
            && !(named.TypeArguments.Length == 1 && (named.IsRuntimeType("WorkflowRun") || named.IsRuntimeType("AcceptedRun"))
                && named.TypeArguments[0] is INamedTypeSymbol inner
                && (inner.IsTask() || inner.IsRuntimeType("WorkflowRun") || inner.IsRuntimeType("AcceptedRun")));
    }
}
