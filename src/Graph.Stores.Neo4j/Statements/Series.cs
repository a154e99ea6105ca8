using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>Prints which series acts are in, and their ranks: see <see cref="TimelineQuery"/>.</summary>
internal sealed class Series(StatementScope scope, LabelMap labels, Parties parties)
{
    /// <summary>
    /// The clauses after which rows hold acts with the <c>rank</c>, <c>text</c> and <c>key</c> of their series, and whether it <c>isOther</c>.
    /// </summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="series">What tells series apart.</param>
    /// <param name="from">The variable of the acts.</param>
    /// <param name="top">How many are named.</param>
    public IReadOnlyList<string> Rank(Act act, ActSeriesChoice series, string from, string top)
    {
        var (members, keys, text, key, order) = MembersOf(act, series, from);
        return
        [
            .. members,
            $"WITH {string.Join(", ", keys)}, collect(DISTINCT {from}) AS acts",
            $"WITH acts, {text} AS text, {key} AS key ORDER BY size(acts) DESC, {string.Join(", ", order)}",
            "WITH collect([acts, text, key]) AS series",
            "UNWIND range(0, size(series) - 1) AS place",
            $"WITH series[place] AS one, CASE WHEN place < {top} THEN place ELSE {top} END AS place",
            $"UNWIND one[0] AS {from}",
            $"WITH {from}, place + 1 AS rank, place >= {top} AS isOther, CASE WHEN place < {top} THEN one[1] END AS text, CASE WHEN place "
                + $"< {top} THEN one[2] END AS key",
        ];
    }

    private Found MembersOf(Act act, ActSeriesChoice series, string from) => series switch
    {
        PartySeries party => OfNodes([act.Field(party.End)], variables => parties.Match(act, party.End, party.RollUp, from, variables[0]), from),
        PairSeries pair => OfNodes(
            [act.By, act.Against],
            variables => [
                .. parties.Match(act, ActEnd.By, pair.RollUp, from, variables[0]),
                .. parties.Match(act, ActEnd.Against, pair.RollUp, from, variables[1])],
            from),
        WaySeries { Way: { Property: null } way } => OfNodes([way.Way[^1]], variables => Walk(way.Way, from, variables[0]), from),
        WaySeries { Way: { Property: { } property } way } => OfValues(way, property, from),
        _ => throw new InvalidOperationException($"A series of kind {series.GetType().Name} has no form in Cypher."),
    };

    private Found OfNodes(IReadOnlyList<RelationshipField> ends, Func<IReadOnlyList<string>, IEnumerable<string>> match, string from)
    {
        var places = ends.Select(end => new Place($"n{scope.Next()}", null, end.Target)).ToList();
        List<string> keys = places.ConvertAll(place => place.Node);
        var (captions, ids) =
            (places.ConvertAll(place => Captions.Of(place, labels)), places.ConvertAll(place => Identifiers.Property(place.Node, place.Type.Id)));
        return new(
            [CypherText.Block($"OPTIONAL CALL ({from})", [.. match(keys), $"RETURN DISTINCT {string.Join(", ", keys)}"])],
            keys,
            string.Join(" + ", InParts(captions)),
            string.Join(" + ", InParts(ids)),
            [.. InParts(captions), .. InParts(ids)]);
    }

    // Neo4j orders texts of a database by code point, also with a text of the statement after them, but not what it makes of two of them.
    private static IEnumerable<string> InParts(List<string> texts) =>
        texts.Select((text, i) => i < texts.Count - 1 ? $"{text} + '{PairSeries.Between}'" : text);

    private Found OfValues(ActSeries way, Property property, string from)
    {
        var (end, value) = (way.Way.Count == 0 ? from : $"n{scope.Next()}", $"v{scope.Next()}");
        var read = scope.InOrder(end, property);
        string[] clauses =
        [
            .. Walk(way.Way, from, end),
            $"UNWIND {(property.IsList ? read : $"[{read}]")} AS {value}",
            $"WITH {value} WHERE {value} IS NOT NULL",
            $"RETURN DISTINCT {value}",
        ];
        return new([CypherText.Block($"OPTIONAL CALL ({from})", clauses)], [value], value, value, [value]);
    }

    private IEnumerable<string> Walk(IReadOnlyList<RelationshipField> way, string from, string end)
    {
        for (var i = 0; i < way.Count; i++)
        {
            var to = i == way.Count - 1 ? end : $"n{scope.Next()}";
            yield return $"MATCH {parties.Along(from, way[i], to)}";
            from = to;
        }
    }

    /// <summary>What acts are members of.</summary>
    /// <param name="Members">The clauses after which rows hold an act and the variables of a series; these are null where it is in none.</param>
    /// <param name="Keys">The variables.</param>
    /// <param name="Text">The text of a series.</param>
    /// <param name="Key">The key of a series.</param>
    /// <param name="Order">Text and key for an order.</param>
    private sealed record Found(IEnumerable<string> Members, IReadOnlyList<string> Keys, string Text, string Key, IReadOnlyList<string> Order);
}
