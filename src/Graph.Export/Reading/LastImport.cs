using Graph.Model.Ontologies;
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
        DateTimeOffset? newest = null;
        foreach (var type in store.Ontology.NodeTypes)
        {
            if (type.Properties.FirstOrDefault(property => property.IsImportStamp) is not { } stamp) continue;
            var row = new Row();
            var greatest = new AggregateTerm(AggregateFunction.Max, new(Subject.Node, stamp));
            var query = new ConnectionQuery(type, null, new(null, TotalCount: false, [greatest]), []);
            await store.ReadAsync(store.Compile(PreparedQuery.Of(query)), [], row, cancellationToken);
            if (row.Moment is { } moment && !(moment <= newest)) newest = moment;
        }

        return newest;
    }

    private sealed class Row : IRowConsumer
    {
        private readonly RecordBatch scratch = new();

        public DateTimeOffset? Moment { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            row.Skip(); // The edges, which were not asked for.
            row.MoveNext();
            row.Skip(); // Neither was the number.
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
            row.ReadCell(scratch, ScalarKind.DateTime, out var cell);
            if (cell.Kind == CellKind.DateTime) Moment = cell.Instant;
            row.LeaveList();
            row.LeaveList();
        }
    }
}
