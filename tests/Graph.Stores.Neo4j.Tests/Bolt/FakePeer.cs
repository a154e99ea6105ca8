using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Tests.Bolt;

/// <summary>The server's end of one connection, as a script speaks through it.</summary>
internal sealed class FakePeer(Stream stream, CancellationToken stopped) : IDisposable
{
    private readonly MessageInput input = new(stream);

    public Stream Stream => stream;

    public CancellationToken Stopped => stopped;

    /// <summary>Reads the client's proposals and answers with the given version.</summary>
    public async Task ShakeHandsAsync(byte major = 5, byte minor = 4)
    {
        Assert.Equal(BoltHandshake.Proposal.ToArray(), (await input.ReadRawAsync(20)).ToArray());
        await SendRawAsync([0, 0, minor, major]);
    }

    /// <summary>Handshake, HELLO and LOGON as a friendly server of Bolt 5.4 or another version. Gives back what HELLO said.</summary>
    public async Task<Dictionary<string, object?>> GreetAsync(byte major = 5, byte minor = 4)
    {
        await ShakeHandsAsync(major, minor);
        var hello = (Dictionary<string, object?>)Assert.Single(await ExpectAsync(0x01))!;
        await SucceedAsync(("server", "Neo4j/5.26.0"), ("connection_id", "bolt-1"));
        if ((major, minor).CompareTo((5, 1)) < 0)
            return hello;
        await ExpectAsync(0x6A);
        await SucceedAsync();
        return hello;
    }

    /// <summary>Reads RUN and PULL and gives the statement's text back.</summary>
    public async Task<string> ExpectStatementAsync()
    {
        var run = await ExpectAsync(0x10);
        await ExpectAsync(0x3F);
        return (string)run[0]!;
    }

    /// <summary>Answers RUN and PULL with one column and these rows.</summary>
    public async Task AnswerAsync(params object?[] values)
    {
        await SucceedAsync(("fields", new[] { "value" }));
        foreach (var value in values)
            await SendAsync(0x71, [new[] { value }]);
        await SucceedAsync(("bookmark", "bookmark-1"));
    }

    /// <summary>Answers every statement with 1, and every RESET, until the client leaves.</summary>
    public async Task ServeAsync()
    {
        while (true)
        {
            var (signature, _) = await ReadAsync();
            switch (signature)
            {
                case 0x10: await SucceedAsync(("fields", new[] { "value" })); break;
                case 0x3F:
                    await SendAsync(0x71, [new object?[] { 1 }]);
                    await SucceedAsync();
                    break;
                case 0x02: return;
                default: await SucceedAsync(); break;
            }
        }
    }

    public async Task<List<object?>> ExpectAsync(byte signature)
    {
        var (found, fields) = await ReadAsync();
        Assert.Equal(signature, found);
        return fields;
    }

    public async Task<(byte Signature, List<object?> Fields)> ReadAsync()
    {
        while (true)
        {
            if (input.TryRead(out var message))
            {
                var reader = new PackStreamReader(message);
                var (signature, count) = reader.ReadStructureHeader();
                var fields = new List<object?>();
                while (count-- > 0)
                    fields.Add(reader.ReadValue());
                return (signature, fields);
            }

            await input.FillAsync().AsTask().WaitAsync(stopped);
        }
    }

    public Task SucceedAsync(params (string Key, object? Value)[] metadata) =>
        SendAsync(0x70, [metadata.ToDictionary(entry => entry.Key, entry => entry.Value)]);

    public Task FailAsync(string code, string message) =>
        SendAsync(0x7F, [new Dictionary<string, object?> { ["code"] = code, ["message"] = message }]);

    public Task SendRowAsync(params object?[] values) => SendAsync(0x71, [values]);

    public Task IgnoreAsync() => SendAsync(0x7E, []);

    public Task SendRawAsync(byte[] bytes) => stream.WriteAsync(bytes, stopped).AsTask();

    public void Dispose() => input.Dispose();

    private async Task SendAsync(byte signature, object?[] fields)
    {
        using var output = new MessageOutput();
        var writer = output.Begin(signature, fields.Length);
        foreach (var field in fields)
            writer.WriteValue(field);
        output.End();
        await SendRawAsync(output.Pending.ToArray());
    }
}
