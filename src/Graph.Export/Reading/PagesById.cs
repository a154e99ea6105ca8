using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>The nodes of a type in the order of their ids, a page at a time: two statements, for the first page and for those after it.</summary>
internal sealed class PagesById
{
    private readonly IGraphStore store;
    private readonly IReadOnlyList<object?> values;
    private readonly ICompiledQuery first;
    private readonly ICompiledQuery next;

    /// <summary>Compiles the statements.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="type">The type of the nodes.</param>
    /// <param name="where">Which of them; null: all.</param>
    /// <param name="columns">What is read of each.</param>
    /// <param name="parameters">The parameters that the condition and the columns hold, numbered from 0.</param>
    /// <param name="values">Their values.</param>
    public PagesById(
        IGraphStore store,
        NodeType type,
        Filter? where,
        IReadOnlyList<Column> columns,
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<object?> values)
    {
        (this.store, this.values) = (store, values);
        Parameter limit = new(parameters.Count, ScalarKind.Int), after = new(parameters.Count + 1, ScalarKind.Id);
        var sort = new PropertySort(new(Subject.Node, type.Id), Descending: false);
        first = Compile(new(limit));
        next = Compile(new(limit, After: new([after])));

        ICompiledQuery Compile(Page page) =>
            store.Compile(PreparedQuery.Of(new ListQuery(type, where, [sort], page, new(columns), [.. parameters, limit, after])));
    }

    /// <summary>Reads a page.</summary>
    /// <param name="rows">How many nodes at most.</param>
    /// <param name="after">The id after which it begins; null: the first page.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public ValueTask ReadAsync<TConsumer>(
        int rows,
        string? after,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer =>
        store.ReadAsync(after is null ? first : next, [.. values, rows, after], consumer, cancellationToken);
}
