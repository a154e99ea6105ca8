using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Statements;

/// <summary>
/// Conditions as Cypher expressions. Cypher's logic is three-valued as the filters' is, so each becomes its plain
/// counterpart; what differs is said where it is written.
/// </summary>
internal sealed class Filters(LabelMap labels, StatementScope scope, Paths paths, Mergeable? merges)
{
    private static readonly string[] Symbols = ["=", "<", "<=", ">", ">=", "CONTAINS", "STARTS WITH", "ENDS WITH", "IN"];

    /// <summary>How many negations stand around the condition at hand, within its subquery.</summary>
    private int negations;

    /// <summary><c>WHERE</c> with the condition, or nothing where every node matches.</summary>
    public string Where(Filter? filter, Place place) => Where(Conjunction.Of(filter), place);

    /// <summary><c>WHERE</c> with all of the conditions, or nothing where there is none.</summary>
    public string Where(IEnumerable<Filter> parts, Place place, params IEnumerable<string> more)
    {
        var all = parts.Select(part => Of(part, place)).Concat(more).ToList();
        return all.Count == 0 ? "" : CypherText.Where(all);
    }

    /// <summary>The condition as an expression that may stand beside <c>AND</c>.</summary>
    public string Of(Filter filter, Place place) => Of(filter, leaf => Leaf(leaf, place));

    /// <summary>A condition whose comparisons, and tests for a missing value with or without a negation, are printed by somebody else.</summary>
    public string Of(Filter filter, Func<Filter, string> leaf) => filter switch
    {
        AllOf { Filters.Count: 0 } => "true",
        AllOf { Filters: [var only] } => Of(only, leaf),
        AllOf all => $"({string.Join(" AND ", all.Filters.Select(part => Of(part, leaf)))})",
        AnyOf { Filters.Count: 0 } => "false",
        AnyOf { Filters: [var only] } => Of(only, leaf),
        AnyOf any => $"({string.Join(" OR ", any.Filters.Select(part => Of(part, leaf)))})",
        Not { Inner: not (NullTest or FigureTest) } not => Negated(not.Inner, leaf),
        _ => leaf(filter),
    };

    private string Leaf(Filter filter, Place place) => filter switch
    {
        Not { Inner: NullTest test } => place.Read(test.Property) + " IS NOT NULL",
        Comparison comparison => Compare(comparison, place),
        NullTest test => place.Read(test.Property) + " IS NULL",
        TypeTest { Types.Count: 0 } => "false",
        TypeTest test => $"{place.Node}:{labels.Of(test.Types)}",
        Exists exists => Related("EXISTS", exists.Field, exists.Inner, place),
        ExistsSingle single => Related("COUNT", single.Field, single.Inner, place) + " = 1",
        AggregateComparison aggregate => CompareAggregate(aggregate, place),
        _ => throw new InvalidOperationException($"A filter of kind {filter.GetType().Name} has no form in Cypher."),
    };

    private string Negated(Filter filter, Func<Filter, string> leaf)
    {
        negations++;
        var inner = Of(filter, leaf);
        negations--;
        return inner.StartsWith('(') ? $"NOT {inner}" : $"NOT ({inner})";
    }

    private string Related(string keyword, RelationshipField field, Filter? inner, Place place)
    {
        // Whether a subquery finds anything is known: what its own conditions do not know is no match, negated or not.
        var around = negations;
        negations = 0;
        var related = paths.Follow(field, Paths.ReadsEdge(inner));
        var path = paths.Path(place.Node, field, related);
        var block = CypherText.Block(keyword, "MATCH " + path, Where(inner, related));
        negations = around;
        return block;
    }

    /// <summary>
    /// A value among those of a list. Of a missing value Cypher says that it is not in an empty list, but Neo4j takes the
    /// property's mere mention for the demand that it is there, so that its negation would lose the nodes without one.
    /// </summary>
    private string In(string value, string list) => negations == 0 ? $"{value} IN {list}" : $"(size({list}) > 0 AND {value} IN {list})";

    private string Compare(Comparison comparison, Place place)
    {
        var property = comparison.Property.Property;
        var value = place.Read(comparison.Property);
        if (property.Kind == ScalarKind.DateTime && !property.IsList) return CompareInstant(value, comparison.Operator, comparison.Value);
        if (property is { Kind: ScalarKind.Id, IsList: false } && !comparison.CaseInsensitive)
        {
            var isCanonical = merges?.Names(comparison, place.Type) == true;
            if (comparison.Operator == ComparisonOperator.Equal) return $"{value} {scope.EqualId(comparison.Value, isCanonical)}";
            if (comparison.Operator == ComparisonOperator.In) return In(value, scope.Bind(comparison.Value, BindingForm.Ids, isCanonical));
        }

        var parameter = scope.Bind(comparison.Value, comparison.CaseInsensitive ? BindingForm.Folded : BindingForm.Plain);

        // A missing list includes nothing, and that is known: not null.
        if (comparison.Operator == ComparisonOperator.Includes) return $"{parameter} IN {Folded($"coalesce({value}, [])")}";
        return comparison.Operator == ComparisonOperator.In
            ? In(Folded(value), parameter)
            : $"{Folded(value)} {Symbols[(int)comparison.Operator]} {parameter}";

        string Folded(string read) => (comparison.CaseInsensitive, property.IsList) switch
        {
            (false, _) => read,
            (true, false) => Fold(read, comparison.Value),
            (true, true) => $"[item IN {read} | {Fold("item", comparison.Value)}]",
        };
    }

    /// <summary>
    /// A text with those letters folded that also occur in the parameter, which decides a comparison with it. Cypher's own
    /// toLower() follows the Unicode of the server's Java, and depends on the letters around. A number among the texts would
    /// make replace() end the statement.
    /// </summary>
    private string Fold(string text, Parameter parameter) =>
        $"reduce(folded = toStringOrNull({text}), letter IN {scope.Bind(parameter, BindingForm.Letters)} | replace(folded, letter[0], letter[1]))";

    private string CompareInstant(string value, ComparisonOperator how, Parameter parameter)
    {
        string First() => scope.Bind(parameter, BindingForm.FirstZone);
        string Last() => scope.Bind(parameter, BindingForm.LastZone);
        return how switch
        {
            ComparisonOperator.Less => $"{value} < {First()}",
            ComparisonOperator.LessOrEqual => $"{value} <= {Last()}",
            ComparisonOperator.Greater => $"{value} > {Last()}",
            ComparisonOperator.GreaterOrEqual => $"{value} >= {First()}",
            ComparisonOperator.Equal => $"({value} >= {First()} AND {value} <= {Last()})",
            ComparisonOperator.In =>
                $"any(i IN range(0, size({First()}) - 1) WHERE {value} >= {First()}[i] AND {value} <= {Last()}[i])",
            _ => throw new InvalidOperationException($"An instant is not compared by {how}."),
        };
    }

    /// <summary>A value before or after a parameter, for positions in an order.</summary>
    public string Beyond(string value, bool less, bool orEqual, Parameter parameter)
    {
        var how = less
            ? orEqual ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less
            : orEqual ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater;
        return parameter.Kind switch
        {
            ScalarKind.DateTime => CompareInstant(value, how, parameter),
            ScalarKind.String or ScalarKind.Id => scope.Beyond(value, less, orEqual, parameter),
            _ => $"{value} {Symbols[(int)how]} {scope.Bind(parameter)}",
        };
    }

    private string CompareAggregate(AggregateComparison aggregate, Place place)
    {
        var value = new Aggregates(paths, this).Of(aggregate.Field, null, aggregate.Term, place);
        return Figure(value, aggregate.Operator, aggregate.Value);
    }

    /// <summary>A figure compared with a parameter; an instant among them is one of UTC.</summary>
    public string Figure(string figure, ComparisonOperator comparison, Parameter value) =>
        $"{figure} {Symbols[(int)comparison]} {scope.Bind(value)}";
}
