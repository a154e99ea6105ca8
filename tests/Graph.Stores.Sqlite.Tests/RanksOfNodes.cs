using Graph.Model.Records;

namespace Graph.Stores.Sqlite.Tests;

/// <summary>What the file keeps of how many relationships nodes have.</summary>
public sealed class RanksOfNodes : StoreFolder
{
    [Fact]
    public async Task DegreesFollowRelationshipsFromBatchToBatch()
    {
        await CreateAsync();
        await WriteAsync(("b1", "w2"), ("b2", "w2"));
        await WriteAsync(("b1", "w2"), ("b2", "w1"), ("b2", "w1"));
        Assert.Equal(["b1 2", "b2 2", "w1 2", "w2 2"], Kept);
    }

    [Fact]
    public async Task ANodeThatAnotherProgramDeletesIsNotRanked()
    {
        await CreateAsync();
        Execute("PRAGMA foreign_keys = 0; DELETE FROM rel_WROTE; DELETE FROM Writer");
        Assert.Equal(["b1 1"], Kept);
    }

    [Fact]
    public async Task DegreesAreCountedAnewForAFileOfAnOlderProgram()
    {
        await CreateAsync();
        await WriteAsync(("b1", "w2"), ("b2", "w2"));
        Execute("DROP TABLE graph_degrees; PRAGMA user_version = 3");
        await (await OpenAsync()).DisposeAsync();
        Assert.Equal(["b1 2", "b2 1", "w1 1", "w2 2"], Kept);
    }

    private IReadOnlyList<string> Kept => Texts("SELECT id || ' ' || degree FROM graph_degrees ORDER BY id");

    private async Task WriteAsync(params (string Book, string Writer)[] wrote)
    {
        await using var store = await OpenAsync();
        var batch = new RecordBatch();
        var (book, writer) = (store.Ontology.FindNodeType("Book")!, store.Ontology.FindNodeType("Writer")!);
        foreach (var id in wrote.Select(one => one.Book).Distinct())
            batch.AddNode(book, [batch.AddText(id), batch.AddText("Dawn"), batch.AddText("NOVEL"), Cell.Of(90)], default);
        foreach (var id in wrote.Select(one => one.Writer).Distinct()) batch.AddNode(writer, [batch.AddText(id), batch.AddText("Ada")], default);
        foreach (var (of, by) in wrote)
            batch.AddRelationship(store.Ontology.FindRelationship("WROTE")!, writer, batch.AddText(by), book, batch.AddText(of), [], default);
        await using var session = await store.OpenWriterAsync(CancellationToken.None);
        Assert.Empty((await session.WriteAsync(batch, DateTimeOffset.UnixEpoch, CancellationToken.None)).Refused);
    }
}
