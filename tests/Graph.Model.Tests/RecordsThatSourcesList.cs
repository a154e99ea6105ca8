using Graph.Model.Ontologies;
using Graph.Model.Sources;
using Graph.Model.Spilling;

namespace Graph.Model.Tests;

/// <summary>What a writer has written in a source's name is known, in memory and in files, and nothing else is.</summary>
public sealed class RecordsThatSourcesList
{
    [Fact]
    public void AreThoseThatWereNotedInItsName()
    {
        using var listings = new Listings(new SpillingTable(memoryEntries: 50));
        var (first, second) = Ontology.Shipped.RelationshipTypes is [var one, var other, ..] ? (one, other) : throw new InvalidOperationException();
        const int Records = 1_000;
        for (var i = 0; i < Records; i++)
        {
            var listed = listings.Of(i % 3);
            listed.Add(i);
            listed.Add(first, i, -i, i % 2 == 0 ? "" : $"part {i}");
            listed.Add($"n\0{i}");
            if (i % 10 == 0) listed.Add(i); // Some are listed twice.
        }

        for (var i = 0; i < Records; i++)
        {
            for (var source = 0; source < 4; source++)
            {
                var (listed, isOwn) = (listings.Of(source), i % 3 == source);
                Assert.Equal(isOwn, listed.Has(i));
                Assert.Equal(isOwn && i % 2 == 0, listed.Has(first, i, -i, ""));
                Assert.Equal(isOwn && i % 2 != 0, listed.Has(first, i, -i, $"part {i}"));
                Assert.Equal(isOwn, listed.Has($"n\0{i}"));
                Assert.False(listed.Has(second, i, -i, ""));
                Assert.False(i > 0 && listed.Has(first, -i, i, ""));
                Assert.False(listed.Has(Records + i) || listed.Has($"{i}"));
            }
        }
    }
}
