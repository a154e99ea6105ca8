using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>A node as it is stored.</summary>
/// <param name="Key">Neo4j's internal id.</param>
/// <param name="One">The node.</param>
internal readonly record struct StoredNode(long Key, NamedNode One);

/// <summary>A relationship as it is stored.</summary>
/// <param name="Key">Neo4j's internal id.</param>
/// <param name="Start">That of the node it starts at.</param>
/// <param name="End">That of the node it ends at.</param>
/// <param name="Identity">What tells it apart in a listing.</param>
/// <param name="One">The relationship.</param>
internal readonly record struct StoredRelationship(long Key, long Start, long End, string Identity, NamedRelationship One);

/// <summary>Records that are stored, with all that they have and who asserts them, inside one transaction.</summary>
internal sealed class StoredRecords(IStatementTransaction transaction, WriterContext context, CancellationToken cancellation)
{
    /// <summary>Begins the match of relationships whose internal ids are the rows.</summary>
    public static string MatchKeys(RelationshipType type) =>
        $"UNWIND $rows AS row\nMATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE id(r) = row[0]";

    /// <summary>The nodes of a type that are matched as <c>n</c>.</summary>
    public async Task<List<StoredNode>> NodesAsync(NodeType type, string match, StatementParameters parameters)
    {
        var rows = new NodeRows(type);
        var values = string.Concat(type.Properties.Select(property => $", {Identifiers.Property("n", property)}"));
        await transaction.RunAsync(
            WriteStatements.Whole($"{match}\nRETURN id(n), n.{DatabaseSchema.Sources}{values}", parameters), rows, cancellation);
        return rows.All;
    }

    /// <summary>
    /// The relationships of a type that are matched as <c>r</c>, from <c>a</c> to <c>b</c>; each once. One that begins or ends at a node of another
    /// origin, of no type that the ontology knows there, is not among them.
    /// </summary>
    public async Task<List<StoredRelationship>> RelationshipsAsync(RelationshipType type, string match, StatementParameters parameters)
    {
        var rows = new RelationshipRows(context.Ontology, type);
        var values = string.Concat((type.Properties?.Properties ?? []).Select(property => $", {Identifiers.Property("r", property)}"));
        await transaction.RunAsync(
            WriteStatements.Whole(
                $"{match}\nWITH DISTINCT a, r, b\nRETURN id(r), id(a), id(b), {context.Labels.OrdinalOf("a", type.Starts)}, a.id, "
                    + $"{context.Labels.OrdinalOf("b", type.Ends)}, b.id, r.{DatabaseSchema.Sources}{values}",
                parameters),
            rows,
            cancellation);
        return rows.All;
    }

    private sealed class NodeRows(NodeType type) : IRowSink
    {
        private readonly RecordBatch batch = new();

        public List<StoredNode> All { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            batch.Clear();
            row.ReadListHeader();
            var key = row.ReadInteger();
            var known = row.TryReadNull() ? null : row.ReadString();
            var cells = StoredCells.Read(ref row, type.Properties, batch);
            All.Add(new(key, new(type, batch.Text(cells[type.Id.Ordinal]), NamedValues.Of(type.Properties, batch, cells)) { Sources = known }));
        }
    }

    private sealed class RelationshipRows(Ontology ontology, RelationshipType type) : IRowSink
    {
        private readonly RecordBatch batch = new();

        public List<StoredRelationship> All { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            batch.Clear();
            row.ReadListHeader();
            var (key, start, end) = (row.ReadInteger(), row.ReadInteger(), row.ReadInteger());
            var (startType, startId) = ((int)row.ReadInteger(), NumberId.ReadText(ref row));
            var (endType, endId) = ((int)row.ReadInteger(), NumberId.ReadText(ref row));
            if (startType < 0 || endType < 0) return;
            var known = row.TryReadNull() ? null : row.ReadString();
            var properties = type.Properties?.Properties ?? [];
            var cells = StoredCells.Read(ref row, properties, batch);
            var one = new NamedRelationship(
                type, ontology.NodeTypes[startType], startId, ontology.NodeTypes[endType], endId, NamedValues.Of(properties, batch, cells))
            {
                Sources = known,
            };
            All.Add(new(key, start, end, ListedRecords.Identity(type, batch, cells), one));
        }
    }
}
