using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Graph.GraphQL.Language;
using Graph.Import.Pipeline;
using Graph.Import.Sources;

namespace Graph.Import.Feeds;

/// <summary>One file of a feed, read line by line; what is wrong with a line or the file is told and counted.</summary>
internal sealed class FeedFile : IDisposable
{
    /// <summary>
    /// Lines after which a cancelled run is noticed and progress is told, also where no row is taken: a fraction of a second's work.
    /// </summary>
    public const int LinesAtOnce = 100_000;

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code != '\t').Select(code => (byte)code)]);

    private readonly SourceFile file;
    private readonly RecordSink sink;
    private readonly SourceStream? stream;
    private readonly LineReader? lines;
    private readonly long bytesBefore;
    private byte[] decoded = [];

    public FeedFile(SourceFile file, RecordSink sink)
    {
        (this.file, this.sink) = (file, sink);
        Tally = new(file);
        sink.Ledger.Files.Add(Tally);
        sink.Begin(file);
        bytesBefore = sink.Ledger.BytesRead;
        try
        {
            stream = file.Open();
            lines = new(stream);
            if (Utf8Text.Foreign(stream.Start) is not { } foreign) return;
            RejectFile(1, foreign);
            lines = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            RejectFile(0, exception is InvalidDataException ? exception.Message : Messages.CannotRead(exception.Message));
        }
    }

    /// <summary>What becomes of its rows.</summary>
    public FileTally Tally { get; }

    /// <summary>Its first bytes; empty where it cannot be read.</summary>
    public ReadOnlySpan<byte> Start => lines is null ? default : stream!.Start;

    /// <summary>The number of the line last read, from 1.</summary>
    public int Line => lines?.Number ?? 0;

    /// <summary>A row that is not UTF-8 is ISO 8859-1, instead of at fault.</summary>
    public bool MayBeLatin1 { get; init; }

    /// <summary>Lines read since somebody last looked.</summary>
    public int Unnoticed { get; set; }

    /// <summary>
    /// The next line that is text, without its end; good until the next call. Blank lines are passed over, lines that are not
    /// text are rejected; false at the end of the file, however it ends.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="isRow">It counts as a row; a header does not.</param>
    public bool TryRead(out ReadOnlySpan<byte> line, bool isRow = true)
    {
        line = default;
        if (lines is null) return false;
        try
        {
            while (lines.TryRead(out line))
            {
                Unnoticed++;
                if (line is [.., (byte)'\r']) line = line[..^1];
                if (line.IndexOfAnyExcept((byte)' ') < 0) continue;
                if (isRow)
                {
                    Tally.Rows++;
                    sink.Ledger.Read++;
                }

                if (IsText(ref line)) return true;
            }
        }
        catch (InvalidDataException exception)
        {
            RejectFile(lines.Number + 1, exception.Message);
        }
        catch (IOException exception)
        {
            RejectFile(lines.Number + 1, Messages.CannotRead(exception.Message));
        }

        sink.Ledger.BytesRead = bytesBefore + Math.Max(file.Bytes, stream!.Taken);
        return false;
    }

    /// <summary>Counts a record of a line that may hold several.</summary>
    public void CountRead() => sink.Ledger.Read++;

    /// <summary>Tells how far the run is, and whether it shall end.</summary>
    public async Task NoticeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Unnoticed < LinesAtOnce) return;
        Unnoticed = 0;
        sink.Ledger.BytesRead = bytesBefore + stream!.Taken;
        await sink.SendAsync();
    }

    /// <summary>Rejects a line.</summary>
    /// <param name="reason">The kind of fault, as it is counted.</param>
    /// <param name="cell">The number of the cell at fault, from 1.</param>
    /// <param name="sentence">What is wrong and how to mend it.</param>
    /// <param name="line">The line.</param>
    public void Reject(string reason, int cell, string sentence, ReadOnlySpan<byte> line) =>
        Reject(reason, Line, cell, sentence, Encoding.UTF8.GetString(line));

    /// <summary>Rejects a line that was read earlier.</summary>
    public void Reject(string reason, int number, int cell, string sentence, string line)
    {
        Tally.Reject(reason);
        sink.Reject(file.Path, new(number, cell, sentence), line);
    }

    /// <summary>Refuses the file, or what is left of it.</summary>
    public void RejectFile(int line, string sentence)
    {
        Tally.Reject("file");
        sink.Reject(file.Path, new(line, line == 0 ? 0 : 1, sentence), null);
    }

    /// <inheritdoc/>
    public void Dispose() => stream?.Dispose();

    private bool IsText(ref ReadOnlySpan<byte> line)
    {
        if (lines!.IsTooLong)
        {
            Reject("too long", 1, FeedMessages.LineTooLong(LineReader.MaxLineBytes), line);
            return false;
        }

        if (!Utf8.IsValid(line))
        {
            if (!MayBeLatin1)
            {
                Reject("not UTF-8", 1, FeedMessages.NotUtf8(), line);
                return false;
            }

            if (decoded.Length < line.Length * 2) decoded = new byte[line.Length * 2];
            line = decoded.AsSpan(0, Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(line), decoded));
        }

        var control = line.IndexOfAny(Controls);
        if (control < 0) return true;
        Reject("control character", line[..control].Count((byte)'\t') + 1, FeedMessages.ControlCharacter(line[control]), line);
        return false;
    }
}
