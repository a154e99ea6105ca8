using Graph.Model.Ontologies;
using Graph.Model.Queries;

namespace Graph.Stores.Neo4j.Cypher;

/// <summary>
/// Conditions as Cypher expressions. Cypher's logic is three-valued as the filters' is, so each becomes its plain
/// counterpart; what differs is said where it is written.
/// </summary>
internal sealed class Conditions(LabelMap labels, StatementScope scope, Patterns patterns)
{
    private static readonly string[] Symbols = ["=", "<", "<=", ">", ">=", "CONTAINS", "STARTS WITH", "ENDS WITH", "IN"];

    /// <summary>The parts of a condition that must all hold.</summary>
    public static IEnumerable<Filter> Parts(Filter? filter) => filter switch
    {
        null => [],
        AllOf all => all.Filters.SelectMany(Parts),
        _ => [filter],
    };

    /// <summary><c>WHERE</c> with the condition, or nothing where every node matches.</summary>
    public string Where(Filter? filter, Place place) => Where(Parts(filter), place);

    /// <summary><c>WHERE</c> with all of the conditions, or nothing where there is none.</summary>
    public string Where(IEnumerable<Filter> parts, Place place, params IEnumerable<string> more)
    {
        var all = Join(parts, place, negated: true).Concat(more).ToList();
        return all.Count == 0 ? "" : CypherText.Where(all);
    }

    /// <summary>The condition as an expression that may stand beside <c>AND</c>.</summary>
    public string Of(Filter filter, Place place) => filter switch
    {
        AllOf { Filters.Count: 0 } => "true",
        AllOf { Filters: [var only] } => Of(only, place),
        AllOf all => $"({string.Join(" AND ", Join(all.Filters, place, negated: true))})",
        AnyOf { Filters.Count: 0 } => "false",
        AnyOf { Filters: [var only] } => Of(only, place),
        AnyOf any => $"({string.Join(" OR ", Join(any.Filters, place, negated: false))})",
        Not { Inner: NullTest test } => place.Read(test.Property) + " IS NOT NULL",
        Not not when Of(not.Inner, place) is var inner => inner.StartsWith('(') ? $"NOT {inner}" : $"NOT ({inner})",
        Comparison comparison => Compare(comparison, place),
        NullTest test => place.Read(test.Property) + " IS NULL",
        TypeTest { Types.Count: 0 } => "false",
        TypeTest test => $"{place.Node}:{labels.Of(test.Types)}",
        Exists exists => Related("EXISTS", exists.Field, exists.Inner, place),
        ExistsSingle single => Related("COUNT", single.Field, single.Inner, place) + " = 1",
        AggregateComparison aggregate => CompareAggregate(aggregate, place),
        _ => throw new InvalidOperationException($"A filter of kind {filter.GetType().Name} has no form in Cypher."),
    };

    /// <summary>
    /// The parts as expressions. Many that compare one property for being equal (under OR) or not (under AND) become one
    /// <c>IN</c>, which means the same: the planner takes a minute over some thousands of them.
    /// </summary>
    private IEnumerable<string> Join(IEnumerable<Filter> parts, Place place, bool negated)
    {
        var alternatives = parts.ToLookup(part => negated ? (part as Not)?.Inner is Comparison inner ? Alternative(inner) : null : part is Comparison own ? Alternative(own) : null);
        foreach (var group in alternatives)
        {
            if (group.Key is null || group.Count() < FewAlternatives)
            {
                foreach (var part in group) yield return Of(part, place);
                continue;
            }

            var values = group.Select(part => scope.Bind(((Comparison)(part is Not not ? not.Inner : part)).Value));
            yield return $"{(negated ? "NOT " : "")}{place.Read(group.Key)} IN [{string.Join(", ", values)}]";
        }
    }

    /// <summary>The property of a plain comparison for equality, which can be one of several in a list; otherwise null.</summary>
    private static PropertyRef? Alternative(Comparison comparison) =>
        comparison is { Operator: ComparisonOperator.Equal, CaseInsensitive: false, Property.Property: { IsList: false, Kind: not ScalarKind.DateTime } } ? comparison.Property : null;

    /// <summary>Below this many the plain form is as quick to plan and easier to read.</summary>
    private const int FewAlternatives = 8;

    /// <summary>Unicode simple lower-casing: Java's own differs in two letters, final sigma and dotted capital I.</summary>
    private static string Fold(string text) => $"toLower(replace(replace({text}, 'Σ', 'σ'), 'İ', 'i'))";

    private string Related(string keyword, RelationshipField field, Filter? inner, Place place)
    {
        var related = patterns.Follow(field, Patterns.ReadsEdge(inner));
        var path = patterns.Path(place.Node, field, related);
        return CypherText.Block(keyword, "MATCH " + path, Where(inner, related));
    }

    private string Compare(Comparison comparison, Place place)
    {
        var property = comparison.Property.Property;
        var value = place.Read(comparison.Property);
        if (property.Kind == ScalarKind.DateTime && !property.IsList) return CompareInstant(value, comparison.Operator, comparison.Value);
        var parameter = scope.Bind(comparison.Value);
        if (comparison.Operator == ComparisonOperator.Includes)
        {
            // A missing list includes nothing, and that is known: not null.
            return comparison.CaseInsensitive
                ? $"any(item IN coalesce({value}, []) WHERE {Fold("item")} = {Fold(parameter)})"
                : $"{parameter} IN coalesce({value}, [])";
        }

        if (!comparison.CaseInsensitive) return $"{value} {Symbols[(int)comparison.Operator]} {parameter}";
        var folded = property.IsList ? $"[item IN {value} | {Fold("item")}]" : Fold(value);
        var against = comparison.Value.IsList ? $"[item IN {parameter} | {Fold("item")}]" : Fold(parameter);
        return $"{folded} {Symbols[(int)comparison.Operator]} {against}";
    }

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

    /// <summary>An instant or another value equal to a parameter, for positions in an order.</summary>
    public string Same(string value, Parameter parameter) => parameter.Kind == ScalarKind.DateTime
        ? CompareInstant(value, ComparisonOperator.Equal, parameter)
        : $"{value} = {scope.Bind(parameter)}";

    /// <summary>A value before or behind a parameter, for positions in an order.</summary>
    public string Beyond(string value, bool less, bool orEqual, Parameter parameter)
    {
        var how = less
            ? orEqual ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less
            : orEqual ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater;
        return parameter.Kind == ScalarKind.DateTime
            ? CompareInstant(value, how, parameter)
            : $"{value} {Symbols[(int)how]} {scope.Bind(parameter)}";
    }

    private string CompareAggregate(AggregateComparison aggregate, Place place)
    {
        var value = new Aggregation(patterns, this).OfRelated(aggregate.Field, null, aggregate.Term, place);
        return $"{value} {Symbols[(int)aggregate.Operator]} {scope.Bind(aggregate.Value)}";
    }
}
