using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Prints what is answered of nodes whose keys are known, and of the acts between them.</summary>
internal sealed class Lookups(StatementScope scope, Roots roots, Paths paths, Filters filters, Columns columns)
{
    /// <summary>The rows of a <see cref="LookupQuery"/>.</summary>
    public string Print(LookupQuery query) => string.Join(" UNION ALL ", query.Among.Select(lookup =>
    {
        var (keys, place) = (scope.Alias("k"), roots.At(lookup.Type));
        return $"SELECT json_array({keys}.key, {columns.Row(lookup.Selection, place)})"
            + $" FROM json_each({scope.Bind(query.Keys, BindingForm.Items)}) AS {keys} CROSS JOIN {place.Table} ON {place.Key} = {keys}.value"
            + SqlText.Where(filters.All(lookup.Where, place));
    }));

    /// <summary>The rows of a <see cref="BetweenQuery"/>.</summary>
    public string Print(BetweenQuery query)
    {
        var keys = scope.Alias("k");
        var counterpart = $"{scope.Bind(query.Counterparts, BindingForm.Items)} ->> {keys}.key";
        var count = query.CountsActs ? $"(SELECT count(*) FROM {Acts(query, $"{keys}.value", counterpart).Source})" : "NULL";
        var acts = query.Acts is { } asked
            ? columns.Rows(Acts(query, $"{keys}.value", counterpart), walk: null, asked.Sort, asked.Page, asked.Selection)
            : "NULL";
        return $"SELECT json_array({keys}.key, {acts}, {count}) FROM json_each({scope.Bind(query.Actors, BindingForm.Items)}) AS {keys}";
    }

    // The acts of the one who is in fewer, each once, of which each is asked for the other.
    private Matches Acts(BetweenQuery query, string actor, string counterpart)
    {
        var distinct = scope.Alias("d");
        var act = roots.At(query.Act.Type) with { KnownKey = $"{distinct}.\"{Family.Key}\"" };
        var isFewer = $"({Number(query.Act.By, actor)} <= {Number(query.Act.Against, counterpart)})";
        var acts = $"{Side(query.Act.By, actor, query.Act.Against, counterpart, isFewer)}"
            + $" UNION {Side(query.Act.Against, counterpart, query.Act.By, actor, $"NOT {isFewer}")}";
        return new(act, $"({acts}) AS {distinct} CROSS JOIN {act.Table} ON {act.RowKey} = {act.Key}", filters.All(query.Where, act));
    }

    private string Number(RelationshipField field, string actor)
    {
        var hop = paths.Follow(field);
        return $"(SELECT count(*) FROM {hop.Edges} WHERE {hop.End} = {actor})";
    }

    // The condition is a table of its own, or else SQLite would count again for each act. LIMIT keeps it one.
    private string Side(RelationshipField field, string actor, RelationshipField otherField, string other, string condition)
    {
        var (near, far, start) = (paths.Follow(field), paths.Follow(otherField), scope.Alias("s"));
        return $"SELECT {near.Near} AS \"{Family.Key}\" FROM (SELECT {condition} AS here LIMIT 1) AS {start} CROSS JOIN {near.Edges}"
            + $" WHERE {start}.here AND {near.End} = {actor}"
            + $" AND EXISTS (SELECT 1 FROM {far.Edges} WHERE {far.Near} = {near.Near} AND {far.End} = {other})";
    }
}
