using Graph.Api.Planning;
using Graph.GraphQL;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Groups;

/// <summary>The argument <c>sort</c> becomes a total order of groups: what it leaves equal is ordered by the keys in turn.</summary>
internal sealed class GroupSortPlanner(GroupFigures figures, ParameterList parameters, string name, int keys)
{
    /// <summary>Plans the order; without any, most nodes first.</summary>
    /// <exception cref="GraphQLException">A key is named that is not there.</exception>
    public IReadOnlyList<GroupSort> Plan(PlannedField field)
    {
        var items = field.Arguments.TryGet("sort", out var sort) && sort is PlannedList list ? list.Items.OfType<PlannedObject>() : [];
        var asked = items.SelectMany(item => item.Fields).SelectMany(entry => Of(entry.Key, entry.Value)).ToList();
        if (asked.Count == 0) asked.Add(new FigureSort(GroupFigures.Count, Descending: true));
        return [.. asked.Concat(Enumerable.Range(0, keys).Select(key => new KeySort(key, Descending: false))).Distinct()];
    }

    private IEnumerable<GroupSort> Of(string kind, PlannedValue value)
    {
        if (kind == "count") return SortPlanner.Direction(value) is { } only ? [new FigureSort(GroupFigures.Count, only)] : [];
        if (value is not PlannedObject part || !part.TryGet("order", out var order) || SortPlanner.Direction(order) is not { } descending) return [];
        if (kind != "key") return [new FigureSort(figures.Named(kind, part), descending)];
        return part.TryGet("at", out var at) && at is PlannedLeaf leaf ? ByKey(leaf.Source, descending) : [];
    }

    // Which key a variable names is known only when the query runs.
    private IEnumerable<GroupSort> ByKey(PlannedSource source, bool descending)
    {
        if (!source.TryGetConstant(out var constant))
        {
            var chosen = parameters.Add(new CountSource(source, "at", name, keys - 1), ScalarKind.Int);
            return Enumerable.Range(0, keys).Select(key => new KeySort(key, descending, chosen));
        }

        var at = (int)constant!;
        if (at < 0) throw new GraphQLException(ApiMessages.NegativeCount("at", name, at));
        if (at >= keys) throw new GraphQLException(ApiMessages.TooLargeCount("at", name, at, keys - 1));
        return [new KeySort(at, descending)];
    }
}
