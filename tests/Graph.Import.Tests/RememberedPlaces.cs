using Graph.Import.Pipeline;
using Graph.Model.Spilling;

namespace Graph.Import.Tests;

public sealed class RememberedPlaces
{
    private readonly PlaceTable table = new();

    [Fact]
    public void TheFirstPlaceIsToldWithItsFileWhateverTheOrderOfFiles()
    {
        const int Things = 20_000;
        for (var i = 0; i < Things; i++) Assert.Null(table.Add(Key(i), 1, Place(i)));
        for (var i = 0; i < Things; i++)
        {
            Assert.Equal(Place(i), table.Add(Key(i), 2, new(9, 9, 9)));
            Assert.Null(table.Add(Key(i), 1, new(9, 9, 9)));
        }
    }

    [Fact]
    public void WhatIsForgottenMayComeAgainFromAnotherFile()
    {
        for (var i = 0; i < 5000; i++) table.Add(Key(i), 1, Place(i));
        table.Remove(Key(7), new(8, 8, 8));
        Assert.Equal(Place(7), table.Add(Key(7), 2, new(9, 9, 9)));
        for (var i = 0; i < 5000; i += 2) table.Remove(Key(i), Place(i));
        for (var i = 0; i < 5000; i++)
        {
            RecordPosition? first = i % 2 == 0 ? null : Place(i);
            Assert.Equal(first, table.Add(Key(i), 2, new(9, i, 1)));
        }

        Assert.Equal(new RecordPosition(9, 8, 1), table.Add(Key(8), 3, new(10, 1, 1)));
    }

    private static ulong Key(int thing) => RunHash.Add(0, thing);

    private static RecordPosition Place(int thing) => new(thing / 100 % 7, thing, thing % 5 + 1);
}
