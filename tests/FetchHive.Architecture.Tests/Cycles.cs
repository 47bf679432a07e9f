using System.Collections.Generic;
using System.Linq;

namespace FetchHive.Architecture.Tests;

/// <summary>Rooms that lead to each other: Tarjan's strongly connected components.</summary>
internal sealed class Cycles
{
    private readonly ILookup<string, string> _next;
    private readonly Dictionary<string, int> _index = [];
    private readonly Dictionary<string, int> _lowest = [];
    private readonly Stack<string> _open = [];
    private readonly List<IReadOnlySet<string>> _found = [];

    private Cycles(IEnumerable<Arrow> arrows) => _next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);

    /// <summary>The arrows of each cycle, those with the fewest uses first.</summary>
    public static IReadOnlyList<IReadOnlyList<Arrow>> Among(IReadOnlyList<Arrow> arrows)
    {
        Cycles cycles = new(arrows);
        foreach (string room in arrows.Select(arrow => arrow.From).Distinct())
        {
            if (!cycles._index.ContainsKey(room))
            {
                cycles.Visit(room);
            }
        }

        return
        [
            .. cycles._found.Select(rooms => (IReadOnlyList<Arrow>)
            [
                .. arrows.Where(arrow => rooms.Contains(arrow.From) && rooms.Contains(arrow.To)).OrderBy(arrow => arrow.Uses.Count),
            ]),
        ];
    }

    private void Visit(string room)
    {
        _index[room] = _lowest[room] = _index.Count;
        _open.Push(room);
        foreach (string next in _next[room])
        {
            if (!_index.TryGetValue(next, out int index))
            {
                Visit(next);
                _lowest[room] = int.Min(_lowest[room], _lowest[next]);
            }
            else if (_open.Contains(next))
            {
                _lowest[room] = int.Min(_lowest[room], index);
            }
        }

        if (_lowest[room] != _index[room])
        {
            return;
        }

        HashSet<string> together = [];
        string last;
        do
        {
            last = _open.Pop();
            together.Add(last);
        }
        while (last != room);

        if (together.Count > 1)
        {
            _found.Add(together);
        }
    }
}
