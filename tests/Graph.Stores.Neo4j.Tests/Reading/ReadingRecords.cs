using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Tests.Bolt;

namespace Graph.Stores.Neo4j.Tests.Reading;

/// <summary>From PackStream to the response's JSON, without an object between.</summary>
public sealed class ReadingRecords
{
    public static TheoryData<object?, ScalarKind, string> Scalars => new()
    {
        { null, ScalarKind.String, "null" },
        { "Žižka said \"no\"\n", ScalarKind.String, "\"Žižka said \\\"no\\\"\\n\"" },
        { "russia", ScalarKind.Id, "\"russia\"" },
        { 17L, ScalarKind.Id, "\"17\"" },
        { 17L, ScalarKind.Int, "17" },
        { 9007199254740993L, ScalarKind.BigInt, "\"9007199254740993\"" },
        { 1.0, ScalarKind.Float, "1" },
        { 0.25, ScalarKind.Float, "0.25" },
        { 3L, ScalarKind.Float, "3" },
        { true, ScalarKind.Boolean, "true" },
        { new DateOnly(2026, 1, 31), ScalarKind.Date, "\"2026-01-31\"" },
        { new DateOnly(33, 4, 3), ScalarKind.Date, "\"0033-04-03\"" },
        { new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)), ScalarKind.DateTime, "\"2026-01-01T10:00:00.000Z\"" },
        { new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_999), ScalarKind.DateTime, "\"1969-12-31T23:59:59.999Z\"" },
        { new DateTime(2026, 1, 1, 10, 0, 0, 7), ScalarKind.DateTime, "\"2026-01-01T10:00:00.007Z\"" },
        { new object?[] { "a", "b" }, ScalarKind.String, "[\"a\",\"b\"]" },
        { Array.Empty<object?>(), ScalarKind.Date, "[]" },
        { new[] { new DateOnly(2026, 1, 31) }, ScalarKind.Date, "[\"2026-01-31\"]" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void AScalarIsWrittenAsJSON(object? value, ScalarKind kind, string json)
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(value);
        Assert.Null(reader.WriteScalar(output, new(kind, IsList: value is Array)));
        Assert.Equal(json, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData(double.NaN, ScalarKind.Float, "NaN")]
    [InlineData("2026-01-31", ScalarKind.Date, "\"2026-01-31\"")]
    [InlineData(5_000_000_000L, ScalarKind.Int, "5000000000")]
    [InlineData(1.8e19, ScalarKind.BigInt, "1.8E+19")]
    [InlineData(0.5, ScalarKind.Int, "0.5")]
    [InlineData("true", ScalarKind.Boolean, "\"true\"")]
    public void WhatIsNotOfItsKindIsAFaultAndNothingIsWritten(object value, ScalarKind kind, string found)
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(value);
        Assert.Equal(found, reader.WriteScalar(output, kind)!.Found);
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void ANullInAListIsAFaultAtItsPlace()
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(new object?[] { "a", null, "b" });
        Assert.Equal(new("null", 1), reader.WriteScalar(output, new(ScalarKind.String, IsList: true)));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void AnInstantKeepsEveryDigitWhereItIsWrittenExactly()
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(new DateTimeOffset(2026, 1, 1, 11, 0, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567));
        reader.WriteExact(output, ScalarKind.DateTime);
        Assert.Equal("\"2026-01-01T10:00:00.1234567Z\"", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void AnInstantForACursorKeepsEveryDigit()
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero).AddTicks(1_234_567));
        reader.WriteExact(output, ScalarKind.DateTime);
        Assert.Equal("\"2026-01-01T10:00:00.1234567Z\"", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void NestedListsAreWalkedInOrder()
    {
        var reader = ReaderOf(new object?[] { 1L, new object?[] { 2L, 3L }, null, Array.Empty<object?>(), 4L });
        var seen = new List<string>();

        reader.EnterList();
        while (reader.MoveNext())
            Walk(ref reader, seen);

        Assert.Equal(["1", "[", "2", "3", "]", "null", "[", "]", "4"], seen);
    }

    [Fact]
    public void WhatIsSkippedOrLeftIsPassedOverWhole()
    {
        var reader = ReaderOf(new object?[] { new object?[] { 1L, new object?[] { 2L } }, new object?[] { 3L, 4L, 5L }, 6L });
        reader.EnterList();
        Assert.True(reader.MoveNext());
        reader.Skip();
        Assert.True(reader.MoveNext());
        reader.EnterList();
        Assert.True(reader.MoveNext());
        Assert.Equal(3, reader.ReadInt64());
        reader.LeaveList();
        Assert.True(reader.MoveNext());
        Assert.Equal(6, reader.ReadInt64());
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void AValueWithoutJSONFormIsAFaultThatSaysWhatItIs()
    {
        using var output = new ResponseBuffer();
        var reader = ReaderOf(new PointValue(4326, 1, 2, null));
        Assert.Equal(new("a point"), reader.WriteScalar(output, ScalarKind.Float));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public async Task RowsOfAStatementReachTheModelsConsumer()
    {
        await using var server = new FakeServer(async peer =>
        {
            await peer.GreetAsync();
            await peer.ExpectStatementAsync();
            await peer.AnswerAsync(new object?[] { 1, 2, 3 }, new object?[] { 4 });
            await peer.ServeAsync();
        });
        await using var client = new BoltClient(server.Settings);
        var consumer = new Numbers();

        await client.RunAsync(new Statement("RETURN 1"), new RowSink<Numbers>(consumer));

        Assert.Equal([1L, 2L, 3L, 4L], consumer.Seen);
    }

    private static RowReader ReaderOf(object? value) => new(new PackStreamReader(Bytes.Of(Bytes.Packed(value))));

    private static void Walk(ref RowReader reader, List<string> seen)
    {
        if (reader.ReadNull())
        {
            seen.Add("null");
            return;
        }

        var before = reader;
        try
        {
            seen.Add(before.ReadInt64().ToString());
            reader = before;
        }
        catch (DatabaseException)
        {
            seen.Add("[");
            reader.EnterList();
            while (reader.MoveNext())
                Walk(ref reader, seen);
            seen.Add("]");
        }
    }

    private sealed class Numbers : IRowConsumer
    {
        public List<long> Seen { get; } = [];

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            while (row.MoveNext())
                Seen.Add(row.ReadInt64());
        }
    }
}
