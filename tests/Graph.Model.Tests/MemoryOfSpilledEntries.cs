using Graph.Model.Spilling;

namespace Graph.Model.Tests;

/// <summary>A table of entries takes little memory whatever it holds, and finds them all.</summary>
public sealed class MemoryOfSpilledEntries
{
    private const int InMemory = 1 << 10;

    /// <summary>Of 512 times the entries in memory: with a byte of filters an entry in files it would be three times that.</summary>
    private const int MaxBytes = InMemory * 160;

    [Fact]
    public void StaysBoundedWhileEntriesGrow()
    {
        using var table = new SpillingTable(InMemory);
        var most = 0L;
        for (var i = 0; i < InMemory * 512; i++)
        {
            table.Add(Entry(i));
            if (i % InMemory == 0) most = Math.Max(most, table.FileMemoryBytes);
        }

        Assert.InRange(most, 1, MaxBytes);
    }

    [Fact]
    public void EntriesOfLargeRunsAreFoundAndNoOthers()
    {
        // Small enough that most blocks and filters are in files.
        using var table = new SpillingTable(memoryEntries: 8);
        const int Entries = 8_000;
        for (var i = 0; i < Entries; i++)
        {
            table.Add(Entry(i));
            if (i % 100 == 0) table.Add(Entry(i) with { File = 1 });
        }

        for (var i = 0; i < Entries; i++)
        {
            Assert.True(table.TryFind(Entry(i).Key, 0, out var found));
            Assert.Equal(Entry(i), found);
            Assert.Equal(i % 100 == 0 ? [Entry(i) with { File = 1 }, Entry(i)] : [Entry(i)], table.All(Entry(i).Key));
            Assert.False(table.TryFind(Entry(Entries + i).Key, SpillingTable.AnyFile, out _));
            Assert.Empty(table.All(Entry(Entries + i).Key));
        }

        // The first and the last key that there can be lie before and behind all.
        Assert.False(table.TryFind(0, SpillingTable.AnyFile, out _) || table.TryFind(ulong.MaxValue, SpillingTable.AnyFile, out _));
    }

    private static TableEntry Entry(int thing) => new(RunHash.Mixed((ulong)thing), 0, thing + 1, -thing);
}
