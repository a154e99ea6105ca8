using System.Collections.Concurrent;
using System.Diagnostics;
using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Queries;
using Graph.Model.Stores;
using Graph.Model.Text;

namespace Graph.Api.Planning;

/// <summary>A planned query: the store's statement, where its parameters come from, and what it costs.</summary>
internal sealed class QueryPlan
{
    // Bindings and slots beside the statement's text, whose characters take two bytes.
    private const int BytesPerCharacter = 3;

    private readonly IGraphStore store;
    private readonly StatementGate? gate;
    private readonly GraphSizes sizes;
    private readonly TimeProvider time;
    private readonly PreparedQuery query;
    private readonly IReadOnlyList<ParameterSource> sources;
    private readonly IReadOnlyList<CursorSlot> cursors;
    private readonly ICompiledQuery statement;
    private readonly Action<LogicalQuery, QueryCost> weigh;
    private Tuple<object, QueryCost>? fixedCost;
    private readonly ConcurrentDictionary<string, ICompiledQuery> variants = new(StringComparer.Ordinal);

    public QueryPlan(
        IGraphStore store,
        GraphApiOptions options,
        PreparedQuery query,
        IReadOnlyList<ParameterSource> sources,
        IReadOnlyList<CursorSlot> cursors,
        Action<LogicalQuery, QueryCost> weigh)
    {
        this.store = store;
        gate = options.Gate;
        sizes = options.Sizes;
        time = options.Time;
        this.query = query;
        this.sources = sources;
        this.cursors = cursors;
        this.weigh = weigh;
        statement = Compile();
    }

    /// <summary>See <see cref="IFieldPlan.Bytes"/>.</summary>
    public long Bytes => (long)BytesPerCharacter * statement.Statement.Length * (cursors.Count == 0 ? 2 : 1 + Limits.MaxVariants);

    /// <summary>See <see cref="IFieldPlan.Weigh"/>.</summary>
    public FieldCost Weigh(CoercedVariables variables) => CostOf(variables).Told;

    /// <summary>Asks the store, when the statement's turn has come.</summary>
    /// <param name="execution">The run.</param>
    /// <param name="values">See <see cref="Values"/>.</param>
    /// <param name="identified">Every row of a node begins with its id: see <see cref="IdentifiedRows"/>.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <exception cref="GraphQLException">The store has failed, or refuses.</exception>
    public async ValueTask ReadAsync<TConsumer>(
        FieldExecution execution,
        object?[] values,
        bool identified,
        TConsumer rows,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        try
        {
            var (compiled, came) = (Statement(values, identified), time.GetTimestamp());
            if (gate is null) await ReadAsync(store, compiled, values, rows, execution.Record, came, cancellationToken);
            else await gate.RunAsync(
                Price(execution.Variables),
                execution.Services,
                token => ReadAsync(store, compiled, values, rows, execution.Record, came, token),
                cancellationToken,
                execution.Operation);
        }
        catch (StoreException fault)
        {
            throw new GraphQLException(StoreErrors.Of(fault));
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(refusal.Message);
        }
    }

    /// <summary>Asks within a transaction that a field has begun, in the turn that the field has.</summary>
    public ValueTask ReadAsync<TConsumer>(
        IGraphReading reading,
        FieldExecution execution,
        object?[] values,
        bool identified,
        TConsumer rows,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer =>
        ReadAsync(reading, Statement(values, identified), values, rows, execution.Record, time.GetTimestamp(), cancellationToken);

    /// <summary>Asks for many requests at once, none of which it counts as one of its own.</summary>
    public ValueTask ReadAsync<TConsumer>(
        IGraphReading reading, object?[] values, bool identified, TConsumer rows, CancellationToken cancellationToken)
        where TConsumer : IRowConsumer =>
        ReadAsync(reading, Statement(values, identified), values, rows, record: null, time.GetTimestamp(), cancellationToken);

    /// <summary>What a run may cost with all that it answers, by which it is told when its turn is.</summary>
    public double Price(CoercedVariables variables)
    {
        var cost = CostOf(variables);
        return cost.Finding + cost.Rows;
    }

    /// <summary>The same until the graph is counted again, unless numbers or lists of the request decide it.</summary>
    private QueryCost CostOf(CoercedVariables variables)
    {
        var count = sizes.Count;
        if (fixedCost is { } known && known.Item1 == count) return known.Item2;
        var varies = false;
        // Of what the store is asked: alternatives that it answers together cost what they cost together.
        var cost = new QueryCost(sizes, Value);
        weigh(query.Gathered, cost);
        if (!varies) fixedCost = new(count, cost);
        return cost;

        object? Value(Parameter parameter)
        {
            if (parameter.Items is { } items)
                return items.SelectMany(item => Value(item) is IReadOnlyList<object?> list ? list : [Value(item)]).ToList();
            switch (sources[parameter.Index])
            {
                case CountSource asked:
                    varies |= !asked.Source.TryGetConstant(out _);
                    return asked.Source.Resolve(variables);
                case RequestSource request:
                    varies |= !request.Source.TryGetConstant(out _);
                    return request.Source.Resolve(variables);
                case ConstantSource constant:
                    return constant.Value;
                case ConvertedSource { IsWeighed: true } converted:
                    varies = true;
                    return converted.Resolve(variables);
                default:
                    return null;
            }
        }
    }

    /// <summary>Asks, and takes down for whoever wants to know how long that took and what it gave.</summary>
    private async ValueTask ReadAsync<TConsumer>(
        IGraphReading reading,
        ICompiledQuery compiled,
        object?[] values,
        TConsumer rows,
        OperationRecord? record,
        long came,
        CancellationToken cancellationToken)
        where TConsumer : IRowConsumer
    {
        var (counted, began) = (new CountedRows<TConsumer>(rows), time.GetTimestamp());
        try
        {
            await reading.ReadAsync(compiled, values, counted, cancellationToken);
        }
        finally
        {
            StatementMetrics.Gave(counted.Count);
            record?.Add(new(compiled.Statement, time.GetElapsedTime(came, began), time.GetElapsedTime(began), counted.Count));
        }
    }

    private List<int> Missing(object?[] values) =>
        cursors.Count == 0 ? [] : [.. Enumerable.Range(0, values.Length).Where(i => values[i] is null && sources[i] is CursorSource)];

    /// <summary>The values of the statement's parameters in a run.</summary>
    /// <exception cref="GraphQLException">A number is out of range, or a cursor is none.</exception>
    public object?[] Values(CoercedVariables variables)
    {
        var positions = cursors.Count == 0 ? [] : cursors.Select(cursor => cursor.Read(variables)).ToArray();
        var values = new object?[sources.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = sources[i] switch
            {
                RequestSource source => Normalized(source.Source.Resolve(variables)),
                ConvertedSource source => source.Resolve(variables),
                CountSource count => Checked(count, (int)count.Source.Resolve(variables)!),
                ConstantSource constant => constant.Value,
                BoundSource bound => bound.IsEnd ? bound.Range.LastDay(variables) : bound.Range.FirstDay(variables),
                GlobalIdSource id => Normalized(id.Resolve(variables, store.Ontology).Id),
                DaySource day => day.Resolve(variables, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)),
                CursorSource cursor => positions[cursor.Slot][cursor.Key],
                GivenSource => null,
                var other => throw new UnreachableException($"A {other.GetType().Name} is not a source of values."),
            };
        }

        return values;
    }

    /// <summary>Text as the graph holds it: in Unicode's form C. The values of cursors are those of rows, and stay as they are.</summary>
    private static object? Normalized(object? value) => value switch
    {
        string text => NormalizationFormC.Normalize(text),
        IReadOnlyList<object?> items when items.Any(item => item is string) => items.Select(Normalized).ToList(),
        _ => value,
    };

    /// <summary>
    /// A number that a store takes. The engine refuses the arguments that it knows by name before anything runs; those of other
    /// names reach this.
    /// </summary>
    private static object Checked(CountSource count, int value)
    {
        if (value < 0) throw new GraphQLException(ApiMessages.NegativeCount(count.Argument, count.Field, value));
        if (value > count.Most) throw new GraphQLException(ApiMessages.TooLargeCount(count.Argument, count.Field, value, count.Most));
        return value;
    }

    private ICompiledQuery Compile()
    {
        try
        {
            return store.Compile(query);
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(refusal.Message);
        }
    }

    private ICompiledQuery Statement(object?[] values, bool identified)
    {
        var missing = Missing(values);
        if (missing.Count == 0 && !identified) return statement;
        var key = (identified ? "id," : "") + string.Join(',', missing);
        if (variants.TryGetValue(key, out var known)) return known;
        var asked = MissingKeys.LeaveOut(query.Asked, missing);
        var variant = store.Compile(PreparedQuery.Of(identified ? IdentifiedRows.Of(asked) : asked));
        if (variants.Count < Limits.MaxVariants) variants.TryAdd(key, variant);
        return variant;
    }
}
