using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace FetchHive.Generators.CodeFixes;

/// <summary>
/// Makes the edits of one or many fixes together on one solution, so that fixes of the same declaration don't conflict. An edit that
/// several diagnostics need is made once.
/// </summary>
internal sealed class FixSession(Solution solution, CancellationToken cancellationToken)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly HashSet<(DocumentId, TextSpan, string)> _done = [];
    private readonly Dictionary<(Type, string), object> _pending = [];
    private readonly List<Func<Task>> _finishers = [];
    private readonly List<Func<Solution, Task<Solution>>> _steps = [];

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public Task<DocumentEditor> EditorOfAsync(Document document) => _editor.GetDocumentEditorAsync(document.Id, CancellationToken);

    /// <summary>Replaces a node of the original solution, unless a fix has already made this edit.</summary>
    public async Task ReplaceAsync<T>(Document document, T node, string what, Func<T, TypeWriter, SyntaxNode> replacement)
        where T : SyntaxNode
    {
        if (IsFirst(document, node, what))
        {
            DocumentEditor editor = await EditorOfAsync(document).ConfigureAwait(false);
            TypeWriter types = TypesAt(editor, node);
            editor.ReplaceNode(node, (current, _) => current is T typed ? replacement(typed, types) : current);
        }
    }

    public static TypeWriter TypesAt(DocumentEditor editor, SyntaxNode node) => new(editor.Generator, editor.SemanticModel, node.SpanStart);

    /// <summary>Whether an edit of a node is requested for the first time.</summary>
    public bool IsFirst(Document document, SyntaxNode node, string what) => _done.Add((document.Id, node.Span, what));

    /// <summary>A shared edit to which several fixes add before it is written.</summary>
    /// <param name="key">Identifies the edit.</param>
    /// <param name="create">Creates the edit on first use.</param>
    /// <param name="finish">Writes the edit after all fixes.</param>
    public T Pending<T>(string key, Func<T> create, Func<T, Task> finish)
        where T : class
    {
        if (_pending.TryGetValue((typeof(T), key), out object? known))
        {
            return (T)known;
        }

        T created = create();
        _pending.Add((typeof(T), key), created);
        _finishers.Add(() => finish(created));
        return created;
    }

    /// <summary>The pending edits of one kind.</summary>
    public IEnumerable<T> AllPending<T>() => _pending.Values.OfType<T>();

    /// <summary>
    /// Edits an additional file. The function receives the text after earlier edits, and returns it unchanged if there is nothing to do.
    /// </summary>
    public void EditText(TextDocument document, Func<SourceText, SourceText> edit) => _steps.Add(async solution =>
    {
        if (solution.GetAdditionalDocument(document.Id) is not { } current)
        {
            return solution;
        }

        SourceText text = await current.GetTextAsync(CancellationToken).ConfigureAwait(false);
        SourceText edited = edit(text);
        return edited == text ? solution : solution.WithAdditionalDocumentText(document.Id, edited);
    });

    /// <summary>Adds a change that needs the whole solution. It runs after all edits of source files.</summary>
    public void AddStep(Func<Solution, Task<Solution>> step) => _steps.Add(step);

    public async Task<Solution> FinishAsync()
    {
        foreach (Func<Task> finish in _finishers)
        {
            await finish().ConfigureAwait(false);
        }

        Solution changed = _editor.GetChangedSolution();
        foreach (Func<Solution, Task<Solution>> step in _steps)
        {
            changed = await step(changed).ConfigureAwait(false);
        }

        return changed;
    }
}
