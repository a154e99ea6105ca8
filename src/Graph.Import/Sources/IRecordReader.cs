namespace Graph.Import.Sources;

/// <summary>Cuts a file into the JSON of its records, through one buffer.</summary>
internal interface IRecordReader
{
    /// <summary>Where the record last read begins, from 1.</summary>
    int Line { get; }

    /// <summary>Where it begins in its line, from 1, in UTF-16 units.</summary>
    int Column { get; }

    /// <summary>The record last read is too long; only its beginning is given.</summary>
    bool IsTooLong { get; }

    /// <summary>Why the file could not be read to its end; null where it could.</summary>
    Fault? Fault { get; }

    /// <summary>The next record, good until the next call; false where there is none.</summary>
    bool TryRead(out ReadOnlySpan<byte> record);

    /// <summary>The record that the next call reads, when all of it is in memory; otherwise nothing.</summary>
    ReadOnlySpan<byte> Peek();
}
