using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Deletes nodes, and tells by their ids what goes.</summary>
internal sealed class RecordNames(IStatementTransaction transaction, CancellationToken cancellation)
{
    /// <summary>Deletes the nodes <c>n</c> that are matched, with what is at them; answers how many there were, and the first ids.</summary>
    public async Task<(long Count, IReadOnlyList<string> Ids)> DeleteAsync(string match, StatementParameters parameters)
    {
        var rows = await transaction.RowsAsync(
            new($"{match}\nWITH n, toString(n.id) AS id ORDER BY id\nDETACH DELETE n\nRETURN count(*), collect(id)[..{RemovedRecords.Named}]",
                parameters),
            cancellation);
        return rows is [var row, ..] ? ((long)row[0]!, [.. ((IEnumerable<object?>)row[1]!).Select(id => (string)id!)]) : (0, []);
    }

    /// <summary>The ids at the ends of some relationships.</summary>
    public async Task<IReadOnlyList<(string Start, string End)>> EndsAsync(RelationshipType type, IReadOnlyList<long> relationships)
    {
        if (relationships.Count == 0) return [];
        var rows = await transaction.RowsAsync(
            new(
                $"UNWIND $rows AS row\nMATCH (a)-[r:{Identifiers.Escape(type.Name)}]->(b) WHERE id(r) = row[0]\nRETURN toString(a.id) AS a, "
                    + "toString(b.id) AS b ORDER BY a, b",
                AssertedRecords.Ids([.. relationships.Take(RemovedRecords.Named)])),
            cancellation);
        return [.. rows.Select(row => ((string)row[0]!, (string)row[1]!))];
    }
}
