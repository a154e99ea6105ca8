using System.Globalization;
using System.Text;
using Graph.Model.Records;

namespace Graph.Import.Rejections;

/// <summary>
/// Relationships whose ends were not there when they came; the nodes may stand further down, or in another file. They wait
/// in a temporary file, so that any number of them takes no memory.
/// </summary>
internal sealed class KeptBack : IDisposable
{
    private readonly List<string> files = [];
    private FileStream? stream;
    private StreamWriter? writer;

    /// <summary>Keeps one back.</summary>
    public void Add(RecordBatch batch, in RelationshipEntry relationship)
    {
        if (writer is null)
        {
            stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
            writer = new StreamWriter(stream, leaveOpen: true);
        }

        var place = relationship.Place;
        if (files.Count == 0 || files[^1] != batch.Files[place.File]) files.Add(batch.Files[place.File]);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{files.Count - 1}\t{place.Line}\t{place.Column}\t"));
        writer.Write(RecordJson.Of(batch, relationship));
        writer.Write('\n');
    }

    /// <summary>Each of them, with its place, as a line to be read again.</summary>
    public IEnumerable<(string File, int Line, int Column, byte[] Record)> Read()
    {
        if (writer is null) yield break;
        writer.Flush();
        stream!.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t', 4);
            yield return (files[int.Parse(parts[0])], int.Parse(parts[1]), int.Parse(parts[2]), Encoding.UTF8.GetBytes(parts[3]));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer?.Dispose();
        stream?.Dispose();
    }
}
