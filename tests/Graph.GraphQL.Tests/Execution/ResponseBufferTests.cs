using System.Text.Json;
using Graph.GraphQL.Execution;

namespace Graph.GraphQL.Tests.Execution;

public sealed class ResponseBufferTests
{
    [Theory]
    [InlineData(0d, "0")]
    [InlineData(1d, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(1.5e20, "150000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.25e-6, "0.00000125")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.5e300, "-1.5e+300")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    public void Numbers_are_laid_out_as_javascript_does(double value, string expected)
    {
        using var buffer = new ResponseBuffer();
        buffer.WriteDouble(value);
        Assert.Equal(expected, buffer.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("\"quoted\" \\ and \n\r\t\b\f\u0001\u001f")]
    [InlineData("žluťoučký \U0001F600 ")]
    public void Text_survives_both_ways_of_writing(string text)
    {
        using var buffer = new ResponseBuffer(1);
        buffer.WriteString(text);
        Assert.Equal(text, JsonSerializer.Deserialize<string>(buffer.WrittenSpan));
        var first = buffer.ToString();
        buffer.Clear();
        buffer.WriteUtf8String(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(first, buffer.ToString());
    }

    [Fact]
    public void The_buffer_grows_and_takes_back()
    {
        using var buffer = new ResponseBuffer(1);
        for (var i = 0; i < 10_000; i++) buffer.WriteInt64(i % 10);
        Assert.Equal(10_000, buffer.Length);
        buffer.Truncate(3);
        buffer.WriteNull();
        buffer.WriteBoolean(true);
        Assert.Equal("012nulltrue", buffer.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(100));
    }
}
