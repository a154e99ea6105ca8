using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;
using static Graph.Stores.Sqlite.Tables.TableName;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Makes one statement of one logical query. Every list orders and cuts keys first and projects the rows that are left,
/// so that no related list is made for a row that is not answered. <c>CROSS JOIN</c> is SQLite's way to fix the order of
/// a join: from the keys to the rows. <c>LIMIT -1</c> keeps SQLite from dropping the order of a subquery.
/// </summary>
internal sealed partial class Compilation
{
    private readonly Layout layout;
    private readonly List<Slot> slots = [];
    private readonly Dictionary<(int Parameter, SlotForm Form), int> places = [];
    private int aliases;

    private Compilation(Layout layout) => this.layout = layout;

    /// <summary>Compiles a query whose alternatives are brought together.</summary>
    public static SqliteQuery Compile(Layout layout, LogicalQuery query)
    {
        var compilation = new Compilation(layout);
        var statement = query switch
        {
            ListQuery list => compilation.List(list),
            ConnectionQuery connection => compilation.Connection(connection),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query, "Unknown kind of query."),
        };
        return new(statement, compilation.slots);
    }

    private string List(ListQuery query)
    {
        if (query.Page == Page.Whole && query.Where is { } where && Selectivity.IsOne(where))
        {
            var one = RootScope(query.Type);
            return $"SELECT {Row(one, query.Selection)} FROM {Table(one)}{Where(Conditions(one, where))}";
        }

        var (keys, rows, scope) = RootRows(query.Type, query.Where, query.Sort, query.Page);
        return $"SELECT {Row(scope, query.Selection)} FROM ({keys}) AS {rows} CROSS JOIN {Table(scope)} ON {scope.Key} = {rows}.\"{Family.Key}\"";
    }

    private string Connection(ConnectionQuery query)
    {
        var parts = query.Connection;
        var edges = "NULL";
        if (parts.Edges is { } selected)
        {
            var (keys, rows, scope) = RootRows(query.Type, query.Where, selected.Sort, selected.Page);
            edges = $"(SELECT json_group_array({Row(scope, selected.Selection)}) FROM ({keys}) AS {rows} CROSS JOIN {Table(scope)} ON {scope.Key} = {rows}.\"{Family.Key}\")";
        }

        var count = "NULL";
        if (parts.TotalCount)
        {
            count = query.Where is null
                ? $"(SELECT coalesce(sum(\"nodes\"), 0) FROM \"{Definitions.Counts}\" WHERE \"type\" IN ({Names(query.Type.ConcreteTypes)}))"
                : $"(SELECT count(*) FROM {Anchored(RootScope(query.Type), query.Where).Source})";
        }

        var aggregates = "NULL";
        if (parts.Aggregates.Count > 0)
        {
            var matches = Anchored(RootScope(query.Type), query.Where);
            aggregates = Aggregates(matches.Scope, parts.Aggregates, matches.Source, isParallel: false, () => (matches.Scope, matches.Source));
        }

        return $"SELECT json_array({edges}, {count}, {aggregates})";
    }

    private (string Keys, string Rows, Scope Projected) RootRows(EntityType type, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        var matches = Anchored(RootScope(type), where);
        return (Paged(matches, sort, page, []), Alias("p"), RootScope(type));
    }

    private Scope RootScope(EntityType type) => new(Alias("n"), type, layout.Of(type));

    private List<string> Conditions(Scope scope, Filter? where)
    {
        var conditions = new List<string>();
        if (where is not null) conditions.Add(Condition(scope, where));
        if (scope.OfTypes(scope.Type.ConcreteTypes, scope.Family.Types) is { } types) conditions.Add(types);
        return conditions;
    }

    private string Alias(string prefix) => $"{prefix}{++aliases}";

    private static string Table(Scope scope) => $"{Quote(scope.Family.Table)} AS {scope.Node}";

    private static string Where(IReadOnlyCollection<string> conditions) => conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);

    private static string Names(IEnumerable<NodeType> types) => string.Join(", ", types.Select(type => $"'{type.Name}'"));

    private string Bound(Parameter parameter, SlotForm form = SlotForm.Value)
    {
        if (!places.TryGetValue((parameter.Index, form), out var place))
        {
            slots.Add(new(parameter, form));
            places.Add((parameter.Index, form), place = slots.Count);
        }

        return $"?{place}";
    }
}
