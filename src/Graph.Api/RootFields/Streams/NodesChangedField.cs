using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Changes;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Streams;

/// <summary>
/// What changes of the nodes of a type, with each node as it is then: <c>accusationsChanged(where: {…}) { kind node { id } cursor }</c>.
/// </summary>
internal sealed class NodesChangedField(EntityType type) : IRootField
{
    /// <summary>The field of the answer that has the node.</summary>
    private const string Node = "node";

    /// <summary>One for each node type and interface.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => ontology.Entities.Select(type => new NodesChangedField(type));

    /// <inheritdoc/>
    public string Name => ApiNames.RootChanged(type);

    /// <inheritdoc/>
    public EntityType About => type;

    private string Origin => $"the changes of {type.Name}";

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(
        Name, $"(where: {ApiNames.Where(type)}, {StreamField.Arguments}): {ApiNames.NodeChange(type)}!", Origin, ApiMessages.ChangedOf(type));

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) => document.Add("type", ApiNames.NodeChange(type), Origin)
        .With("run", ": ID", "run", ApiMessages.ChangeRun)
        .With("at", ": DateTime!", "at")
        .With("kind", $": {ChangeRecords.Kind}!", "kind")
        .With("type", $": {ChangeRecords.TypeName}!", "type")
        .With("id", ": ID!", "id")
        .With(Node, $": {type.Name}", Node, ApiMessages.ChangedNodeOf(type))
        .With("values", $": [{ChangeRecords.Value}!]", "values", ApiMessages.ChangeValues)
        .With("cursor", ": String!", "cursor", ApiMessages.ChangeCursorOf);

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var statements = new List<NodeStatement>();
        var shape = new DerivedObject<(ToldChange Told, IReadOnlyList<NodeAnswers> Nodes)>(planning.Field, part =>
        {
            if (part.Definition.Name != Node)
            {
                var write = ChangeRecords.Part(part);
                return (value, output) => write(value.Told, output);
            }

            var place = statements.Count;
            statements.Add(Statement(planning, part));
            return (value, output) => value.Nodes[place].Write(value.Told.Change, output);
        });

        // Whether a node meets a condition has to be asked, though nothing of it is told.
        var isConditional = planning.Begin().Where(type) is not null;
        if (isConditional && statements.Count == 0) statements.Add(Statement(planning, part: null));
        var types = type.ConcreteTypes.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        var form = new NodeChangeForm(types, isConditional, statements, shape);
        return planning.Stream(
            variables => FieldCost.Sum(statements.Select(one => one.Query.Weigh(variables))),
            () => statements.Sum(one => one.Query.Bytes),
            (subscription, kinds, plan) => new NodeChangeQuestion(form, subscription, kinds, plan));
    }

    private NodeStatement Statement(RootPlanning planning, PlannedField? part)
    {
        var (statement, columns) = (planning.Begin(), new List<Column>());
        var id = new PropertyRef(Subject.Node, type.Id);
        var ids = statement.Parameters.Add(new GivenSource("ids"), ScalarKind.Id, isList: true);
        var where = statement.Where(type);
        var row = part is null ? OfIds(id, columns) : statement.Selections.Nodes(type, part, 0, columns);
        var query = new ListQuery(
            type,
            FilterLogic.All([new Comparison(id, ComparisonOperator.In, ids), where]),
            [new PropertySort(id, false)],
            Page.Whole,
            new(columns),
            statement.Parameters.Parameters);
        var planned = statement.Plan(query, (asked, cost) => cost.Answer(type, where, asked.Selection, Limits.ChangesTogether));
        return new(planned, ids, Pieces.Nested(PieceKind.One, part ?? planning.Field, [], row), part?.ResponseKey, planning.Store);
    }

    private static RowShape OfIds(PropertyRef id, List<Column> columns)
    {
        columns.Add(new PropertyColumn(id));
        var shape = new ObjectShapeBuilder();
        shape.Skip();
        return new(shape.Build(), [], IsNode: true);
    }
}
