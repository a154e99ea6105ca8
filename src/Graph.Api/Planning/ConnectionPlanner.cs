using Graph.Api.Responses;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>A connection: what a store is asked for, and how its answer is written.</summary>
internal sealed record PlannedConnection(ConnectionSelection Selection, ConnectionShape Shape);

/// <summary>Plans a connection, of the root or of a relationship; asks only for what is selected.</summary>
/// <param name="selections">Plans what is selected of the nodes.</param>
/// <param name="target">The type of the nodes.</param>
/// <param name="relationship">The relationship; null at the root.</param>
/// <param name="depth">How many relationships lead to the nodes.</param>
internal sealed class ConnectionPlanner(SelectionPlanner selections, EntityType target, RelationshipField? relationship, int depth)
{
    private readonly List<Column> columns = [];
    private readonly List<AggregateTerm> terms = [];

    /// <summary>Plans it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="place">The list, for its cursors: type and field.</param>
    /// <param name="sort">The order.</param>
    public PlannedConnection Plan(PlannedField field, string place, IReadOnlyList<SortKey> sort)
    {
        var type = (ObjectType)field.Definition.Type.Named;
        var selection = field.Select(type);
        var facts = selection.Where(part => part.Definition.Name == "pageInfo").SelectMany(Facts).Select(fact => fact.Definition.Name)
            .ToHashSet(StringComparer.Ordinal);
        var edges = selection.Where(part => part.Definition.Name == "edges").ToList();
        var withCursor = facts.Overlaps(["startCursor", "endCursor"])
            || edges.Exists(edge => edge.Select((ObjectType)edge.Definition.Type.Named).Any(part => part.Definition.Name == "cursor"));
        var format = new CursorFormat(place, sort);
        var page = selections.Pages.Connection(field, format, facts.Contains("hasNextPage") || facts.Contains("hasPreviousPage"));

        if (withCursor) columns.AddRange(format.Columns);
        var builder = new ObjectShapeBuilder();
        var fields = new List<ConnectionField>();
        foreach (var part in selection)
        {
            if (part.Definition.Name == "__typename") builder.AddConstant(part.ResponseKey, $"\"{type.Name}\"");
            else fields.Add(Field(part, builder.Key(part.ResponseKey)));
        }

        var asked = edges.Count > 0 || withCursor || page.Probe;
        return new(
            new(asked ? new(sort, page, new(columns)) : null, fields.Exists(part => part.Part == ConnectionPart.TotalCount), terms),
            new()
            {
                Fields = [.. fields],
                After = builder.End(),
                Cursor = withCursor ? format : null,
                Limit = page.Limit?.Index,
                FromEnd = page.FromEnd,
                HasAfter = page.After is not null,
                HasBefore = page.Before is not null,
                StreamsEdges = edges.Count == 1 && fields[0].Part == ConnectionPart.Edges,
            });
    }

    private static IReadOnlyList<PlannedField> Facts(PlannedField info) => info.Select((ObjectType)info.Definition.Type.Named);

    private ConnectionField Field(PlannedField field, byte[] before) => field.Definition.Name switch
    {
        "edges" => new(ConnectionPart.Edges, Pieces.Nested(PieceKind.List, field, before, Edge(field))),
        "totalCount" => new(ConnectionPart.TotalCount, Pieces.Of(PieceKind.Scalar, field, before)),
        "pageInfo" => new(ConnectionPart.PageInfo, Pieces.Of(PieceKind.Object, field, before), PageInfo(field)),
        _ => new(ConnectionPart.Aggregate, Pieces.Nested(PieceKind.Object, field, before, Aggregates(field))),
    };

    private RowShape Edge(PlannedField edges) => Pieces.Inline(edges, (field, before) => field.Definition.Name switch
    {
        "cursor" => Pieces.Of(PieceKind.Cursor, field, before),
        "node" => Pieces.Nested(PieceKind.Object, field, before, selections.Nodes(target, field, depth, columns)),
        _ => Pieces.Nested(PieceKind.Object, field, before, Properties(field)),
    });

    /// <summary>The properties of the relationship; under an interface the field is a union, of which one member can occur.</summary>
    private RowShape Properties(PlannedField properties)
    {
        var set = relationship!.Relationship.Properties!;
        return Pieces.Inline(properties, set.Name, (field, before) =>
        {
            var property = set.Find(field.Definition.Name)!;
            columns.Add(new PropertyColumn(new(Subject.Edge, property)));
            return Pieces.Scalar(field, before, property);
        });
    }

    /// <summary>The page information of a connection.</summary>
    public static PageInfoShape PageInfo(PlannedField info)
    {
        var builder = new ObjectShapeBuilder();
        var facts = new List<(PageFact, byte[])>();
        foreach (var field in Facts(info))
        {
            switch (field.Definition.Name)
            {
                case "__typename": builder.AddConstant(field.ResponseKey, $"\"{field.ParentType.Name}\""); break;
                case "hasNextPage": facts.Add((PageFact.HasNextPage, builder.Key(field.ResponseKey))); break;
                case "hasPreviousPage": facts.Add((PageFact.HasPreviousPage, builder.Key(field.ResponseKey))); break;
                case "startCursor": facts.Add((PageFact.StartCursor, builder.Key(field.ResponseKey))); break;
                default: facts.Add((PageFact.EndCursor, builder.Key(field.ResponseKey))); break;
            }
        }

        return new([.. facts], builder.End());
    }

    private RowShape Aggregates(PlannedField aggregate) =>
        Pieces.Inline(aggregate, (part, before) => Pieces.Nested(PieceKind.Object, part, before, part.Definition.Name switch
        {
            "count" => Pieces.Inline(part, (count, key) => Term(
                count,
                key,
                new(count.Definition.Name == "nodes" ? AggregateFunction.CountNodes : AggregateFunction.CountEdges, null),
                ScalarKind.Int)),
            "node" => Values(part, Subject.Node, target.FindProperty),
            _ => Values(part, Subject.Edge, relationship!.Relationship.Properties!.Find),
        }));

    private RowShape Values(PlannedField part, Subject subject, Func<string, Property?> find) => Pieces.Inline(part, (values, before) =>
    {
        var property = new PropertyRef(subject, find(values.Definition.Name)!);
        return Pieces.Nested(PieceKind.Object, values, before, Pieces.Inline(values, (value, key) => value.Definition.Name switch
        {
            "average" => Term(value, key, new(AggregateFunction.Average, property), ScalarKind.Float),
            var name => Term(value, key, new(Function(name), property), property.Property.Kind),
        }));
    });

    private Piece Term(PlannedField field, byte[] before, AggregateTerm term, ScalarKind kind)
    {
        terms.Add(term);
        return Pieces.Of(PieceKind.Scalar, field, before, kind, isAggregate: true);
    }

    private static AggregateFunction Function(string name) => name switch
    {
        "min" => AggregateFunction.Min,
        "max" => AggregateFunction.Max,
        "sum" => AggregateFunction.Sum,
        "shortest" => AggregateFunction.Shortest,
        _ => AggregateFunction.Longest,
    };
}
