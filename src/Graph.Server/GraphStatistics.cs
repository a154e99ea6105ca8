using System.Text;
using System.Text.Json;
using Graph.GraphQL.Execution;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Server;

/// <summary>Figures about a whole graph, asked of the store as logical queries.</summary>
/// <param name="store">The graph.</param>
public sealed class GraphStatistics(IGraphStore store)
{
    /// <summary>How many of the busiest are named.</summary>
    private const int Busiest = 5;

    /// <summary>The number of nodes of a type.</summary>
    public async Task<long> CountAsync(EntityType type, CancellationToken cancellationToken)
    {
        var row = await OneRowAsync(new ConnectionQuery(type, null, new(null, true, []), []), [], cancellationToken);
        return row[1].GetInt64();
    }

    /// <summary>The nodes with most relationships of a type in a direction, busiest first, with their number; only nodes that have any.</summary>
    public async Task<IReadOnlyList<(string Name, long Count)>> BusiestAsync(RelationshipType relationship, Direction direction, CancellationToken cancellationToken)
    {
        var field = store.Ontology.Interfaces.Cast<EntityType>().Concat(store.Ontology.NodeTypes)
            .SelectMany(type => type.Relationships).First(candidate => candidate.Relationship == relationship && candidate.Direction == direction);
        var entity = field.Source;
        var name = new PropertyRef(Subject.Node, entity.FindProperty("name") ?? entity.Id);
        var limit = new Parameter(0, ScalarKind.Int);
        var rows = await RowsAsync(
            new ListQuery(
                entity,
                new Exists(field, null),
                [new RelatedCountSort(field, true), new PropertySort(name, false), new PropertySort(new(Subject.Node, entity.Id), false)],
                new(limit),
                new([new PropertyColumn(name), new RelatedCountColumn(field)]),
                [limit]),
            [Busiest],
            cancellationToken);
        return [.. rows.Select(row => (row[0].GetString()!, row[1].GetInt64()))];
    }

    /// <summary>The latest of each import stamp and each indexed day of the ontology, such as "latest saidOn of accusations".</summary>
    public async Task<IReadOnlyList<(string Label, string Value)>> FreshnessAsync(CancellationToken cancellationToken)
    {
        var found = new List<(string, string)>();
        foreach (var type in store.Ontology.NodeTypes)
        {
            var dates = type.Properties.Where(property => property.IsImportStamp || property is { Kind: ScalarKind.Date, IsIndexed: true, IsList: false }).ToList();
            if (dates.Count == 0) continue;
            var terms = dates.Select(property => new AggregateTerm(AggregateFunction.Max, new(Subject.Node, property))).ToList();
            var row = await OneRowAsync(new ConnectionQuery(type, null, new(null, false, terms), []), [], cancellationToken, [.. dates.Select(date => date.Kind)]);
            for (var i = 0; i < dates.Count; i++)
                if (row[2][i].ValueKind == JsonValueKind.String) found.Add(($"latest {dates[i].Name} of {type.Plural}", row[2][i].GetString()!));
        }

        return found;
    }

    private async Task<JsonElement> OneRowAsync(LogicalQuery query, IReadOnlyList<object?> values, CancellationToken cancellationToken, IReadOnlyList<ScalarKind>? kinds = null) =>
        (await RowsAsync(query, values, cancellationToken, kinds))[0];

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(
        LogicalQuery query, IReadOnlyList<object?> values, CancellationToken cancellationToken, IReadOnlyList<ScalarKind>? kinds = null)
    {
        using var output = new ResponseBuffer();
        var rows = new JsonRows(output, query is ConnectionQuery, kinds ?? []);
        await store.ReadAsync(store.Compile(query), values, rows, cancellationToken);
        return [.. Encoding.UTF8.GetString(output.WrittenSpan).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Writes each row as a line of JSON: [text, number], or a connection's [null, total, aggregates].</summary>
    private readonly struct JsonRows(ResponseBuffer output, bool isConnection, IReadOnlyList<ScalarKind> kinds) : IRowConsumer
    {
        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            output.WriteByte((byte)'[');
            row.MoveNext();
            if (isConnection)
            {
                row.Skip();
                output.WriteNull();
            }
            else Write(ref row, ScalarKind.String);

            row.MoveNext();
            output.WriteByte((byte)',');
            Write(ref row, ScalarKind.Int);
            if (isConnection) WriteAggregates(ref row);
            row.LeaveList();
            output.WriteRaw("]\n"u8);
        }

        // What is not of its kind in a database of other origin is left out of the figures.
        private void Write<TReader>(ref TReader row, ScalarKind kind)
            where TReader : IValueReader, allows ref struct
        {
            if (row.WriteScalar(output, kind) is not null) output.WriteNull();
        }

        private void WriteAggregates<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.MoveNext();
            output.WriteRaw(",["u8);
            if (!row.ReadNull())
            {
                row.EnterList();
                for (var i = 0; row.MoveNext(); i++)
                {
                    if (i > 0) output.WriteByte((byte)',');
                    Write(ref row, kinds[i]);
                }
            }

            output.WriteByte((byte)']');
        }
    }
}
