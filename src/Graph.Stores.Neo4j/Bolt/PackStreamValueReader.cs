using System.Runtime.CompilerServices;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Bolt;

/// <summary>
/// The model's view of a row: positional lists, and scalars copied from PackStream to JSON without an object between. What a database of other
/// origin keeps in another type than the ontology names (a day as text, a number as text) is shown as it is stored.
/// </summary>
internal ref struct PackStreamValueReader(PackStreamReader row) : IValueReader
{
    private PackStreamReader reader = row;
    private OpenLists open;
    private int depth;

    public bool ReadNull() => reader.TryReadNull();

    public void EnterList()
    {
        if (depth == OpenLists.Capacity)
            throw new InvalidOperationException($"A row is nested deeper than {OpenLists.Capacity} lists.");
        open[depth++] = reader.ReadListHeader();
    }

    public bool MoveNext()
    {
        ref var remaining = ref Innermost();
        if (remaining == 0)
        {
            depth--;
            return false;
        }

        remaining--;
        return true;
    }

    public void LeaveList()
    {
        for (var remaining = Innermost(); remaining > 0; remaining--)
            reader.Skip();
        depth--;
    }

    public void Skip() => reader.Skip();

    public long ReadInt64() => reader.ReadInteger();

    public void WriteScalar(ResponseBuffer output, ScalarKind kind) => Write(output, kind, exact: false);

    public void WriteExact(ResponseBuffer output, ScalarKind kind) => Write(output, kind, exact: true);

    private void Write(ResponseBuffer output, ScalarKind kind, bool exact)
    {
        switch (reader.Next())
        {
            case PackStreamType.Null:
                reader.TryReadNull();
                output.WriteNull();
                break;
            case PackStreamType.String:
                output.WriteUtf8String(reader.ReadUtf8());
                break;
            case PackStreamType.Integer:
                WriteInteger(output, kind);
                break;
            case PackStreamType.Float:
                WriteFloat(output, kind);
                break;
            case PackStreamType.Boolean:
                output.WriteBoolean(reader.ReadBoolean());
                break;
            case PackStreamType.List:
                WriteList(output, kind);
                break;
            case PackStreamType.Structure when TryWriteTime(output, exact):
                break;
            default:
                throw DatabaseException.NoScalar(kind.ToString());
        }
    }

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref int Innermost()
    {
        if (depth == 0)
            throw new InvalidOperationException("No list was entered.");
        return ref open[depth - 1];
    }

    private void WriteList(ResponseBuffer output, ScalarKind kind)
    {
        output.WriteByte((byte)'[');
        var count = reader.ReadListHeader();
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                output.WriteByte((byte)',');
            WriteScalar(output, kind);
        }

        output.WriteByte((byte)']');
    }

    private void WriteInteger(ResponseBuffer output, ScalarKind kind)
    {
        var isText = kind is ScalarKind.BigInt or ScalarKind.Id or ScalarKind.String;
        if (isText)
            output.WriteByte((byte)'"');
        output.WriteInt64(reader.ReadInteger());
        if (isText)
            output.WriteByte((byte)'"');
    }

    private void WriteFloat(ResponseBuffer output, ScalarKind kind)
    {
        var value = reader.ReadFloat();
        if (!double.IsFinite(value))
            output.WriteNull(); // JSON has no word for it.
        else if (kind is ScalarKind.BigInt)
            output.WriteString(value.ToString("R"));
        else
            output.WriteDouble(value);
    }

    private bool TryWriteTime(ResponseBuffer output, bool exact)
    {
        switch (reader.PeekTag())
        {
            case StructureTag.Date:
                var date = reader.ReadDate();
                JsonTime.Write(output, date.Year, date.Month, date.Day);
                return true;
            case StructureTag.DateTime or StructureTag.DateTimeZoneId or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId:
                JsonTime.Write(output, reader.ReadDateTime().UtcDateTime, exact);
                return true;
            case StructureTag.LocalDateTime:
                JsonTime.Write(output, reader.ReadLocalDateTime(), exact);
                return true;
            default:
                return false;
        }
    }

    /// <summary>How many values are left in each list that was entered. 64 is beyond any selection that the API accepts.</summary>
    [InlineArray(Capacity)]
    private struct OpenLists
    {
        public const int Capacity = 64;

        private int outermost;
    }
}

/// <summary>Hands the rows of a statement to a consumer of the model. Rows cannot be taken back from it.</summary>
internal sealed class ConsumerSink<TConsumer>(TConsumer consumer) : IRowSink
    where TConsumer : IRowConsumer
{
    public void OnRow(PackStreamReader row)
    {
        var reader = new PackStreamValueReader(row);
        consumer.Take(ref reader);
    }
}
