using System.Text;
using Graph.Model.Queries;

namespace Graph.Api.Tests.Plans;

/// <summary>Logical queries as text that a person can read.</summary>
internal static class LogicalQueryText
{
    public static string Of(LogicalQuery query)
    {
        var text = new StringBuilder();
        switch (query)
        {
            case ListQuery list:
                text.Append("list of ").Append(list.Type.Name);
                Part(text, 1, list.Where, list.Sort, list.Page);
                Columns(text, 1, list.Selection);
                break;
            case ConnectionQuery connection:
                text.Append("connection of ").Append(connection.Type.Name);
                Where(text, 1, connection.Where);
                Connection(text, 1, connection.Connection);
                break;
            case GroupQuery groups:
                text.Append("groups of ").Append(groups.Type.Name);
                Groups(text, groups);
                break;
            case PairQuery pairs:
                text.Append("pairs of ").Append(pairs.Acts.Act.Type.Name).Append(pairs.ReadsTallies ? " from the tallies" : "");
                Acts(text, pairs.Acts);
                if (pairs.RollUp != RollUp.None) Line(text, 1, $"up to {pairs.RollUp}");
                Line(text, 1, "by " + string.Join(", ", pairs.Sort.Select(key =>
                    (key is PairFigureSort by ? by.Figure.ToString() : ((PairPartySort)key).End.ToString()) + (key.Descending ? " descending" : ""))));
                Line(text, 1, $"first {Value(pairs.Page.Limit)}{(pairs.Page.Offset is { } offset ? $" from {Value(offset)}" : "")}");
                foreach (var column in pairs.Columns)
                {
                    Line(text, 1, column switch { PairPartyColumn party => party.End.ToString(), PairFigureColumn figure => figure.Figure.ToString(), _ => "self" });
                    if (column is PairPartyColumn { Selection: var selection }) Columns(text, 2, selection);
                }

                break;
            case TimelineQuery timeline:
                text.Append("timeline of ").Append(timeline.Acts.Act.Type.Name);
                Acts(text, timeline.Acts);
                Line(text, 1, $"by {timeline.Bucket}");
                if (timeline.From is not null || timeline.To is not null) Line(text, 1, $"from {Value(timeline.From)} to {Value(timeline.To)}");
                if (timeline.Series is not null) Line(text, 1, $"series {Series(timeline.Series)}, {Value(timeline.Top)} named");
                Line(text, 1, $"first {Value(timeline.Limit)}");
                foreach (var figure in timeline.Figures) Line(text, 1, figure.ToString());
                break;
        }

        if (query.Parameters.Count > 0)
            Line(
                text,
                0,
                "parameters " + string.Join(", ", query.Parameters.Select(one => $"{Value(one)}: {one.Kind}{(one.IsList ? " list" : "")}")));
        return text.Append('\n').ToString();
    }

    private static string Series(ActSeriesChoice series) => series switch
    {
        PartySeries party => $"{party.End} up to {party.RollUp}",
        PairSeries pair => $"pairs up to {pair.RollUp}",
        _ => ((WaySeries)series).Way.Name,
    };

    private static void Acts(StringBuilder text, ActChoice acts)
    {
        Where(text, 1, acts.Where);
        if (acts.Kinds.IsCounted) Line(text, 1, "of the counted kind");
        if (acts.Kinds.Given is { } given) Line(text, 1, $"of the kinds {Value(given)}");
    }

    private static void Columns(StringBuilder text, int depth, Selection selection)
    {
        foreach (var column in selection.Columns)
        {
            var on = column.OnTypes is null ? "" : $" on {string.Join(", ", column.OnTypes)}";
            switch (column)
            {
                case PropertyColumn property:
                    Line(text, depth, Property(property.Property) + on);
                    break;
                case TypeColumn:
                    Line(text, depth, "type");
                    break;
                case RelatedCountColumn count:
                    Line(text, depth, $"count of {count.Field}");
                    break;
                case RelatedKeyColumn key:
                    Line(text, depth, Key(key.Key));
                    break;
                case RelatedListColumn list:
                    Line(text, depth, $"list {list.Field}{on}");
                    if (list.Along is not null) Line(text, depth + 1, "along " + Filter(list.Along));
                    Part(text, depth + 1, list.Where, list.Sort, list.Page);
                    Columns(text, depth + 1, list.Selection);
                    break;
                case RelatedOneColumn one:
                    Line(text, depth, $"one {one.Field}{on}");
                    Columns(text, depth + 1, one.Selection);
                    break;
                case RelatedConnectionColumn connection:
                    Line(text, depth, $"connection {connection.Field}{on}");
                    Where(text, depth + 1, connection.Where);
                    Connection(text, depth + 1, connection.Connection);
                    break;
            }
        }
    }

    private static void Connection(StringBuilder text, int depth, ConnectionSelection connection)
    {
        if (connection.Edges is { } edges)
        {
            Line(text, depth, "edges");
            Part(text, depth + 1, null, edges.Sort, edges.Page);
            Columns(text, depth + 1, edges.Selection);
        }

        if (connection.TotalCount) Line(text, depth, "total count");
        foreach (var term in connection.Aggregates) Line(text, depth, Term(term));
    }

    private static void Groups(StringBuilder text, GroupQuery groups)
    {
        Where(text, 1, groups.Where);
        foreach (var key in groups.Keys) Line(text, 1, "key " + Key(key));
        if (!groups.IncludeMissing) Line(text, 1, "without missing keys");
        if (groups.Having is { } having) Line(text, 1, "having " + Filter(having));
        Line(text, 1, "by " + string.Join(", ", groups.Sort.Select(sort => Key(sort) + (sort.Descending ? " descending" : ""))));
        Part(text, 1, groups.Page);
        foreach (var column in groups.Columns)
            Line(text, 1, column is GroupKeyColumn key ? $"{key.Part} of key {key.Key}" : Figure(((FigureColumn)column).Figure));
    }

    private static string Key(GroupKey key) => key switch
    {
        PropertyKey property => property.Property.Name,
        TimeKey time => $"{time.Bucket} of {time.Property.Name}",
        RelatedKey related => string.Join(" then ", related.Way),
        _ => key.ToString(),
    };

    private static string Key(GroupSort sort) => sort switch
    {
        FigureSort by => Figure(by.Figure),
        KeySort { Chosen: { } chosen } key => $"key {key.Key} where {Value(chosen)} is {key.Key}",
        KeySort key => $"key {key.Key}",
        _ => sort.ToString(),
    };

    private static string Figure(GroupFigure figure) => figure switch
    {
        CountFigure => "count",
        RelatedFigure related => $"count of {related.Field}",
        ValueFigure value => $"{value.Function}({value.Property.Name})",
        _ => figure.ToString(),
    };

    private static void Part(StringBuilder text, int depth, Filter? where, IReadOnlyList<SortKey> sort, Page page)
    {
        Where(text, depth, where);
        Line(text, depth, "by " + string.Join(", ", sort.Select(key => Key(key) + (key.Descending ? " descending" : ""))));
        Part(text, depth, page);
    }

    private static void Part(StringBuilder text, int depth, Page page)
    {
        if (page == Page.Whole) return;
        var parts = new List<string>();
        if (page.Limit is not null) parts.Add($"{(page.FromEnd ? "last" : "first")} {Value(page.Limit)}");
        if (page.Offset is not null) parts.Add($"from {Value(page.Offset)}");
        if (page.After is not null) parts.Add($"after ({string.Join(", ", page.After.Values.Select(Value))})");
        if (page.Before is not null) parts.Add($"before ({string.Join(", ", page.Before.Values.Select(Value))})");
        if (page.Probe) parts.Add("and one more");
        Line(text, depth, string.Join(" ", parts));
    }

    private static void Where(StringBuilder text, int depth, Filter? filter)
    {
        if (filter is not null) Line(text, depth, "where " + Filter(filter));
    }

    private static string Filter(Filter filter) => filter switch
    {
        AllOf { Filters.Count: 0 } => "always",
        AnyOf { Filters.Count: 0 } => "never",
        AllOf all => $"({string.Join(" and ", all.Filters.Select(Filter))})",
        AnyOf any => $"({string.Join(" or ", any.Filters.Select(Filter))})",
        Not not => $"not {Filter(not.Inner)}",
        Comparison one => $"{Property(one.Property)} {one.Operator}{(one.CaseInsensitive ? " in any case" : "")} {Value(one.Value)}",
        NullTest test => $"{Property(test.Property)} missing",
        TypeTest test => $"type in [{string.Join(", ", test.Types)}]",
        Exists { Inner: null } some => $"some {some.Field}",
        Exists some => $"some {some.Field} [{Filter(some.Inner)}]",
        ExistsSingle single => $"one {single.Field} [{Filter(single.Inner!)}]",
        FigureComparison one => $"{Figure(one.Figure)} {one.Operator} {Value(one.Value)}",
        FigureTest test => $"{Figure(test.Figure)} missing",
        AggregateComparison one => $"{Term(one.Term)} of {one.Field} {one.Operator} {Value(one.Value)}",
        _ => filter.ToString(),
    };

    private static string Term(AggregateTerm term) => term.Of is null ? $"{term.Function}" : $"{term.Function}({Property(term.Of)})";

    private static string Key(SortKey key) => key switch
    {
        PropertySort sort => Property(sort.Property),
        RelatedCountSort count => $"count of {count.Field}",
        RelatedSort related => $"{related.Field} {Key(related.Key)}",
        _ => key.ToString(),
    };

    private static string Property(PropertyRef property) =>
        property.Subject == Subject.Edge ? $"edge.{property.Property.Name}" : property.Property.Name;

    private static string Value(Parameter? parameter) => parameter is null ? "nothing" : $"${parameter.Index}";

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(text.Length == 0 ? "" : "\n").Append(' ', depth * 2).Append(line);
}
