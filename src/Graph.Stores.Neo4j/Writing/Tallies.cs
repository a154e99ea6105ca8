using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// Brings the derived relationships in line with what they are derived from, some starting nodes a transaction: reads what
/// should be and what is, and writes the difference.
/// </summary>
internal sealed class Tallies(IStatementRunner runner, WriterTurn turn, WriterContext context, TallyRule rule)
{
    /// <summary>
    /// Relationships of the starting nodes of one transaction: enough to amortize it, few enough that a busy graph fits into
    /// memory.
    /// </summary>
    private const int RelationshipsInOneTransaction = 40_000;

    private static readonly NumberRows Ignored = new(static (_, _, _) => { });

    private string Name => Identifiers.Escape(rule.Relationship.Name);

    /// <summary>Computes all and writes those that differ, some in each transaction.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var starts = new StartRows();
        await runner.RunAsync(new(Starts), starts, cancellationToken);
        foreach (var some in Shares(starts.All))
        {
            await turn.WriteAsync(
                async (transaction, stop) =>
                {
                    await RefreshAsync(transaction, some, stop);
                    return true;
                },
                cancellationToken);
        }
    }

    /// <summary>Computes all and writes those that differ, in the transaction that has changed what they are derived from.</summary>
    public async Task RunAsync(IStatementTransaction transaction, CancellationToken cancellationToken)
    {
        var starts = new StartRows();
        await transaction.RunAsync(new(Starts), starts, cancellationToken);
        foreach (var some in Shares(starts.All)) await RefreshAsync(transaction, some, cancellationToken);
    }

    /// <summary>The starting nodes of each transaction, in the order of their internal ids; those without relationships have no tallies.</summary>
    internal static IEnumerable<List<long>> Shares(IEnumerable<(long Id, long Relationships)> starts)
    {
        List<long> share = [];
        long relationships = 0;
        foreach (var start in starts.Where(start => start.Relationships > 0).OrderBy(start => start.Id))
        {
            if (relationships > RelationshipsInOneTransaction)
            {
                yield return share;
                (share, relationships) = ([], 0);
            }

            share.Add(start.Id);
            relationships += start.Relationships;
        }

        if (share.Count > 0) yield return share;
    }

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        long count = 0;
        await runner.RunAsync(new($"MATCH ()-[r:{Name}]->() RETURN count(r)"), new NumberRows((value, _, _) => count = value), cancellationToken);
        return count;
    }

    private async Task RefreshAsync(IStatementTransaction transaction, List<long> starts, CancellationToken cancellationToken)
    {
        var due = new TallyRows();
        await transaction.RunAsync(new(Computed, StatementParameters.Of(("starts", starts), ("counted", rule.Act.Counted))), due, cancellationToken);
        var stored = new TallyRows();
        await transaction.RunAsync(new(Stored, StatementParameters.Of(("starts", starts))), stored, cancellationToken);

        List<long> superfluous = [];
        List<TallyRow> different = [];
        var missing = due.Rows.ToDictionary(row => (row.Start, row.End));
        foreach (var row in stored.Rows)
        {
            if (!missing.Remove((row.Start, row.End), out var wanted)) superfluous.Add(row.Id);
            else if (wanted with { Id = row.Id } != row) different.Add(wanted with { Id = row.Id });
        }

        if (superfluous.Count > 0)
            await transaction.RunAsync(
                new($"UNWIND $ids AS id\nMATCH ()-[r:{Name}]->() WHERE id(r) = id\nDELETE r", StatementParameters.Of(("ids", superfluous))),
                Ignored,
                cancellationToken);
        if (different.Count > 0)
            await transaction.RunAsync(
                new($"UNWIND $rows AS row\nMATCH ()-[r:{Name}]->() WHERE id(r) = row[0]\nSET {Set("r.", " = ")}", Rows(different)),
                Ignored,
                cancellationToken);
        if (missing.Count > 0)
            await transaction.RunAsync(new("UNWIND $rows AS row\nMATCH (a) WHERE id(a) = row[4]\nMATCH (b) WHERE id(b) = row[5]\nCREATE "
                + $"(a){Tally("", $" {{{Set("", ": ")}}}")}(b)", Rows([.. missing.Values])), Ignored, cancellationToken);
    }

    private string Starts
    {
        get
        {
            var from = string.Join('|', rule.Field.Starts.Concat(rule.Act.By.Ends).Distinct().Select(type => context.Labels.Of(type)));
            return $"MATCH (a:{from}) RETURN id(a), COUNT {{ (a){ToAct}() }} + COUNT {{ (a){Tally("")}() }}";
        }
    }

    private string Computed => CypherText.Lines(
        "UNWIND $starts AS start",
        "MATCH (a) WHERE id(a) = start",
        "CALL (a) {",
        $"  MATCH (a){ToAct}(x:{context.Labels.Of(rule.Act.Type)})",
        rule.Act is { Kind: { } kind, Counted: not null } ? $"  WHERE {Identifiers.Property("x", kind)} = $counted" : "",
        "  WITH DISTINCT x",
        $"  MATCH (x){Arrow(rule.Act.Against, rule.Act.Against.Direction, "")}(b)",
        "  WITH DISTINCT x, b",
        $"  RETURN b, count(x) AS count, min({Identifiers.Property("x", rule.Act.On)}) AS first, "
            + $"max({Identifiers.Property("x", rule.Act.On)}) AS last",
        "}",
        "RETURN -1, start, id(b), count, first, last");

    private string Stored => CypherText.Lines(
        "UNWIND $starts AS start",
        $"MATCH (a){Tally("r")}(b) WHERE id(a) = start",
        $"RETURN id(r), start, id(b), {Identifiers.Property("r", rule.Count)}, {Identifiers.Property("r", rule.First)}, "
            + $"{Identifiers.Property("r", rule.Last)}");

    // From an actor to its acts, against the direction of the field that leads back.
    private string ToAct => Arrow(rule.Act.By, rule.Act.By.Direction == Direction.Out ? Direction.In : Direction.Out, "");

    private string Tally(string edge, string properties = "") => Arrow(rule.Field, rule.Field.Direction, edge, properties);

    private static string Arrow(RelationshipField field, Direction direction, string edge, string properties = "") =>
        $"{(direction == Direction.In ? "<" : "")}-[{edge}:{Identifiers.Escape(field.Relationship.Name)}"
            + $"{properties}]-{(direction == Direction.Out ? ">" : "")}";

    private string Set(
        string prefix,
        string assign) => string.Join(
            ", ",
            new[] { rule.Count, rule.First, rule.Last }.Select((property, i) => $"{prefix}{Identifiers.Escape(property.Name)}{assign}row[{i + 1}]"));

    private static StatementParameters Rows(IReadOnlyList<TallyRow> rows) => RowParameters.Of(rows, 6, static (writer, row) =>
    {
        writer.WriteInteger(row.Id);
        writer.WriteInteger(row.Count);
        WriteDay(writer, row.First);
        WriteDay(writer, row.Last);
        writer.WriteInteger(row.Start);
        writer.WriteInteger(row.End);
    });

    private static void WriteDay(PackStreamWriter writer, DateOnly? day)
    {
        if (day is { } known) writer.WriteDate(known);
        else writer.WriteNull();
    }

    private readonly record struct TallyRow(long Id, long Start, long End, long Count, DateOnly? First, DateOnly? Last);

    private sealed class StartRows : IRowSink
    {
        public List<(long Id, long Relationships)> All { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            All.Add((row.ReadInteger(), row.ReadInteger()));
        }

        public bool TryRestart()
        {
            All.Clear();
            return true;
        }
    }

    private sealed class TallyRows : IRowSink
    {
        public List<TallyRow> Rows { get; } = [];

        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var (id, start, end) = (row.ReadInteger(), row.ReadInteger(), row.ReadInteger());
            Rows.Add(new(id, start, end, row.TryReadNull() ? -1 : row.ReadInteger(), Day(ref row), Day(ref row)));
        }

        private static DateOnly? Day(ref PackStreamReader row) => row.TryReadNull() ? null : row.ReadDate();
    }
}
