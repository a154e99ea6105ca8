using System.Globalization;
using Graph.Model.Ontologies;
using Graph.Model.Values;

namespace Graph.Export.FollowTheMoney;

/// <summary>The values of an entity's properties, from what was read of its node, or of a relationship and its ends.</summary>
/// <param name="mapping">Knows how long values may be, and the codes of the model.</param>
/// <param name="part">Knows which nodes are exported.</param>
/// <param name="ids">The ids of entities.</param>
/// <param name="nobody">The ids, by type, of nodes that are no entities.</param>
internal sealed class EntityValues(EntityMapping mapping, GraphPart part, EntityIds ids, IReadOnlySet<(NodeType Type, string Id)> nobody)
{
    private readonly Dictionary<string, long> cut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> unknown = new(StringComparer.Ordinal);

    private Reached near = null!;
    private Reached? far;
    private IReadOnlyList<string>[] edge = [];

    /// <summary>What was left out or cut, a sentence and a number each.</summary>
    public IEnumerable<(string Sentence, long Things)> LeftOut =>
        cut.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (Messages.TooLong(one.Key, one.Value), one.Value))
            .Concat(unknown.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (Messages.NoCode(one.Key, one.Value), one.Value)));

    /// <summary>Whose values are asked next.</summary>
    public void Begin(Reached node, Reached? end, IReadOnlyList<string>[] relationship) => (near, far, edge) = (node, end, relationship);

    /// <summary>The node is exported.</summary>
    public bool IsExported(Reached node) => part.Has(node.Type, node.Id);

    /// <summary>The node is exported, and somebody or not an actor at all.</summary>
    public bool IsEntity(Reached node) => IsExported(node) && !nobody.Contains((node.Type, node.Id));

    /// <summary>The first value at a place, or null.</summary>
    public string? First(Place place) => Texts(place).FirstOrDefault(text => text.Length > 0);

    /// <summary>The values of a property, each once.</summary>
    public IReadOnlyList<string> Of(PropertySource source)
    {
        var spec = source.Spec;
        if (source.To.Count > 0)
        {
            var ends = source.To.SelectMany(Ends).Where(node => IsAmong(spec, node));
            return [.. ends.Select(node => ids.Of(node.Type, node.Id)).Distinct(StringComparer.Ordinal)];
        }

        var left = source.Without is { } without ? Texts(without) : [];
        IEnumerable<string> texts = source.Of.SelectMany(Texts).Where(text => text.Length > 0 && !left.Contains(text, StringComparer.Ordinal));
        if (spec.Except is { } except) texts = texts.Where(text => !except.Contains(text, StringComparer.Ordinal));
        List<string> values = [.. texts.Distinct(StringComparer.Ordinal)];
        if (values.Count == 0 && source.Else is { } other && First(other) is { } instead) values.Add(instead);
        var prefix = source.PrefixBy is { } by ? spec.Prefixes?.GetValueOrDefault(First(by) ?? "") : spec.Prefix;
        var coded = values.Select(value => Coded(spec, value)).OfType<string>();
        return [.. coded.Select(value => Short(source, value)).OfType<string>().Select(value => prefix + value).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsAmong(MappedProperty spec, Reached node) =>
        spec.Among is not { } types || types.Contains(node.Type.Name, StringComparer.Ordinal);

    private string? Coded(MappedProperty spec, string value)
    {
        if (spec.DayBefore)
            return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day > DateOnly.MinValue
                ? TimeText.Of(day.AddDays(-1))
                : null;
        if (spec.Values is { } values) return values.GetValueOrDefault(value);
        if (spec.Table is not { } table) return value;
        if (mapping.Tables[table].TryGetValue(value, out var code)) return code;
        unknown[table] = unknown.GetValueOrDefault(table) + 1;
        return null;
    }

    private string? Short(PropertySource source, string value)
    {
        var longest = source.Spec.Longest ?? mapping.Longest.GetValueOrDefault(source.Name, EntityMapping.UsualLength);
        if (value.Length <= longest) return value;
        cut[source.Name] = cut.GetValueOrDefault(source.Name) + 1;
        if (source.Spec.Whole) return null;
        return value[..(char.IsHighSurrogate(value[longest - 1]) ? longest - 1 : longest)];
    }

    private IReadOnlyList<string> Texts(Place place) => place.Side == Side.Edge
        ? edge[place.Way.Property]
        : [.. Nodes(place).SelectMany(node => node.Values[place.Way.Property])];

    private IEnumerable<Reached> Ends(Place place) => Nodes(place).Where(IsEntity);

    private IEnumerable<Reached> Nodes(Place place)
    {
        IEnumerable<Reached> nodes = [place.Side == Side.Far ? far! : near];
        foreach (var step in place.Way.Steps) nodes = nodes.SelectMany(node => node.Nodes[step]).Where(IsExported);
        return nodes;
    }
}
