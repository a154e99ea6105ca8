using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Json;
using Graph.Model.Queries;
using Graph.Model.Stores;

namespace Graph.Api.RootFields.Streams;

/// <summary>The statement that asks what some nodes are now.</summary>
/// <param name="Query">The statement.</param>
/// <param name="Ids">The parameter with the nodes' ids.</param>
/// <param name="Piece">How a node is written.</param>
/// <param name="Key">The response key of the nodes; null where nothing of them is told.</param>
/// <param name="Store">The graph.</param>
internal sealed record NodeStatement(QueryPlan Query, Parameter Ids, Piece Piece, string? Key, IGraphStore Store)
{
    /// <summary>Asks.</summary>
    /// <param name="ids">The ids of the nodes.</param>
    /// <param name="variables">The variables of whoever asks.</param>
    /// <param name="path">Where the stream's field stands.</param>
    /// <param name="maxItems">Most items of a list.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async ValueTask<NodeAnswers> AskAsync(
        IReadOnlyList<object?> ids, CoercedVariables variables, IReadOnlyList<object> path, int maxItems, CancellationToken cancellationToken)
    {
        var values = Query.Values(variables);
        values[Ids.Index] = ids;
        using var output = new ResponseBuffer();
        using var writer = new ResponseWriter(values, Key is null ? path : [.. path, Key], maxItems, identified: true);
        var rows = new Rows(Piece, writer, output);
        try
        {
            await Query.ReadAsync(Store, values, identified: true, rows, cancellationToken);
        }
        catch (QueryRefusedException refusal)
        {
            throw new GraphQLException(refusal.Message);
        }

        return new(rows.Found);
    }

    private sealed class Rows(Piece piece, ResponseWriter writer, ResponseBuffer output) : IRowConsumer
    {
        public Dictionary<string, NodeAnswer> Found { get; } = new(StringComparer.Ordinal);

        public void Take<TReader>(ref TReader row)
            where TReader : IValueReader, allows ref struct
        {
            var (before, start) = (writer.Errors.Count, output.Length);
            if (!writer.WriteItem(piece, 0, ref row, output))
            {
                output.Truncate(start);
                output.WriteNull();
            }

            if (writer.ItemId is { } id) Found[id] = new(output.ToArray(start), [.. writer.Errors.Skip(before)]);
            output.Truncate(0);
        }
    }
}

/// <summary>What a node is now.</summary>
/// <param name="Json">As it is told.</param>
/// <param name="Errors">Errors beside that.</param>
internal sealed record NodeAnswer(byte[] Json, IReadOnlyList<GraphQLError> Errors);
