using Graph.Import.Sources;

namespace Graph.Import.Pipeline;

/// <summary>A format that an import reads: files in, records out. One folder each; see docs/extending.md.</summary>
internal interface IRecordSource
{
    /// <summary>The endings of its files, with the dot: of a folder these are read.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Whether a file whose ending nobody claims is of this format, by how it begins.</summary>
    /// <param name="start">The first bytes, unpacked and without a byte-order mark; all of a short file.</param>
    bool Recognises(ReadOnlySpan<byte> start);

    /// <summary>Reads all files of the format in one run and hands their records to the sink.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="sink">Takes records, and what is wrong with others.</param>
    /// <param name="cancellationToken">The run ends: what was sent is still written, what follows is not.</param>
    Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken);
}
