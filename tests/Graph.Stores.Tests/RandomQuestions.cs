using Graph.Model.Ontologies;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests;

/// <summary>Questions drawn at random over graphs drawn at random, the same in every run.</summary>
/// <param name="graphs">How many graphs.</param>
/// <param name="questions">How many questions of each.</param>
public abstract class RandomQuestions<TStores>(int graphs, int questions) : IAsyncLifetime
    where TStores : Stores, new()
{
    private readonly TStores stores = new();

    public Task InitializeAsync() => stores.AreAtHand ? stores.InitializeAsync() : Task.CompletedTask;

    public Task DisposeAsync() => stores.DisposeAsync();

    /// <summary>The API over records in a store that was empty.</summary>
    private protected async Task<GraphApi> ApiOfAsync(Records records) =>
        await GraphApi.OfAsync(await stores.OpenEmptyAsync(Ontology.Shipped), records);

    /// <summary>Asks all the questions.</summary>
    /// <param name="graphOf">The graph of a seed.</param>
    /// <param name="recordsOf">What it stores.</param>
    /// <param name="ask">Draws a question, asks it, and holds the answer against the graph.</param>
    private protected async Task AskAllAsync<TGraph>(
        Func<int, TGraph> graphOf, Func<TGraph, Records> recordsOf, Func<GraphApi, TGraph, Random, Task> ask)
    {
        for (var seed = 0; seed < graphs; seed++)
        {
            var graph = graphOf(seed);
            var api = await ApiOfAsync(recordsOf(graph));
            var random = new Random(seed);
            for (var i = 0; i < questions; i++) await ask(api, graph, random);
        }
    }
}
