using Graph.Model.Ontologies;
using Graph.Model.Stores;
using Graph.Stores.Neo4j;
using Graph.Stores.Neo4j.OfficialDriver;
using Graph.Stores.Tests.Merging;
using Graph.Stores.Tests.Sources;
using Graph.Stores.Tests.Walks;

namespace Graph.Stores.Tests.OverDriver;

/// <summary>The same database, spoken to by the official driver: what is asked of the store is answered alike.</summary>
public sealed class Neo4jStoresOverDriver : Neo4jStoresOfTheSecond
{
    protected override Task<IGraphStore> OpenAsync(Ontology ontology, Neo4jStoreOptions options) =>
        Task.FromResult<IGraphStore>(DriverStore.Connect(Uri, ontology, options));
}

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jReadingOverDriver(FilmFixture<Neo4jStoresOverDriver> fixture) : ReadingContract<Neo4jStoresOverDriver>(fixture);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jWritingOverDriver : WritingContract<Neo4jStoresOverDriver>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jUpgradeOverDriver : UpgradeContract<Neo4jStoresOverDriver>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jBusyOverDriver(BusyFixture<Neo4jStoresOverDriver> fixture) : BusyContract<Neo4jStoresOverDriver>(fixture);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jDamagedOverDriver : DamagedContract<Neo4jStoresOverDriver>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jWalksOverDriver : WalkContract<Neo4jStoresOverDriver>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jSourcesOverDriver() : SourceContract<Neo4jStoresOverDriver>(samples: 1);

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jMergingOverDriver() : MergeContract<Neo4jStoresOverDriver>(samples: 1);
