using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Caching;

/// <summary>
/// Keeps the model of each declaration until something that it depends on changes. The driver asks for every annotated interface again
/// after every edit anywhere, because any name may have changed its meaning. Parsing a thousand of them takes half a second, which would be
/// felt at every keystroke.
/// </summary>
/// <remarks>
/// Keyed weakly by the declaration's syntax, so that an entry lives as long as its file. A hit needs the same files, references and options
/// as before. Files may only differ inside of types (<see cref="SyntaxHeaders"/>), and none of those may declare a type that the
/// declaration refers to.
/// </remarks>
internal static class ContractCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>Finds the kept model of a declaration, if it is still valid.</summary>
    /// <param name="model">The model; null when the declaration isn't a contract.</param>
    public static bool TryFind(
        SyntaxNode declaration, CompilationState state, out ContractModel? model, CancellationToken cancellationToken)
    {
        model = null;
        if (!Entries.TryGetValue(declaration, out Entry? entry))
        {
            return false;
        }

        CompilationState earlier = entry.State;
        if (!ReferenceEquals(earlier, state))
        {
            if (state.EditedSince(earlier, cancellationToken) is not { } edited || entry.DependsOnAny(edited))
            {
                return false;
            }

            entry.State = state;
        }

        model = entry.Model;
        return true;
    }

    /// <summary>Keeps the model of a declaration, or that it isn't a contract.</summary>
    /// <param name="dependencies">The files of the types that the declaration refers to, and all of its own.</param>
    public static void Keep(SyntaxNode declaration, CompilationState state, ContractModel? model, HashSet<SyntaxTree> dependencies)
    {
        Entries.Remove(declaration);

        // Another thread may have added a model of the same declaration. Both are equal.
        _ = Entries.GetValue(declaration, _ => new Entry(state, model, dependencies));
    }

    private sealed class Entry(CompilationState state, ContractModel? model, HashSet<SyntaxTree> dependencies)
    {
        private CompilationState _state = state;

        public ContractModel? Model { get; } = model;

        /// <summary>The last state in which the model was found to be valid.</summary>
        public CompilationState State
        {
            get => Volatile.Read(ref _state);
            set => Volatile.Write(ref _state, value);
        }

        public bool DependsOnAny(HashSet<SyntaxTree> edited) => dependencies.Overlaps(edited);
    }
}
