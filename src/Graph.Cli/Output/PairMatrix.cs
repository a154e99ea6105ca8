using System.Text.Json;
using Graph.Cli.Output.Rows;
using Graph.Model.Ontologies;

namespace Graph.Cli.Output;

/// <summary>
/// Those who act as rows, those whom they act against as columns, the busiest first. What the table leaves out is told in a last row and
/// column, so that every number is somewhere.
/// </summary>
/// <param name="act">The acts.</param>
internal sealed class PairMatrix(Act act)
{
    private readonly Side down = new(), across = new();
    private readonly List<(int Down, int Across, long Count)> cells = [];

    /// <summary>Adds a pair of the API: <c>by</c>, <c>against</c> and <c>count</c>.</summary>
    public void Add(JsonElement pair)
    {
        var count = pair.GetProperty("count").GetInt64();
        cells.Add((down.Add(pair.GetProperty("by"), count), across.Add(pair.GetProperty("against"), count), count));
    }

    /// <summary>The table.</summary>
    /// <param name="most">Rows and columns at most, beside the last of each.</param>
    /// <param name="number">Writes a number.</param>
    public FlatTable Table(int most, Func<long, string> number)
    {
        var (rows, columns) = (down.Busiest(most), across.Busiest(most));
        var (lines, places) = (rows.ToDictionary(), columns.ToDictionary());
        var counts = cells.GroupBy(cell => (lines.GetValueOrDefault(cell.Down, -1), places.GetValueOrDefault(cell.Across, -1)))
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Count));
        return new(
            [act.Actor, .. columns.Select(one => across.Caption(one.Key)), .. Others(across, most), "total"],
            [
                .. rows.Select(one => Line(one.Value, down.Caption(one.Key))),
                .. Others(down, most).Select(others => Line(-1, others)),
            ]);

        IReadOnlyList<string?> Line(int line, string caption)
        {
            var inLine = Enumerable.Range(0, columns.Count).Concat(across.Count > most ? [-1] : [])
                .Select(place => counts.TryGetValue((line, place), out var count) ? count : (long?)null).ToList();
            return [caption, .. inLine.Select(count => count is { } there ? number(there) : null), number(inLine.Sum() ?? 0)];
        }

        IEnumerable<string> Others(Side side, int most) => side.Count > most ? [Messages.Others(number(side.Count - most))] : [];
    }

    /// <summary>All who stand at one end of a pair, in the order in which they came.</summary>
    private sealed class Side
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly List<(string Id, string Caption, long Total)> actors = [];

        public int Count => actors.Count;

        public string Caption(int place) => actors[place].Caption;

        public int Add(JsonElement actor, long count)
        {
            var id = actor.GetProperty("id").GetString()!;
            if (places.TryGetValue(id, out var place))
            {
                actors[place] = actors[place] with { Total = actors[place].Total + count };
                return place;
            }

            actors.Add((id, actor.GetProperty("caption").GetString()!, count));
            return places[id] = actors.Count - 1;
        }

        /// <summary>The places of those with the most, each with its rank.</summary>
        public List<KeyValuePair<int, int>> Busiest(int most) =>
        [
            .. Enumerable.Range(0, actors.Count)
                .OrderByDescending(place => actors[place].Total).ThenBy(place => actors[place].Id, StringComparer.Ordinal)
                .Take(most).Select((place, rank) => KeyValuePair.Create(place, rank)),
        ];
    }
}
