using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Tests.Bolt;

namespace Graph.Stores.Neo4j.Tests.Statements;

/// <summary>
/// Database hits of statements on a graph of 5,000 accusations. A change may not exceed them: what reads more has lost
/// its index or its anchor.
/// </summary>
public sealed class BudgetOfAQuery
{
    private const string Load =
        """
        UNWIND range(0, 39) AS i
        CREATE (:$(CASE WHEN i % 2 = 0 THEN 'Person' ELSE 'State' END):Actor {id: 'actor-' + i, name: 'Actor ' + i, aliases: []}),
          (:Event {id: 'event-' + i, name: 'Event ' + i, kind: 'TALKS'})
        WITH count(*) AS made
        UNWIND range(0, 4999) AS i
        MATCH (a:Actor {id: 'actor-' + (i % 40)}), (b:Actor {id: 'actor-' + (i / 40 % 40)}), (e:Event {id: 'event-' + (i % 37)})
        CREATE (x:Accusation {id: 'acc-' + i, act: 'ACCUSE', matter: 'm', matterTypes: [], saidOn: date('2020-01-01') + duration({days: i % 2000}),
          modality: 'ASSERTED', confidence: 1.0, method: 'CODED', importedAt: datetime('2026-01-01T00:00:00Z')})
        CREATE (a)-[:MADE]->(x)-[:AGAINST]->(b)
        CREATE (x)-[:ABOUT]->(e)
        CREATE (x)-[:EVIDENCED_BY]->(:Evidence {id: 'ev-' + i, quote: 'q', startOffset: 0, endOffset: 1})
        MERGE (a)-[t:ACCUSED]->(b)
          ON CREATE SET t.accusations = 1, t.first = x.saidOn, t.last = x.saidOn
          ON MATCH SET t.accusations = t.accusations + 1
        """;

    /// <summary>About 1.3 times what each reads now.</summary>
    private static readonly Dictionary<string, long> Budgets = new()
    {
        ["point"] = 25,
        ["dossier"] = 1200,
        ["latest-page"] = 150,
        ["earliest-page"] = 85,
        ["next-page"] = 60,
        ["previous-page"] = 125,
        ["by-name"] = 30,
        ["by-a-name-of-any-kind"] = 650,
        ["about-an-event"] = 900,
        ["between-two"] = 1300,
        ["who-accuses-most"] = 3200,
        ["busiest-actors"] = 3500,
        ["count-by-filter"] = 160,
        ["whole-graph-counted"] = 3,
    };

    [NeedsNeo4j]
    public async Task NoStatementReadsMoreThanItsBudget()
    {
        await using var runner = RealServer.Connect();
        await new Migrator(runner, TestNeo4j.Uri, Migrator.Of(Ontology.Shipped)).ApplyAsync(CancellationToken.None);
        try
        {
            await WriteAsync(runner, Load);
            await WriteAsync(runner, "MERGE (kept:_Graph {id: 'graph'}) SET kept.`Accusation.saidOn` = COUNT { (:Accusation) }");
            // Plans follow what the server has counted, which it otherwise does at a time of its own.
            await WriteAsync(runner, "CALL db.awaitIndexes(60)");
            await WriteAsync(runner, "CALL db.prepareForReplanning(60)");
            List<string> exceeded = [];
            foreach (var (name, budget) in Budgets)
            {
                var (query, values) = Questions.Ask(name);
                var compiled = new QueryCompiler(Ontology.Shipped).Compile(PreparedQuery.Of(query));
                var summary = await runner.RunAsync(new("PROFILE " + compiled.Statement, Parameters.Of(compiled, values)), new RowList());
                var hits = Hits(summary.Profile!);
                if (summary.Rows == 0) exceeded.Add($"{name}: finds nothing, so that nothing is measured");
                if (hits > budget) exceeded.Add($"{name}: {hits} hits, {budget} allowed");
            }

            Assert.True(exceeded.Count == 0, string.Join('\n', exceeded));
        }
        finally
        {
            await WriteAsync(runner, "MATCH (n:Actor|Event|Accusation|Evidence|_Graph) DETACH DELETE n");
        }
    }

    private static Task WriteAsync(BoltClient runner, string text) => runner.RunAsync(new(text) { Access = AccessMode.Write }, new RowList());

    private static long Hits(IReadOnlyDictionary<string, object?> plan) =>
        Convert.ToInt64(plan.GetValueOrDefault("dbHits") ?? 0L)
        + (plan.GetValueOrDefault("children") as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>().Sum(Hits);
}
