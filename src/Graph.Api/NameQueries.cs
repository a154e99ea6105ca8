using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>Queries of the API that find nodes by what people call them. All take the variable <c>$name</c>, <see cref="Exactly"/> also
/// <c>$id</c>.</summary>
public static class NameQueries
{
    /// <summary>The root field that finds nodes by their words.</summary>
    public const string SearchField = "search";

    /// <summary>
    /// Under <c>byId</c> the node of this id; under <c>byName</c> those whose caption it is, letter case aside, or that have it in a
    /// list of texts, such as other names: each with <c>id</c> and <c>caption</c>.
    /// </summary>
    /// <param name="type">The type or interface.</param>
    /// <param name="limit">How many at most.</param>
    public static string Exactly(EntityType type, int limit)
    {
        List<string> ways = [.. type.Properties.Where(property => property is { IsList: true, Kind: ScalarKind.String }).Select(property =>
            $"{{ {property.Name}: {{ includes: $name }} }}")];
        if (type.Caption != type.Id) ways.Insert(0, $"{{ {type.Caption.Name}: {{ caseInsensitive: {{ eq: $name }} }} }}");
        var (list, answer) = (ApiNames.RootList(type), $"{{ id: {type.Id.Name} caption: {type.Caption.Name} }}");
        var byName = ways.Count == 0 ? "{ NOT: {} }" : $"{{ OR: [{string.Join(", ", ways)}] }}";
        return $"query ($name: String!, $id: ID!) {{ byId: {list}(where: {{ {type.Id.Name}: {{ eq: $id }} }}) {answer} "
            + $"byName: {list}(where: {byName}, sort: [{{ {type.Id.Name}: ASC }}], limit: {limit}) {answer} }}";
    }

    /// <summary>
    /// Under <c>named</c> the nodes of the ids <c>$ids</c>, each with <c>id</c> and its lists of texts, such as other names; null where the type has
    /// no such list.
    /// </summary>
    /// <param name="type">The type or interface.</param>
    public static string? OtherNames(EntityType type)
    {
        var lists = type.Properties.Where(property => property is { IsList: true, Kind: ScalarKind.String })
            .Select(property => property.Name).ToList();
        return lists.Count == 0
            ? null
            : $"query ($ids: [ID!]!) {{ named: {ApiNames.RootList(type)}(where: {{ {type.Id.Name}: {{ in: $ids }} }}) "
                + $"{{ id: {type.Id.Name} {string.Join(' ', lists)} }} }}";
    }

    /// <summary>
    /// Under <c>rows</c> the nodes of a type or interface by their ids, those after the first <c>$skipped</c>: each with <c>__typename</c> and the
    /// properties of its type. It takes no <c>$name</c>.
    /// </summary>
    /// <param name="type">The type or interface.</param>
    /// <param name="limit">How many at most.</param>
    public static string Page(EntityType type, int limit)
    {
        var parts = type.ConcreteTypes.Select(concrete =>
            $"... on {concrete.Name} {{ {string.Join(' ', PassageTypes.Others(concrete.Properties).Select(property => property.Name))} }}");
        return $"query ($skipped: Int!) {{ rows: {ApiNames.RootList(type)}(sort: [{{ {type.Id.Name}: ASC }}], limit: {limit}, offset: $skipped) "
            + $"{{ __typename {string.Join(' ', parts)} }} }}";
    }

    /// <summary>
    /// Under <c>rows</c> the offices by which one actor stands for another, those after the first <c>$skipped</c>: each with <c>title</c>, <c>of</c>
    /// (each with <c>name</c>) and <c>held</c>, of which each of the <c>edges</c> has <c>properties</c> (<c>since</c>, <c>until</c>) and <c>node</c>
    /// (<c>id</c>, <c>name</c>). Null where the ontology has no such way, or it says no days. It takes no <c>$name</c>.
    /// </summary>
    /// <param name="act">The acts, whose way it is.</param>
    /// <param name="limit">How many offices at most.</param>
    public static string? Offices(Act act, int limit)
    {
        if (act.Represents is not [[var held, ..], [var of, ..]] || held.Relationship.Properties?.Interval is not { } interval) return null;
        var holders = held.Target.Relationships.FirstOrDefault(field => field.Relationship == held.Relationship && field.Direction != held.Direction);
        if (holders is null) return null;
        var (office, holder) = (held.Target, holders.Target);
        return $"query ($skipped: Int!) {{ rows: {ApiNames.RootList(office)}(sort: [{{ {office.Id.Name}: ASC }}], limit: {limit}, "
            + $"offset: $skipped) {{ title: {office.Caption.Name} of: {of.Name} {{ name: {of.Target.Caption.Name} }} held: "
            + $"{ApiNames.ConnectionField(holders)} {{ "
            + $"edges {{ properties {{ since: {interval.From.Name} until: {interval.Until.Name} }} "
            + $"node {{ id: {holder.Id.Name} name: {holder.Caption.Name} }} }} }} }} }}";
    }

    /// <summary>Nodes of a type that the search finds: <c>hits</c> with id and caption, and <c>suggestions</c>.</summary>
    /// <param name="type">The type or interface.</param>
    /// <param name="limit">How many at most.</param>
    public static string Search(EntityType type, int limit) =>
        $"query ($name: String!) {{ {SearchField}(text: $name, types: [{type.Name}], prefix: false, first: {limit}) {{ hits "
            + $"{{ id caption }} suggestions }} }}";
}
