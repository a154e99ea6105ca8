using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Search;

/// <summary>Plans what is selected of a search.</summary>
/// <param name="ontology">The domain.</param>
/// <param name="types">The types that are searched.</param>
/// <param name="selections">Plans what is selected of nodes.</param>
/// <param name="format">How cursors are written.</param>
internal sealed class SearchShapeBuilder(Ontology ontology, IReadOnlyList<NodeType> types, SelectionPlanner selections, CursorFormat format)
{
    private readonly List<IReadOnlyList<Selection>> nodes = [];

    /// <summary>Plans it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="page">The page.</param>
    public SearchShape Build(PlannedField field, Page page)
    {
        var type = (ObjectType)field.Definition.Type.Named;
        var (shape, pieces) = (new ObjectShapeBuilder(), new List<SearchPiece>());
        foreach (var part in field.Select(type))
        {
            if (part.Definition.Name == "__typename") shape.AddConstant(part.ResponseKey, $"\"{type.Name}\"");
            else pieces.Add(Piece(part, shape.Key(part.ResponseKey)));
        }

        return new()
        {
            Root = Pieces.Of(PieceKind.Object, field, []),
            Pieces = pieces,
            After = shape.End(),
            Selections = nodes,
            Ontology = ontology,
            Cursor = format,
            Page = page,
        };
    }

    private SearchPiece Piece(PlannedField part, byte[] before)
    {
        var piece = Pieces.Of(PieceKind.List, part, before);
        return part.Definition.Name switch
        {
            "pageInfo" => new(SearchPart.PageInfo, piece, PageInfo: ConnectionPlanner.PageInfo(part)),
            "totalCount" => new(SearchPart.TotalCount, piece),
            "facets" => new(SearchPart.Facets, piece, Object(part)),
            "suggestions" => new(SearchPart.Suggestions, piece),
            _ => new(SearchPart.Hits, piece, Object(part)),
        };
    }

    private SearchObject Object(PlannedField of)
    {
        var type = (ObjectType)of.Definition.Type.Named;
        var (shape, facts) = (new ObjectShapeBuilder(), new List<SearchValue>());
        foreach (var field in of.Select(type))
        {
            if (field.Definition.Name == "__typename") shape.AddConstant(field.ResponseKey, $"\"{type.Name}\"");
            else facts.Add(Value(field, shape.Key(field.ResponseKey)));
        }

        return new(facts, shape.End());
    }

    private SearchValue Value(PlannedField field, byte[] before)
    {
        var fact = Enum.Parse<SearchFact>(field.Definition.Name, ignoreCase: true);
        var piece = Pieces.Of(PieceKind.Object, field, before);
        return fact switch
        {
            SearchFact.Fields or SearchFact.Ranges => new(fact, piece, Object(field)),
            SearchFact.Node => new(fact, piece, Node: (nodes.Count, Rows(field))),
            _ => new(fact, piece),
        };
    }

    private RowShape?[] Rows(PlannedField field)
    {
        var shapes = new RowShape?[ontology.NodeTypes.Count];
        var columns = new List<Selection>();
        foreach (var type in types)
        {
            var own = new List<Column>();
            shapes[type.Ordinal] = selections.Nodes(type, field, 0, own);
            columns.Add(new(own));
        }

        nodes.Add(columns);
        return shapes;
    }
}
