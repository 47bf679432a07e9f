using System.Collections.Generic;
using System.Threading.Tasks;

namespace FetchHive;

/// <summary>The source of rows, synchronous or asynchronous.</summary>
internal abstract class RowSource<TRow>
{
    public abstract TRow Current { get; }

    /// <summary>Moves to the next row. It must not be called again before the task has completed.</summary>
    public abstract ValueTask<bool> MoveNextAsync();

    public abstract ValueTask DisposeAsync();

    public sealed class OfEnumerable(IEnumerator<TRow> rows) : RowSource<TRow>
    {
        public override TRow Current => rows.Current;

        public override ValueTask<bool> MoveNextAsync() => new(rows.MoveNext());

        public override ValueTask DisposeAsync()
        {
            rows.Dispose();
            return default;
        }
    }

    public sealed class OfAsyncEnumerable(IAsyncEnumerator<TRow> rows) : RowSource<TRow>
    {
        public override TRow Current => rows.Current;

        public override ValueTask<bool> MoveNextAsync() => rows.MoveNextAsync();

        public override ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
