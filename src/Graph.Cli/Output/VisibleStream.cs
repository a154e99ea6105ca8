using System.Text;

namespace Graph.Cli.Output;

/// <summary>Bytes of UTF-8 on their way to a terminal, as text that no terminal obeys.</summary>
internal sealed class VisibleStream(TextWriter terminal) : Stream
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        // A character may end in the next piece: the decoder keeps its beginning.
        var text = new char[Encoding.UTF8.GetMaxCharCount(count)];
        terminal.Write(new string(text, 0, decoder.GetChars(buffer, offset, count, text, 0)));
    }

    public override void Flush() => terminal.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
