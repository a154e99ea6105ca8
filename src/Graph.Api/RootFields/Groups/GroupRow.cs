using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>What is selected of a group becomes the columns of a row and, in the same order, the shape of its object.</summary>
internal sealed class GroupRow(GroupFigures figures, IReadOnlyList<GroupKey> keys, Ontology ontology)
{
    private readonly List<GroupColumn> columns = [];
    private readonly ObjectShapeBuilder shape = new();

    /// <summary>The row.</summary>
    /// <param name="groups">The field whose value are the groups.</param>
    /// <param name="type">The object type of a group.</param>
    public (RowShape Row, IReadOnlyList<GroupColumn> Columns) Of(PlannedField groups, string type)
    {
        foreach (var field in groups.Select(type))
        {
            switch (field.Definition.Name)
            {
                case "__typename": shape.AddConstant(field.ResponseKey, $"\"{type}\""); break;
                case "keys": AddKeys(field); break;
                case "count": AddFigure(field, GroupFigures.Count); break;
                case var name: AddFigure(field, figures.Named(name, field.Arguments)); break;
            }
        }

        return (RowShape.Of(shape.Build()), columns);
    }

    private void AddFigure(PlannedField field, GroupFigure figure)
    {
        columns.Add(new FigureColumn(figure));
        shape.Add(field.ResponseKey, before => figure switch
        {
            ValueFigure { Function: AggregateFunction.Average } => Pieces.Of(PieceKind.Scalar, field, before, ScalarKind.Float, isAggregate: true),
            ValueFigure value => Pieces.Of(PieceKind.Scalar, field, before, value.Property.Kind, isAggregate: true),
            _ => Pieces.Of(PieceKind.RequiredScalar, field, before, ScalarKind.Int, isAggregate: true),
        });
    }

    // A list that has as many objects in every row, whose values stand in the row itself.
    private void AddKeys(PlannedField field)
    {
        shape.BeginObjects(field.ResponseKey);
        for (var key = 0; key < keys.Count; key++)
        {
            shape.NextObject();
            foreach (var part in field.Select(GroupNames.GroupKey)) AddPart(key, part, [field.ResponseKey, key]);
        }

        shape.EndObjects();
    }

    private void AddPart(int key, PlannedField field, IReadOnlyList<object> within)
    {
        switch (field.Definition.Name, keys[key])
        {
            case ("__typename", _):
                shape.AddConstant(field.ResponseKey, $"\"{GroupNames.GroupKey}\"");
                break;
            case ("text", RelatedKey):
                Add(KeyPart.Value, PieceKind.Text, ScalarKind.String);
                break;
            case ("id", RelatedKey):
                Add(KeyPart.Id, PieceKind.Scalar, ScalarKind.Id);
                break;
            case ("type", RelatedKey):
                Add(KeyPart.Type, PieceKind.TypeName, ScalarKind.String);
                break;
            case ("text", TimeKey):
                Add(KeyPart.Value, PieceKind.Text, ScalarKind.Date);
                break;
            case ("text", PropertyKey { Property: var property }):
                Add(KeyPart.Value, PieceKind.Text, property.Form.Item);
                break;
            case ("time", TimeKey or PropertyKey { Property.Kind: ScalarKind.Date }):
                Add(KeyPart.Value, PieceKind.Midnight, ScalarKind.Date);
                break;
            case ("time", PropertyKey { Property.Kind: ScalarKind.DateTime }):
                Add(KeyPart.Value, PieceKind.Scalar, ScalarKind.DateTime);
                break;
            default:
                shape.AddConstant(field.ResponseKey, "null");
                break;
        }

        void Add(KeyPart part, PieceKind kind, Model.Values.ValueForm form)
        {
            columns.Add(new GroupKeyColumn(key, part));
            var types = kind == PieceKind.TypeName ? ontology.NodeTypes.Select(type => type.Name).ToList() : null;
            shape.Add(field.ResponseKey, before => Pieces.Of(kind, field, before, form) with { Within = within, Types = types ?? [] });
        }
    }
}
