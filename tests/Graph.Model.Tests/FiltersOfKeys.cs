using Graph.Model.Spilling;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Tests;

/// <summary>A filter passes every key that was added and few others, whether it is in memory or in a file.</summary>
public sealed class FiltersOfKeys : IDisposable
{
    private const int Keys = 200_000;

    /// <summary>Where entries would stand.</summary>
    private const int Place = 1_000;

    private readonly SafeFileHandle handle = TemporaryFile.Open();
    private readonly RunFile file;

    public FiltersOfKeys() => file = new(handle);

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void PassThoseAddedAndOneInTwentyOthers(int memoryBytes)
    {
        using var filter = Filled(memoryBytes, Enumerable.Range(0, Keys).Select(Key));
        Assert.Equal(memoryBytes == 0 ? 0 : Keys / 8 * sizeof(ulong), filter.Bytes);
        Assert.All(Enumerable.Range(0, Keys), i => Assert.True(filter.MayHold(Key(i))));
        Assert.InRange(Enumerable.Range(Keys, Keys).Count(i => filter.MayHold(Key(i))), 1, Keys / 12);
    }

    [Fact]
    public void InAFileStretchesWithoutKeysPassNone()
    {
        // Keys at both ends alone: what lies between is not written.
        using var filter = Filled(memoryBytes: 0, [1, 2, ulong.MaxValue]);
        Assert.True(filter.MayHold(1) && filter.MayHold(2) && filter.MayHold(ulong.MaxValue));
        Assert.DoesNotContain(Enumerable.Range(0, Keys), i => filter.MayHold(Key(i)));
    }

    [Fact]
    public void InAFileThatLostItsEndTellThatItCannotBeRead()
    {
        using var filter = Filled(memoryBytes: 0, [1]);
        Assert.False(filter.MayHold(ulong.MaxValue));
        RandomAccess.SetLength(handle, Place + Keys / 2);
        Assert.Equal(StoreFault.Unavailable, Assert.Throws<StoreException>(() => filter.MayHold(ulong.MaxValue)).Fault);
    }

    private KeyFilter Filled(int memoryBytes, IEnumerable<ulong> keys)
    {
        var filter = new KeyFilter(Keys, memoryBytes, file, Place, new());
        foreach (var key in keys.Order()) filter.Add(key);
        filter.Complete();
        return filter;
    }

    private static ulong Key(int thing) => RunHash.Mixed((ulong)thing);
}
