using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>Bytes as the specification writes them: pairs of hexadecimal digits with spaces between.</summary>
internal static class Bytes
{
    public static byte[] Of(string hex) => Convert.FromHexString(hex.Replace(" ", string.Empty));

    public static string Hex(ReadOnlySpan<byte> bytes) =>
        string.Join(' ', Convert.ToHexString(bytes).Chunk(2).Select(pair => new string(pair)));

    /// <summary>What the writer makes of a value.</summary>
    public static string Packed(object? value)
    {
        using var writer = new PackStreamWriter();
        writer.WriteValue(value);
        return Hex(writer.Written);
    }

    /// <summary>What the reader makes of bytes, all of which must be used.</summary>
    public static object? Unpacked(string hex)
    {
        var reader = new PackStreamReader(Of(hex));
        var value = reader.ReadValue();
        Assert.True(reader.AtEnd);
        return value;
    }

    /// <summary>Asserts that passing over the value ends where reading it ends.</summary>
    public static void AssertSkips(string hex)
    {
        var reader = new PackStreamReader(Of(hex));
        reader.Skip();
        Assert.True(reader.AtEnd);
    }
}
