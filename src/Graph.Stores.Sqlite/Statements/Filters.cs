using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Stores.Sqlite.Database;

namespace Graph.Stores.Sqlite.Statements;

/// <summary>Conditions as SQL expressions. SQL's three values are the filters'; what is never unknown is an EXISTS, IS NULL or a count.</summary>
internal sealed class Filters(StatementScope scope, Paths paths, Mergeable? merges)
{
    /// <summary>As many conditions stand side by side; more are halved. SQLite allows an expression a depth of 1000.</summary>
    private const int JoinedAtOnce = 64;

    /// <summary>The condition, and where nodes of other types have their rows in the same table, that these are of their type.</summary>
    public List<string> All(Filter? where, Place place)
    {
        var conditions = new List<string>();
        if (where is not null) conditions.Add(Of(where, place));
        if (place.OfTypes(place.Type.ConcreteTypes, place.Family.Types) is { } types) conditions.Add(types);
        return conditions;
    }

    /// <summary>The conditions that the nodes at the end of a step meet.</summary>
    /// <param name="where">The condition.</param>
    /// <param name="hop">The step.</param>
    /// <param name="far">The nodes, where they are spoken of otherwise than in the step.</param>
    public List<string> AtEnd(Filter? where, Hop hop, Place? far = null)
    {
        var conditions = new List<string>();
        if (hop.Types is { } types) conditions.Add(types);
        if (where is not null) conditions.Add(Of(where, far ?? hop.Far));
        return conditions;
    }

    /// <summary>The condition as an expression that may stand beside <c>AND</c>.</summary>
    public string Of(Filter filter, Place place) => Of(filter, leaf => Leaf(leaf, place));

    /// <summary>A condition whose comparisons are printed by somebody else.</summary>
    public static string Of(Filter filter, Func<Filter, string> leaf) => filter switch
    {
        AllOf all => Joined(all.Filters, " AND ", "1", inner => Of(inner, leaf)),
        AnyOf any => Joined(any.Filters, " OR ", "0", inner => Of(inner, leaf)),
        Not not => $"NOT ({Of(not.Inner, leaf)})",
        _ => leaf(filter),
    };

    private string Leaf(Filter filter, Place place) => filter switch
    {
        NullTest test => $"{place.Read(test.Property)} IS NULL",
        TypeTest test => OfTypes(test, place),
        Comparison comparison => Compare(comparison, place),
        Exists exists => $"EXISTS ({Related(exists.Field, exists.Inner, place)})",
        ExistsSingle single => $"(SELECT count(*) FROM ({Related(single.Field, single.Inner, place)} LIMIT 2)) = 1",
        AggregateComparison aggregate => Compare(aggregate, place),
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

    private static string OfTypes(TypeTest test, Place place)
    {
        var possible = place.Type.ConcreteTypes;
        if (!possible.Any(test.Types.Contains)) return "0";
        return place.OfTypes(test.Types, possible) ?? "1";
    }

    /// <summary>The related rows for which the condition holds.</summary>
    private string Related(RelationshipField field, Filter? inner, Place place)
    {
        var hop = paths.Follow(field);
        List<string> conditions = [hop.StartsAt(place)];
        if (inner is null && hop.IsCertain) return $"SELECT 1 FROM {hop.Edges}{SqlText.Where(conditions)}";

        // The key of the one node that is meant is looked up once, so that the relationship's own index answers.
        if (AnchorRules.IdOf(inner) is { } named)
        {
            conditions.Add($"{hop.End} = {KeyOf(hop, named)}");
            return $"SELECT 1 FROM {hop.Edges}{SqlText.Where(conditions)}";
        }

        if (hop.Types is { } types) conditions.Add(types);
        if (inner is not null) conditions.Add(Of(inner, hop.Far));
        return $"SELECT 1 FROM {hop.Joined}{SqlText.Where(conditions)}";
    }

    /// <summary>The key of the one node that a comparison with an id names at the end of a step.</summary>
    public string KeyOf(Hop hop, Comparison named) =>
        $"(SELECT {hop.Far.RowKey} FROM {hop.Far.Table} WHERE {Compare(named, hop.Far)}{(hop.Types is { } types ? " AND " + types : "")})";

    private string Compare(Comparison comparison, Place place)
    {
        var column = place.Read(comparison.Property);
        var property = comparison.Property.Property;
        var value = comparison.Value;
        if (comparison.Operator == ComparisonOperator.Includes) return Includes(column, property, comparison);
        if (merges?.Names(comparison, place.Type) == true)
        {
            return comparison.Operator == ComparisonOperator.Equal
                ? $"{column} = {scope.Bind(value, BindingForm.Canonical)}"
                : $"{column} IN {Items(value, BindingForm.CanonicalItems)}";
        }

        if (comparison.CaseInsensitive) column = $"{Functions.Fold}({column})";
        var form = comparison.CaseInsensitive ? BindingForm.Folded : BindingForm.Plain;
        return comparison.Operator switch
        {
            ComparisonOperator.In => $"{column} IN {Items(value, comparison.CaseInsensitive ? BindingForm.FoldedItems : BindingForm.Items)}",
            ComparisonOperator.Contains => $"instr({column}, {scope.Bind(value, form)}) > 0",
            ComparisonOperator.StartsWith =>
                $"({column} >= {scope.Bind(value, form)} AND {column} < "
                    + $"{scope.Bind(value, comparison.CaseInsensitive ? BindingForm.FoldedPrefixEnd : BindingForm.PrefixEnd)})",
            ComparisonOperator.EndsWith => $"substr({column}, length({column}) - length({scope.Bind(value, form)}) + 1) = {scope.Bind(value, form)}",
            var plain => $"{column} {Sign(plain)} {scope.Bind(value, form)}",
        };
    }

    private string Includes(string column, Property property, Comparison comparison)
    {
        // A name needs no escape and holds no quotation mark, so that it can be looked for in the list's text.
        if (property.Kind == ScalarKind.Enum && !comparison.CaseInsensitive)
            return $"ifnull(instr({column}, {scope.Bind(comparison.Value, BindingForm.Quoted)}), 0) > 0";
        return comparison.CaseInsensitive
            ? $"EXISTS (SELECT 1 FROM json_each({column}) WHERE {Functions.Fold}(value) = {scope.Bind(comparison.Value, BindingForm.Folded)})"
            : $"EXISTS (SELECT 1 FROM json_each({column}) WHERE value = {scope.Bind(comparison.Value)})";
    }

    private string Compare(AggregateComparison comparison, Place place)
    {
        var hop = paths.Follow(comparison.Field);
        List<string> conditions = [hop.StartsAt(place)];
        if (hop.Types is { } types) conditions.Add(types);
        var isOfNode = comparison.Term.Of is { Subject: Subject.Node };
        var (over, source) = (hop.Far, $"{(isOfNode || !hop.IsCertain ? hop.Joined : hop.Edges)}{SqlText.Where(conditions)}");
        if (isOfNode && hop.Far.IsParallel)
        {
            over = hop.Far with { Node = scope.Alias("n"), KnownKey = null };
            source = $"{over.Table} WHERE {over.RowKey} IN (SELECT {hop.End} FROM {source})";
        }

        var aggregate = $"(SELECT {Aggregates.Of(comparison.Term, over, source, hop.End)})";
        return Figure(aggregate, comparison.Operator, comparison.Value);
    }

    /// <summary>A figure compared with a parameter.</summary>
    public string Figure(string figure, ComparisonOperator comparison, Parameter value) => comparison == ComparisonOperator.In
        ? $"{figure} IN {Items(value, BindingForm.Items)}"
        : $"{figure} {Sign(comparison)} {scope.Bind(value)}";

    private string Items(Parameter list, BindingForm form) =>
        $"(SELECT {(list.Kind == ScalarKind.Float ? $"{Functions.Float}(value)" : "value")} FROM json_each({scope.Bind(list, form)}))";

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
