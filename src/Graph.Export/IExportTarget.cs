namespace Graph.Export;

/// <summary>Where the files of an export go, one after the other.</summary>
public interface IExportTarget
{
    /// <summary>Begins a file; the one before it is whole.</summary>
    /// <param name="name">What it is called within the export, such as <c>nodes.csv</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    ValueTask<Stream> BeginAsync(string name, CancellationToken cancellationToken);

    /// <summary>The last file is whole.</summary>
    ValueTask EndAsync();
}

/// <summary>A stream that takes an export of one file.</summary>
/// <param name="output">Takes the bytes; not closed.</param>
public sealed class StreamTarget(Stream output) : IExportTarget
{
    /// <inheritdoc/>
    public ValueTask<Stream> BeginAsync(string name, CancellationToken cancellationToken) => new(output);

    /// <inheritdoc/>
    public ValueTask EndAsync() => default;
}
