using Graph.Model.Queries;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;

namespace Graph.Stores.Neo4j.Reading;

/// <summary>Hands rows to a consumer of the model: a record's one value is the row. Rows cannot be taken back.</summary>
internal sealed class RowSink<TConsumer>(TConsumer consumer) : IRowSink
    where TConsumer : IRowConsumer
{
    public void OnRow(PackStreamReader row)
    {
        row.ReadListHeader();
        var reader = new RowReader(row);
        consumer.Take(ref reader);
    }
}
