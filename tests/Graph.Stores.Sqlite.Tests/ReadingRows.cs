using System.Text;
using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Stores.Sqlite.Reading;

namespace Graph.Stores.Sqlite.Tests;

public sealed class ReadingRows
{
    [Fact]
    public void ReadsARowFromFrontToBack()
    {
        var row = Over("""[1,null,"a",[],[[2],[3]],-9007199254740993]""");
        row.EnterList();
        Assert.True(row.MoveNext());
        Assert.False(row.ReadNull());
        Assert.Equal(1, row.ReadInt64());
        Assert.True(row.MoveNext());
        Assert.True(row.ReadNull());
        Assert.True(row.MoveNext());
        row.Skip();
        Assert.True(row.MoveNext());
        row.EnterList();
        Assert.False(row.MoveNext());
        Assert.True(row.MoveNext());
        row.EnterList();
        Assert.True(row.MoveNext());
        row.LeaveListOfOne(2);
        row.LeaveList();
        Assert.True(row.MoveNext());
        Assert.Equal(-9007199254740993, row.ReadInt64());
        Assert.False(row.MoveNext());
    }

    [Theory]
    [InlineData("\"a\\\"b\\\\c\\u0001\"", ScalarKind.String, "\"a\\\"b\\\\c\\u0001\"")]
    [InlineData("12", ScalarKind.Int, "12")]
    [InlineData("12", ScalarKind.BigInt, "\"12\"")]
    [InlineData("1", ScalarKind.Boolean, "true")]
    [InlineData("0", ScalarKind.Boolean, "false")]
    [InlineData("\"0.1\"", ScalarKind.Float, "0.1")]
    [InlineData("\"1E+21\"", ScalarKind.Float, "1e+21")]
    [InlineData("\"-0\"", ScalarKind.Float, "0")]
    [InlineData("\"2025-06-02\"", ScalarKind.Date, "\"2025-06-02\"")]
    [InlineData("\"2025-06-02T10:00:00.123999Z\"", ScalarKind.DateTime, "\"2025-06-02T10:00:00.123Z\"")]
    [InlineData("null", ScalarKind.Boolean, "null")]
    [InlineData("[true,false]", ScalarKind.Boolean, "[true,false]")]
    [InlineData("[1,2.0,1e21]", ScalarKind.Float, "[1,2,1e+21]")]
    [InlineData("[1]", ScalarKind.BigInt, "[\"1\"]")]
    [InlineData("[1.0,2e1]", ScalarKind.Int, "[1,20]")]
    [InlineData("[5]", ScalarKind.String, "[\"5\"]")]
    [InlineData("[\"a]\",\"\\\"\"]", ScalarKind.String, "[\"a]\",\"\\\"\"]")]
    public void PrintsValuesAsTheApiDoes(string stored, ScalarKind kind, string printed)
    {
        var row = Over($"[{stored}]");
        row.EnterList();
        Assert.True(row.MoveNext());
        using var output = new ResponseBuffer();
        Assert.Null(row.WriteScalar(output, new(kind, IsList: stored[0] == '[')));
        Assert.Equal(printed, Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.False(row.MoveNext());
    }

    [Fact]
    public void ReadingWhatIsNotThereIsAFault()
    {
        Assert.Throws<InvalidOperationException>(() => Over("1").EnterList());
        Assert.Throws<InvalidOperationException>(() => Over("\"a\"").ReadInt64());
        Assert.Throws<InvalidOperationException>(() => Over("").ReadNull());
        Assert.Throws<InvalidOperationException>(() =>
        {
            var row = Over("[1]");
            row.EnterList();
            row.Skip();
            row.Skip();
        });
    }

    private static RowReader Over(string json) => new(Encoding.UTF8.GetBytes(json));
}

internal static class Reading
{
    /// <summary>Reads a list of one number, whose entry has been moved to, and checks it.</summary>
    public static void LeaveListOfOne(this ref RowReader row, long expected)
    {
        row.EnterList();
        Assert.True(row.MoveNext());
        Assert.Equal(expected, row.ReadInt64());
        row.LeaveList();
    }
}
