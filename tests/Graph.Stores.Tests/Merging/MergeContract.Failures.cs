using Graph.Export;
using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Stores.Tests.Merging;

/// <summary>A database that fails in the middle of merging.</summary>
public abstract partial class MergeContract<TStores>
{
    [StoreFact]
    public async Task WhatFailsInBetweenLeavesTheGraphAsItWasAndTheSameWriterGoesOn()
    {
        await OpenEmptyAsync(Ontology.Shipped);
        await ImportAsync("a", [.. Accused("p1", "p2", "x1"), .. Accused("p3", "p4", "x3")]);
        var apart = await ExportAsync(new JsonLines());
        await using var writer = await Store.OpenWriterAsync(CancellationToken.None);

        // The second of two nodes that are one cannot be kept.
        await FailAsync("graph_merged", "WHEN NEW.\"id\" = 'p2'", "_Merged", "canonical", () => JudgeAsync(writer, new("p2", "p1", true)));
        Assert.Equal(apart, await ExportAsync(new JsonLines()));
        Assert.Equal(1, (await JudgeAsync(writer, new("p2", "p1", true))).Merged);
        var merged = await ExportAsync(new JsonLines());

        // A batch lasts until what its sources give of a merged actor is kept.
        var batch = Accused("p2", "p3", "x2");
        await FailAsync("graph_named", "WHEN NEW.\"start\" = 'p2'", "_Named", "type", async () => await WriteAsync(writer, "b", batch));
        Assert.Equal(merged, await ExportAsync(new JsonLines()));
        var result = await WriteAsync(writer, "b", batch);
        Assert.Equal((1, 2), (result.Nodes.Added, result.Relationships.Added));
        Assert.Equal(2, (await Store.MergedAsync(CancellationToken.None)).Members.Count);

        // All of it comes apart to the byte.
        await writer.RemoveAsync(Type("Accusation"), "x2", CancellationToken.None);
        Assert.Equal(0, (await JudgeAsync(writer, new("p2", "p1", true), isRetracted: true)).Merged);
        await writer.FinishAsync(CancellationToken.None);
        Assert.Equal(apart, await ExportAsync(new JsonLines()));

        async Task FailAsync(string table, string when, string label, string property, Func<Task> work)
        {
            await DamageAsync(
                $"CREATE TRIGGER boom BEFORE INSERT ON {table} {when} BEGIN SELECT RAISE(ABORT, 'boom'); END",
                $"CREATE CONSTRAINT boom FOR (n:{label}) REQUIRE n.{property} IS UNIQUE");
            await Assert.ThrowsAsync<StoreException>(work);
            await DamageAsync("DROP TRIGGER boom", "DROP CONSTRAINT boom");
        }
    }
}
