using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

using FetchHive.Generators.Model;

using Microsoft.CodeAnalysis;

namespace FetchHive.Generators.Caching;

/// <summary>
/// Caches the model of each declaration until something that it depends on changes. The driver requests every annotated interface again
/// after every edit anywhere, because any name may have changed its meaning. Parsing a thousand of them takes half a second, which would be
/// felt at every keystroke.
/// </summary>
/// <remarks>
/// The keys are weak references to the declarations' syntax, so an entry lives as long as its file. An entry is valid for the same files,
/// references and options. Files may only differ in the bodies of types (<see cref="SyntaxHeaders"/>), and no file that differs may declare
/// a type that the declaration refers to.
/// </remarks>
internal static class ContractCache
{
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> Entries = new();

    /// <summary>Finds the cached model of a declaration, if it is still valid.</summary>
    /// <param name="model">The model; <see langword="null"/> if the declaration isn't a contract.</param>
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

    /// <summary>Caches the model of a declaration, or the fact that it isn't a contract.</summary>
    /// <param name="dependencies">The files of the declaration itself and of the types that it refers to.</param>
    public static void Keep(SyntaxNode declaration, CompilationState state, ContractModel? model, HashSet<SyntaxTree> dependencies)
    {
        Entries.Remove(declaration);

        // Another thread may have added a model of the same declaration. The two are equal.
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
