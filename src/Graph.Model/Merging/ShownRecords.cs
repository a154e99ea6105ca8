using Graph.Model.Ontologies;
using Graph.Model.Search;

namespace Graph.Model.Merging;

/// <summary>What the graph shows of actors that are one: made of what the sources give each of them, whatever the order.</summary>
internal static class ShownRecords
{
    /// <summary>
    /// The node that stands for all. It has its own values, and where it has none that of the first of the others, by id; lists together. Names of
    /// the others are other names of it.
    /// </summary>
    /// <param name="members">All of one group.</param>
    public static NamedNode Node(IEnumerable<Member> members)
    {
        var all = members.OrderBy(member => member.IsMerged).ThenBy(member => member.Raw.Id, StringComparer.Ordinal).ToList();
        var own = all[0].Raw;
        var (caption, aliases) =
            (own.Type.Caption, own.Type.Properties.FirstOrDefault(property => property is { IsList: true, SearchAs: SearchRole.Alias }));
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in own.Type.Properties)
        {
            if (property.IsImportStamp)
            {
                if (own.Values.TryGetValue(property.Name, out var stamp)) values[property.Name] = stamp;
                continue;
            }

            var given = all.Select(member => member.Raw.Values.GetValueOrDefault(property.Name)).OfType<string>().ToList();
            if (property == aliases) values[property.Name] = Aliases(all, aliases, caption);
            else if (given.Count > 0) values[property.Name] = property.IsList ? NamedValues.United(given) : given[0];
        }

        return new(own.Type, own.Id, values)
        {
            MergedFrom = [.. all.Skip(1).Select(member => new MergedName(member.Raw.Id, member.Name, member.Because, member.At))],
        };
    }

    /// <summary>The name of a node.</summary>
    public static string NameOf(NamedNode node) =>
        node.Values.GetValueOrDefault(node.Type.Caption.Name) is { } json
            ? System.Text.Json.JsonSerializer.Deserialize<string>(json) ?? node.Id
            : node.Id;

    /// <summary>
    /// The relationships between two nodes that are shown, or, of those that a node can have one of, the one. What leads from an actor to
    /// itself only because two were merged is not shown.
    /// </summary>
    /// <param name="given">What the sources give, all to be shown at one place.</param>
    /// <param name="canonical">The id that stands for an id of a type.</param>
    public static IEnumerable<NamedRelationship> Relationships(IEnumerable<NamedRelationship> given, Func<NodeType, string, string> canonical)
    {
        var all = given.Select(one => (One: one, Start: canonical(one.StartType, one.Start), End: canonical(one.EndType, one.End)))
            .Where(one => one.Start != one.End || one.One.StartType.Family != one.One.EndType.Family || one.One.Start == one.One.End)
            .OrderBy(one => one.Start != one.One.Start)
            .ThenBy(one => one.End != one.One.End)
            .ThenBy(one => one.One.Start, StringComparer.Ordinal)
            .ThenBy(one => one.One.End, StringComparer.Ordinal)
            .ThenBy(one => one.One.Identity, StringComparer.Ordinal)
            .ToList();
        if (all.Count == 0) return [];
        if (all[0].One is { IsSingleFromStart: true } or { IsSingleFromEnd: true }) all = [all[0]];
        return all.GroupBy(one => (one.Start, one.End, one.One.Identity)).Select(group =>
        {
            var first = group.First().One;
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var property in first.Type.Properties?.Properties ?? [])
            {
                var some = group.Select(one => one.One.Values.GetValueOrDefault(property.Name)).OfType<string>().ToList();
                if (some.Count > 0) values[property.Name] = property.IsList ? NamedValues.United(some) : some[0];
            }

            return first with { Start = group.Key.Start, End = group.Key.End, Values = values, Sources = null, ListedBy = [] };
        });
    }

    private static string Aliases(List<Member> all, Property aliases, Property caption)
    {
        var name = all[0].Raw.Values.GetValueOrDefault(caption.Name);
        var lists = new List<string>();
        foreach (var member in all)
        {
            if (member.IsMerged && member.Raw.Values.GetValueOrDefault(caption.Name) is { } other && other != name) lists.Add($"[{other}]");
            if (member.Raw.Values.GetValueOrDefault(aliases.Name) is { } more) lists.Add(more);
        }

        // What another calls it by the name that it has is no other name.
        var isAlias = name is not null && all[0].Raw.Values.GetValueOrDefault(aliases.Name) is { } own && NamedValues.Has(own, name);
        return NamedValues.United(lists, without: isAlias ? null : name);
    }
}
