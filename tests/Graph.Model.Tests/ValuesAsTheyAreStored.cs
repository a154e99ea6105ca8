using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Model.Tests;

/// <summary>What becomes of numbers that a database keeps, in responses and in records, for every kind of property.</summary>
public sealed class ValuesAsTheyAreStored
{
    [Theory]
    [InlineData(5L, ScalarKind.Int, "5")]
    [InlineData(5L, ScalarKind.BigInt, "\"5\"")]
    [InlineData(5L, ScalarKind.Float, "5")]
    [InlineData(5L, ScalarKind.Id, "\"5\"")]
    [InlineData(5_000_000_000L, ScalarKind.Int, null)]
    [InlineData(5L, ScalarKind.Boolean, null)]
    [InlineData(5.0, ScalarKind.Int, "5")]
    [InlineData(5.0, ScalarKind.BigInt, "\"5\"")]
    [InlineData(5e9, ScalarKind.Int, null)]
    [InlineData(0.5, ScalarKind.Int, null)]
    [InlineData(1.8e19, ScalarKind.BigInt, null)]
    [InlineData(0.5, ScalarKind.Float, "0.5")]
    [InlineData(double.NaN, ScalarKind.Float, null)]
    [InlineData(0.5, ScalarKind.Id, null)]
    public void ANumberIsAnsweredWhereTheKindHoldsItAndIsThatCellOfARecord(object stored, ScalarKind kind, string? answered)
    {
        using var output = new ResponseBuffer();
        var batch = new RecordBatch();
        var (isWritten, isCell, cell) = stored is long whole
            ? (StoredValue.TryWrite(output, kind, whole, isExact: false), StoredValue.TryCell(batch, kind, whole, out var taken), taken)
            : (StoredValue.TryWrite(output, kind, (double)stored), StoredValue.TryCell(batch, kind, (double)stored, out taken), taken);
        Assert.Equal(answered, isWritten ? Encoding.UTF8.GetString(output.WrittenSpan) : null);
        Assert.Equal(isWritten, isCell);
        if (!isWritten) Assert.Equal(0, output.Length);
        Assert.Equal(isCell, cell.Kind != CellKind.Null);
    }

    [Fact]
    public void ANumberThatStandsForATextIsNotTheVeryValue()
    {
        using var output = new ResponseBuffer();
        Assert.False(StoredValue.TryWrite(output, ScalarKind.Id, 5, isExact: true));
        Assert.True(StoredValue.TryWrite(output, ScalarKind.BigInt, 5, isExact: true));
    }

    [Theory]
    [InlineData(3, "\"2026-01-31T10:00:00.123Z\"")]
    [InlineData(7, "\"2026-01-31T10:00:00.1234567Z\"")]
    public void AnInstantIsWrittenInUtcToAsManyDigitsAsAreWanted(int digits, string json)
    {
        using var output = new ResponseBuffer();
        TimeText.WriteJson(output, new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(1_234_567), digits);
        Assert.Equal(json, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
