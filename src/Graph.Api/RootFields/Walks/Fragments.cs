using System.Collections;
using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL;
using Graph.GraphQL.Json;
using Graph.Model.Queries;

namespace Graph.Api.RootFields.Walks;

/// <summary>
/// Values that one statement answers for many places of a field's value, by the position in a list of keys with which each row begins.
/// </summary>
/// <param name="query">The statement.</param>
/// <param name="piece">What each value is: an object, or a list of objects.</param>
internal sealed class Fragments(QueryPlan query, Piece piece)
{
    /// <summary>The statement.</summary>
    public QueryPlan Query => query;

    /// <summary>Reads the values.</summary>
    /// <param name="run">The run.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="pathOf">Where each stands in the response, for errors.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="given">The parameters worked out, the keys among them.</param>
    /// <returns>The values as JSON, by position.</returns>
    /// <exception cref="GraphQLException">A value that may not be missing is missing.</exception>
    public async ValueTask<byte[][]> ReadAsync(
        TogetherRun run,
        int count,
        Func<int, IEnumerable<object>> pathOf,
        CancellationToken cancellationToken,
        params (Parameter Parameter, object? Value)[] given)
    {
        if (count == 0) return [];
        var (rows, errors, isComplete) = await ReadAsync(run, count, pathOf, identified: false, cancellationToken, given);
        // Whatever is wrong is asked for once more with ids, so that the errors can name the nodes.
        if (errors.Count > 0) (rows, errors, isComplete) = await ReadAsync(run, count, pathOf, identified: true, cancellationToken, given);
        if (!isComplete) throw new GraphQLException(errors);
        run.Errors.AddRange(errors);
        return [.. rows.Select(row => row ?? throw new GraphQLException(ApiMessages.ChangedWhileRead))];
    }

    private async ValueTask<(byte[]?[] Rows, IReadOnlyList<GraphQLError> Errors, bool IsComplete)> ReadAsync(
        TogetherRun run,
        int count,
        Func<int, IEnumerable<object>> pathOf,
        bool identified,
        CancellationToken cancellationToken,
        (Parameter Parameter, object? Value)[] given)
    {
        using var rows = new Rows(piece, count, pathOf, run, query.Values(run.Execution.Variables), identified);
        await run.ReadAsync(query, rows, identified, cancellationToken, given);
        return (rows.Values, rows.Errors, rows.IsComplete);
    }

    private sealed class Rows : IRowConsumer, IDisposable
    {
        private readonly LatePath path;
        private readonly ResponseBuffer scratch = new();
        private readonly ResponseWriter writer;
        private readonly Piece piece;

        public Rows(Piece piece, int count, Func<int, IEnumerable<object>> pathOf, TogetherRun run, IReadOnlyList<object?> values, bool identified)
        {
            (this.piece, path, Values) = (piece, new(pathOf), new byte[count][]);
            writer = new(values, path, run.Execution.MaxListItems, identified);
        }

        public byte[]?[] Values { get; }

        public IReadOnlyList<GraphQLError> Errors => writer.Errors;

        public bool IsComplete { get; private set; } = true;

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            row.EnterList();
            row.MoveNext();
            var position = (int)row.ReadInt64();
            path.Position = position;
            row.MoveNext();
            scratch.Clear();
            IsComplete &= piece.Kind == PieceKind.List
                ? writer.WriteRows(piece, ref row, scratch)
                : writer.WriteItem(piece, 0, ref row, scratch);
            Values[position] ??= scratch.ToArray(0);
            row.LeaveList();
        }

        public void Dispose()
        {
            writer.Dispose();
            scratch.Dispose();
        }
    }

    /// <summary>Where the value at hand stands, which is worked out only where an error tells it.</summary>
    private sealed class LatePath(Func<int, IEnumerable<object>> pathOf) : IReadOnlyList<object>
    {
        public int Position { get; set; }

        public int Count => Now.Count;

        public object this[int index] => Now[index];

        private List<object> Now => [.. pathOf(Position)];

        public IEnumerator<object> GetEnumerator() => Now.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
