using Graph.Import.Pipeline;
using Graph.Import.Sources;
using Graph.Import.Tests.Support;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Import.Tests;

/// <summary>The temporary file in which relationships wait may fail as any file may.</summary>
public sealed class FilesOfWaitingRelationships : IDisposable
{
    private readonly Workspace workspace = new();

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void OneThatCannotBeReadIsToldWhereTheFirstIsWanted()
    {
        using var waiting = Waiting(new FailingFile(readable: 0));
        Keep(waiting, 1);
        Assert.Equal(Unread, Assert.Throws<StoreException>(waiting.Rewind).Message);
    }

    [Fact]
    public void AndWhereALaterOneIs()
    {
        using var waiting = Waiting(new FailingFile(readable: 100));
        Keep(waiting, 50);
        waiting.Rewind();
        var batch = new RecordBatch();
        Assert.Equal(Unread, Assert.Throws<StoreException>(() =>
        {
            while (waiting.Next is not null) waiting.Take(batch);
        }).Message);
        Assert.InRange(batch.Relationships.Count, 1, 49);
    }

    [Fact]
    public void OneThatIsCutShortIsTold()
    {
        var file = new FailingFile(readable: int.MaxValue);
        using var waiting = Waiting(file);
        Keep(waiting, 50);
        file.SetLength(100);
        waiting.Rewind();
        var batch = new RecordBatch();
        Assert.StartsWith("Relationships that come before their nodes wait in a temporary file in '", Assert.Throws<StoreException>(() =>
        {
            while (waiting.Next is not null) waiting.Take(batch);
        }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneThatIsFullIsToldOnceAlsoWhereItIsClosed()
    {
        var waiting = Waiting(new FailingFile(readable: 0) { IsFull = true });
        var fault = Assert.Throws<StoreException>(() => Keep(waiting, 1));
        Assert.Equal(
            $"Relationships that come before their nodes wait in a temporary file in '{Path.GetTempPath()}', and it cannot be written: No space is left. See that the folder is there and has space, or name another in TMPDIR.",
            fault.Message);
        waiting.Dispose();
    }

    private static string Unread =>
        $"Relationships that come before their nodes wait in a temporary file in '{Path.GetTempPath()}', and it cannot be read: The disk is gone. What was written stays; import again, or name another folder in TMPDIR.";

    private WaitingRelationships Waiting(Stream file)
    {
        var (files, _) = SourceFile.Find([workspace.Write("0.jsonl", "{}")], null, RecordSources.All);
        return new(Ontology.Shipped, new(files), () => file);
    }

    private void Keep(WaitingRelationships waiting, int count)
    {
        var batch = new RecordBatch();
        var type = Ontology.Shipped.FindRelationship("ANSWERS")!;
        for (var i = 0; i < count; i++)
        {
            batch.AddRelationship(
                type,
                type.Starts[0],
                batch.AddText("a"),
                type.Ends[0],
                batch.AddText("b"),
                [],
                new(batch.AddFile(Path.Combine(workspace.Root, "0.jsonl")), i + 1, 1));
            waiting.Add(batch, batch.Relationships[^1], OpenEnds.End);
        }
    }

    /// <summary>A file that can be read so far, and that may be full.</summary>
    private sealed class FailingFile(int readable) : MemoryStream
    {
        public bool IsFull { get; init; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (IsFull) throw new IOException("No space is left.");
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (IsFull) throw new IOException("No space is left.");
            base.Write(buffer);
        }

        public override void WriteByte(byte value)
        {
            if (IsFull) throw new IOException("No space is left.");
            base.WriteByte(value);
        }

        public override int Read(byte[] buffer, int offset, int count) =>
            Position < readable ? base.Read(buffer, offset, count) : throw new IOException("The disk is gone.");

        public override int Read(Span<byte> buffer) => Position < readable ? base.Read(buffer) : throw new IOException("The disk is gone.");

        public override int ReadByte() => Position < readable ? base.ReadByte() : throw new IOException("The disk is gone.");

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (IsFull && disposing) throw new IOException("No space is left.");
        }
    }
}
