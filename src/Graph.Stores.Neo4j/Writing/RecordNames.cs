using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Deletes nodes, and tells by their ids what goes.</summary>
internal sealed class RecordNames(IStatementTransaction transaction, CancellationToken cancellation)
{
    /// <summary>Deletes the nodes <c>n</c> that are matched, with what is at them; answers how many there were, and the first ids.</summary>
    public async Task<(long Count, IReadOnlyList<string> Ids)> DeleteAsync(string match, StatementParameters parameters)
    {
        var rows = new Rows();
        await transaction.RunAsync(
            new($"{match}\nWITH n, toString(n.id) AS id ORDER BY id\nDETACH DELETE n\nRETURN count(*), collect(id)[..{RemovedRecords.Named}]", parameters),
            rows,
            cancellation);
        return rows.All is [var row, ..] ? ((long)row[0]!, [.. ((IEnumerable<object?>)row[1]!).Select(id => (string)id!)]) : (0, []);
    }

    /// <summary>The ids at the ends of some relationships.</summary>
    public async Task<IReadOnlyList<(string Start, string End)>> EndsAsync(RelationshipType type, IReadOnlyList<long> relationships)
    {
        if (relationships.Count == 0) return [];
        var rows = new Rows();
        await transaction.RunAsync(
            new(
                $"UNWIND $rows AS row\nMATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE id(r) = row[0]\nRETURN toString(a.id) AS a, toString(b.id) AS b ORDER BY a, b",
                AssertedRecords.Ids([.. relationships.Take(RemovedRecords.Named)])),
            rows,
            cancellation);
        return [.. rows.All.Select(row => ((string)row[0]!, (string)row[1]!))];
    }

    /// <summary>All rows of a statement.</summary>
    public async Task<IReadOnlyList<object?[]>> RowsAsync(Statement statement)
    {
        var rows = new Rows();
        await transaction.RunAsync(statement, rows, cancellation);
        return rows.All;
    }

    private sealed class Rows : IRowSink
    {
        public List<object?[]> All { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            var values = new object?[row.ReadListHeader()];
            for (var i = 0; i < values.Length; i++) values[i] = row.ReadValue();
            All.Add(values);
        }
    }
}
