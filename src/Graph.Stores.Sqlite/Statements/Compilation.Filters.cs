using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <content>Conditions. SQL's three values are the query's; what is never unknown is an EXISTS, IS NULL or a count.</content>
internal sealed partial class Compilation
{
    /// <summary>As many conditions stand side by side; more are halved. SQLite allows an expression a depth of 1000.</summary>
    private const int JoinedAtOnce = 64;

    private string Condition(Scope scope, Filter filter) => filter switch
    {
        AllOf all => Joined(all.Filters, " AND ", "1", inner => Condition(scope, inner)),
        AnyOf any => Joined(any.Filters, " OR ", "0", inner => Condition(scope, inner)),
        Not not => $"NOT ({Condition(scope, not.Inner)})",
        NullTest test => $"{scope.Column(test.Property)} IS NULL",
        TypeTest test => OfTypes(scope, test),
        Comparison comparison => Compare(scope, comparison),
        Exists exists => $"EXISTS ({Related(scope, exists.Field, exists.Inner, "1")})",
        ExistsSingle single => $"(SELECT count(*) FROM ({Related(scope, single.Field, single.Inner, "1")} LIMIT 2)) = 1",
        AggregateComparison aggregate => Compare(scope, aggregate),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Unknown kind of filter."),
    };

    private static string Joined(IReadOnlyList<Filter> filters, string word, string empty, Func<Filter, string> condition) => filters.Count switch
    {
        0 => empty,
        1 => condition(filters[0]),
        _ => Balanced([.. filters.Select(condition)], word),
    };

    // SQLite nests a AND b AND c as deep as it is long, and bounds the depth of an expression.
    private static string Balanced(ReadOnlySpan<string> conditions, string word) => conditions.Length <= JoinedAtOnce
        ? $"({string.Join(word, conditions)})"
        : $"({Balanced(conditions[..(conditions.Length / 2)], word)}{word}{Balanced(conditions[(conditions.Length / 2)..], word)})";

    private static string OfTypes(Scope scope, TypeTest test)
    {
        var possible = scope.Type.ConcreteTypes;
        if (!possible.Any(test.Types.Contains)) return "0";
        return scope.OfTypes(test.Types, possible) ?? "1";
    }

    /// <summary>The related rows for which the condition holds.</summary>
    private string Related(Scope scope, RelationshipField field, Filter? inner, string select)
    {
        var hop = Hop.Along(field, layout, Alias);
        List<string> conditions = [$"{hop.Near} = {scope.Key}"];
        if (inner is null && hop.IsCertain) return $"SELECT {select} FROM {hop.Edges}{Where(conditions)}";

        // The key of the one node that is meant is looked up once, so that the relationship's own index answers.
        if (Selectivity.IdOf(inner) is { } named)
        {
            conditions.Add($"{hop.End} = {KeyOf(hop, named)}");
            return $"SELECT {select} FROM {hop.Edges}{Where(conditions)}";
        }

        if (hop.Types is { } types) conditions.Add(types);
        if (inner is not null) conditions.Add(Condition(hop.Far, inner));
        return $"SELECT {select} FROM {hop.Joined}{Where(conditions)}";
    }

    private string KeyOf(Hop hop, Comparison named) =>
        $"(SELECT {hop.Far.RowKey} FROM {Table(hop.Far)} WHERE {Compare(hop.Far, named)}{(hop.Types is { } types ? " AND " + types : "")})";

    private string Compare(Scope scope, Comparison comparison)
    {
        var column = scope.Column(comparison.Property);
        var property = comparison.Property.Property;
        var value = comparison.Value;
        if (comparison.Operator == ComparisonOperator.Includes) return Includes(column, property, comparison);
        if (comparison.CaseInsensitive) column = $"{Functions.Fold}({column})";
        var form = comparison.CaseInsensitive ? SlotForm.Folded : SlotForm.Value;
        return comparison.Operator switch
        {
            ComparisonOperator.In => $"{column} IN {Items(value, comparison.CaseInsensitive ? SlotForm.FoldedItems : SlotForm.Items)}",
            ComparisonOperator.Contains => $"instr({column}, {Bound(value, form)}) > 0",
            ComparisonOperator.StartsWith =>
                $"({column} >= {Bound(value, form)} AND {column} < {Bound(value, comparison.CaseInsensitive ? SlotForm.FoldedPrefixEnd : SlotForm.PrefixEnd)})",
            ComparisonOperator.EndsWith => $"substr({column}, length({column}) - length({Bound(value, form)}) + 1) = {Bound(value, form)}",
            var plain => $"{column} {Sign(plain)} {Bound(value, form)}",
        };
    }

    private string Includes(string column, Property property, Comparison comparison)
    {
        // A name needs no escape and holds no quotation mark, so that it can be looked for in the list's text.
        if (property.Kind == ScalarKind.Enum && !comparison.CaseInsensitive) return $"ifnull(instr({column}, {Bound(comparison.Value, SlotForm.Quoted)}), 0) > 0";
        return comparison.CaseInsensitive
            ? $"EXISTS (SELECT 1 FROM json_each({column}) WHERE {Functions.Fold}(value) = {Bound(comparison.Value, SlotForm.Folded)})"
            : $"EXISTS (SELECT 1 FROM json_each({column}) WHERE value = {Bound(comparison.Value)})";
    }

    private string Compare(Scope scope, AggregateComparison comparison)
    {
        var hop = Hop.Along(comparison.Field, layout, Alias);
        List<string> conditions = [$"{hop.Near} = {scope.Key}"];
        if (hop.Types is { } types) conditions.Add(types);
        var isOfNode = comparison.Term.Of is { Subject: Subject.Node };
        var (over, source) = (hop.Far, $"{(isOfNode || !hop.IsCertain ? hop.Joined : hop.Edges)}{Where(conditions)}");
        if (isOfNode && hop.Far.Relation!.Type.MayBeParallel)
        {
            over = hop.Far with { Node = Alias("n"), KnownKey = null };
            source = $"{Table(over)} WHERE {over.RowKey} IN (SELECT {hop.End} FROM {source})";
        }

        var aggregate = $"(SELECT {Aggregate(over, comparison.Term, source, hop.End)})";
        return comparison.Operator == ComparisonOperator.In
            ? $"{aggregate} IN {Items(comparison.Value, SlotForm.Items)}"
            : $"{aggregate} {Sign(comparison.Operator)} {Bound(comparison.Value)}";
    }

    private string Items(Parameter list, SlotForm form) =>
        $"(SELECT {(list.Kind == ScalarKind.Float ? $"{Functions.Float}(value)" : "value")} FROM json_each({Bound(list, form)}))";

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "Not a comparison of this kind of value."),
    };
}
