using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>When the newest node of a graph was first stored: the moment of which an export is, whenever it is written.</summary>
internal static class LastImport
{
    /// <summary>The moment; null where no type of node keeps it, or no node is there.</summary>
    public static async ValueTask<DateTimeOffset?> OfAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var stamps = store.Ontology.NodeTypes
            .SelectMany(type => type.Properties.Where(property => property.IsImportStamp), (type, stamp) => new LatestValue(type, stamp)).ToList();
        if (stamps.Count == 0) return null;
        var row = new Row(stamps);
        await store.ReadAsync(store.Compile(PreparedQuery.Of(new OverviewQuery(stamps))), [], row, cancellationToken);
        return row.Newest;
    }

    private sealed class Row(IReadOnlyList<LatestValue> stamps) : IRowConsumer
    {
        private readonly RecordBatch scratch = new();

        public DateTimeOffset? Newest { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            foreach (var stamp in stamps)
            {
                row.MoveNext();
                row.ReadCell(scratch, stamp.Property.Form, out var cell);
                if (cell.Kind == CellKind.DateTime && !(cell.Instant <= Newest)) Newest = cell.Instant;
            }

            row.LeaveList();
        }
    }
}
