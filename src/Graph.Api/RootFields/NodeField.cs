using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields;

/// <summary>Any node by its global id: <c>node(id:)</c>, with the interface that every node type implements.</summary>
internal sealed class NodeField(Ontology ontology) : IRootField
{
    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new NodeField(ontology)];

    /// <inheritdoc/>
    public string Name => "node";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query) => query.With(Name, $"(id: ID!): {ApiNames.Node}", "a node by its global id", ApiMessages.NodeField);

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document) => document.Add("interface", ApiNames.Node, "the API", ApiMessages.NodeInterface)
        .With(ApiNames.GlobalId, ": ID!", ApiNames.GlobalId, ApiMessages.GlobalId);

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        planning.Field.Arguments.TryGet("id", out var given);
        var source = new GlobalIdSource(((PlannedLeaf)given!).Source);
        return new NodePlan(source, ontology,
            ontology.NodeTypes.ToDictionary(type => type.Name, IFieldPlan (type) => Of(type, source, planning), StringComparer.Ordinal));
    }

    private static RootPlan Of(NodeType type, GlobalIdSource source, RootPlanning planning)
    {
        var (field, statement, columns) = (planning.Field, planning.Begin(), new List<Column>());
        var id = new PropertyRef(Subject.Node, type.Id);
        var where = new Comparison(id, ComparisonOperator.Equal, statement.Parameters.Add(source, ScalarKind.Id));
        var node = Pieces.Nested(PieceKind.One, field, [], statement.Selections.Nodes(type, field, 0, columns));
        var query = new ListQuery(type, where, [new PropertySort(id, false)], Page.Whole, new(columns), statement.Parameters.Parameters);
        return new(
            statement.Plan(query, (asked, cost) => cost.Answer(asked.Selection, asked.Page, cost.Find(type, asked.Where, asked.Sort, asked.Page))),
            (writer, output) => new Writer(node, writer, output));
    }

    /// <summary>The statements for each type, of which a run asks the one that its id names.</summary>
    private sealed class NodePlan(GlobalIdSource source, Ontology ontology, Dictionary<string, IFieldPlan> byType) : IFieldPlan
    {
        public long Bytes => byType.Values.Sum(plan => plan.Bytes);

        public FieldCost Weigh(CoercedVariables variables) => byType.Values.Select(plan => plan.Weigh(variables)).MaxBy(cost => cost.Amount);

        public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken) =>
            byType[source.Resolve(execution.Variables, ontology).Type].ExecuteAsync(execution, cancellationToken);
    }

    /// <summary>Writes the one node there is, or null.</summary>
    private sealed class Writer(Piece node, ResponseWriter writer, ResponseBuffer output) : IRootWriter
    {
        private bool isThere;
        private bool failed;

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct => (isThere, failed) = (true, !writer.WriteItem(node, 0, ref row, output));

        public bool Complete()
        {
            if (!isThere) output.WriteNull();
            return !failed;
        }
    }
}
