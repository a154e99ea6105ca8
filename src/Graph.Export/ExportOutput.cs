using Graph.GraphQL.Json;

namespace Graph.Export;

/// <summary>What the writer of a format writes to: a buffer of bytes, and the file that it is emptied into.</summary>
public sealed class ExportOutput : IDisposable
{
    private readonly IExportTarget target;
    private readonly CancellationToken cancellationToken;
    private Stream? file;

    internal ExportOutput(IExportTarget target, CancellationToken cancellationToken) =>
        (this.target, this.cancellationToken) = (target, cancellationToken);

    /// <summary>Takes bytes of the file at hand; emptied after each page.</summary>
    public ResponseBuffer Buffer { get; } = new();

    /// <summary>The name of the file at hand; null before the first.</summary>
    public string? File { get; private set; }

    /// <summary>The file at hand, for those who write to it themselves; the buffer is empty then.</summary>
    public Stream Stream => file ?? throw new InvalidOperationException("No file has been begun.");

    /// <summary>Begins a file, after which the one at hand is whole.</summary>
    /// <param name="name">What it is called within the export.</param>
    public async ValueTask BeginAsync(string name)
    {
        if (file is not null) await FlushAsync();
        file = await target.BeginAsync(name, cancellationToken);
        File = name;
    }

    /// <summary>Empties the buffer into the file at hand.</summary>
    public async ValueTask FlushAsync()
    {
        if (Buffer.Length == 0) return;
        foreach (var segment in Buffer.Written) await Stream.WriteAsync(segment, cancellationToken);
        Buffer.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => Buffer.Dispose();
}
