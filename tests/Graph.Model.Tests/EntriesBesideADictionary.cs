using Graph.Model.Spilling;

namespace Graph.Model.Tests;

/// <summary>A table that spills holds what a dictionary in memory does, at each number of entries at which it writes a file or makes one of several.</summary>
public sealed class EntriesBesideADictionary
{
    private static readonly ulong[] Ends = [0, 1, ulong.MaxValue - 1, ulong.MaxValue];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void AreTheSameInAnyNumber(int inMemory)
    {
        var random = new Random(inMemory);
        int[] borders = [0, 1, inMemory - 1, inMemory, inMemory + 1, inMemory * 2 + 1, inMemory * 4, inMemory * 4 + 1, inMemory * 16 + 1, inMemory * 65];
        foreach (var number in borders.Distinct())
        {
            using var anyFile = new SpillingTable(inMemory);
            using var byFile = new SpillingTable(inMemory);
            var known = new Dictionary<ulong, List<TableEntry>>();
            for (var line = 1; line <= number; line++)
            {
                var entry = new TableEntry(Key(random, number), line * 3 / (number + 1), line, random.NextInt64());
                anyFile.Add(entry);
                byFile.Add(entry);
                if (!known.TryGetValue(entry.Key, out var ofKey)) known[entry.Key] = ofKey = [];
                ofKey.Insert(0, entry);
                if (random.Next(8) == 0) Compare(anyFile, byFile, known, Key(random, number), random.Next(4));
            }

            foreach (var key in known.Keys.Concat(Ends).Concat(Enumerable.Range(0, 200).Select(_ => Key(random, number))))
                Compare(anyFile, byFile, known, key, random.Next(4));
        }
    }

    private static void Compare(SpillingTable anyFile, SpillingTable byFile, Dictionary<ulong, List<TableEntry>> known, ulong key, int file)
    {
        var expected = known.GetValueOrDefault(key, []);
        Assert.Equal(expected, anyFile.All(key));
        Assert.Equal(expected.Count > 0, anyFile.TryFind(key, SpillingTable.AnyFile, out var newest));
        if (expected.Count > 0) Assert.Equal(expected[0], newest);
        var isThere = expected.Exists(entry => entry.File == file);
        Assert.Equal(isThere, byFile.TryFind(key, file, out var found));
        if (isThere) Assert.Equal(expected.First(entry => entry.File == file), found);
    }

    /// <summary>A key of few, so that it comes again, or one at either end of all.</summary>
    private static ulong Key(Random random, int entries) => random.Next(50) == 0
        ? Ends[random.Next(Ends.Length)]
        : RunHash.Mixed((ulong)random.Next(1 + entries / 2));
}
