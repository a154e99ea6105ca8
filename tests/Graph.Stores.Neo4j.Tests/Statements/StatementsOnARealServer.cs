using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Statements;
using Graph.Stores.Neo4j.Tests.Bolt;

namespace Graph.Stores.Neo4j.Tests.Statements;

public sealed class StatementsOnARealServer
{
    [NeedsNeo4j]
    public async Task EveryApprovedStatementIsAcceptedByTheServer()
    {
        await using var runner = RealServer.Connect();
        List<string> refused = [];
        foreach (var name in Questions.Titles)
        {
            var (query, values) = Questions.Ask(name);
            var compiled = new QueryCompiler(Ontology.Shipped).Compile(PreparedQuery.Of(query));
            try
            {
                var summary = await runner.RunAsync(new("EXPLAIN " + compiled.Statement, Parameters.Of(compiled, values)), new RowList());
                if (summary.Plan is null) refused.Add($"{name}: no plan");
            }
            catch (DatabaseException exception)
            {
                refused.Add($"{name}: {exception.ServerMessage}");
            }
        }

        Assert.Empty(refused);
    }

    [NeedsNeo4j]
    public async Task EqualInstantsAreEqualWhateverTheirZones()
    {
        await using var runner = RealServer.Connect();
        var question = new Question(Ontology.Shipped);
        var instant = new DateTimeOffset(2026, 1, 2, 11, 0, 0, TimeSpan.FromHours(1));
        var query = question.List(
            "Accusation", question.Compare(
                question.On("Accusation", "importedAt"),
                Model.Queries.ComparisonOperator.Equal,
                instant), [], Model.Queries.Page.Whole, new([]));
        var compiled = new QueryCompiler(Ontology.Shipped).Compile(PreparedQuery.Of(query));
        var condition = compiled.Statement.Split("WHERE ")[1].Split("\n")[0];
        foreach (var zone in new[] { "Z", "+14:00", "-12:00", "Europe/Istanbul", "Pacific/Kiritimati" })
        {
            var rows = new RowList();
            var text = $"WITH {{importedAt: datetime({{datetime: datetime('2026-01-02T10:00:00Z'), timezone: '{zone}'}})}} AS n0 RETURN {condition}";
            await runner.RunAsync(new(text, Parameters.Of(compiled, question.Values)), rows);
            Assert.Equal(true, rows.Value);
        }
    }
}
