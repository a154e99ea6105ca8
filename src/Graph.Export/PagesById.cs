using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>The nodes of a type in the order of their ids, a page at a time: two statements, for the first page and for those after it.</summary>
internal sealed class PagesById
{
    /// <summary>The parameters that are this class's own: how many rows, and after which id.</summary>
    public const int OwnParameters = 2;

    private readonly IGraphStore store;
    private readonly ICompiledQuery first;
    private readonly ICompiledQuery next;

    /// <summary>Compiles the statements.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="type">The type of the nodes.</param>
    /// <param name="columns">What is read of each.</param>
    /// <param name="parameters">The parameters that the columns hold, numbered from <see cref="OwnParameters"/> on.</param>
    public PagesById(IGraphStore store, NodeType type, IReadOnlyList<Column> columns, IReadOnlyList<Parameter> parameters)
    {
        this.store = store;
        Parameter limit = new(0, ScalarKind.Int), after = new(1, ScalarKind.Id);
        var sort = new PropertySort(new(Subject.Node, type.Id), Descending: false);
        first = store.Compile(PreparedQuery.Of(new ListQuery(type, null, [sort], new(limit), new(columns), [limit, after, .. parameters])));
        next = store.Compile(
            PreparedQuery.Of(new ListQuery(type, null, [sort], new(limit, After: new([after])), new(columns), [limit, after, .. parameters])));
    }

    /// <summary>Reads a page.</summary>
    /// <param name="rows">How many nodes at most.</param>
    /// <param name="after">The id after which it begins; null: the first page.</param>
    /// <param name="values">The values of the columns' parameters.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public ValueTask ReadAsync<TConsumer>(
        int rows,
        string? after,
        IEnumerable<object?> values,
        TConsumer consumer,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer =>
        store.ReadAsync(after is null ? first : next, [rows, after, .. values], consumer, cancellationToken);
}
