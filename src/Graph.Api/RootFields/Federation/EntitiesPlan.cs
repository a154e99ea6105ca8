using Graph.Api.Planning;
using Graph.Api.Responses;
using Graph.GraphQL;
using Graph.GraphQL.Coercion;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Federation;

/// <summary>The statement for the nodes of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Query">The statement: a row each, the list [id, ids of those merged into it if any may be, what is selected].</param>
/// <param name="List">What is selected.</param>
/// <param name="IsMergeable">Whether nodes may be one with others.</param>
internal sealed record EntityPart(NodeType Type, QueryPlan Query, Piece List, bool IsMergeable);

/// <summary>The statements for each type, of which a run asks those whose nodes it is asked for.</summary>
/// <param name="asked">What is asked for.</param>
/// <param name="parts">One for each type.</param>
internal sealed class EntitiesPlan(Representations asked, IReadOnlyList<EntityPart> parts) : IFieldPlan
{
    /// <inheritdoc/>
    public long Bytes => parts.Sum(part => part.Query.Bytes);

    /// <inheritdoc/>
    public FieldCost Weigh(CoercedVariables variables)
    {
        return FieldCost.Sum(parts.Where(part => asked.PlacesOf(part.Type, variables) > 0).Select(Of));

        FieldCost Of(EntityPart part)
        {
            // The engine takes a list to have ten items; until the graph is counted, what the statement is priced at is nearer to it.
            var cost = part.Query.Weigh(variables);
            // A node is read once, and written at each of its places.
            var times = (double)asked.PlacesOf(part.Type, variables) / asked.IdsOf(part.Type, variables).Count;
            return cost with { Objects = Math.Round((cost.Objects ?? part.Query.Price(variables)) * times), Advice = times > 1 ? null : cost.Advice };
        }
    }

    /// <inheritdoc/>
    public async ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        var nodes = asked.Read(execution.Variables);
        if (nodes.Count > execution.MaxListItems)
            throw new GraphQLException(ApiMessages.TooManyRepresentations(nodes.Count, execution.MaxListItems));
        var found = new byte[]?[nodes.Count];
        foreach (var part in parts)
        {
            var places = nodes.Index().Where(node => node.Item.Type == part.Type)
                .ToLookup(node => node.Item.Id, node => node.Index, StringComparer.Ordinal);
            if (places.Count == 0) continue;
            var errors = await ReadAsync(part, places, found, execution, identified: false, cancellationToken);
            // Whatever is wrong is asked for once more with ids, so that the errors can name the nodes; sound answers never pay for it.
            if (errors.Count > 0) errors = await ReadAsync(part, places, found, execution, identified: true, cancellationToken);
            foreach (var error in errors) execution.AddError(error);
        }

        execution.Output.WriteRaw("["u8);
        foreach (var (place, node) in found.Index())
        {
            if (place > 0) execution.Output.WriteRaw(","u8);
            if (node is null) execution.Output.WriteNull();
            else execution.Output.WriteRaw(node);
        }

        execution.Output.WriteRaw("]"u8);
    }

    private static async ValueTask<IReadOnlyList<GraphQLError>> ReadAsync(
        EntityPart part,
        ILookup<string, int> places,
        byte[]?[] found,
        FieldExecution execution,
        bool identified,
        CancellationToken cancellationToken)
    {
        var values = part.Query.Values(execution.Variables);
        using var writer = new ResponseWriter(values, execution.Path, execution.MaxListItems, identified);
        using var rows = new EntityRows(part, places, found, writer);
        await part.Query.ReadAsync(execution, values, identified, rows, cancellationToken);
        return writer.Errors;
    }
}
