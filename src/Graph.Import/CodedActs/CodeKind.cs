namespace Graph.Import.CodedActs;

/// <summary>What became of a code.</summary>
internal enum CodeKind
{
    /// <summary>An act.</summary>
    Act,

    /// <summary>Another event: no word against anybody.</summary>
    Other,

    /// <summary>A conviction, which PLOVER says should not be coded as an accusation.</summary>
    Conviction,

    /// <summary>No code of the scheme.</summary>
    Unknown,
}
