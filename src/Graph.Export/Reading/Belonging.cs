using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Records;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>Finds what belongs to chosen acts: the ids of the nodes of each type.</summary>
/// <param name="store">The graph.</param>
/// <param name="acts">Which acts.</param>
/// <param name="isOfActors">Only those who act, and whom the acts are against.</param>
internal sealed class Belonging(IGraphStore store, ChosenActs acts, bool isOfActors)
{
    /// <summary>Nodes that are followed by one statement.</summary>
    private const int NodesAtOnce = 1_000;

    private readonly Act act = store.Ontology.Act!;

    /// <summary>What has been found.</summary>
    public Dictionary<NodeType, HashSet<string>> Found { get; } = [];

    /// <summary>Follows the acts, then what they lead to, step by step.</summary>
    public async ValueTask FindAsync(CancellationToken cancellationToken)
    {
        var reached = await StepAsync(act.Type, null, FromActs(), acts, cancellationToken);
        for (var step = 1; step < Limits.StepsFromAct && !isOfActors && reached.Count > 0; step++)
        {
            var further = new Dictionary<NodeType, List<string>>();
            foreach (var (type, ids) in reached)
            {
                if (IsActor(type) || Onward(type) is not { Count: > 0 } fields) continue;
                foreach (var (next, found) in await StepAsync(type, ids, fields, null, cancellationToken))
                {
                    if (further.TryGetValue(next, out var known)) known.AddRange(found);
                    else further.Add(next, found);
                }
            }

            reached = further;
        }
    }

    private List<RelationshipField> FromActs() => isOfActors
        ? [act.By, act.Against]
        : [.. act.Type.Relationships.Where(field => !field.Ends.Contains(act.Type)).DistinctBy(field => (field.Relationship, field.Direction))];

    private List<RelationshipField> Onward(NodeType type) =>
        [.. RelationshipColumns.Of(store.Ontology, type, null)
            .Where(field => !field.Relationship.Ends.Contains(act.Type) && field.Relationship != store.Ontology.Tally?.Relationship)];

    private bool IsActor(NodeType type) => act.By.Target.ConcreteTypes.Contains(type) || act.Against.Target.ConcreteTypes.Contains(type);

    /// <summary>One step along fields: the nodes that had not been found before.</summary>
    private async ValueTask<Dictionary<NodeType, List<string>>> StepAsync(
        NodeType type,
        List<string>? ids,
        List<RelationshipField> fields,
        ChosenActs? where,
        CancellationToken cancellationToken)
    {
        var rows = new Reached(type, store.Ontology, fields.Count, Found);
        var columns = fields.Select(Column).Prepend(new PropertyColumn(new(Subject.Node, type.Id))).ToList();
        var pages = new PagesById(store, type, ids, where, columns, [], []);
        while (!pages.IsDone) await pages.ReadNextAsync(NodesAtOnce, rows, cancellationToken);
        return rows.New;
    }

    private static Column Column(RelationshipField field) => new RelatedListColumn(
        field,
        null,
        [new PropertySort(new(Subject.Node, field.Target.Id), Descending: false)],
        Page.Whole,
        new([new TypeColumn(), new PropertyColumn(new(Subject.Node, field.Target.Id))]));

    /// <summary>Rows of an id and, for each field, the nodes that it leads to.</summary>
    private sealed class Reached(NodeType type, Ontology ontology, int fields, Dictionary<NodeType, HashSet<string>> found) : IIdRows
    {
        private readonly RecordBatch scratch = new();

        public Dictionary<NodeType, List<string>> New { get; } = [];

        public int Rows { get; private set; }

        public string? LastId { get; private set; }

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            Rows++;
            row.EnterList();
            row.MoveNext();
            row.ReadCell(scratch, type.Id.Form, out var id);
            if (id.Kind != CellKind.Null) LastId = scratch.Text(id);
            for (var field = 0; field < fields; field++)
            {
                row.MoveNext();
                for (row.EnterList(); row.MoveNext();) Take(ref row, id);
            }

            scratch.Clear();
            row.LeaveList();
        }

        private void Take<TReader>(ref TReader row, Cell start)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var end = ontology.NodeTypes[(int)row.ReadInt64()];
            row.MoveNext();
            row.ReadCell(scratch, end.Id.Form, out var endId);
            row.LeaveList();
            if (endId.Kind == CellKind.Null || start.Kind == CellKind.Null) return;
            if (!found.TryGetValue(end, out var known)) found.Add(end, known = new(StringComparer.Ordinal));
            var id = scratch.Text(endId);
            if (!known.Add(id)) return;
            if (!New.TryGetValue(end, out var fresh)) New.Add(end, fresh = []);
            fresh.Add(id);
        }
    }
}
