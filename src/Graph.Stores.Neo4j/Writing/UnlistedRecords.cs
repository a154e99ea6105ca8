using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>A node that a source asserts and does not list.</summary>
internal readonly record struct UnlistedNode(long Id, NodeType Type, string Sources);

/// <summary>A relationship that a source asserts and does not list.</summary>
internal readonly record struct UnlistedRelationship(long Id, RelationshipType Type, long Start, long End, string Sources);

/// <summary>
/// Finds what a source asserts. No index leads there, which would cost every import something: each label and type is read once.
/// </summary>
internal sealed class UnlistedRecords(IStatementTransaction transaction, WriterContext context, SourceNumbers sources, CancellationToken cancellation)
{
    private long nodeCount;
    private long relationshipCount;

    /// <summary>Counts.</summary>
    public async Task<UnlistedCounts> CountAsync(string name)
    {
        if (sources.Find(name) is not { } source) return default;
        var nodes = await NodesAsync(source);
        var unlisted = nodes.Select(node => node.Id).ToHashSet();
        var relationships = await RelationshipsAsync(source);
        return new(
            nodeCount,
            relationshipCount,
            nodes.Count,
            relationships.Count(one => !unlisted.Contains(one.Start) && !unlisted.Contains(one.End)));
    }

    /// <summary>The nodes that a source does not list.</summary>
    public async Task<List<UnlistedNode>> NodesAsync(int source)
    {
        var found = new List<UnlistedNode>();
        foreach (var type in context.Ontology.NodeTypes)
        {
            var rows = new Rows((id, _, _, text, _) =>
            {
                nodeCount++;
                if (!sources.Listed(source).Has(id)) found.Add(new(id, type, text));
            }, source, []);
            await transaction.RunAsync(
                new($"MATCH (n:{context.Labels.Of(type)}) WHERE {Asserted("n")} RETURN id(n), 0 AS start, 0 AS end, n.{DatabaseSchema.Sources}",
                    Sole(source)),
                rows,
                cancellation);
        }

        return found;
    }

    /// <summary>The relationships that a source does not list.</summary>
    public async Task<List<UnlistedRelationship>> RelationshipsAsync(int source)
    {
        var found = new List<UnlistedRelationship>();
        foreach (var type in context.Ontology.RelationshipTypes)
        {
            var rows = new Rows((id, start, end, text, identity) =>
            {
                relationshipCount++;
                if (!sources.Listed(source).Has(type, start, end, identity)) found.Add(new(id, type, start, end, text));
            }, source, type.Properties?.Properties ?? [], type);
            var values = string.Concat((type.Properties?.Properties ?? []).Select(property => $", {Identifiers.Property("r", property)}"));
            await transaction.RunAsync(
                new(
                    $"MATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE {Asserted("r")} RETURN id(r), id(a), id(b), "
                        + $"r.{DatabaseSchema.Sources}{values}",
                    Sole(source)),
                rows,
                cancellation);
        }

        return found;
    }

    private static string Asserted(string record) =>
        $"({record}.{DatabaseSchema.Sources} = $sole OR {record}.{DatabaseSchema.Sources} STARTS WITH '{Assertions.ListStart}')";

    private static StatementParameters Sole(int source) => StatementParameters.Of(("sole", Assertions.Sole(source)));

    private sealed class Rows(
        Action<long, long, long, string, string> take, int source, IReadOnlyList<Property> properties, RelationshipType? type = null)
        : IRowSink
    {
        private readonly RecordBatch batch = new();

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var (id, start, end, text) = (row.ReadInteger(), row.ReadInteger(), row.ReadInteger(), row.ReadString());
            if (text[0] == Assertions.ListStart && !Assertions.Names(text, source)) return;
            batch.Clear();
            take(id, start, end, text, type is null ? "" : ListedRecords.Identity(type, batch, StoredCells.Read(ref row, properties, batch)));
        }
    }
}
