namespace Graph.Stores.Tests;

[Collection(Neo4jTurns.First)]
public sealed class Neo4jReading(FilmFixture<Neo4jStores> fixture) : ReadingContract<Neo4jStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jWriting : WritingContract<Neo4jStores>;

[Collection(Neo4jTurns.Second)]
public sealed class Neo4jUpgrade : UpgradeContract<Neo4jStoresOfTheSecond>;

[Collection(Neo4jTurns.First)]
public sealed class Neo4jBusy(BusyFixture<Neo4jStores> fixture) : BusyContract<Neo4jStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jReadingOverHttp(FilmFixture<Neo4jStoresOverHttp> fixture) : ReadingContract<Neo4jStoresOverHttp>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jFolding(FoldingFixture<Neo4jStores> fixture) : FoldingContract<Neo4jStores>(fixture);

[Collection(Neo4jTurns.First)]
public sealed class Neo4jDamaged : DamagedContract<Neo4jStores>;
