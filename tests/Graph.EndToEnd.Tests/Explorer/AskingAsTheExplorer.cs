using Graph.Import;
using Graph.Model.Ontologies;
using Graph.Server.Stores;

namespace Graph.EndToEnd.Tests.Explorer;

public sealed class AskingAsTheExplorer : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task EveryQueryOfThePagesFindsSomething()
    {
        var location = new StoreLocation.Sqlite(folder["graph.db"]);
        await using (var store = await GraphStores.OpenAsync(location, Ontology.Shipped, CancellationToken.None))
        {
            var report = await Importer.RunAsync(new() { Paths = [Repository.Seeds] }, store, TimeProvider.System, null, CancellationToken.None);
            Assert.Equal(ImportOutcome.Complete, report.Outcome);
        }

        ExplorerQueries.AreAnswers(await ExplorerQueries.AnswersAsync(location));
    }

    public void Dispose() => folder.Dispose();
}
