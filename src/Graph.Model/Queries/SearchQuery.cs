using Graph.Model.Ontologies;
using Graph.Model.Search;

namespace Graph.Model.Queries;

/// <summary>
/// Nodes found by their words: exactly one row, a list of four. The hits as a list of rows, or null when not asked; their number, or null;
/// for each type that has some its ordinal and their number, as a list, most first, then by ordinal, or null; and, where they are fewer
/// than <see cref="Search.Suggestions.FewestHits"/>, what <see cref="SearchGrades.Near"/> finds, or null.
/// </summary>
/// <remarks>
/// A hit is a list: the values of <see cref="Sort"/>, its id, its caption, the values of its searchable properties as a list (null when not
/// asked), and its row for each of <see cref="SearchHits.Nodes"/>. What may be suggested is a list of the ordinal
/// of its type, its degree, its caption, and the values of its properties that are names (<see cref="NodeTexts.Named"/>), as a list.
/// </remarks>
/// <param name="Text">What was typed, and false where its last word is whole, as a list (<see cref="SearchTextOf"/>).</param>
/// <param name="Types">The types of node among which is searched.</param>
/// <param name="Hits">What is answered of hits; null: nothing.</param>
/// <param name="TotalCount">The number of hits is asked for.</param>
/// <param name="Facets">Their number by type is asked for.</param>
/// <param name="Suggestions">What may be suggested is asked for.</param>
/// <param name="Parameters">See <see cref="LogicalQuery"/>.</param>
public sealed record SearchQuery(
    Parameter Text,
    IReadOnlyList<NodeType> Types,
    SearchHits? Hits,
    bool TotalCount,
    bool Facets,
    bool Suggestions,
    IReadOnlyList<Parameter> Parameters) : LogicalQuery(Parameters)
{
    /// <summary>
    /// What hits are ordered by: grade, degree (the number of relationships, derived tallies left out), id, and the ordinal of the type.
    /// </summary>
    /// <param name="type">Any of the types, for its id.</param>
    public static IReadOnlyList<SortKey> Sort(EntityType type) =>
        [new SearchSort("grade", false), new SearchSort("degree", true), new PropertySort(new(Subject.Node, type.Id), false),
            new SearchSort("type", false)];

    /// <summary>What was typed, from the value of <see cref="Text"/>.</summary>
    /// <exception cref="Stores.QueryRefusedException">See <see cref="SearchText.Of"/>.</exception>
    public static SearchText SearchTextOf(object? value) =>
        value is IReadOnlyList<object?> and [string text, ..] typed
            ? SearchText.Of(text, prefix: typed.Count == 1 || typed[1] is not false)
            : throw new ArgumentException("No text of a search.", nameof(value));

    /// <inheritdoc/>
    public override LogicalQuery With(SelectionRewriter rewriter) => WithSelections(rewriter.Of);

    /// <summary>The same search with what it answers of nodes replaced.</summary>
    internal SearchQuery WithSelections(Func<Selection, EntityType, Selection> replace) => Hits is null
        ? this
        : this with
        {
            Hits = Hits with
            {
                Nodes = [.. Hits.Nodes.Select(rows => (IReadOnlyList<Selection>)[.. rows.Select((row, i) => replace(row, Types[i]))])],
            },
        };
}

/// <summary>What is answered of hits.</summary>
/// <param name="Page">Which part; its position has the values of <see cref="SearchQuery.Sort"/>.</param>
/// <param name="Fields">The values of searchable properties are asked for.</param>
/// <param name="Nodes">What is answered of the node, as often as it is asked for: for each of the query's types its own columns.</param>
public sealed record SearchHits(Page Page, bool Fields, IReadOnlyList<IReadOnlyList<Selection>> Nodes);

/// <summary>By something that only a search knows: see <see cref="SearchQuery.Sort"/>.</summary>
/// <param name="What">What it is.</param>
/// <param name="Descending">Greatest first.</param>
public sealed record SearchSort(string What, bool Descending) : SortKey(Descending);
