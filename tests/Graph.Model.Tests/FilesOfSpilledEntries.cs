using Graph.Model.Spilling;
using Graph.Model.Stores;
using Microsoft.Win32.SafeHandles;

namespace Graph.Model.Tests;

/// <summary>Temporary files that fail are told as what they are, and nothing of them stays.</summary>
public sealed class FilesOfSpilledEntries : IDisposable
{
    private const int InMemory = 20;

    private readonly string path = Path.GetTempFileName();
    private readonly List<SafeFileHandle> opened = [];

    public void Dispose() => File.Delete(path);

    [Fact]
    public void OneThatCannotBeOpenedIsRemoved()
    {
        Assert.Throws<IOException>(() => TemporaryFile.Open(path, _ => throw new IOException("Too many open files.")));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void OneThatTakesNoMoreIsClosed()
    {
        using var table = new SpillingTable(InMemory, () => Open(FileAccess.Read));
        Assert.StartsWith(Told("written"), Assert.Throws<StoreException>(() => Fill(table, InMemory + 1)).Message, StringComparison.Ordinal);
        Assert.True(Assert.Single(opened).IsClosed);
    }

    [Fact]
    public void OneThatCannotBeReadWhereSeveralBecomeOneIsToldAsThat()
    {
        using (var table = new SpillingTable(InMemory, () => Open(FileAccess.Write)))
            Assert.StartsWith(Told("read"), Assert.Throws<StoreException>(() => Fill(table, InMemory * 5)).Message, StringComparison.Ordinal);
        Assert.Equal(5, opened.Count);
        Assert.All(opened, file => Assert.True(file.IsClosed));
    }

    [Theory]
    [InlineData("It is somebody else's.")]
    [InlineData("It is somebody else's")]
    public void OneThatCannotBeMadeIsTold(string reason)
    {
        using var table = new SpillingTable(InMemory, () => throw new UnauthorizedAccessException(reason));
        Assert.Equal(
            $"{Told("written")}It is somebody else's. See that the folder is there and has space, or name another in TMPDIR.",
            Assert.Throws<StoreException>(() => Fill(table, InMemory + 1)).Message);
    }

    private static string Told(string what) =>
        $"What a large import has read is remembered in temporary files in '{Path.GetTempPath()}', and one cannot be {what}: ";

    private SafeFileHandle Open(FileAccess access)
    {
        var file = File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite);
        opened.Add(file);
        return file;
    }

    private static void Fill(SpillingTable table, int entries)
    {
        for (var i = 0; i < entries; i++) table.Add(new(RunHash.Mixed((ulong)i), 0, 1, 0));
    }
}
