using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.Api.RootFields;
using Graph.Api.Sdl;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.Tests.RootFields;

/// <summary>
/// A whole kind of root field, to copy from: the nodes of a type with the latest days, and how many have no day, such as
/// <c>accusationsByDay(limit: 3) { latest { id day } undated }</c>. Two statements, an argument, two types of its own.
/// </summary>
internal sealed class ToyField(NodeType type, Property day) : IRootField
{
    /// <summary>One for each node type that has a day.</summary>
    public static IEnumerable<IRootField> Of(Ontology ontology) =>
        from type in ontology.NodeTypes
        let day = type.Properties.FirstOrDefault(property => property is { Kind: ScalarKind.Date, IsList: false })
        where day is not null
        select new ToyField(type, day);

    public string Name => type.Plural + "ByDay";

    public EntityType About => type;

    private string Answer => ApiNames.Pascal(Name);

    private string Row => type.Name + "OfADay";

    public void AddTo(SdlType query) =>
        query.With(Name, $"(limit: Int = 2): {Answer}!", $"the days of {type.Name}", $"{type.Name} nodes, the latest first.");

    public void AddTypes(SdlDocument document)
    {
        document.Add("type", Answer, $"the days of {type.Name}").With("latest", $": [{Row}!]!", "latest").With("undated", ": Int!", "undated");
        document.Add("type", Row, $"the days of {type.Name}").With("id", ": ID!", "id").With("day", ": Date!", "day");
    }

    public IFieldPlan Plan(RootPlanning planning)
    {
        var (answer, parts) = (new ObjectShapeBuilder(), new List<RootPart>());
        foreach (var part in planning.Field.Select(Answer))
        {
            if (part.Definition.Name == "__typename") answer.AddConstant(part.ResponseKey, $"\"{Answer}\"");
            else parts.Add((part.Definition.Name == "latest"
                ? Latest(planning, part)
                : Undated(planning)) with
            { Key = part.ResponseKey, Before = answer.Key(part.ResponseKey) });
        }

        return new RootPlan(parts, answer.End());
    }

    private RootPart Latest(RootPlanning planning, PlannedField part)
    {
        var (statement, columns) = (planning.Begin(), new List<Column>());
        var row = Pieces.NodeRow(part, (field, before) =>
        {
            var isId = field.Definition.Name == "id";
            columns.Add(new PropertyColumn(new(Subject.Node, isId ? type.Id : day)));
            return Pieces.Of(PieceKind.RequiredScalar, field, before, (isId ? type.Id : day).Form);
        });
        SortKey[] sort = [new PropertySort(new(Subject.Node, day), true), new PropertySort(new(Subject.Node, type.Id), false)];
        var dated = new Not(new NullTest(new(Subject.Node, day)));
        var query = new ListQuery(type, dated, sort, statement.Selections.Pages.List(planning.Field), new(columns), statement.Parameters.Parameters);
        var list = Pieces.Nested(PieceKind.List, part, [], row);
        return new(
            statement.Plan(query, (asked, cost) => cost.Answer(asked.Selection, asked.Page, cost.Find(type, asked.Where, asked.Sort, asked.Page))),
            (writer, output) => new ListWriter(list, writer, output));
    }

    private RootPart Undated(RootPlanning planning)
    {
        var query = new ConnectionQuery(type, new NullTest(new(Subject.Node, day)), new(null, true, []), []);
        return new(
            planning.Begin().Plan(query, (asked, cost) => cost.Count(asked.Connection, cost.Find(type, asked.Where, [], Page.Whole))),
            (_, output) => new Total(output));
    }

    /// <summary>Writes the total of a connection, whose row is [edges, total, aggregates].</summary>
    private sealed class Total(ResponseBuffer output) : IRootWriter
    {
        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            row.Skip();
            row.MoveNext();
            output.WriteInt64(row.ReadInt64());
            row.MoveNext();
            row.Skip();
            row.LeaveList();
        }

        public bool Complete() => true;
    }
}
