using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>
/// Prints acts counted by pairs of actors. Pairs are counted and cut by their keys; what is answered of the actors is read for the rows
/// that are left.
/// </summary>
internal sealed class Pairs(Layout layout, StatementScope scope, Paths paths, Roots roots, Pages pages, Columns columns)
{
    private static readonly ActEnd[] Ends = [ActEnd.By, ActEnd.Against];
    private readonly CommonTables tables = new(scope);

    /// <summary>The statement.</summary>
    public string Print(PairQuery query)
    {
        var act = query.Acts.Act;
        var page = scope.Alias("p");
        var (parties, rows) = (new List<Place>(), new List<string>());
        foreach (var column in query.Columns)
        {
            if (column is not PairPartyColumn party)
            {
                rows.Add(column is PairFigureColumn figure ? $"{page}.{figure.Figure}" : $"{page}.{ActEnd.By} = {page}.{ActEnd.Against}");
                continue;
            }

            parties.Add(Actor(act, party.End, page));
            rows.Add(columns.Row(party.Selection, parties[^1]));
        }

        var joined = string.Concat(parties.Select(place => $" CROSS JOIN {place.Table} ON {place.RowKey} = {place.Key}"));
        return tables.Print($"SELECT json_array({string.Join(", ", rows)}) FROM ({Page(query)}) AS {page}{joined}");
    }

    private string Page(PairQuery query)
    {
        var counted = tables.Add("counted", query.ReadsTallies ? Kept(query) : Counted(query));
        var pair = scope.Alias("p");
        var places = Ends.Select(end => Actor(query.Acts.Act, end, pair)).ToList();
        var keys = query.Sort.SelectMany(key => Keys(key, pair, places)).Concat(places.Select(place => new OrderTerm(place.Id, false, false)));
        var conditions = new List<string>();
        if (FewestOfPage(query, counted) is { } fewest) conditions.Add($"{pair}.{ActFigure.Acts} >= {fewest}");
        var joined = string.Concat(places.Select(place => $" CROSS JOIN {place.Table} ON {place.RowKey} = {place.Key}"));
        return $"SELECT {pair}.* FROM {counted} AS {pair}{joined}{SqlText.Where(conditions)}{Ordering.By([.. keys])} LIMIT "
            + $"{pages.Size(query.Page)}{pages.Offset(query.Page)}";
    }

    // The actors of a pair are looked up for its place in the order. Where most acts come first, those that have fewer than the last of the
    // page need not be.
    private string? FewestOfPage(PairQuery query, string counted) => query.Sort is [PairFigureSort { Figure: ActFigure.Acts, Descending: true }, ..]
        ? $"coalesce((SELECT {ActFigure.Acts} FROM {counted} ORDER BY {ActFigure.Acts} DESC LIMIT 1 OFFSET {Last(query.Page)}), 0)"
        : null;

    private string Last(Page page) => $"{pages.Size(page)}{(page.Offset is null ? "" : $" + {scope.Bind(page.Offset)}")} - 1";

    private static IEnumerable<OrderTerm> Keys(PairSort key, string pair, IReadOnlyList<Place> places) => key switch
    {
        PairFigureSort by => [new($"{pair}.{by.Figure}", by.Descending, by.Figure is ActFigure.First or ActFigure.Last)],
        PairPartySort { End: var end } => [
            new(Captions.Of(places[(int)end]), key.Descending, MayBeMissing: true),
            new(places[(int)end].Id, key.Descending, MayBeMissing: false)],
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown kind of sort key."),
    };

    private string Kept(PairQuery query)
    {
        var rule = new TallyRule(query.Acts.Act, query.Acts.Act.Tally!);
        var hop = paths.Follow(rule.Field);
        return $"SELECT {hop.Near} AS {ActEnd.By}, {hop.End} AS {ActEnd.Against}, {Read(rule.Count)} AS {ActFigure.Acts}, {Read(rule.First)} AS "
            + $"{ActFigure.First}, {Read(rule.Last)} AS {ActFigure.Last} FROM {hop.Edges}";

        string Read(Property property) => hop.Far.Read(new(Subject.Edge, property));
    }

    private string Counted(PairQuery query)
    {
        var acts = new Acts(scope, paths, roots);
        var act = query.Acts.Act;
        var chosen = tables.Add("acts", acts.Chosen(query.Acts), isKept: true);
        var parties = new Parties(layout, scope, paths, tables);
        var row = scope.Alias("x");
        var ends = Ends.Select(end => parties.Of(act, end, query.RollUp, chosen, row)).ToList();
        var met = $"SELECT {row}.act AS act, {row}.day AS day, {string.Join(", ", Ends.Zip(ends, (end, members) => $"{members.Key} AS {end}"))}"
            + $" FROM {chosen} AS {row}{string.Concat(ends.Select(members => members.Joined))}"
            + SqlText.Where([.. ends.SelectMany(members => members.Conditions)]);
        var each = scope.Alias("m");
        var withEvidence = query.Figures.Contains(ActFigure.Evidence);
        var figures = query.Figures.Select(figure => $", {acts.Figure(act, figure, each, !withEvidence)} AS {figure}");
        return $"SELECT {each}.{ActEnd.By}, {each}.{ActEnd.Against}{string.Concat(figures)} FROM ({met}) AS "
            + $"{each}{(withEvidence ? acts.Evidence(act, each) : "")}"
            + $" GROUP BY {each}.{ActEnd.By}, {each}.{ActEnd.Against}";
    }

    private Place Actor(Act act, ActEnd end, string pair)
    {
        var type = act.Field(end).Target;
        return new(scope.Alias("n"), type, layout.Of(type), KnownKey: $"{pair}.{end}");
    }
}
