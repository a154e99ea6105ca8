using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Sources;
using Graph.Model.Stores;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Tables;
using Graph.Stores.Sqlite.Writing;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Reading;

/// <summary>What some sources say, read within the caller's transaction: see <see cref="IGraphStore.ReadAssertedAsync"/>.</summary>
/// <param name="connection">The file.</param>
/// <param name="layout">Its tables.</param>
/// <param name="take">Takes the records.</param>
/// <param name="cancellation">Stops between two rows.</param>
internal sealed class AssertedReader(
    Connection connection,
    Layout layout,
    Func<RecordBatch, CancellationToken, ValueTask> take,
    CancellationToken cancellation)
{
    /// <summary>The names of all sources.</summary>
    public static IReadOnlyList<string> Names(Connection connection) =>
        connection.Texts($"SELECT \"name\" FROM \"{Definitions.Sources}\" ORDER BY \"name\"");

    /// <summary>Reads what sources say.</summary>
    /// <param name="names">Their names.</param>
    public async ValueTask ReadAsync(IReadOnlyCollection<string> names)
    {
        var records = new RecordsOfSources(new Sources(connection).Find(names));
        if (!records.Any) return;
        foreach (var family in layout.Families) await NodesAsync(family, records);
        var merged = new MergedTables(connection, layout.Ontology);
        records.Add(merged.Members());
        await records.SendAsync(take, cancellation);
        foreach (var table in layout.Relationships.Where(table => table.Type != layout.Ontology.Tally?.Relationship))
            foreach (var start in table.Starts)
                foreach (var end in table.Ends)
                    await RelationshipsAsync(table, start, end, records);
        records.Add(merged.Named(null));
        await records.SendAsync(take, cancellation);
    }

    private async ValueTask NodesAsync(Family family, RecordsOfSources records)
    {
        // A row has the columns of all types of its family.
        var own = family.Types.ToDictionary(
            type => type, type => type.Properties.Select(family.Of).Select(column => family.Columns.ToList().IndexOf(column)).ToList());
        string[] columns =
            [Definitions.SourcesColumn, .. family.IsTyped ? [Family.TypeColumn] : Array.Empty<string>(),
                .. family.Columns.Select(column => column.Name)];
        var first = columns.Length - family.Columns.Count;
        await RowsAsync(
            $"SELECT {string.Join(", ", columns.Select(Quote))} FROM {Quote(family.Table)} WHERE {Asserted("", records)}",
            records,
            row =>
            {
                var type = family.IsTyped ? family.TypeNamed(row.Utf8(1)) : family.Types[0];
                var cells = new Cell[type.Properties.Count];
                foreach (var (property, place) in type.Properties.Zip(own[type]))
                    cells[property.Ordinal] = StoredCells.Of(row, first + place, property, records.Batch);
                records.Add(type, row.Text(0), cells);
            });
    }

    private async ValueTask RelationshipsAsync(RelationshipTable table, Family start, Family end, RecordsOfSources records)
    {
        var (properties, starts) = (table.Type.Properties?.Properties ?? [], new Ends("s", start));
        var ends = new Ends("e", end);
        string[] columns =
            [$"r.\"{Definitions.SourcesColumn}\"", .. starts.Columns, .. ends.Columns, .. table.Columns.Select(column => $"r.{Quote(column.Name)}")];
        await RowsAsync(
            $"SELECT {string.Join(", ", columns)} FROM {Quote(table.Table)} AS r"
                + $" CROSS JOIN {starts.Table} ON s.\"{Family.Key}\" = r.\"{RelationshipTable.Start}\""
                + $" CROSS JOIN {ends.Table} ON e.\"{Family.Key}\" = r.\"{RelationshipTable.End}\" WHERE {Asserted("r.", records)}",
            records,
            row => records.Add(
                table.Type,
                starts.Read(row, 1, records.Batch),
                ends.Read(row, 1 + starts.Columns.Count, records.Batch),
                row.Text(0),
                StoredCells.Of(row, 1 + starts.Columns.Count + ends.Columns.Count, properties, records.Batch)));
    }

    private async ValueTask RowsAsync(string sql, RecordsOfSources records, Action<Statement> read)
    {
        var rows = connection.Prepare(sql);
        try
        {
            while (rows.Step())
            {
                read(rows);
                if (records.IsFull) await records.SendAsync(take, cancellation);
            }
        }
        finally
        {
            rows.Reset();
        }

        await records.SendAsync(take, cancellation);
    }

    private static string Asserted(string row, RecordsOfSources records) =>
        $"({row}\"{Definitions.SourcesColumn}\" IN ({string.Join(", ", records.Soles.Select(sole => $"'{sole}'"))}) OR {Withdrawal.SeveralOf(row)})";

    /// <summary>One end of relationships: what is read of its nodes.</summary>
    private readonly record struct Ends(string Alias, Family Family)
    {
        public string Table => $"{Quote(Family.Table)} AS {Alias}";

        public IReadOnlyList<string> Columns => Family.IsTyped ? [$"{Alias}.\"id\"", $"{Alias}.\"{Family.TypeColumn}\""] : [$"{Alias}.\"id\""];

        public (NodeType Type, Cell Id) Read(Statement row, int column, RecordBatch batch) =>
            (Family.IsTyped ? Family.TypeNamed(row.Utf8(column + 1)) : Family.Types[0], batch.AddText(row.Utf8(column)));
    }
}
