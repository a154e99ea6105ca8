using System.IO.Compression;
using System.Text;

namespace Graph.EndToEnd.Tests;

/// <summary>Text files in other encodings than UTF-8, at every door of the command line.</summary>
public sealed class Encodings : IDisposable
{
    private const string Query = "{ states(where: { name: { eq: \"Türkiye\" } }) { name } }";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, byte[], string> Foreign => new()
    {
        {
            "Latin-1",
            Encoding.Latin1.GetBytes(Query),
            "q.graphql:1:33: The file is not UTF-8: byte 0xFC does not belong here. It looks like Latin-1 or Windows-1252; save it as UTF-8." },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Query)], "q.graphql:1:1: The file is UTF-16; save it as UTF-8." },
        {
            "UTF-16 without a mark",
            Encoding.BigEndianUnicode.GetBytes(Query),
            "q.graphql:1:1: The file looks like UTF-16 without a byte-order mark; save it as UTF-8." },
        { "gzip", Gzip(Query), "q.graphql:1:1: The file is compressed with gzip; unpack it first, for example with gunzip." },
        {
            "ZIP",
            [(byte)'P', (byte)'K', 3, 4, 20, 0],
            "q.graphql:1:1: The file is a ZIP archive, as those of word processors are; save its text as UTF-8." },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task AreRecognisedAndTold(string encoding, byte[] bytes, string told)
    {
        Assert.NotEmpty(encoding);
        await File.WriteAllBytesAsync(folder["q.graphql"], bytes);
        Assert.Equal(told + "\n", (await GraphProcess.RunAsync(folder.Path, "query", "q.graphql")).Fails(2).Talk);
        Assert.Equal(told + "\n", (await GraphProcess.RunAsync(folder.Path, "schema", "--ontology", "q.graphql")).Fails(2).Talk);
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", "sqlite:a.db")).Succeeds();
        var serving = (await GraphProcess.RunAsync(
            folder.Path,
            "serve",
            "--trusted-documents",
            ".",
            "--store",
            "sqlite:a.db",
            "--urls",
            "http://127.0.0.1:0")).Fails(1);
        Assert.Contains(told, serving.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AByteOrderMarkIsPassedOver()
    {
        (await GraphProcess.RunAsync(folder.Path, "import", Repository.Seeds, "--store", "sqlite:a.db")).Succeeds();
        await File.WriteAllTextAsync(folder["q.graphql"], Query, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Contains(
            "Türkiye",
            (await GraphProcess.RunAsync(folder.Path, "query", "q.graphql", "--store", "sqlite:a.db")).Succeeds().Output,
            StringComparison.Ordinal);
        Assert.Contains(
            "Türkiye",
            (await GraphProcess.RunAsync(folder.Path, "query", "\uFEFF" + Query, "--store", "sqlite:a.db")).Succeeds().Output,
            StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
