using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Graph.GraphQL.Json;

namespace Graph.GraphQL.Tests.Json;

public sealed class NumbersOfAResponse
{
    // What `String(x)` gives in JavaScript.
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(100.0, "100")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000012345, "0.0000012345")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(123456789012345680.0, "123456789012345680")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1.234e20, "123400000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(-1.5e300, "-1.5e+300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(1234567890123456.8, "1234567890123456.8")]
    [InlineData(-2251799813685248.5, "-2251799813685248.5")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    [InlineData(double.NaN, "null")]
    [InlineData(double.NegativeInfinity, "null")]
    public void NumbersAreWrittenAsJavaScriptDoes(double value, string expected) =>
        Assert.Equal(expected, Written(buffer => buffer.WriteDouble(value)));

    [Fact]
    public void ZeroHasNoSign() => Assert.Equal("0", Written(buffer => buffer.WriteDouble(-0.0)));

    [Fact]
    public void NumbersReadBackTheSame()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(value)) Assert.Equal(value, double.Parse(Written(buffer => buffer.WriteDouble(value)), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("é😀", "\"é😀\"")]
    [InlineData("a\"b\\c/d", "\"a\\\"b\\\\c/d\"")]
    [InlineData("\n\r\t\b\f\0\u001f\u007f", "\"\\n\\r\\t\\b\\f\\u0000\\u001f\u007f\"")]
    public void StringsAreEscapedOnlyWhereJSONDemandsIt(string value, string expected)
    {
        Assert.Equal(expected, Written(buffer => buffer.WriteString(value)));
        Assert.Equal(expected, Written(buffer => buffer.WriteUtf8String(Encoding.UTF8.GetBytes(value))));
    }

    [Fact]
    public void HalfASurrogatePairBecomesAReplacementCharacter() => Assert.Equal("\"a\uFFFDb\"", Written(buffer => buffer.WriteString("a\ud83db")));

    [Fact]
    public void AnyTextReadsBackTheSame()
    {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40))
                .Select(_ => char.ConvertFromUtf32(random.Next(4) == 0 ? random.Next(0x10000, 0x10FFFF) : random.Next(0xD7FF))));
            Assert.Equal(text, JsonElement.Parse(Written(buffer => buffer.WriteString(text))).GetString());
        }
    }

    [Fact]
    public void ABufferGrowsAndCanBeCut()
    {
        using var buffer = new ResponseBuffer(1);
        for (var i = 0; i < 10_000; i++) buffer.WriteInt64(i);
        buffer.Truncate(3);
        buffer.WriteBoolean(true);
        buffer.WriteNull();
        Assert.Equal("012truenull", buffer.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Truncate(100));
    }

    [Fact]
    public void WhatIsLongLiesInSegmentsAndReadsBackTheSame()
    {
        var random = new Random(13);
        using var buffer = new ResponseBuffer(1);
        var expected = new StringBuilder();
        var cuts = new List<int>();
        while (buffer.Length < 6 * ResponseBuffer.SegmentBytes)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 60_000 : 300)).Select(_ => random.Next(3) == 0 ? "😀" : "a\"é"));
            var json = text.Replace("\"", "\\\"", StringComparison.Ordinal);
            switch (random.Next(3))
            {
                case 0: buffer.WriteString(text); break;
                case 1: buffer.WriteUtf8String(Encoding.UTF8.GetBytes(text)); break;
                default: buffer.WriteRaw(Encoding.UTF8.GetBytes($"\"{json}\"")); break;
            }

            expected.Append('"').Append(json).Append('"');
            Assert.Equal(Encoding.UTF8.GetByteCount(expected.ToString()), buffer.Length);
            cuts.Add(buffer.Length);
        }

        var whole = Encoding.UTF8.GetBytes(expected.ToString());
        Assert.False(buffer.Written.IsSingleSegment);
        foreach (var segment in buffer.Written) Assert.InRange(segment.Length, 1, 2 * ResponseBuffer.SegmentBytes);
        Assert.Equal(whole, buffer.Written.ToArray());
        Assert.Equal(whole[cuts[3]..], buffer.ToArray(cuts[3]));
        Assert.True(buffer.EndsWith(cuts[^2], whole.AsSpan(cuts[^2])));
        Assert.False(buffer.EndsWith(cuts[^2], new byte[whole.Length - cuts[^2]]));
        foreach (var cut in Enumerable.Reverse(cuts).Append(0))
        {
            buffer.Truncate(cut);
            Assert.Equal(cut, buffer.Length);
            buffer.WriteInt64(7);
            Assert.Equal((byte[])[.. whole[..cut], (byte)'7'], buffer.Written.ToArray());
            Assert.Equal(cut + 1, buffer.WrittenSpan.Length);
            buffer.Truncate(cut);
        }
    }

    private static string Written(Action<ResponseBuffer> write)
    {
        using var buffer = new ResponseBuffer();
        write(buffer);
        return buffer.ToString();
    }
}
