using Graph.Stores.Neo4j.Bolt;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>
/// The Bolt manual's "Message transfer encoding": chunks, the empty chunk that ends a message, and the one that keeps a
/// connection alive.
/// </summary>
public sealed class ChunksOfAMessage
{
    [Fact]
    public void AMessageHasItsSizeBeforeItAndAnEmptyChunkAfterIt()
    {
        using var output = new MessageOutput();
        output.Pull(1000);
        output.Commit();

        Assert.Equal("00 08 B1 3F A1 81 6E C9 03 E8 00 00 00 02 B0 12 00 00", Bytes.Hex(output.Pending.Span));
        Assert.Equal(2, output.Messages);
    }

    [Theory]
    [InlineData(65534)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(200_000)]
    public async Task ALongMessageIsCutIntoChunksAndJoinedAgain(int size)
    {
        var text = string.Create(size, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + (i % 26));
        });
        using var output = new MessageOutput();
        output.Commit();
        output.Begin(0x71, 1).WriteString(text);
        output.End();
        output.Commit();

        var (first, second, third) = await ReadThreeAsync(output.Pending.ToArray());

        Assert.Equal("B0 12", Bytes.Hex(first));
        Assert.Equal(text, System.Text.Encoding.UTF8.GetString(second.AsSpan(second.Length - size)));
        Assert.Equal("B0 12", Bytes.Hex(third));
    }

    [Fact]
    public async Task ChunksOfAnySizeAreJoined()
    {
        using var input = new MessageInput(new Trickle(Bytes.Of("00 03 01 02 03 00 01 04 00 02 05 06 00 00 00 01 07 00 00")));
        Assert.Equal("01 02 03 04 05 06", Bytes.Hex(await ReadAsync(input)));
        Assert.Equal("07", Bytes.Hex(await ReadAsync(input)));
    }

    [Fact]
    public async Task EmptyChunksBetweenMessagesOnlyKeepTheConnectionAlive()
    {
        using var input = new MessageInput(new Trickle(Bytes.Of("00 00 00 00 00 01 07 00 00 00 00 00 01 08 00 00")));
        Assert.Equal("07", Bytes.Hex(await ReadAsync(input)));
        Assert.Equal("08", Bytes.Hex(await ReadAsync(input)));
    }

    [Fact]
    public async Task AMessageOverTheLimitIsRefusedBeforeItFillsMemory()
    {
        using var input = new MessageInput(new MemoryStream(Bytes.Of("00 03 01 02 03 00 03 04 05 06 00 00")), limit: 5);
        var refused = await Assert.ThrowsAsync<DatabaseException>(() => ReadAsync(input));
        Assert.Equal(DatabaseErrorKind.ProtocolBroken, refused.Kind);
    }

    [Fact]
    public async Task TheEndOfTheStreamInsideAMessageIsNoticed()
    {
        using var input = new MessageInput(new MemoryStream(Bytes.Of("00 03 01 02")));
        await Assert.ThrowsAsync<EndOfStreamException>(() => ReadAsync(input));
    }

    [Fact]
    public void AMessageThatCouldNotBeWrittenLeavesNoTrace()
    {
        using var output = new MessageOutput();
        output.Commit();
        var statement = new Statement("RETURN $x", StatementParameters.Of(("x", new object())));

        Assert.Throws<ArgumentException>(() => output.Run(statement, scope: null));

        Assert.Equal("00 02 B0 12 00 00", Bytes.Hex(output.Pending.Span));
    }

    private static async Task<(byte[] First, byte[] Second, byte[] Third)> ReadThreeAsync(byte[] bytes)
    {
        using var input = new MessageInput(new MemoryStream(bytes));
        return (await ReadAsync(input), await ReadAsync(input), await ReadAsync(input));
    }

    private static async Task<byte[]> ReadAsync(MessageInput input)
    {
        while (true)
        {
            if (input.TryRead(out var message))
                return message.ToArray();
            await input.FillAsync();
        }
    }

    /// <summary>Gives one byte at a time, as a slow network might.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..1], cancellationToken);
    }
}
