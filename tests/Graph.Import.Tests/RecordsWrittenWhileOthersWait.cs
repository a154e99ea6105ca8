using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Spilling;

namespace Graph.Import.Tests;

/// <summary>A relationship that waited gives way to records of the same that stand further down, however many there are.</summary>
public sealed class RecordsWrittenWhileOthersWait
{
    private static readonly RelationshipType Type = Ontology.Shipped.FindRelationship("HELD")!;

    [Fact]
    public void AreKnownAfterTheyWentToFiles()
    {
        using var later = new LaterRecords(Ontology.Shipped, new SpillingTable(memoryEntries: 50));
        const int Records = 1_000;
        var batch = new RecordBatch();
        for (var i = 0; i < Records; i++) later.Note(batch, Add(batch, i), new(i % 3, i + 1, 7));
        for (var i = 0; i < Records; i += 2) later.Note(batch, Add(batch, i), new(5, 1, 1)); // Again, in a later file.
        for (var i = 0; i < Records; i++)
        {
            var one = Add(batch, i);
            Assert.True(later.Supersede(batch, one, new(i % 3, i + 1, 6)));
            Assert.Equal(i % 2 == 0, later.Supersede(batch, one, new(i % 3, i + 1, 7)));
            Assert.Equal(i % 2 == 0, later.Supersede(batch, one, new(4, 9, 9)));
            Assert.False(later.Supersede(batch, one, new(5, 1, 1)));
            Assert.False(later.Supersede(batch, Add(batch, Records + i), new(0, 1, 1)));
        }
    }

    private static RelationshipEntry Add(RecordBatch batch, int i)
    {
        batch.AddRelationship(
            Type,
            Type.Starts[0],
            batch.AddText($"person-{i / 4}"),
            Type.Ends[0],
            batch.AddText($"office-{i / 2}"),
            [.. Type.Properties!.Properties.Select(property => property.IsIdentifying ? Cell.Of(i) : Cell.Null)],
            default);
        return batch.Relationships[^1];
    }
}
