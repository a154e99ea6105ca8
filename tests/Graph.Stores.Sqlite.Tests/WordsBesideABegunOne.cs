using Graph.Model.Records;
using Graph.Model.Search;
using Graph.Stores.Sqlite.Database;
using Graph.Stores.Sqlite.Reading;
using Graph.Stores.Sqlite.Statements;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>
/// A beginning that many words have, beside a word that few nodes have: the words of these few stand in its place, and find the same.
/// </summary>
public sealed class WordsBesideABegunOne : StoreFolder
{
    private const string Library = "type Book @node { id: ID! @unique title: String! @searchable notes: String @searchable }";

    [Theory]
    [InlineData("rare a", true)]
    [InlineData("rare ab", true)]
    [InlineData("Редкий noth", true)]
    [InlineData("rare \"in notes\" a", true)]
    [InlineData("Редкий a", true)]
    [InlineData("rare -abbey a", true)]
    [InlineData("common a", false)]
    public async Task AreAskedForTogether(string typed, bool areFew)
    {
        await WriteAsync("s", 0, 9_000);
        await WriteAsync("r", 9_000, 200);
        using var connection = new StoreFile(FilePath, TimeSpan.Zero).OpenForReading();
        KnownTokens.AddTables(connection);
        var grades = new SearchGrades(SearchText.Of(typed, prefix: true));
        var layout = new Layout(Read(Library));
        foreach (var table in Words.Tables)
        {
            var known = new KnownTokens(connection, table);
            Assert.False(known.AreNone);
            known.Only = new(connection, layout, table, WordQueries.Of(grades.BesidesTheBegun()!));
            foreach (var condition in Enumerable.Range(0, SearchGrades.Count).Select(grade => grades.Alone(grade)).OfType<SearchCondition>())
            {
                var narrowed = Narrowing.Of(condition, known);
                Assert.Equal(Found(connection, table, condition), narrowed is null ? [] : Found(connection, table, narrowed));
            }

            // In the other table there are too few nodes for it to be worth while.
            if (table != Words.Settled) continue;
            Assert.Equal(areFew, known.Beginning("a") is not null);
            Assert.NotEmpty(Found(connection, table, grades.Whole()!));
        }
    }

    private static IReadOnlyList<string> Found(Connection connection, string table, SearchCondition condition) =>
        connection.Texts($"SELECT rowid FROM \"{table}\" WHERE \"{table}\" MATCH '{WordQueries.Of(condition)}' ORDER BY rowid");

    // Every title has a word of its own that begins with a; every three hundredth is rare.
    private async Task WriteAsync(string prefix, int from, int count)
    {
        await using var store = await OpenAsync(Library, fewestUnsettledWords: 1_000);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        var (batch, book) = (new RecordBatch(), store.Ontology.FindNodeType("Book")!);
        for (var i = from; i < from + count; i++)
        {
            var rare = (i % 300) switch { 1 => "rare", 2 => "редкий nothing", 3 => "rare abbey", _ => "" };
            var title = $"common a{i % 500} {rare} and ab{i % 7} {i} again and again";
            batch.AddNode(book, [batch.AddText($"{prefix}{i}"), batch.AddText(title), i % 2 == 0 ? Cell.Null : batch.AddText("a line in notes")], default);
        }

        Assert.Empty((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
        await session.FinishAsync(CancellationToken.None);
    }
}
