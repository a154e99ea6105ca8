using System.Text.Json;
using Graph.Import.Pipeline;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;

namespace Graph.Import.Feeds;

/// <summary>What the graph knows of its actors beside their ids: codes by which feeds name them.</summary>
internal static class StoredActors
{
    /// <summary>Values asked for at once: databases take long lists slowly.</summary>
    private const int ValuesAtOnce = 500;

    /// <summary>The actors that have one of these values, as pairs of value and node; of several with one value all.</summary>
    /// <param name="sink">Asks the graph.</param>
    /// <param name="type">The type or interface of the actors.</param>
    /// <param name="property">The property, an ID.</param>
    /// <param name="values">The values.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public static async Task<ILookup<string, (NodeType Type, string Id)>> FindAsync(
        RecordSink sink,
        EntityType type,
        string property,
        IEnumerable<string> values,
        CancellationToken cancellationToken)
    {
        var rows = new Rows(sink.Ontology);
        foreach (var some in values.Distinct(StringComparer.Ordinal).Chunk(ValuesAtOnce))
        {
            var among = new Parameter(0, ScalarKind.Id, IsList: true);
            var asked = new PropertyRef(Subject.Node, type.FindProperty(property)!);
            var query = new ListQuery(
                type,
                new Comparison(asked, ComparisonOperator.In, among),
                [new PropertySort(new(Subject.Node, type.Id), Descending: false)],
                Page.Whole,
                new([new PropertyColumn(asked), new PropertyColumn(new(Subject.Node, type.Id)), new TypeColumn()]),
                [among]);
            await sink.AskAsync(query, [some.ToList<object?>()], rows, cancellationToken);
        }

        var found = new List<(string Value, (NodeType Type, string Id) Node)>();
        var members = rows.Found.Count > 0 ? await sink.MembersAsync() : null;
        foreach (var row in rows.Found)
        {
            if (members!.Contains(row.Node.Id)) found.AddRange(Own(row, members[row.Node.Id], property));
            else found.Add(row);
        }

        return found.ToLookup(row => row.Value, row => row.Node, StringComparer.Ordinal);
    }

    // Whoever stands for others has their values too: sources go on to speak of the one whose value it is.
    private static IEnumerable<(string Value, (NodeType Type, string Id) Node)> Own(
        (string Value, (NodeType Type, string Id) Node) row,
        IEnumerable<Member> members,
        string property) => members
        .Where(member => member.Raw.Type == row.Node.Type
            && member.Raw.Values.GetValueOrDefault(property) is { } json && JsonSerializer.Deserialize<string>(json) == row.Value)
        .Select(member => (row.Value, (member.Raw.Type, member.Raw.Id)));

    private sealed class Rows(Ontology ontology) : IRowConsumer
    {
        private readonly RecordBatch batch = new();

        public List<(string Value, (NodeType Type, string Id) Node)> Found { get; } = [];

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            batch.Clear();
            row.EnterList();
            row.MoveNext();
            row.ReadCell(batch, Form, out var value);
            row.MoveNext();
            row.ReadCell(batch, Form, out var id);
            row.MoveNext();
            var type = ontology.NodeTypes[(int)row.ReadInt64()];
            row.LeaveList();
            if (value.Kind == CellKind.Text && id.Kind == CellKind.Text) Found.Add((batch.Text(value), (type, batch.Text(id))));
        }

        private static Graph.Model.Values.ValueForm Form => new(ScalarKind.Id);
    }
}
