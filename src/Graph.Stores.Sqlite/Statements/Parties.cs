using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints who acts, and whom acts are against, under a roll-up: see <see cref="RollUp"/>.</summary>
/// <remarks>Acts stand in a table of the statement, with their keys as <c>act</c> and their days as <c>day</c>.</remarks>
internal sealed class Parties(Layout layout, StatementScope scope, Paths paths, CommonTables tables)
{
    private readonly Dictionary<Act, string> tops = [];

    /// <summary>The parties at one end, each once for an act.</summary>
    /// <param name="act">The kind of act.</param>
    /// <param name="end">The end.</param>
    /// <param name="rollUp">What they are replaced by.</param>
    /// <param name="acts">The table of acts.</param>
    /// <param name="alias">The alias under which that table is joined with them.</param>
    public Members Of(Act act, ActEnd end, RollUp rollUp, string acts, string alias)
    {
        if (rollUp == RollUp.None) return Members.Once(paths, act.Field(end), $"{alias}.act");
        var party = Principals(act, end, acts);
        if (rollUp == RollUp.Top) party = Topped(act, party);
        var joined = scope.Alias("q");
        return new([$"{party} AS {joined}"], [$"{joined}.act = {alias}.act"], $"{joined}.actor");
    }

    private string Principals(Act act, ActEnd end, string acts)
    {
        var named = Named(act.Field(end), acts);
        if (end == ActEnd.Against || act.OnBehalfOf is not { } onBehalfOf) return tables.Add("party", Represented(act, tables.Add("named", named)));
        var behalf = tables.Add("behalf", Named(onBehalfOf, acts));
        var alone = tables.Add("named", $"SELECT * FROM ({named}) WHERE act NOT IN (SELECT act FROM {behalf})");
        return tables.Add("party", $"SELECT act, actor FROM {behalf} UNION {Represented(act, alone)}");
    }

    private string Named(RelationshipField field, string acts)
    {
        var alias = scope.Alias("s");
        var members = Members.Once(paths, field, $"{alias}.act");
        return $"SELECT {alias}.act AS act, {alias}.day AS day, {members.Key} AS actor FROM {acts} AS "
            + $"{alias}{members.Joined}{SqlText.Where(members.Conditions)}";
    }

    // By whom the offices of an actor stand for, and the actor where they stand for nobody.
    private string Represented(Act act, string named)
    {
        var alias = scope.Alias("s");
        var offices = ActRules.OfficeWays(act)
            .Select(way => Members.Along(paths, way, $"{alias}.actor", first => Holds(way[0], first, $"{alias}.day"))).ToList();
        var standFor = offices.Select(office =>
            $"SELECT {alias}.act, {office.Key} FROM {named} AS {alias}{office.Joined}{SqlText.Where(office.Conditions)}");
        var stay = $"SELECT {alias}.act AS act, {alias}.actor AS actor FROM {named} AS "
            + $"{alias}{SqlText.Where([.. offices.Select(office => office.None)])}";
        return string.Join(" UNION ", [stay, .. standFor]);
    }

    // On a day that is not known no office is held.
    private static IEnumerable<string> Holds(RelationshipField field, Place office, string day)
    {
        var interval = field.Relationship.Properties!.Interval!;
        var (from, until) = (office.Read(new(Subject.Edge, interval.From)), office.Read(new(Subject.Edge, interval.Until)));
        return [$"{day} IS NOT NULL", $"({from} IS NULL OR {from} <= {day})", $"({until} IS NULL OR {day} < {until})"];
    }

    private string Topped(Act act, string principals)
    {
        var (top, party) = (TopsOf(act), scope.Alias("s"));
        return tables.Add(
            "party",
            $"SELECT DISTINCT {party}.act AS act, coalesce(above.top, {party}.actor) AS actor FROM {principals} AS {party} LEFT JOIN {top} AS above "
                + $"ON above.actor = {party}.actor");
    }

    // Every actor that belongs to one, itself or through others, with the nearest: from these down, which few belong to in many ways.
    private string TopsOf(Act act)
    {
        if (tops.TryGetValue(act, out var known)) return known;
        var type = act.UpTo!;
        var place = new Place(scope.Alias("n"), type, layout.Of(type));
        var itself = $"SELECT {place.RowKey}, {place.RowKey}, 0 FROM {place.Table}"
            + SqlText.Where(place.OfTypes(type.ConcreteTypes, place.Family.Types) is { } types ? [types] : []);
        var below =
            tables.AddRecursive("below", "actor, top, steps", name => $"{itself} UNION SELECT belongs.near, {name}.top, {name}.steps + 1 FROM {name}"
            + $" CROSS JOIN ({string.Join(" UNION ", act.BelongsTo.Select(Belonging))}) AS belongs ON belongs.far = {name}.actor WHERE "
            + $"{name}.steps < {ActRules.MostBodies}");
        return tops[act] =
            tables.Add("tops", "SELECT actor, top FROM "
                + $"(SELECT actor, top, steps, min(steps) OVER (PARTITION BY actor) AS fewest FROM {below}) WHERE steps = fewest");
    }

    private string Belonging(RelationshipField field)
    {
        var hop = paths.Follow(field);
        List<string> conditions =
            [.. paths.IsOfSource(field, hop.Near) is { } source ? [source] : Array.Empty<string>(),
                .. hop.Types is { } types ? [types] : Array.Empty<string>()];
        return $"SELECT {hop.Near} AS near, {hop.End} AS far FROM {(hop.IsCertain ? hop.Edges : hop.Joined)}{SqlText.Where(conditions)}";
    }
}
