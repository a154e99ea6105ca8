using System.Text;
using Graph.GraphQL.Language;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.JsonLines;

/// <summary>Nodes and relationships as <c>apoc.export.json</c> writes them: a record a line, in an array, or in one object.</summary>
internal sealed class JsonLinesSource : IRecordSource
{
    /// <summary>Records after which a cancelled run is noticed, also where none of them goes into the batch: a second's work.</summary>
    private const int RecordsAtOnce = 100_000;

    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public IReadOnlyList<string> SharedEndings { get; } = [".json"];

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> start) => RecordShape.IsOfRecords(start);

    /// <summary>JSON begins with a brace or bracket; nothing a researcher writes as a dossier does.</summary>
    public bool MayBe(ReadOnlySpan<byte> start) => start.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <inheritdoc/>
    public async Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var parser = new RecordParser(sink);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Open(file, sink) is not { } stream) continue;
            using (stream)
            {
                if (Utf8Text.Foreign(stream.Start) is { } foreign)
                {
                    sink.Reject(file.Path, new(1, 1, foreign), null);
                    continue;
                }

                var reader = new JsonFile(file, stream, parser, sink);
                while (reader.Fill())
                {
                    cancellationToken.ThrowIfCancellationRequested();

                    // An empty one tells how far the run is.
                    if (sink.IsFull || sink.Batch.Count == 0) await sink.SendAsync();
                }

                reader.Finish();
            }
        }
    }

    private static SourceStream? Open(SourceFile file, RecordSink sink)
    {
        sink.Begin(file);
        try
        {
            return file.Open();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            sink.Reject(file.Path, new(0, 0, Import.Messages.CannotRead(exception.Message)), null);
            return null;
        }
    }

    /// <summary>One file being read.</summary>
    private sealed class JsonFile
    {
        private readonly SourceFile file;
        private readonly SourceStream stream;
        private readonly RecordParser parser;
        private readonly RecordSink sink;
        private readonly IRecordReader reader;
        private readonly long bytesBefore;
        private long read;
        private bool isTold;

        public JsonFile(SourceFile file, SourceStream stream, RecordParser parser, RecordSink sink)
        {
            (this.file, this.stream, this.parser, this.sink) = (file, stream, parser, sink);
            reader = NestedReader.Recognises(stream.Start) ? new NestedReader(stream) : new LineReader(stream);
            bytesBefore = sink.Ledger.BytesRead;
            parser.StartFile(sink.Numbers.AddFile(file.Path), nested: reader is NestedReader);
        }

        /// <summary>Reads records until the batch is full or many are read (true) or the file ends (false).</summary>
        public bool Fill()
        {
            var last = read + RecordsAtOnce;
            var place = sink.Batch.AddFile(file.Path);
            try
            {
                while (read < last && (!sink.IsFull || (sink.MayGrow && RecordShape.IsRelationship(reader.Peek()))))
                {
                    if (!reader.TryRead(out var record)) return false;
                    if (record.IndexOfAnyExcept(" \t\r"u8) < 0) continue;
                    if (read++ == 0 && RecordShape.Rows(record) is { } columns)
                    {
                        Tell(new(0, 0, Messages.Rows(columns)));
                        return false;
                    }

                    sink.Ledger.Read++;
                    var fault = reader.IsTooLong
                        ? new Fault(reader.Line, reader.Column, Messages.LineTooLong(LineReader.MaxLineBytes))
                        : parser.Parse(record, new(place, reader.Line, reader.Column));
                    if (fault is not { } found) continue;
                    NodeNames.Note(record, sink.PositionOf(new(place, reader.Line, reader.Column)), sink.Rejected);
                    sink.Reject(file.Path, found, Encoding.UTF8.GetString(record).TrimEnd('\r'));
                }

                return true;
            }
            catch (InvalidDataException exception)
            {
                Tell(new(reader.Line + 1, 1, exception.Message));
                return false;
            }
            catch (IOException exception)
            {
                Tell(new(reader.Line + 1, 1, Import.Messages.CannotRead(exception.Message)));
                return false;
            }
            finally
            {
                sink.Ledger.BytesRead = bytesBefore + stream.Taken;
            }
        }

        /// <summary>Says what is wrong with the file as a whole.</summary>
        public void Finish()
        {
            if (reader.Fault is { } fault) Tell(fault);
            else if (read == 0 && !isTold) Tell(new(0, 0, Messages.EmptyJsonLines()));
        }

        private void Tell(Fault fault)
        {
            isTold = true;
            sink.Reject(file.Path, fault, null);
        }
    }
}
