using Graph.Api.Responses;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Json;
using Graph.GraphQL.Planning;

namespace Graph.Api.Planning;

/// <summary>A statement of a root field and what becomes of its rows.</summary>
/// <param name="Query">The statement.</param>
/// <param name="Begin">Begins the value of a run.</param>
internal sealed record RootPart(QueryPlan Query, Func<ResponseWriter, ResponseBuffer, IRootWriter> Begin)
{
    /// <summary>The response key, where the rows become one field of an object, which may not be null; null where they are the whole value.</summary>
    public string? Key { get; init; }

    /// <summary>JSON that stands before the value: what is constant since the part before, and the key.</summary>
    public byte[] Before { get; init; } = [];
}

/// <summary>
/// A planned root field of one statement or a few, which do not need each other's answers; the rows become the field's value
/// as they come.
/// </summary>
/// <param name="parts">The statements, in the order in which they are answered.</param>
/// <param name="after">JSON that ends the value.</param>
internal sealed class RootPlan(IReadOnlyList<RootPart> parts, byte[] after) : IFieldPlan
{
    /// <summary>A field whose value are the rows of one statement.</summary>
    public RootPlan(QueryPlan query, Func<ResponseWriter, ResponseBuffer, IRootWriter> begin)
        : this([new(query, begin)], [])
    {
    }

    /// <inheritdoc/>
    public long Bytes => parts.Sum(part => part.Query.Bytes);

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables)
    {
        if (parts is [var only]) return only.Query.Weigh(variables);
        return FieldCost.Sum(parts.Select(part => part.Query.Weigh(variables)));
    }

    /// <inheritdoc/>
    public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            execution.Output.WriteRaw(part.Before);
            await ExecuteAsync(part, execution, cancellationToken);
        }

        execution.Output.WriteRaw(after);
    }

    private static async ValueTask ExecuteAsync(RootPart part, FieldExecution execution, CancellationToken cancellationToken)
    {
        var values = part.Query.Values(execution.Variables);
        var start = execution.Output.Length;
        var (isComplete, errors) = await WriteAsync(part, execution, values, identified: false, cancellationToken);
        if (errors.Count > 0)
        {
            // Whatever is wrong is asked for once more with ids, so that the errors can name the nodes; sound answers never pay for it.
            execution.Output.Truncate(start);
            (isComplete, errors) = await WriteAsync(part, execution, values, identified: true, cancellationToken);
        }

        if (!isComplete) throw new GraphQLException(errors);
        foreach (var error in errors) execution.AddError(error);
    }

    private static async ValueTask<(bool IsComplete, IReadOnlyList<GraphQLError> Errors)> WriteAsync(
        RootPart part, FieldExecution execution, object?[] values, bool identified, CancellationToken cancellationToken)
    {
        IReadOnlyList<object> path = part.Key is { } key ? [.. execution.Path, key] : execution.Path;
        using var writer = new ResponseWriter(values, path, execution.MaxListItems, identified);
        var rows = part.Begin(writer, execution.Output);
        await part.Query.ReadAsync(execution, values, identified, rows, cancellationToken);
        return (rows.Complete(), writer.Errors);
    }
}
