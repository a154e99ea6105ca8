using System.IO.Compression;
using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Nothing of a packed file is left unread in silence.</summary>
public sealed class PackedFiles : IDisposable
{
    /// <summary>Bytes that are looked at, and unpacked as one piece.</summary>
    private const int ChunkBytes = 4096;

    private static readonly byte[] First = Packed(Node("a"));

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public async Task DamagedHeaderOfALaterMember()
    {
        var second = Packed(Node("b") + Node("c"));
        second[0] ^= 0xFF;
        await IsDamagedAfterFirst([.. First, .. second]);
    }

    [Theory]
    [InlineData("garbage!!")]
    [InlineData("\0\0\0garbage!!")]
    [InlineData("g")]
    public Task BytesAfterTheLastMember(string after) => IsDamagedAfterFirst([.. First, .. Encoding.UTF8.GetBytes(after)]);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public Task BytesThatBeginAChunk(int after)
    {
        // A name in the header makes the member as long as the test wants it.
        var header = First.AsSpan(0, 10).ToArray();
        header[3] = 8;
        byte[] member = [.. header, .. Enumerable.Repeat((byte)'n', ChunkBytes + after - First.Length - 1), 0, .. First.AsSpan(10)];
        return IsDamagedAfterFirst([.. member, .. "garbage!!"u8]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20_000)]
    public async Task SeveralMembersAndPaddingAreSound(int padding)
    {
        var report = await workspace.ImportAsync(
            new MemoryStore(),
            workspace.Write("in.jsonl.gz", [.. First, .. Packed(Node("b")), .. new byte[padding]]));
        Assert.Equal((2, 2, 0), (report.Read, report.Added, report.Rejected));
    }

    private async Task IsDamagedAfterFirst(byte[] file)
    {
        var report = await workspace.ImportAsync(new MemoryStore(), workspace.Write("in.jsonl.gz", file));
        Assert.Equal((1, 1), (report.Read, report.Added));
        Assert.Equal(
            new Fault(2, 1, "The packed file breaks off or is damaged here; what comes before it was read. Fetch or pack it anew."),
            Assert.Single(Assert.Single(report.Rejections).Faults));
    }

    private static string Node(string id) =>
        $$$"""{"type":"node","id":"{{{id}}}","labels":["Person","Actor"],"properties":{"id":"{{{id}}}","name":"N"}}""" + "\n";

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
