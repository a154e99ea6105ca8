using System.IO.Compression;
using Graph.Model.Changes;

namespace Graph.Model.Tests;

/// <summary>Of ten thousand changes in a chunk no more are made objects of than a page has.</summary>
public sealed class PartsOfAChunk
{
    // What is broken would be told if it were read.
    private const string Broken = "[";

    [Fact]
    public void BeforeAndAfterWhatIsAskedForAreNotRead()
    {
        var chunk = Chunk(Broken, Added("a"), Added("b"), Broken);
        Assert.Equal(["Claim a", "Claim b"], chunk.Read(skipped: 1).Take(2).Select(change => change.Record.ToString()));
        Assert.Throws<InvalidDataException>(() => chunk.Read().First());
        Assert.Throws<InvalidDataException>(() => chunk.Read(skipped: 1).ToList());
        Assert.Empty(chunk.Read(skipped: 4));
    }

    private static string Added(string id) => $"[0,0,\"Claim\",\"{id}\",null,[null,null]]";

    private static ChangeChunk Chunk(params string[] lines)
    {
        using var packed = new MemoryStream();
        using (var text = new StreamWriter(new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)))
            foreach (var line in lines) text.Write(line + "\n");
        return new(1, lines.Length, 1, default, ["Claim"], packed.ToArray());
    }
}
