using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;

namespace Graph.Model.Queries;

/// <summary>
/// Reads the positional lists that a store answers with, once, from front to back, without building objects. SQLite
/// reads JSON text, Neo4j PackStream. Reading what is not there is a fault of the store and throws
/// <see cref="InvalidOperationException"/>.
/// </summary>
public interface IValueReader
{
    /// <summary>True, and the value is consumed, when the next value is null; otherwise nothing is consumed.</summary>
    bool ReadNull();

    /// <summary>Enters the next value, a list.</summary>
    void EnterList();

    /// <summary>True when another value follows in the list last entered; false leaves that list.</summary>
    bool MoveNext();

    /// <summary>Leaves the list last entered, passing over what is left of it.</summary>
    void LeaveList();

    /// <summary>Passes over the next value, whatever it is.</summary>
    void Skip();

    /// <summary>Reads a whole number.</summary>
    long ReadInt64();

    /// <summary>
    /// Writes the next value to a response as JSON: null, a scalar of the form, or a list of such. Date as
    /// <c>"yyyy-MM-dd"</c>, DateTime as <c>"yyyy-MM-ddTHH:mm:ss.fffZ"</c>, BigInt as text, Float as JavaScript prints it
    /// (<c>1</c>, not <c>1.0</c>), however the store keeps them.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="form">What the value has to be.</param>
    /// <returns>Null, or what is stored instead of such a value: it is passed over then, and nothing is written.</returns>
    ValueFault? WriteScalar(ResponseBuffer output, ValueForm form);

    /// <summary>
    /// Writes the next value as <see cref="WriteScalar"/> does, but nothing is cut off: an instant has all the digits of
    /// its second that the store keeps, and what is not of the kind is written as it is stored (text, number or truth;
    /// otherwise null) as the only item of a list, not refused. For cursors, which must come back as the very value.
    /// </summary>
    /// <param name="output">Where to.</param>
    /// <param name="kind">The kind of the value.</param>
    void WriteExact(ResponseBuffer output, ScalarKind kind);

    /// <summary>
    /// Reads the next value as the cell of a record: what an import must be given to store just this value. Nothing is cut
    /// off; a missing value is <see cref="Cell.Null"/>.
    /// </summary>
    /// <param name="batch">Keeps the text.</param>
    /// <param name="form">What the value has to be.</param>
    /// <param name="cell">The cell; null where there is a fault.</param>
    /// <returns>Null, or what is stored instead of such a value: it is passed over then.</returns>
    ValueFault? ReadCell(RecordBatch batch, ValueForm form, out Cell cell);
}
