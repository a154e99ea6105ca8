using Graph.Model.Ontologies;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Cypher;
using Graph.Stores.Neo4j.Migrations;
using Graph.Stores.Neo4j.Tests.Bolt;
using Graph.Tests;

namespace Graph.Stores.Neo4j.Tests.Cypher;

/// <summary>
/// Database hits of statements on a graph of 4,000 accusations. A change may not exceed them: what reads more has lost
/// its index or its anchor.
/// </summary>
public class BudgetTests
{
    private const string Load =
        """
        UNWIND range(0, 39) AS i
        CREATE (:State:Actor {id: 'actor-' + i, name: 'Actor ' + i, aliases: []}), (:Event {id: 'event-' + i, name: 'Event ' + i, kind: 'TALKS'})
        WITH count(*) AS made
        UNWIND range(0, 3999) AS i
        MATCH (a:Actor {id: 'actor-' + (i % 40)}), (b:Actor {id: 'actor-' + (i / 40 % 40)}), (e:Event {id: 'event-' + (i % 37)})
        CREATE (x:Accusation {id: 'acc-' + i, act: 'ACCUSE', matter: 'm', matterTypes: [], saidOn: date('2020-01-01') + duration({days: i % 1000}),
          modality: 'ASSERTED', confidence: 1.0, method: 'CODED', importedAt: datetime('2026-01-01T00:00:00Z')})
        CREATE (a)-[:MADE]->(x)-[:AGAINST]->(b)
        CREATE (x)-[:ABOUT]->(e)
        """;

    private static readonly Dictionary<string, long> Budgets = new()
    {
        ["point"] = 60,
        ["latest-page"] = 400,
        ["next-page"] = 400,
        ["about-an-event"] = 900,
        ["between-two"] = 1600,
        ["count-by-filter"] = 400,
        ["whole-graph-counted"] = 10,
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
            await WriteAsync(runner, "CALL db.awaitIndexes(60)");
            List<string> exceeded = [];
            foreach (var (name, budget) in Budgets)
            {
                var (query, values) = Questions.Ask(name);
                var compiled = new QueryCompiler(Ontology.Shipped).Compile(query);
                var summary = await runner.RunAsync(new("PROFILE " + compiled.Statement, Parameters.Of(compiled, values)), new RowList());
                var hits = Hits(summary.Profile!);
                if (hits > budget) exceeded.Add($"{name}: {hits} hits, {budget} allowed");
            }

            Assert.Empty(exceeded);
        }
        finally
        {
            await WriteAsync(runner, "MATCH (n:Actor|Event|Accusation|_Graph) DETACH DELETE n");
        }
    }

    private static Task WriteAsync(BoltClient runner, string text) => runner.RunAsync(new(text) { Access = AccessMode.Write }, new RowList());

    private static long Hits(IReadOnlyDictionary<string, object?> plan) =>
        Convert.ToInt64(plan.GetValueOrDefault("dbHits") ?? 0L)
        + (plan.GetValueOrDefault("children") as IEnumerable<object?> ?? []).OfType<IReadOnlyDictionary<string, object?>>().Sum(Hits);
}
