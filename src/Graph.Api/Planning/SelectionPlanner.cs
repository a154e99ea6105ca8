using Graph.Api.Responses;
using Graph.Api.Sdl;
using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Planning;

/// <summary>A selection set becomes the columns of a row and, in the same order, the shape of its object.</summary>
/// <param name="parameters">Takes the parameters.</param>
/// <param name="cursors">Takes the cursors that the request gives.</param>
internal sealed class SelectionPlanner(ParameterList parameters, CursorList cursors)
{
    private readonly WherePlanner wheres = new(parameters);
    private readonly PassagePlanner passages = new(parameters);
    private readonly PagePlanner pages = new(parameters, cursors);

    /// <summary>Conditions on nodes.</summary>
    public WherePlanner Wheres => wheres;

    /// <summary>Parts of lists.</summary>
    public PagePlanner Pages => pages;

    /// <summary>Plans what is selected of nodes; appends the columns.</summary>
    /// <param name="type">The nodes' type.</param>
    /// <param name="field">The field that is selected on.</param>
    /// <param name="depth">How many relationships lead to the nodes.</param>
    /// <param name="columns">Takes the columns.</param>
    public RowShape Nodes(EntityType type, PlannedField field, int depth, List<Column> columns)
    {
        var concrete = type.ConcreteTypes;
        var selections = concrete.Select(node => field.Select(node.Name)).ToList();
        var merged = MergedColumns.Of(selections);
        var differ = selections.Exists(selection => selection.Any(TellsType)) || merged.Exists(column => !column.IsEverywhere);
        if (concrete.Count > 1 && differ) columns.Add(new TypeColumn());

        var makers = merged.ConvertAll(column =>
        {
            var before = columns.Count;
            var make = Column(type, concrete, column, depth, columns);
            return new Maker(make, columns.Count - before);
        });
        if (concrete.Count == 1 || !differ) return new(Shape(concrete[0], selections[0], 0, merged, makers), [], IsNode: true);
        var byType = new ObjectShape?[concrete.Max(node => node.Ordinal) + 1];
        for (var i = 0; i < concrete.Count; i++) byType[concrete[i].Ordinal] = Shape(concrete[i], selections[i], i, merged, makers);
        return new(null, byType, IsNode: true);
    }

    private static bool TellsType(PlannedField field) => IsTypename(field) || field.Definition.Name == ApiNames.GlobalId;

    private static bool IsTypename(PlannedField field) => field.Definition.Name == "__typename";

    private static ObjectShape Shape(
        NodeType type,
        IReadOnlyList<PlannedField> selection,
        int index,
        List<MergedColumn> merged,
        List<Maker> makers)
    {
        var shape = new ObjectShapeBuilder();
        var column = 0;
        foreach (var field in selection)
        {
            if (IsTypename(field))
            {
                shape.AddConstant(field.ResponseKey, $"\"{type.Name}\"");
                continue;
            }

            for (; merged[column].Fields[index] != field; column++) Skip(makers[column]);
            var maker = makers[column++];
            shape.Add(field.ResponseKey, before => maker.Make(field, before, type));
        }

        for (; column < merged.Count; column++) Skip(makers[column]);
        return shape.Build();

        void Skip(Maker maker)
        {
            for (var i = 0; i < maker.Columns; i++) shape.Skip();
        }
    }

    /// <summary>Appends a column and tells how a field is written from it, for a node of a type.</summary>
    private Func<PlannedField, byte[], NodeType, Piece> Column(
        EntityType type,
        IReadOnlyList<NodeType> concrete,
        MergedColumn merged,
        int depth,
        List<Column> columns)
    {
        var field = merged.Any;
        var name = field.Definition.Name;
        var having = concrete.Where((_, i) => merged.Fields[i] is not null).ToList();
        var onTypes = having.Count == concrete.Count ? null : having;
        if (name == ApiNames.GlobalId)
        {
            columns.Add(new PropertyColumn(new(Subject.Node, type.Id), onTypes));
            return (selected, before, node) => Pieces.GlobalId(selected, before, node);
        }

        if (name == ApiNames.MergedFrom) return MergedFrom(field, onTypes, columns);
        var source = Declaring(type, having, name);
        if (source.FindProperty(name) is { Excerpt: { } excerpt } text)
        {
            var passage = passages.Plan(text, excerpt, field, onTypes, columns);
            return (selected, before, _) => Pieces.Of(PieceKind.Passage, selected, before, text.Form, passage: passage);
        }

        if (source.FindProperty(name) is { } property)
        {
            columns.Add(new PropertyColumn(new(Subject.Node, property), onTypes));
            return (selected, before, _) => Pieces.Scalar(selected, before, property);
        }

        // Refused before anything deeper is planned, and at the field itself.
        if (depth == QuerySize.MaxPathRelationships) throw new GraphQLException(new GraphQLError(ApiMessages.TooDeep(name, depth), field.Nodes[0]));
        var make = source.FindRelationship(name) switch
        {
            { IsList: true } many => Many(many, field, depth + 1, onTypes, columns),
            { } one => One(one, field, depth + 1, onTypes, columns),
            null => Connected(
                source,
                source.Relationships.First(other => ApiNames.ConnectionField(other) == name),
                field,
                depth + 1,
                onTypes,
                columns),
        };
        return (selected, before, _) => make(selected, before);
    }

    private static Func<PlannedField, byte[], NodeType, Piece> MergedFrom(PlannedField field, IReadOnlyList<NodeType>? onTypes, List<Column> columns)
    {
        var parts = new List<MergedPart>();
        var row = Pieces.Inline(field, (part, before) =>
        {
            var (told, kind) = part.Definition.Name switch
            {
                "id" => (MergedPart.Id, ScalarKind.Id),
                "name" => (MergedPart.Name, ScalarKind.String),
                "because" => (MergedPart.Because, ScalarKind.String),
                _ => (MergedPart.At, ScalarKind.DateTime),
            };
            parts.Add(told);
            return Pieces.Of(told == MergedPart.Because ? PieceKind.Scalar : PieceKind.RequiredScalar, part, before, kind);
        });
        columns.Add(new MergedFromColumn(parts, onTypes));
        return (selected, before, _) => Pieces.Nested(PieceKind.List, selected, before, row);
    }

    /// <summary>The type whose property or relationship is meant: the list's own, one type, or an interface that several share.</summary>
    private static EntityType Declaring(EntityType type, IReadOnlyList<NodeType> having, string name)
    {
        if (Declares(type)) return type;
        return having.Count == 1 ? having[0] : having[0].Interfaces.FirstOrDefault(Declares) ?? (EntityType)having[0];

        bool Declares(EntityType candidate) => candidate.FindProperty(name) is not null
            || candidate.Relationships.Any(field => field.Name == name || ApiNames.ConnectionField(field) == name);
    }

    private Func<PlannedField, byte[], Piece> Many(
        RelationshipField many,
        PlannedField field,
        int depth,
        IReadOnlyList<NodeType>? onTypes,
        List<Column> columns)
    {
        var inner = new List<Column>();
        var where = field.Arguments.TryGet("where", out var given) ? wheres.Nodes(many.Target, given) : null;
        var (sort, page) = (SortPlanner.Nodes(many.Target, field.Arguments), pages.List(field));
        var row = Nodes(many.Target, field, depth, inner);
        columns.Add(new RelatedListColumn(many, where, sort, page, new(inner), onTypes) { Along = wheres.HeldOn(many, field.Arguments) });
        return (selected, before) => Pieces.Nested(PieceKind.List, selected, before, row);
    }

    private Func<PlannedField, byte[], Piece> One(
        RelationshipField one,
        PlannedField field,
        int depth,
        IReadOnlyList<NodeType>? onTypes,
        List<Column> columns)
    {
        var inner = new List<Column>();
        var row = Nodes(one.Target, field, depth, inner);
        columns.Add(new RelatedOneColumn(one, new(inner), onTypes));
        return (selected, before) => Pieces.Nested(PieceKind.One, selected, before, row);
    }

    private Func<PlannedField, byte[], Piece> Connected(
        EntityType source, RelationshipField relationship, PlannedField field, int depth, IReadOnlyList<NodeType>? onTypes, List<Column> columns)
    {
        var owner = ApiNames.Owner(source, relationship);
        var where = FilterLogic.All(
        [
            field.Arguments.TryGet("where", out var given) ? wheres.Edges(owner, relationship, given) : null,
            wheres.HeldOn(relationship, field.Arguments),
        ]);
        var sort = SortPlanner.Edges(owner, relationship, field.Arguments);
        var planned = new ConnectionPlanner(this, relationship.Target, relationship, depth)
            .Plan(field, $"{owner.Name}.{field.Definition.Name}", sort);
        columns.Add(new RelatedConnectionColumn(relationship, where, planned.Selection, onTypes));
        return (selected, before) => Pieces.Of(PieceKind.Connection, selected, before, connection: planned.Shape);
    }

    /// <summary>How a field is written.</summary>
    /// <param name="Make">Makes its piece, for a node of a type.</param>
    /// <param name="Columns">The columns that it is read from.</param>
    private sealed record Maker(Func<PlannedField, byte[], NodeType, Piece> Make, int Columns);
}
