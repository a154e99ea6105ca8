using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Removing;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>Removes a node and what goes with it; acts that go with it some a transaction, each with the tallies that follow.</summary>
/// <param name="runner">The server.</param>
/// <param name="turn">The writer's turn.</param>
/// <param name="context">What every batch uses.</param>
/// <param name="begin">Begins to take down what a transaction changes.</param>
/// <param name="removed">Counts what is removed.</param>
/// <param name="beginForgetting">Begins to forget what is kept beside the graph of what goes, and gives what is to be done when it is gone.</param>
internal sealed class Removal(
    IStatementRunner runner,
    WriterTurn turn,
    WriterContext context,
    Func<ChangeRecorder?> begin,
    RemovedRecords removed,
    Func<IStatementTransaction, ChangeRecorder?, CancellationToken, Task<Func<Task>>> beginForgetting)
{
    /// <summary>Acts of one transaction: with what reports them some ten times as many records, which the server's memory holds.</summary>
    private const int ActsInOneTransaction = 5_000;

    /// <summary>Removes it, or says what is attached to it.</summary>
    public async Task<RemovalResult> RunAsync(NodeType type, string id, CancellationToken cancellationToken)
    {
        var rule = RemovalRule.Of(context.Ontology, type);
        while (true)
        {
            var gone = new RemovedRecords();
            var result = await turn.WriteAsync(
                async (transaction, stop) =>
                {
                    gone = new();
                    var recorder = begin();
                    var forgetAsync = await beginForgetting(transaction, recorder, stop);
                    var some = await new Work(transaction, context, recorder, gone, stop)
                        .SomeAsync(type, id, rule, context.Ontology.Tally is { } tally ? new(runner, turn, context, tally) : null);
                    await forgetAsync();
                    await KeptChanges.AppendAsync(recorder, context.Location, transaction, stop);
                    return some;
                },
                cancellationToken);
            removed.Add(gone);
            if (result is not null) return result;
        }
    }

    /// <summary>One transaction.</summary>
    private sealed class Work(
        IStatementTransaction transaction, WriterContext context, ChangeRecorder? recorder, RemovedRecords gone, CancellationToken cancellation)
    {
        private readonly RecordNames records = new(transaction, cancellation);

        private string Tally => context.Ontology.Tally?.Relationship.Name ?? "";

        /// <summary>Does as much as a transaction may; null where more is left to do.</summary>
        public async Task<RemovalResult?> SomeAsync(NodeType type, string id, RemovalRule rule, Tallies? tallies)
        {
            var keys = NumberId.Keys([id], one => one).Select(key => key.Number is { } number ? (object)number : key.Item).ToList();
            if (await IdsAsync($"MATCH (n:{context.Labels.Of(type)}) WHERE n.id IN $keys RETURN id(n)", ("keys", keys)) is not [var node, ..])
                return new(IsFound: false, []);
            if (rule.IsAct)
            {
                await RemoveActsAsync(type, [node], rule);
            }
            else
            {
                if (rule.Origin is { Source: NodeType source } origin)
                {
                    var acts = await IdsAsync(
                        $"MATCH (n){Way(origin, "a", fromFarEnd: true)} WHERE id(n) = $node AND a:{context.Labels.Of(source)} RETURN "
                            + $"id(a) LIMIT {ActsInOneTransaction}", ("node", node));
                    if (acts.Count > 0)
                    {
                        await RemoveActsAsync(source, acts, rule);
                        await FollowAsync(tallies);
                        return null;
                    }
                }

                var attached = await RowsAsync(
                    "MATCH (n)-[r]-() WHERE id(n) = $node AND NOT type(r) IN [$tally, $origin] WITH DISTINCT r RETURN type(r) "
                        + "AS type, count(*) ORDER BY type",
                    ("node", node),
                    ("tally", Tally),
                    ("origin", rule.Origin?.Relationship.Name ?? ""));
                if (attached.Count > 0) return new(IsFound: true, [.. attached.Select(row => new AttachedCount((string)row[0]!, (long)row[1]!))]);
                await RemoveAsync(type, [node]);
            }

            await FollowAsync(tallies);
            return new(IsFound: true, []);
        }

        private async Task RemoveActsAsync(NodeType type, List<long> acts, RemovalRule rule)
        {
            var parts = new List<(NodeType Type, List<long> Ids)>();
            foreach (var field in rule.Parts)
            {
                foreach (var end in field.Ends)
                {
                    var alone = await IdsAsync(
                        $"UNWIND $acts AS act MATCH (a){Way(field, "p", fromFarEnd: false)} WHERE id(a) = act AND "
                            + $"p:{context.Labels.Of(end)} WITH DISTINCT p\n"
                        + $"WHERE NOT EXISTS {{ MATCH (p){Way(field, "o", fromFarEnd: true)} WHERE NOT id(o) IN $acts }} RETURN id(p)",
                        ("acts", acts));
                    if (alone.Count > 0) parts.Add((end, alone));
                }
            }

            await RemoveAsync(type, acts);
            foreach (var (part, ids) in parts) await RemoveAsync(part, ids);
        }

        private async Task RemoveAsync(NodeType type, List<long> nodes)
        {
            var attached = await RowsAsync(
                "UNWIND $nodes AS node MATCH (n)-[r]-() WHERE id(n) = node AND type(r) <> $tally WITH DISTINCT r\n"
                + "WITH type(r) AS type, toString(startNode(r).id) AS a, toString(endNode(r).id) AS b ORDER BY a, b\n"
                + $"RETURN type, count(*), collect([a, b])[..{RemovedRecords.Named}] ORDER BY type",
                ("nodes", nodes),
                ("tally", Tally));
            foreach (var row in attached)
            {
                if (context.Ontology.FindRelationship((string)row[0]!) is not { } relationship) continue;
                var ends = ((IEnumerable<object?>)row[2]!).Select(pair => ((IEnumerable<object?>)pair!).Select(end => (string)end!).ToList());
                gone.Add(relationship, (long)row[1]!, ends.Select(pair => (pair[0], pair[1])));
            }

            var which = StatementParameters.Of(("nodes", nodes));
            if (recorder is not null) await TakeDownAsync(type, which);
            var (count, ids) = await records.DeleteAsync("MATCH (n) WHERE id(n) IN $nodes", which);
            gone.Add(type, count, ids);
        }

        private async Task TakeDownAsync(NodeType type, StatementParameters nodes)
        {
            var stored = new StoredRecords(transaction, context, cancellation);
            foreach (var relationship in context.Ontology.RelationshipTypes.Where(one => one.Name != Tally
                && (one.Starts.Contains(type) || one.Ends.Contains(type))))
            {
                foreach (var (_, _, _, _, one) in await stored.RelationshipsAsync(
                    relationship, $"CALL () {{ {WriteStatements.MatchAtEither(relationship, "IN $nodes", "IN $nodes")} }}", nodes))
                    recorder!.Removed(one);
            }

            foreach (var (_, node) in await stored.NodesAsync(type, "MATCH (n) WHERE id(n) IN $nodes", nodes)) recorder!.Removed(node);
        }

        private async Task FollowAsync(Tallies? tallies)
        {
            if (tallies is not null) await tallies.RunAsync(transaction, cancellation);
            await context.Metadata.NoteAsync(transaction, new(0, 1, 0), default, touchedTallies: false, cancellation);
        }

        private async Task<List<long>> IdsAsync(string text, (string Name, object? Value) parameter) =>
            [.. (await RowsAsync(text, parameter)).Select(row => (long)row[0]!)];

        private Task<IReadOnlyList<List<object?>>> RowsAsync(string text, params (string Name, object? Value)[] parameters) =>
            transaction.RowsAsync(new(text, StatementParameters.Of(parameters)), cancellation);

        // The step along a field from its source, or back to it.
        private static string Way(RelationshipField field, string to, bool fromFarEnd)
        {
            var name = Identifiers.Escape(field.Relationship.Name);
            return field.Direction == Direction.Out != fromFarEnd ? $"-[:{name}]->({to})" : $"<-[:{name}]-({to})";
        }
    }
}
