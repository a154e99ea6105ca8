using System.Globalization;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// What is kept beside the graph of actors that are one, in nodes of labels that no ontology has: who judged so, what their sources give
/// each of them, and the relationships that the sources give these, which hang on them.
/// </summary>
internal static class MergedNodes
{
    /// <summary>The label of judgements.</summary>
    public const string Judgement = "_Judgement";

    /// <summary>The label of nodes that are one with others, with the id of the one that stands for all.</summary>
    public const string Member = "_Merged";

    /// <summary>The label of relationships as sources give them, where an end of them is one with others.</summary>
    public const string Named = "_Named";

    /// <summary>The type of relationship from a node that is one with others to the relationships that sources give it.</summary>
    public const string Names = "_NAMES";

    /// <summary>The property of a node that stands for others: of each its id, name, reason ('' for none) and instant, one after the other.</summary>
    public const string MergedFrom = "_merged";

    /// <summary>How many values <see cref="MergedFrom"/> has for each.</summary>
    public const int ValuesOfMerged = 4;

    /// <summary>All judgements.</summary>
    public static readonly Statement Judgements = new($"MATCH (j:{Judgement}) RETURN j.one, j.other, j.same, j.source, j.because, j.at");

    /// <summary>All nodes that are one with others, with Neo4j's internal ids.</summary>
    public static readonly Statement Members =
        new($"MATCH (m:{Member}) RETURN id(m), m.actor, m.canonical, m.type, m.sources, m.values, m.because, m.at");

    /// <summary>How often it has changed who is one with whom, as a row of one number; null where that was last before it was counted.</summary>
    public static readonly Statement Changes = new($"OPTIONAL MATCH (kept:{Counted}) RETURN kept.changes");

    /// <summary>Counts one such change.</summary>
    public static readonly Statement CountChange = new($"MERGE (kept:{Counted}) SET kept.changes = coalesce(kept.changes, 0) + 1");

    private const string Answer = "n.type, n.startType, n.start, n.endType, n.end, n.sources, n.values";

    private const string Counted = KeptCounts.Label + " {id: 'merged'}";

    /// <summary>How many nodes are one with others.</summary>
    public static async Task<long> CountAsync(IStatementRunner runner, CancellationToken cancellation)
    {
        var all = 0L;
        await runner.RunAsync(new($"RETURN COUNT {{ (:{Member}) }}"), new NumberRows((count, _, _) => all = count), cancellation);
        return all;
    }

    /// <summary>What makes the indexes by which all this is found.</summary>
    public static readonly IReadOnlyList<string> Indexes =
    [
        $"CREATE INDEX _judgement_one IF NOT EXISTS FOR (n:{Judgement}) ON (n.one)",
        $"CREATE INDEX _merged_actor IF NOT EXISTS FOR (n:{Member}) ON (n.actor)",
        $"CREATE INDEX _named_start IF NOT EXISTS FOR (n:{Named}) ON (n.start)",
        $"CREATE INDEX _named_ends IF NOT EXISTS FOR (n:{Named}) ON (n.start, n.end)",
        $"CREATE INDEX _named_end IF NOT EXISTS FOR (n:{Named}) ON (n.end)",
    ];

    /// <summary>Relationships, with Neo4j's internal ids: all, or those that begin or end at one of <c>$ids</c>.</summary>
    public static Statement NamedOf(IReadOnlyCollection<string>? ids) => ids is null
        ? new($"MATCH (n:{Named}) RETURN id(n), {Answer}")
        : new(
            $"MATCH (n:{Named}) WHERE n.start IN $ids OR n.end IN $ids RETURN id(n), {Answer}", StatementParameters.Of(("ids", ids.ToList())));

    /// <summary>The same of <c>$rows</c> of a type, the id at its start and that at its end, of which one may be left out.</summary>
    public static Statement NamedAt(bool hasStart, bool hasEnd, StatementParameters rows)
    {
        var ends = (hasStart ? ", start: row[1]" : "") + (hasEnd ? ", end: row[2]" : "");
        return new($"UNWIND $rows AS row\nMATCH (n:{Named} {{type: row[0]{ends}}}) RETURN DISTINCT id(n), {Answer}", rows);
    }

    /// <summary>The ids and types of those of some ids that are one with others.</summary>
    public static Statement TypesOf(List<string> ids) =>
        new($"MATCH (m:{Member}) WHERE m.actor IN $ids RETURN m.actor, m.type", StatementParameters.Of(("ids", ids)));

    public static Judgement JudgementOf(List<object?> row) => new((string)row[0]!, (string)row[1]!, (bool)row[2]!)
    {
        Source = row[3] is string { Length: > 0 } source ? source : null,
        Because = row[4] as string,
        At = Instant(row[5]),
    };

    /// <summary>Null where the ontology has the type no more.</summary>
    public static Member? MemberOf(List<object?> row, Ontology ontology) => ontology.FindNodeType((string)row[3]!) is not { } type
        ? null
        : new Member(new(type, (string)row[1]!, NamedValues.Read((string)row[5]!)) { Sources = row[4] as string }, (string)row[2]!)
        {
            Because = row[6] as string,
            At = Instant(row[7]),
        };

    /// <summary>Null where the ontology has one of the types no more.</summary>
    public static NamedRelationship? NamedOf(List<object?> row, Ontology ontology) =>
        ontology.FindRelationship((string)row[1]!) is { } type && ontology.FindNodeType((string)row[2]!) is { } start
            && ontology.FindNodeType((string)row[4]!) is { } end
            ? new(type, start, (string)row[3]!, end, (string)row[5]!, NamedValues.Read((string)row[7]!)) { Sources = row[6] as string }
            : null;

    /// <summary>A time that is kept as text.</summary>
    public static DateTimeOffset Instant(object? value) =>
        value is string text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : default;

    /// <summary>All that is kept, or all but the relationships.</summary>
    public static async Task<MergedRecords> ReadAsync(
        IStatementTransaction transaction, Ontology ontology, bool isWhole, CancellationToken cancellation) => new(
        [.. (await transaction.RowsAsync(Judgements, cancellation)).Select(JudgementOf)],
        [.. (await transaction.RowsAsync(Members, cancellation)).Select(row => MemberOf(row, ontology)).OfType<Member>()],
        isWhole ? [.. (await transaction.RowsAsync(NamedOf(ids: null), cancellation)).Select(row => NamedOf(row, ontology))
            .OfType<NamedRelationship>()] : []);
}
