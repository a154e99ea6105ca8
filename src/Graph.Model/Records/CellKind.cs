namespace Graph.Model.Records;

/// <summary>What a cell holds.</summary>
public enum CellKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>Text (Id, String, Enum): UTF-8 bytes in the batch.</summary>
    Text,

    /// <summary>A whole number (Int, BigInt) in <see cref="Cell.Number"/>.</summary>
    Integer,

    /// <summary>A double, its bits in <see cref="Cell.Number"/>.</summary>
    Float,

    /// <summary>0 or 1 in <see cref="Cell.Number"/>.</summary>
    Boolean,

    /// <summary>Days since 1970-01-01 in <see cref="Cell.Number"/>.</summary>
    Date,

    /// <summary>Microseconds since 1970-01-01T00:00:00Z in <see cref="Cell.Number"/>.</summary>
    DateTime,

    /// <summary>
    /// A list of scalars: its compact JSON text (UTF-8, no spaces, only necessary escapes) in the batch. Numbers as
    /// JavaScript prints them, days as <c>yyyy-MM-dd</c>, instants as <c>yyyy-MM-ddTHH:mm:ss.ffffffZ</c>.
    /// </summary>
    List,
}
