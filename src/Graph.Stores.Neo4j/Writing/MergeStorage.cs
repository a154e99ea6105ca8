using Graph.Model.Merging;
using Graph.Model.Search;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>What merging asks of the database, inside one transaction: here what is kept beside the graph.</summary>
/// <param name="transaction">The transaction.</param>
/// <param name="context">The domain.</param>
/// <param name="sources">Knows what was listed.</param>
/// <param name="tokens">Words as the search index holds them.</param>
/// <param name="members">Neo4j's internal ids of what is kept of nodes that are one with others, as the writer's last transaction left them.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed partial class MergeStorage(
    IStatementTransaction transaction,
    WriterContext context,
    SourceNumbers sources,
    SearchTokens tokens,
    Dictionary<string, long> members,
    CancellationToken cancellation) : IMergeStorage
{
    private const string Rows = "UNWIND $rows AS row\n";

    private readonly AssertedRecords asserted = new(transaction, cancellation);
    private readonly StoredRecords stored = new(transaction, context, cancellation);
    private readonly Dictionary<RelationshipKey, long> named = [];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Judgement>> JudgementsAsync() =>
        [.. (await AllAsync(MergedNodes.Judgements)).Select(MergedNodes.JudgementOf)];

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<Judgement> made, IReadOnlyList<Judgement> retracted)
    {
        const string find = "(j:" + MergedNodes.Judgement + " {one: row[0], other: row[1], same: row[2], source: row[3]})";
        await RunAsync($"{Rows}MATCH {find} DELETE j", retracted, Row);
        await RunAsync($"{Rows}MERGE {find} SET j.because = row[4], j.at = row[5]", made, Row);

        static object?[] Row(Judgement judgement) =>
            [judgement.Id, judgement.Other, judgement.IsSame, judgement.Source ?? "", judgement.Because, TimeText.Of(judgement.At)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Member>> MembersAsync()
    {
        var found = new List<Member>();
        members.Clear();
        foreach (var row in await AllAsync(MergedNodes.Members))
        {
            if (MergedNodes.MemberOf(row, context.Ontology) is not { } member) continue;
            found.Add(member);
            members[member.Raw.Id] = (long)row[0]!;
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<Member> changed, IReadOnlyList<string> gone)
    {
        if (changed.Count + gone.Count == 0) return;
        await transaction.RunAsync(MergedNodes.CountChange, NoRows.Instance, cancellation);
        await RunAsync($"{Rows}MATCH (m:{MergedNodes.Member} {{actor: row[0]}}) DETACH DELETE m", gone, static id => [id]);
        foreach (var id in gone) members.Remove(id);
        if (changed.Count == 0) return;
        var rows = changed.Select(member => new object?[]
        {
            member.Raw.Id, member.Canonical, member.Raw.Type.Name, member.Raw.Sources, NamedValues.Text(member.Raw.Values), member.Because,
            TimeText.Of(member.At),
        });
        var stored = await AllAsync(new(
            $"{Rows}MERGE (m:{MergedNodes.Member} {{actor: row[0]}})\n"
                + "SET m.canonical = row[1], m.type = row[2], m.sources = row[3], m.values = row[4], m.because = row[5], m.at = row[6]\n"
                + "RETURN row[0], id(m)",
            Parameters(rows)));
        foreach (var row in stored) members[(string)row[0]!] = (long)row[1]!;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(IReadOnlyCollection<string>? ids) => NamedAsync(MergedNodes.NamedOf(ids));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<NamedRelationship>> NamedAtAsync(IReadOnlyCollection<Connections> some)
    {
        var found = new List<NamedRelationship>();
        foreach (var group in some.GroupBy(one => (HasStart: one.Start is not null, HasEnd: one.End is not null)))
        {
            var rows = group.Select(one => new object?[] { one.Type.Name, one.Start, one.End });
            found.AddRange(await NamedAsync(MergedNodes.NamedAt(group.Key.HasStart, group.Key.HasEnd, Parameters(rows))));
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<NamedRelationship>> NamedAsync(Statement statement)
    {
        var found = new List<NamedRelationship>();
        foreach (var row in await AllAsync(statement))
        {
            if (MergedNodes.NamedOf(row, context.Ontology) is not { } one) continue;
            found.Add(one);
            named[one.Key] = (long)row[0]!;
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask SaveAsync(IReadOnlyList<NamedRelationship> changed, IReadOnlyList<NamedRelationship> gone)
    {
        await RunAsync(
            $"{Rows}MATCH (n) WHERE id(n) = row[0] DETACH DELETE n", [.. gone.Where(one => named.ContainsKey(one.Key))], one => [named[one.Key]]);
        foreach (var one in gone) named.Remove(one.Key);
        await RunAsync(
            $"{Rows}MATCH (n) WHERE id(n) = row[0] SET n.sources = row[1], n.values = row[2]\nWITH n, row UNWIND row[3] AS key\n"
                + $"MATCH (m) WHERE id(m) = key MERGE (m)-[:{MergedNodes.Names}]->(n)",
            [.. changed.Where(one => named.ContainsKey(one.Key))],
            one => [named[one.Key], one.Sources, NamedValues.Text(one.Values), Hooks(one)]);
        var fresh = changed.Where(one => !named.ContainsKey(one.Key)).ToList();
        var created = await AllAsync(new(
            $"{Rows}CREATE (n:{MergedNodes.Named} {{type: row[1], startType: row[2], start: row[3], endType: row[4], end: row[5], "
                + $"sources: row[6], values: row[7]}})\n"
                + $"WITH n, row CALL (n, row) {{ UNWIND row[8] AS key MATCH (m) WHERE id(m) = key CREATE "
                + $"(m)-[:{MergedNodes.Names}]->(n) }}\nRETURN row[0], id(n)",
            Parameters(fresh.Select((one, i) => (object?[])
                [i, one.Type.Name, one.StartType.Name, one.Start, one.EndType.Name, one.End, one.Sources, NamedValues.Text(one.Values),
                    Hooks(one)]))));
        foreach (var row in created) named[fresh[(int)(long)row[0]!].Key] = (long)row[1]!;
    }

    /// <summary>The members that a relationship hangs on.</summary>
    private List<long> Hooks(NamedRelationship one) =>
        [.. new[] { one.Start, one.End }.Distinct().Where(members.ContainsKey).Select(id => members[id])];

    private Task<IReadOnlyList<List<object?>>> AllAsync(Statement statement) => transaction.RowsAsync(statement, cancellation);

    private async Task RunAsync<T>(string text, IReadOnlyList<T> items, Func<T, object?[]> row)
    {
        if (items.Count > 0) await transaction.RunAsync(new(text, Parameters(items.Select(row))), NoRows.Instance, cancellation);
    }

    private static StatementParameters Parameters(IEnumerable<object?[]> rows) => StatementParameters.Of(("rows", rows.ToList()));
}
