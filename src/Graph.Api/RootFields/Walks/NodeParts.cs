using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;
using Graph.Model.Queries;

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
