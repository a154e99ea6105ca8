using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>The examples of the Bolt manual's chapter "PackStream", both ways.</summary>
public sealed class PackedValues
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "C0" },
        { true, "C3" },
        { false, "C2" },
        { 1L, "01" },
        { 42L, "2A" },
        { 127L, "7F" },
        { 128L, "C9 00 80" },
        { 1234L, "C9 04 D2" },
        { -16L, "F0" },
        { -17L, "C8 EF" },
        { -128L, "C8 80" },
        { -129L, "C9 FF 7F" },
        { 32767L, "C9 7F FF" },
        { 32768L, "CA 00 00 80 00" },
        { 2147483648L, "CB 00 00 00 00 80 00 00 00" },
        { long.MinValue, "CB 80 00 00 00 00 00 00 00" },
        { long.MaxValue, "CB 7F FF FF FF FF FF FF FF" },
        { 1.23, "C1 3F F3 AE 14 7A E1 47 AE" },
        { 1.1, "C1 3F F1 99 99 99 99 99 9A" },
        { -1.1, "C1 BF F1 99 99 99 99 99 9A" },
        { string.Empty, "80" },
        { "A", "81 41" },
        { "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "D0 1A 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F 50 51 52 53 54 55 56 57 58 59 5A" },
        { "Größenmaßstäbe", "D0 12 47 72 C3 B6 C3 9F 65 6E 6D 61 C3 9F 73 74 C3 A4 62 65" },
        { Array.Empty<byte>(), "CC 00" },
        { new byte[] { 1, 2, 3 }, "CC 03 01 02 03" },
        { new List<object?>(), "90" },
        { new List<object?> { 1L, 2L, 3L }, "93 01 02 03" },
        { new List<object?> { 1L, 2.0, "three" }, "93 01 C1 40 00 00 00 00 00 00 00 85 74 68 72 65 65" },
        { new Dictionary<string, object?>(), "A0" },
        { new Dictionary<string, object?> { ["one"] = "eins" }, "A1 83 6F 6E 65 84 65 69 6E 73" },
        { new DateOnly(1970, 1, 1), "B1 44 00" },
        { new DateOnly(1969, 12, 31), "B1 44 FF" },
        { new DateTimeOffset(1970, 1, 1, 2, 15, 0, TimeSpan.FromHours(1)).AddTicks(42), "B3 49 C9 11 94 C9 10 68 C9 0E 10" },
        { new DateTime(1970, 1, 1, 0, 0, 1), "B2 64 01 00" },
        { new DateTime(1969, 12, 31, 23, 59, 59).AddTicks(1), "B2 64 FF 64" },
        { new TimeOnly(0, 0, 1), "B1 74 CA 3B 9A CA 00" },
        { new OffsetTime(new TimeOnly(0, 0, 0), TimeSpan.FromHours(-1)), "B2 54 00 C9 F1 F0" },
        { new DurationValue(1, 2, 3, 4), "B4 45 01 02 03 04" },
        { new PointValue(4326, 1, 2, null), "B3 58 C9 10 E6 C1 3F F0 00 00 00 00 00 00 C1 40 00 00 00 00 00 00 00" },
        {
            new PointValue(4979, 1, 2, 3),
            "B4 59 C9 13 73 C1 3F F0 00 00 00 00 00 00 C1 40 00 00 00 00 00 00 00 C1 40 08 00 00 00 00 00 00"
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void AValueIsWrittenAsSpecified(object? value, string bytes) => Assert.Equal(bytes, Bytes.Packed(value));

    [Theory]
    [MemberData(nameof(Values))]
    public void AValueIsReadAsSpecified(object? value, string bytes)
    {
        Assert.Equal(value, Bytes.Unpacked(bytes));
        Bytes.AssertSkips(bytes);
    }

    [Fact]
    public void SizesTakeOneTwoOrFourBytes()
    {
        Assert.StartsWith("D4 28 01 02", Bytes.Packed(Enumerable.Range(1, 40).ToList()));
        Assert.StartsWith("D5 01 00 C0", Bytes.Packed(new object?[256]));
        Assert.StartsWith("D6 00 01 00 00 C0", Bytes.Packed(new object?[65536]));
        Assert.StartsWith("D1 01 00 61", Bytes.Packed(new string('a', 256)));
        Assert.StartsWith("D2 00 01 00 00 61", Bytes.Packed(new string('a', 65536)));
        Assert.StartsWith("CD 01 00 00", Bytes.Packed(new byte[256]));
        Assert.StartsWith("D8 10 81", Bytes.Packed(Enumerable.Range(0, 16).ToDictionary(i => ((char)('a' + i)).ToString(), i => (object?)i)));
    }

    [Fact]
    public void SizesOfOneTwoOrFourBytesAreRead()
    {
        foreach (var count in new[] { 16, 255, 256, 65535, 65536 })
        {
            var list = Enumerable.Range(0, count).Select(i => (object?)(long)i).ToList();
            Assert.Equal(list, Bytes.Unpacked(Bytes.Packed(list)));
            var text = new string('ž', count);
            Assert.Equal(text, Bytes.Unpacked(Bytes.Packed(text)));
            var map = list.ToDictionary(item => item!.ToString()!, item => item);
            Assert.Equal(map, Bytes.Unpacked(Bytes.Packed(map)));
        }
    }

    [Fact]
    public void AListWhoseSizeIsLearntLateReadsLikeAnyOther()
    {
        using var writer = new PackStreamWriter();
        var start = writer.BeginList();
        writer.WriteInteger(1);
        writer.WriteString("two"u8);
        writer.EndList(start, 2);

        Assert.Equal("D6 00 00 00 02 01 83 74 77 6F", Bytes.Hex(writer.Written));
        Assert.Equal(new List<object?> { 1L, "two" }, Bytes.Unpacked(Bytes.Hex(writer.Written)));
    }

    [Theory]
    [InlineData("B3 46 C9 1F A4 C9 10 68 C9 0E 10")] // local seconds and offset, before Bolt 5
    [InlineData("B3 49 C9 11 94 C9 10 68 C9 0E 10")] // UTC seconds and offset
    [InlineData("B3 66 C9 1F A4 C9 10 68 8D 45 75 72 6F 70 65 2F 42 65 72 6C 69 6E")] // local seconds and Europe/Berlin
    [InlineData("B3 69 C9 11 94 C9 10 68 8D 45 75 72 6F 70 65 2F 42 65 72 6C 69 6E")] // UTC seconds and Europe/Berlin
    public void AllFourFormsOfAnInstantMeanTheSame(string bytes) =>
        Assert.Equal(
            new DateTimeOffset(1970, 1, 1, 1, 15, 0, TimeSpan.Zero).AddTicks(42), ((DateTimeOffset)Bytes.Unpacked(bytes)!).ToUniversalTime());

    [Theory]
    [InlineData(18 * 3600)]
    [InlineData(-18 * 3600)]
    [InlineData(3601)]
    public void AnOffsetBeyondThoseOfTheCalendarIsKeptAsAnObject(int offset)
    {
        var instant = new FarInstant(new DateTimeOffset(2025, 6, 2, 10, 4, 5, TimeSpan.Zero), TimeSpan.FromSeconds(offset));
        Assert.Equal(instant, StatementParameters.Of(("at", instant)).ToDictionary()["at"]);
    }

    [Fact]
    public void BeforeBolt5AnInstantIsWrittenWithLocalSeconds()
    {
        using var writer = new PackStreamWriter { UtcDateTimes = false };
        writer.WriteDateTime(new DateTimeOffset(1970, 1, 1, 2, 15, 0, TimeSpan.FromHours(1)));
        Assert.Equal("B3 46 C9 1F A4 00 C9 0E 10", Bytes.Hex(writer.Written));
    }

    [Fact]
    public void ANodeIsReadWithAndWithoutElementId()
    {
        var newer = (NodeValue)Bytes.Unpacked(
            "B4 4E 03 92 87 45 78 61 6D 70 6C 65 84 4E 6F 64 65 A1 84 6E 61 6D 65 87 65 78 61 6D 70 6C 65 86 61 62 63 31 32 33")!;
        Assert.Equal((3L, "abc123"), (newer.Id, newer.ElementId));
        Assert.Equal(["Example", "Node"], newer.Labels);
        Assert.Equal("example", newer.Properties["name"]);

        var older = (NodeValue)Bytes.Unpacked("B3 4E 03 90 A0")!;
        Assert.Equal("3", older.ElementId);
    }

    [Fact]
    public void ARelationshipIsReadWithAndWithoutElementIds()
    {
        var newer = (RelationshipValue)Bytes.Unpacked("B8 52 0B 02 03 85 4B 4E 4F 57 53 A0 81 61 81 62 81 63")!;
        Assert.Equal(
            ("KNOWS", 2L, 3L, "a", "b", "c"),
            (newer.Type, newer.StartId, newer.EndId, newer.ElementId, newer.StartElementId, newer.EndElementId));

        var older = (RelationshipValue)Bytes.Unpacked("B5 52 0B 02 03 85 4B 4E 4F 57 53 A0")!;
        Assert.Equal(("11", "2", "3"), (older.ElementId, older.StartElementId, older.EndElementId));
    }

    [Fact]
    public void APathWalksRelationshipsInBothDirections()
    {
        // (1)-[:A]->(2)<-[:B]-(1): nodes 1 and 2, relationships 7 (A) and 8 (B), steps +1 → 1, -2 → 0.
        var path = (PathValue)Bytes.Unpacked("B3 50 92 B3 4E 01 90 A0 B3 4E 02 90 A0 92 B3 72 07 81 41 A0 B3 72 08 81 42 A0 94 01 01 FE 00")!;

        Assert.Equal([1L, 2L, 1L], path.Nodes.Select(node => node.Id));
        Assert.Equal([("A", 1L, 2L), ("B", 1L, 2L)], path.Relationships.Select(step => (step.Type, step.StartId, step.EndId)));
    }

    [Fact]
    public void AStructureNobodyKnowsIsKept()
    {
        var structure = Assert.IsType<UnknownStructure>(Bytes.Unpacked("B2 7A 01 81 41"));
        Assert.Equal(0x7A, structure.Tag);
        Assert.Equal([1L, "A"], structure.Fields);
    }

    [Theory]
    [InlineData("D0")] // no size
    [InlineData("D0 05 41")] // text shorter than its size
    [InlineData("CB 00 00")] // half an integer
    [InlineData("93 01 02")] // a list with one value less
    [InlineData("D6 7F FF FF FF 01")] // a list of two thousand million values in one byte
    [InlineData("D2 FF FF FF FF")] // text of four gigabytes
    [InlineData("A1 01 01")] // a key that is no text
    [InlineData("C4")] // a marker without meaning
    [InlineData("DF")] // likewise
    [InlineData("B2 44 01 01")] // a date with two fields
    [InlineData("B3 50 90 90 90")] // a path without nodes
    [InlineData("B3 50 91 B3 4E 01 90 A0 90 92 01 00")] // a path over a relationship that is not there
    public void BytesThatAreNotPackStreamAreRefused(string bytes)
    {
        var refused = Assert.Throws<DatabaseException>(() => Bytes.Unpacked(bytes));
        Assert.Equal(DatabaseErrorKind.ProtocolBroken, refused.Kind);
    }

    [Fact]
    public void NestingWithoutEndIsRefusedBothWays()
    {
        Assert.Throws<DatabaseException>(() => Bytes.Unpacked(string.Concat(Enumerable.Repeat("91", 200)) + "01"));
        var itself = new List<object?>();
        itself.Add(itself);
        Assert.Throws<ArgumentException>(() => Bytes.Packed(itself));
    }

    [Fact]
    public void ADayBeforeTheCalendarIsRefusedWithASentence()
    {
        var refused = Assert.Throws<DatabaseException>(() => Bytes.Unpacked("B1 44 CA 80 00 00 00"));
        Assert.Equal(Sentences.OutOfCalendar, refused.Message);
    }

    [Fact]
    public void AValueThatCypherHasNoTypeForIsRefused() =>
        Assert.Equal(
            "A value of type System.Object cannot be a parameter of a Cypher statement. (Parameter 'value')",
            Assert.Throws<ArgumentException>(() => Bytes.Packed(new object())).Message);
}
