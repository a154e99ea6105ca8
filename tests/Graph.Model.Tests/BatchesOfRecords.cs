using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Model.Tests;

public sealed class BatchesOfRecords
{
    [Fact]
    public void KeepsTextOfManyRecordsInOneBuffer()
    {
        var batch = new RecordBatch();
        var type = Ontology.Shipped.FindNodeType("Claim")!;
        for (var i = 0; i < 10_000; i++)
            batch.AddNode(type, [batch.AddText($"claim-{i}"), batch.AddText("Çırağan 🕊 " + i)], new(batch.AddFile("a.yaml"), i + 1, 1));
        Assert.Equal(10_000, batch.Count);
        Assert.Equal("claim-9999", batch.Id(batch.Nodes[9999]));
        Assert.Equal("Çırağan 🕊 1234", batch.Text(batch.Cells(batch.Nodes[1234])[1]));
        Assert.Equal(["a.yaml"], batch.Files);
        batch.Clear();
        Assert.Equal((0, 0), (batch.Count, batch.TextLength));
    }

    [Fact]
    public void ARecordHasACellForEveryProperty() =>
        Assert.Throws<ArgumentException>(() => new RecordBatch().AddNode(Ontology.Shipped.FindNodeType("Claim")!, [Cell.Null], default));

    [Fact]
    public void CellsKeepDaysInstantsAndNumbersExactly()
    {
        Assert.Equal(new DateOnly(2025, 6, 2), Cell.Of(new DateOnly(2025, 6, 2)).Day);
        Assert.Equal(new DateOnly(1, 1, 1), Cell.Of(new DateOnly(1, 1, 1)).Day);
        var instant = new DateTimeOffset(2026, 1, 2, 11, 0, 0, 123, 456, TimeSpan.FromHours(1));
        Assert.Equal(instant, Cell.Of(instant).Instant);
        Assert.Equal(TimeSpan.Zero, Cell.Of(instant).Instant.Offset);
        Assert.Equal(0.1 + 0.2, Cell.Of(0.1 + 0.2).Double);
    }
}
