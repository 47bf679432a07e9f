using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.Tests.KitTests;

/// <summary>A code fix made of one change of the text, for fixes that are bad on purpose.</summary>
public abstract class TextFix(Func<string, TextSpan, string> change) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["KT1001", "CS0246"];

    protected virtual string? EquivalenceKey => "fix";

    protected static string Capitalize(string text, TextSpan span) => text[..span.Start] + char.ToUpperInvariant(text[span.Start]) + text[(span.Start + 1)..];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create(
                "Fix it",
                async cancellationToken =>
                {
                    SourceText text = await context.Document.GetTextAsync(cancellationToken);
                    string changed = change(text.ToString(), context.Span);
                    return changed == text.ToString() ? context.Document : context.Document.WithText(SourceText.From(changed));
                },
                EquivalenceKey),
            context.Diagnostics);
        return Task.CompletedTask;
    }
}

public sealed class FixThatChangesNothing() : TextFix((text, _) => text);

public sealed class FixThatNeverEnds() : TextFix((text, _) => text + "\n//");

public sealed class FixThatBreaksTheCode() : TextFix((text, span) => Capitalize(text, span) + " class");

public sealed class FixThatThrows() : TextFix((_, _) => throw new InvalidOperationException("on purpose"));

public sealed class FixWithoutKey() : TextFix(Capitalize)
{
    protected override string? EquivalenceKey => null;
}

public sealed class FixWithoutFixAll() : TextFix(Capitalize)
{
    protected override string? EquivalenceKey => null;

    public override FixAllProvider? GetFixAllProvider() => null;
}

public sealed class FixOfACompilerError() : TextFix((text, span) => text.Remove(span.Start, span.Length).Insert(span.Start, "object"));

/// <summary>One at a time it is right; all at once it leaves some, or does something else.</summary>
public sealed class FixWithBadFixAll() : TextFix(Capitalize)
{
    public override FixAllProvider GetFixAllProvider() => new FirstOnly();

    private sealed class FirstOnly : FixAllProvider
    {
        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Solution];

        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            Document document = fixAllContext.Document!;
            ImmutableArray<Diagnostic> diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(document);
            SourceText text = await document.GetTextAsync(fixAllContext.CancellationToken);
            return CodeAction.Create(
                "Fix all",
                _ => Task.FromResult(document.WithText(SourceText.From(Capitalize(text.ToString(), diagnostics[0].Location.SourceSpan)))),
                "fix");
        }
    }
}

/// <summary>All at once, in the solution, it writes a remark as well.</summary>
public sealed class FixWithOtherFixAll() : TextFix(Capitalize)
{
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        string text = (await document.GetTextAsync(context.CancellationToken)).ToString();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            text = Capitalize(text, diagnostic.Location.SourceSpan);
        }

        return document.WithText(SourceText.From(text + "// all"));
    });
}
