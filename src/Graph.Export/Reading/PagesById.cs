using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>Rows of nodes in the order of their ids.</summary>
internal interface IIdRows : IRowConsumer
{
    /// <summary>Rows taken.</summary>
    int Rows { get; }

    /// <summary>The id of the last node that has one.</summary>
    string? LastId { get; }
}

/// <summary>
/// Nodes of a type in the order of their ids, a page at a time: all, those for which a condition holds, or those whose ids are
/// given. Two statements, for the first page and for those after it.
/// </summary>
internal sealed class PagesById
{
    private readonly IGraphStore store;
    private readonly IReadOnlyList<string>? ids;
    private readonly IReadOnlyList<object?> values;
    private readonly ICompiledQuery first;
    private readonly ICompiledQuery next;
    private string? after;
    private int taken;

    /// <summary>Compiles the statements.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="type">The type of the nodes.</param>
    /// <param name="ids">Their ids, in order; null: all of them are read, or those that <paramref name="where"/> chooses.</param>
    /// <param name="where">A condition on them; null: none.</param>
    /// <param name="columns">What is read of each.</param>
    /// <param name="parameters">The parameters that the columns hold, numbered after those of <paramref name="where"/>.</param>
    /// <param name="values">Their values.</param>
    public PagesById(
        IGraphStore store,
        NodeType type,
        IReadOnlyList<string>? ids,
        ChosenActs? where,
        IReadOnlyList<Column> columns,
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<object?> values)
    {
        (this.store, this.ids, this.values) = (store, ids, [.. where?.Values ?? [], .. values]);
        List<Parameter> all = [.. where?.Parameters ?? [], .. parameters];
        var id = new PropertyRef(Subject.Node, type.Id);
        if (ids is not null)
        {
            all.Add(new(all.Count, ScalarKind.Id, IsList: true));
            first = next = Compile(new Comparison(id, ComparisonOperator.In, all[^1]), Page.Whole);
            return;
        }

        Parameter limit = new(all.Count, ScalarKind.Int), position = new(all.Count + 1, ScalarKind.Id);
        all.AddRange([limit, position]);
        first = Compile(where?.Where, new(limit));
        next = Compile(where?.Where, new(limit, After: new([position])));

        ICompiledQuery Compile(Filter? filter, Page page) =>
            store.Compile(PreparedQuery.Of(new ListQuery(type, filter, [new PropertySort(id, Descending: false)], page, new(columns), all)));
    }

    /// <summary>There is no further page.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Reads the next page.</summary>
    /// <param name="rows">How many nodes at most.</param>
    /// <param name="consumer">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public async ValueTask ReadNextAsync<TConsumer>(int rows, TConsumer consumer, CancellationToken cancellationToken)
        where TConsumer : IIdRows
    {
        if (ids is not null)
        {
            List<object?> some = [.. ids.Skip(taken).Take(rows)];
            taken += some.Count;
            IsDone = taken == ids.Count;
            if (some.Count > 0) await store.ReadAsync(first, [.. values, some], consumer, cancellationToken);
            return;
        }

        var before = consumer.Rows;
        await store.ReadAsync(after is null ? first : next, [.. values, rows, after], consumer, cancellationToken);
        IsDone = consumer.Rows - before < rows || consumer.LastId == after;
        after = consumer.LastId;
    }
}
