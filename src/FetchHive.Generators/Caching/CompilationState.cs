using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Caching;

/// <summary>
/// What determines the meaning of names in a compilation: its files, references and options. If an edit doesn't add, remove or rename
/// anything that declarations elsewhere can refer to, declarations in untouched files keep their meaning.
/// </summary>
internal sealed class CompilationState
{
    private static readonly ConditionalWeakTable<Compilation, CompilationState> States = new();

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly CompilationOptions _options;
    private readonly object _gate = new();

    // Thousands of declarations compare with the same earlier state, so the result is cached. The reference is weak, because the chain of
    // states must not grow.
    private readonly ConditionalWeakTable<CompilationState, Edit> _edits = new();

    private CompilationState(Compilation compilation)
    {
        _trees = ImmutableArray.CreateRange(compilation.SyntaxTrees);
        _references = ImmutableArray.CreateRange(compilation.References);
        _options = compilation.Options;
    }

    public static CompilationState Of(Compilation compilation) =>
        States.GetValue(compilation, static compilation => new CompilationState(compilation));

    /// <summary>
    /// The files that were edited since an earlier state. <see langword="null"/> if more than the bodies of types changed, because then any
    /// name may have another meaning.
    /// </summary>
    public HashSet<SyntaxTree>? EditedSince(CompilationState earlier, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_edits.TryGetValue(earlier, out Edit? edit))
            {
                edit = new Edit(Compare(earlier, cancellationToken));
                _edits.Add(earlier, edit);
            }

            return edit.Files;
        }
    }

    private HashSet<SyntaxTree>? Compare(CompilationState earlier, CancellationToken cancellationToken)
    {
        if (!_options.Equals(earlier._options) || _trees.Length != earlier._trees.Length || !HaveSameReferences(earlier))
        {
            return null;
        }

        HashSet<SyntaxTree> edited = [];
        for (int i = 0; i < _trees.Length; i++)
        {
            SyntaxTree before = earlier._trees[i];
            if (before == _trees[i])
            {
                continue;
            }

            if (!SyntaxHeaders.AreSame(before, _trees[i], cancellationToken))
            {
                return null;
            }

            edited.Add(before);
        }

        return edited;
    }

    private bool HaveSameReferences(CompilationState earlier)
    {
        if (_references.Length != earlier._references.Length)
        {
            return false;
        }

        for (int i = 0; i < _references.Length; i++)
        {
            if (!ReferenceEquals(_references[i], earlier._references[i]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Edit(HashSet<SyntaxTree>? files)
    {
        public HashSet<SyntaxTree>? Files { get; } = files;
    }
}
