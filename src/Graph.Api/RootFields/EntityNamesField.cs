using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields;

/// <summary>
/// The captions and ids of the nodes of a type, as variables of dashboards want them: <c>entityNames(of: Actor) { text value }</c>.
/// </summary>
internal sealed class EntityNamesField(Ontology ontology) : IRootField
{
    private const string Row = "EntityName";

    private const string Types = "NamedEntity";

    /// <summary>The one for the graph.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) => [new EntityNamesField(ontology)];

    /// <inheritdoc/>
    public string Name => "entityNames";

    /// <inheritdoc/>
    public EntityType? About => null;

    /// <inheritdoc/>
    public void AddTo(SdlType query)
    {
        // Where the nodes of a type are acts, dashboards ask for those who act.
        var of = ontology.Act is { } act ? $"{Types}! = {act.By.Target.Name}" : Types + "!";
        query.With(Name, $"(of: {of}, limit: Int = {Limits.EntityNames}, offset: Int): [{Row}!]!", "the names of nodes", ApiMessages.EntityNames);
    }

    /// <inheritdoc/>
    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Row, "the API").With("text", ": String!", "text", ApiMessages.EntityNameText).With("value", ": ID!", "value");
        var types = document.Add("enum", Types, "the API").AsStructure();
        foreach (var type in ontology.Entities) types.With(type.Name, "", type.Name);
    }

    /// <inheritdoc/>
    public IFieldPlan Plan(RootPlanning planning)
    {
        var (field, statement, columns) = (planning.Field, planning.Begin(), new List<Column>());
        var type = ontology.FindEntity(ConstantArgument.Name(field.Arguments, "of")!)!;
        var row = Pieces.NodeRow(field, (part, before) =>
        {
            var property = part.Definition.Name == "value" ? type.Id : type.Caption;
            columns.Add(new PropertyColumn(new(Subject.Node, property)));
            return Pieces.Scalar(part, before, property);
        });
        var sort = new[] { type.Caption, type.Id }.Distinct().Select(SortKey (property) => new PropertySort(new(Subject.Node, property), false))
            .ToList();
        var list = Pieces.Nested(PieceKind.List, field, [], row);
        var query = new ListQuery(type, null, sort, statement.Selections.Pages.List(field), new(columns), statement.Parameters.Parameters);
        return new RootPlan(
            statement.Plan(
                query, (asked, cost) => cost.Answer(asked.Selection, asked.Page, cost.Find(asked.Type, asked.Where, asked.Sort, asked.Page))),
            (writer, output) => new ListWriter(list, writer, output));
    }
}
