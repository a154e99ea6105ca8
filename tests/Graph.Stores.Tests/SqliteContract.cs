namespace Graph.Stores.Tests;

public sealed class SqliteReading(FilmFixture<SqliteStores> fixture) : ReadingContract<SqliteStores>(fixture);

public sealed class SqliteWriting : WritingContract<SqliteStores>;

public sealed class SqliteUpgrade : UpgradeContract<SqliteStores>;

public sealed class SqliteDamaged : DamagedContract<SqliteStores>;

public sealed class SqliteBusy(BusyFixture<SqliteStores> fixture) : BusyContract<SqliteStores>(fixture);

public sealed class SqliteFolding(FoldingFixture<SqliteStores> fixture) : FoldingContract<SqliteStores>(fixture);
