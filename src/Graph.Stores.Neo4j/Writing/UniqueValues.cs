using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Values;
using Graph.Stores.Neo4j.Bolt;
using Graph.Stores.Neo4j.Bolt.PackStream;
using Graph.Stores.Neo4j.Statements;

namespace Graph.Stores.Neo4j.Writing;

/// <summary>
/// Who holds which value of the unique properties other than the id, so that a record that would take somebody else's
/// value is refused by itself instead of failing the whole batch.
/// </summary>
internal sealed class UniqueValues
{
    private readonly RecordBatch batch;
    private readonly Dictionary<(UniqueScope Scope, string Value), string> holders = [];
    private readonly Dictionary<(UniqueScope Scope, string Id), string> held = [];
    private readonly Dictionary<NodeType, List<UniqueScope>> scopes = [];

    private UniqueValues(RecordBatch batch) => this.batch = batch;

    /// <summary>Looks up what the batch is about; null when none of its types has such a property.</summary>
    public static async Task<UniqueValues?> LoadAsync(
        RecordBatch batch,
        WriterContext context,
        IStatementTransaction transaction,
        CancellationToken cancellationToken)
    {
        var values = new UniqueValues(batch);
        foreach (var type in batch.Nodes.Select(node => node.Type).Distinct())
        {
            var own = context.UniqueScopes.Where(scope => scope.Type.ConcreteTypes.Contains(type)).ToList();
            if (own.Count > 0) values.scopes[type] = own;
        }

        if (values.scopes.Count == 0) return null;
        foreach (var scope in values.scopes.Values.SelectMany(own => own).Distinct())
        {
            var records = batch.Nodes.Where(node => values.scopes.TryGetValue(node.Type, out var own) && own.Contains(scope)).ToList();
            var rows = RowParameters.Of(NumberId.Keys(records, node => batch.Id(node)), 2, (writer, key) =>
            {
                var (node, number) = key;
                NumberId.Write(writer, batch.Id(node), number);
                var property = node.Type.FindProperty(scope.Property)!;
                Cells.Write(writer, batch, property, batch.Cells(node)[property.Ordinal]);
            });
            await transaction.RunAsync(new(scope.Statement(context.Labels), rows), new Holders(values, scope), cancellationToken);
        }

        return values;
    }

    /// <summary>The type has such a property.</summary>
    public bool Governs(NodeType type) => scopes.ContainsKey(type);

    /// <summary>The property whose value somebody else holds; otherwise the node now holds its own.</summary>
    public Property? Refuses(in NodeEntry node)
    {
        if (!scopes.TryGetValue(node.Type, out var own)) return null;
        var id = batch.Id(node);
        foreach (var scope in own)
        {
            if (Value(node, scope) is { } value && holders.TryGetValue((scope, value), out var holder) && holder != id)
                return node.Type.FindProperty(scope.Property);
        }

        foreach (var scope in own)
        {
            if (held.Remove((scope, id), out var before)) holders.Remove((scope, before));
            if (Value(node, scope) is { } value) (holders[(scope, value)], held[(scope, id)]) = (id, value);
        }

        return null;
    }

    private string? Value(in NodeEntry node, UniqueScope scope)
    {
        var cell = batch.Cells(node)[node.Type.FindProperty(scope.Property)!.Ordinal];
        return cell.Kind switch
        {
            CellKind.Null => null,
            CellKind.Text or CellKind.List => batch.Text(cell),
            CellKind.Float => cell.Double.ToString(),
            CellKind.Date => TimeText.Of(cell.Day),
            CellKind.DateTime => TimeText.Of(cell.Instant),
            _ => cell.Number.ToString(),
        };
    }

    private sealed class Holders(UniqueValues values, UniqueScope scope) : IRowSink
    {
        public void OnRow(PackStreamReader row)
        {
            row.ReadListHeader();
            var id = NumberId.ReadText(ref row);
            var value = row.ReadValue() switch
            {
                string text => text,
                DateOnly day => TimeText.Of(day),
                DateTimeOffset instant => TimeText.Of(instant),
                var other => other?.ToString() ?? "",
            };
            (values.holders[(scope, value)], values.held[(scope, id)]) = (id, value);
        }
    }
}
