using Graph.Import.Sources;

namespace Graph.Import.Pipeline;

/// <summary>A format that an import reads: files in, records out. One folder each; see docs/extending.md.</summary>
internal interface IRecordSource
{
    /// <summary>What a command line calls it, such as <c>gdelt</c>.</summary>
    string Name { get; }

    /// <summary>The endings of its files, with the dot: of a folder these are read, as this format unless another recognises them.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>Endings that its files have in common with others: of a folder these are read where it recognises them.</summary>
    IReadOnlyList<string> SharedEndings => [];

    /// <summary>It opens its files itself, from their paths, so that they are not looked into before.</summary>
    bool OpensItsFiles => false;

    /// <summary>
    /// It gives no node and no relationship that a node can have one of twice, so that a run need not remember them: memory does
    /// not grow with the file.
    /// </summary>
    bool TellsRecordsApart => false;

    /// <summary>
    /// The files of a run are read as one graph: that two of them agree on what both describe, the format sees itself. Each
    /// asserts only what it says.
    /// </summary>
    bool JoinsFiles => false;

    /// <summary>Whether a file is of this format for certain, by how it begins.</summary>
    /// <param name="start">The first bytes, unpacked and without a byte-order mark; all of a short file.</param>
    bool Recognises(ReadOnlySpan<byte> start);

    /// <summary>Whether a file that no format recognises may be of this one, which then says best what is wrong with it.</summary>
    /// <param name="start">The first bytes, as above.</param>
    bool MayBe(ReadOnlySpan<byte> start) => false;

    /// <summary>Reads all files of the format in one run and hands their records to the sink.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="sink">Takes records, and what is wrong with others.</param>
    /// <param name="cancellationToken">The run ends: what was sent is still written, what follows is not.</param>
    Task ReadAsync(IReadOnlyList<SourceFile> files, RecordSink sink, CancellationToken cancellationToken);
}
