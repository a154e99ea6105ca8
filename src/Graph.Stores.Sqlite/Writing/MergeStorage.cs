using Graph.Model.Merging;
using Graph.Model.Values;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>What merging asks of the file, inside the transaction at work: here what is kept beside the graph.</summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="sources">Knows what was listed.</param>
/// <param name="writers">The writers of nodes and relationships.</param>
/// <param name="journal">Knows the names of the ends of relationships.</param>
/// <param name="graph">Writes to the graph, and lets follow what is derived.</param>
internal sealed partial class MergeStorage(
    Connection connection,
    Layout layout,
    Sources sources,
    RecordWriters writers,
    Journal journal,
    IMergedGraph graph) : IMergeStorage
{
    private readonly MergedTables tables = new(connection, layout.Ontology);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Judgement>> JudgementsAsync() => ValueTask.FromResult(tables.Judgements());

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted)
    {
        foreach (var judgement in retracted)
        {
            Run($"DELETE FROM \"{Merges.Judgements}\" WHERE \"id\" = ?1 AND \"other\" = ?2 AND \"same\" = ?3 AND \"source\" = ?4", judgement);
        }
        foreach (var judgement in made) Run($"INSERT OR REPLACE INTO \"{Merges.Judgements}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6)", judgement);
        return default;

        void Run(string sql, Judgement judgement)
        {
            var statement = connection.Prepare(sql);
            statement.BindText(1, judgement.Id);
            statement.BindText(2, judgement.Other);
            statement.Bind(3, judgement.IsSame ? 1 : 0);
            statement.BindText(4, judgement.Source ?? "");
            if (sql[0] == 'I')
            {
                statement.BindText(5, judgement.Because);
                statement.BindText(6, TimeText.Of(judgement.At));
            }

            statement.Run();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Member>> MembersAsync() => ValueTask.FromResult(tables.Members());

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<Member> changed, IReadOnlyList<string> gone)
    {
        foreach (var id in gone)
        {
            var delete = connection.Prepare($"DELETE FROM \"{Merges.Members}\" WHERE \"id\" = ?1");
            delete.BindText(1, id);
            delete.Run();
        }

        foreach (var member in changed)
        {
            var insert = connection.Prepare($"INSERT OR REPLACE INTO \"{Merges.Members}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
            insert.BindText(1, member.Raw.Id);
            insert.BindText(2, member.Canonical);
            insert.BindText(3, member.Raw.Type.Name);
            insert.BindText(4, member.Name);
            insert.BindText(5, member.Raw.Sources);
            insert.BindText(6, NamedValues.Text(member.Raw.Values));
            insert.BindText(7, member.Because);
            insert.BindText(8, TimeText.Of(member.At));
            insert.Run();
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(IReadOnlyCollection<string>? ids) => ValueTask.FromResult(tables.Named(ids));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> NamedAtAsync(IReadOnlyCollection<Connections> some) =>
        ValueTask.FromResult(tables.NamedAt(some));

    /// <inheritdoc/>
    public ValueTask SaveAsync(IReadOnlyList<NamedRelationship> changed, IReadOnlyList<NamedRelationship> gone)
    {
        foreach (var one in gone)
            Bound($"DELETE FROM \"{Merges.Named}\" WHERE \"type\" = ?1 AND \"start_type\" = ?2 AND \"start\" = ?3 AND \"end_type\" = ?4 AND "
                + "\"end\" = ?5 AND \"identity\" = ?6", one).Run();
        foreach (var one in changed)
        {
            var insert = Bound($"INSERT OR REPLACE INTO \"{Merges.Named}\" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", one);
            insert.BindText(7, one.Sources);
            insert.BindText(8, NamedValues.Text(one.Values));
            insert.Run();
        }

        return default;

        Statement Bound(string sql, NamedRelationship one)
        {
            var statement = connection.Prepare(sql);
            statement.BindText(1, one.Type.Name);
            statement.BindText(2, one.StartType.Name);
            statement.BindText(3, one.Start);
            statement.BindText(4, one.EndType.Name);
            statement.BindText(5, one.End);
            statement.BindText(6, one.Identity);
            return statement;
        }
    }
}
