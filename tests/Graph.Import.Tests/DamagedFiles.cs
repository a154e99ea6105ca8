using System.Text;
using Graph.Import.Tests.Support;

namespace Graph.Import.Tests;

/// <summary>Whatever the bytes are, a run ends with a report: nothing of a file can stop it.</summary>
public sealed class DamagedFiles : IDisposable
{
    private static readonly string[] Lines =
    [
        """{"type":"node","id":"m","labels":["Person","Actor"],"properties":{"id":"m","name":"Vladimir \u004dedinsky","aliases":["M","\ud83d\ude00"],"born":"1970-07-18"}}""",
        """{"type":"node","id":"a","labels":["Accusation"],"properties":{"id":"a","act":"ACCUSE","matter":"stalling","matterTypes":["BAD_FAITH"],"saidOn":"2025-06-02","modality":"ASSERTED","confidence":0.5,"method":"CODED","importedAt":"2026-01-01T10:00:00.000Z"}}""",
        """{"type":"relationship","id":"0","label":"MADE","properties":{"surface":"Medinsky"},"start":{"id":"m","labels":["Person","Actor"]},"end":{"id":"a","labels":["Accusation"],"properties":{"id":"a"}}}""",
    ];

    private static readonly string[] Pieces =
        ["\"", "\\", "\\ud800", "\\u0000", "{", "}", "[", "]", ",", ":", "null", "true", "1e999", "-", "0", "\"id\":", "\"type\":", "\u0301", "😀", "\0", "\t", "  ", "\n", "- ", "*a", "&a ", "? ", "| ", "'", "#", "---\n", "!!x "];

    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task DamagedLines(int seed)
    {
        var random = new Random(seed);
        var bytes = new List<byte>();
        for (var i = 0; i < 3000; i++)
        {
            bytes.AddRange(Damage(random, Lines[i % Lines.Length].Replace("\"m\"", $"\"m{i}\""), 1 + i % 4));
            bytes.Add((byte)'\n');
        }

        var path = workspace.Write("in.jsonl", [.. bytes]);
        var report = await workspace.ImportAsync(new MemoryStore(), path);
        Assert.Null(report.Failure);
        Assert.Equal(report.Read, report.Added + report.Changed + report.Unchanged + report.Rejected);
        Assert.InRange(report.Rejected, 1000, report.Read);
    }

    [Theory]
    [InlineData(true, "The file is UTF-16; save it as UTF-8.")]
    [InlineData(false, "The file looks like UTF-16 without a byte-order mark; save it as UTF-8.")]
    public async Task LinesInUtf16AreOneFault(bool withMark, string sentence)
    {
        byte[] text = Encoding.Unicode.GetBytes(string.Join('\n', Lines));
        var report = await workspace.ImportAsync(new MemoryStore(), workspace.Write("in.jsonl", withMark ? [0xFF, 0xFE, .. text] : text));
        Assert.Equal((0, 1), (report.Read, report.Rejected));
        Assert.Equal(new Fault(1, 1, sentence), Assert.Single(Assert.Single(report.Rejections).Faults));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task DamagedDossiers(int seed)
    {
        var random = new Random(seed);
        var source = Path.Combine(Seeds.Root, "istanbul-2025");
        foreach (var text in Directory.EnumerateFiles(Path.Combine(source, "texts")))
            workspace.Write("texts/" + Path.GetFileName(text), File.ReadAllBytes(text));
        var sound = File.ReadAllText(Path.Combine(source, "dossier.yaml"));
        var partly = 0;
        for (var round = 0; round < 60; round++)
        {
            workspace.Write("dossier.yaml", Damage(random, sound, 1 + round % 5));
            var store = new MemoryStore();
            var report = await workspace.ImportAsync(store);
            Assert.Null(report.Failure);
            if (report.Rejected > 0 && store.Nodes.Count > 0) partly++;
        }

        Assert.InRange(partly, 1, 60);
    }

    private static byte[] Damage(Random random, string text, int times)
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(text));
        for (var i = 0; i < times; i++)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes.RemoveRange(at, Math.Min(random.Next(12), bytes.Count - at)); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), random.Next(20))); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
            }
        }

        return [.. bytes];
    }
}
