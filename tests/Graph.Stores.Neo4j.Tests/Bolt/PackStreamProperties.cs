using CsCheck;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>What holds of PackStream whatever is packed.</summary>
public sealed class PackStreamProperties
{
    private static readonly Gen<object?> Single = Gen.OneOf(
        Gen.Const((object?)null),
        Gen.Bool.Select(value => (object?)value),
        Gen.Long.Select(value => (object?)value),
        Gen.Int[-200, 70_000].Select(value => (object?)(long)value),
        Gen.Double.Select(value => (object?)value),
        Gen.String.Select(value => (object?)value),
        Gen.DateOnly.Select(value => (object?)value),
        Gen.Byte.Array[0, 300].Select(value => (object?)value));

    private static readonly Gen<object?> Value = Nested(depth: 3);

    [Fact]
    public void WhatIsPackedIsReadBack() => Value.Sample(value => Assert.Equal(value, new PackStreamReader(Packed(value)).ReadValue()));

    [Fact]
    public void AValueIsPassedOverWhole() => Gen.Select(Value, Gen.Long).Sample((value, next) =>
    {
        var reader = new PackStreamReader([.. Packed(value), .. Packed(next)]);
        reader.Skip();
        Assert.Equal(next, reader.ReadInteger());
    });

    private static Gen<object?> Nested(int depth) => depth == 0
        ? Single
        : Gen.Frequency(
            (3, Single),
            (1, Nested(depth - 1).Array[0, 20].Select(items => (object?)items.ToList())),
            (1, Gen.Select(Gen.String, Nested(depth - 1)).Array[0, 20].Select(
                pairs => (object?)pairs.DistinctBy(pair => pair.Item1)
                    .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal))));

    private static byte[] Packed(object? value)
    {
        using var writer = new PackStreamWriter();
        writer.WriteValue(value);
        return writer.Written.ToArray();
    }
}
