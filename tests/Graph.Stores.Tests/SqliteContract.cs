namespace Graph.Stores.Tests;

public sealed class SqliteReading(FilmFixture<SqliteStores> fixture) : ReadingContract<SqliteStores>(fixture);

public sealed class SqliteWriting : WritingContract<SqliteStores>;
