using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>
/// Nodes of a type counted by what they have: one row a group, in order. A group is a combination of a value for each key; a node
/// counts in every combination of its values, once in each, so that sums over groups may exceed the number of nodes.
/// </summary>
/// <param name="Type">The type of the nodes.</param>
/// <param name="Where">Which nodes; null: all.</param>
/// <param name="Keys">By what; at least one.</param>
/// <param name="IncludeMissing">
/// A node without a value under a key counts in the group whose key is missing; otherwise it is in no group.
/// </param>
/// <param name="Having">
/// Which groups: conditions made of <see cref="FigureComparison"/> and <see cref="FigureTest"/>; null: all.
/// </param>
/// <param name="Sort">The order. It is total: the caller ends it with every key.</param>
/// <param name="Page">Which part; no positions, and not from the end.</param>
/// <param name="Columns">What is answered of each group.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record GroupQuery(
    NodeType Type,
    Filter? Where,
    IReadOnlyList<GroupKey> Keys,
    bool IncludeMissing,
    Filter? Having,
    IReadOnlyList<GroupSort> Sort,
    Page Page,
    IReadOnlyList<GroupColumn> Columns,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <summary>The figures that columns, order and condition speak of, each once.</summary>
    public IReadOnlyList<GroupFigure> Figures { get; } =
    [
        .. Columns.OfType<FigureColumn>().Select(column => column.Figure)
            .Concat(Sort.OfType<FigureSort>().Select(sort => sort.Figure))
            .Concat(FiguresOf(Having)).Distinct(),
    ];

    /// <summary>The figures that decide which groups are answered; the others need to be known of those only.</summary>
    public IReadOnlyList<GroupFigure> Deciding { get; } =
        [.. Sort.OfType<FigureSort>().Select(sort => sort.Figure).Concat(FiguresOf(Having)).Distinct()];

    /// <summary>The place of a figure among <see cref="Figures"/>.</summary>
    public int NumberOf(GroupFigure figure) => Figures.TakeWhile(other => other != figure).Count();

    /// <inheritdoc/>
    /// <remarks>Groups answer nothing of nodes that could be replaced.</remarks>
    public override LogicalQuery With(SelectionRewriter rewriter) => this;

    private static IEnumerable<GroupFigure> FiguresOf(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.SelectMany(FiguresOf),
        AnyOf any => any.Filters.SelectMany(FiguresOf),
        Not not => FiguresOf(not.Inner),
        FigureComparison comparison => [comparison.Figure],
        FigureTest test => [test.Figure],
        _ => [],
    };
}

/// <summary>What nodes are grouped by. Instants are told apart to the millisecond, as they are answered.</summary>
public abstract record GroupKey;

/// <summary>A value; of a list each item that it holds, however often.</summary>
/// <param name="Property">Of the node.</param>
public sealed record PropertyKey(Property Property) : GroupKey;

/// <summary>The stretch of time in which a day or an instant lies, by its first day.</summary>
/// <param name="Property">Of the node; a day or an instant, no list.</param>
/// <param name="Bucket">The stretch.</param>
public sealed record TimeKey(Property Property, TimeBucket Bucket) : GroupKey;

/// <summary>Each related node at the end of a way.</summary>
/// <param name="Way">One relationship after another, each declared by what the one before leads to.</param>
public sealed record RelatedKey(IReadOnlyList<RelationshipField> Way) : GroupKey
{
    /// <summary>Where the way ends.</summary>
    public EntityType Target => Way[^1].Target;

    /// <summary>The way leads to no node twice.</summary>
    public bool IsDistinct => Way is [{ Relationship.MayBeParallel: false }];
}

/// <summary>A number or value over the nodes of a group.</summary>
public abstract record GroupFigure;

/// <summary>How many nodes; never missing.</summary>
public sealed record CountFigure : GroupFigure;

/// <summary>How many distinct nodes they are related to; never missing.</summary>
/// <param name="Field">The relationship followed.</param>
public sealed record RelatedFigure(RelationshipField Field) : GroupFigure;

/// <summary>The least or greatest value, or the mean; missing where no node has a value.</summary>
/// <param name="Function">
/// <see cref="AggregateFunction.Min"/>, <see cref="AggregateFunction.Max"/> or <see cref="AggregateFunction.Average"/>. The mean is a
/// <see cref="Values.RoundedMean"/>.
/// </param>
/// <param name="Property">Of the node; no list.</param>
public sealed record ValueFigure(AggregateFunction Function, Property Property) : GroupFigure;

/// <summary>What groups are ordered by. Missing values are the greatest, text is ordered by code point.</summary>
/// <param name="Descending">Greatest first.</param>
public abstract record GroupSort(bool Descending);

/// <summary>By a figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record FigureSort(GroupFigure Figure, bool Descending) : GroupSort(Descending);

/// <summary>By a key: its value, or the caption of a related node, and its id where captions are equal.</summary>
/// <param name="Key">Which key, from 0.</param>
/// <param name="Descending">Greatest first.</param>
/// <param name="Chosen">Orders only where this parameter is the key's number; null: always.</param>
public sealed record KeySort(int Key, bool Descending, Parameter? Chosen = null) : GroupSort(Descending);

/// <summary>One value of a row.</summary>
public abstract record GroupColumn;

/// <summary>Something of a key; null where the key is missing.</summary>
/// <param name="Key">Which key, from 0.</param>
/// <param name="Part">What of it.</param>
public sealed record GroupKeyColumn(int Key, KeyPart Part) : GroupColumn;

/// <summary>A figure; a mean is a Float, a value is encoded as the store keeps the property.</summary>
/// <param name="Figure">The figure.</param>
public sealed record FigureColumn(GroupFigure Figure) : GroupColumn;

/// <summary>Compares a figure of a group with a parameter; unknown where it is missing.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Operator">
/// <see cref="ComparisonOperator.Equal"/> to <see cref="ComparisonOperator.GreaterOrEqual"/>, or <see cref="ComparisonOperator.In"/>.
/// </param>
/// <param name="Value">With what.</param>
public sealed record FigureComparison(GroupFigure Figure, ComparisonOperator Operator, Parameter Value) : Filter;

/// <summary>The figure of a group has no value; never unknown.</summary>
/// <param name="Figure">The figure.</param>
public sealed record FigureTest(GroupFigure Figure) : Filter;
