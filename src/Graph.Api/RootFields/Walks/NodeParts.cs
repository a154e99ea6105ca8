using System.Text;
using System.Text.Json;
using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;
using Graph.Model.Values;

namespace Graph.Api.RootFields.Walks;

/// <summary>Nodes that a run works out by their keys, as a selection asks for them.</summary>
internal sealed class NodeParts
{
    private readonly Parameter keys;

    private NodeParts(QueryPlan query, Piece piece, Parameter keys) => (Fragments, this.keys) = (new(query, piece), keys);

    private Fragments Fragments { get; }

    /// <summary>The statement.</summary>
    public QueryPlan Query => Fragments.Query;

    /// <summary>Plans what a field selects of a node.</summary>
    /// <param name="planning">The root field.</param>
    /// <param name="type">What the nodes are.</param>
    /// <param name="field">The field whose value is a node.</param>
    /// <param name="expected">How many there may be, for the cost.</param>
    public static NodeParts Of(RootPlanning planning, EntityType type, PlannedField field, double expected)
    {
        var (statement, columns) = (planning.Begin(), new List<Column>());
        var keys = Keys(statement);
        var piece = Pieces.Nested(PieceKind.One, field, [], statement.Selections.Nodes(type, field, 0, columns));
        var query = new LookupQuery(keys, [new(type, new(columns))], statement.Parameters.Parameters);
        return new(statement.Plan(query, (asked, cost) => cost.Answer(asked, expected)), piece, keys);
    }

    /// <summary>The parameter that holds keys.</summary>
    public static Parameter Keys(StatementPlanning statement, string name = "keys") =>
        statement.Parameters.Add(new GivenSource(name), ScalarKind.BigInt, isList: true);

    /// <summary>Reads the nodes.</summary>
    /// <param name="run">The run.</param>
    /// <param name="nodes">Their keys, by position.</param>
    /// <param name="pathOf">Where each stands in the response.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ValueTask<byte[][]> ReadAsync(
        TogetherRun run,
        IReadOnlyList<long> nodes,
        Func<int, IEnumerable<object>> pathOf,
        CancellationToken cancellationToken) => Fragments.ReadAsync(run, nodes.Count, pathOf, cancellationToken, (keys, Boxed(nodes)));

    /// <summary>Keys as the value of a parameter.</summary>
    public static IReadOnlyList<object?> Boxed(IEnumerable<long> keys) => [.. keys.Select(key => (object?)key)];
}

/// <summary>Takes keys, one a row.</summary>
/// <param name="isPositioned">The rows are those of a <see cref="LookupQuery"/>, which begin with a position.</param>
internal sealed class KeyRows(bool isPositioned = false) : IRowConsumer
{
    /// <summary>The keys so far.</summary>
    public List<long> Keys { get; } = [];

    /// <inheritdoc/>
    public void Take<TReader>(ref TReader row)
        where TReader : IValueReader, allows ref struct
    {
        row.EnterList();
        row.MoveNext();
        if (isPositioned)
        {
            row.Skip();
            row.MoveNext();
            row.EnterList();
            row.MoveNext();
        }

        Keys.Add(row.ReadInt64());
        if (isPositioned) row.LeaveList();
        row.LeaveList();
    }
}

/// <summary>Reads single values as text, which a run orders by.</summary>
internal sealed class TextReader : IDisposable
{
    private readonly ResponseBuffer scratch = new(64);

    /// <summary>The next value as text; null where there is none, or none of the form.</summary>
    public string? Read<TReader>(ref TReader row, ValueForm form)
        where TReader : IValueReader, allows ref struct
    {
        scratch.Clear();
        if (row.WriteScalar(scratch, form) is not null) return null;
        var json = scratch.WrittenSpan;
        if (json.SequenceEqual("null"u8)) return null;
        if (json[0] != '"') return Encoding.UTF8.GetString(json);
        return json.Contains((byte)'\\')
            ? JsonElement.Parse(json).GetString()
            : Encoding.UTF8.GetString(json[1..^1]);
    }

    /// <inheritdoc/>
    public void Dispose() => scratch.Dispose();
}
