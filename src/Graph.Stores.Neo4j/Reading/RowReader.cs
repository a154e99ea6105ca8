using System.Runtime.CompilerServices;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>
/// The model's view of a row: positional lists, and scalars copied from PackStream to JSON without an object between. What a database of other
/// origin keeps in another type than the ontology names (a day as text, a number as text) is a fault of that one value.
/// </summary>
internal ref partial struct RowReader(PackStreamReader row) : IValueReader
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

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    private ref int Innermost()
    {
        if (depth == 0)
            throw new InvalidOperationException("No list was entered.");
        return ref open[depth - 1];
    }

    /// <summary>The next value if it is a day or an instant of our calendar, as the kind wants; a local time is taken to be of UTC.</summary>
    private bool TryDayOrInstant(ScalarKind kind, out DateOnly day, out DateTimeOffset instant)
    {
        (day, instant) = (default, default);
        try
        {
            switch (reader.PeekTag())
            {
                case StructureTag.Date when kind == ScalarKind.Date:
                    day = reader.ReadDate();
                    return true;
                case StructureTag.DateTime or StructureTag.DateTimeZoneId
                    or StructureTag.LegacyDateTime or StructureTag.LegacyDateTimeZoneId when kind == ScalarKind.DateTime:
                    instant = reader.ReadDateTime();
                    return true;
                case StructureTag.LocalDateTime when kind == ScalarKind.DateTime:
                    instant = new DateTimeOffset(reader.ReadLocalDateTime(), TimeSpan.Zero);
                    return true;
                default:
                    return false;
            }
        }
        catch (DatabaseException fault) when (fault.Kind != DatabaseErrorKind.ProtocolBroken)
        {
            return false; // A day or zone that the calendar here lacks.
        }
    }

    /// <summary>Passes over the value that a copy of the reader stands before, and tells what it is.</summary>
    private ValueFault Fault(PackStreamReader before)
    {
        reader = before;
        reader.Skip();
        return ValueFault.Of(StoredText.Of(before));
    }

    /// <summary>How many values are left in each list that was entered. 64 is beyond any selection that the API accepts.</summary>
    [InlineArray(Capacity)]
    private struct OpenLists
    {
        public const int Capacity = 64;

        private int outermost;
    }
}
