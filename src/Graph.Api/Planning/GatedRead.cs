using Graph.Api.Serving;
using Graph.GraphQL;
using Graph.GraphQL.Execution;
using Graph.Model.Changes;
using Graph.Model.Stores;

namespace Graph.Api.Planning;

/// <summary>
/// What a root field reads of a store otherwise than by a statement: in its turn, and with a store's faults told as errors of the field.
/// </summary>
internal static class GatedRead
{
    /// <summary>The code of an error that tells whoever follows the changes of a graph to begin anew.</summary>
    public const string ChangesLost = "CHANGES_LOST";

    /// <summary>The code where the graph never keeps any.</summary>
    public const string ChangesNotKept = "CHANGES_NOT_KEPT";

    /// <summary>Reads.</summary>
    /// <param name="gate">Where the field takes its turn; null: at once.</param>
    /// <param name="most">How many objects it answers.</param>
    /// <param name="execution">The field.</param>
    /// <param name="read">Reads, and writes the field's value.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask RunAsync(
        StatementGate? gate,
        int most,
        FieldExecution execution,
        Func<CancellationToken, ValueTask> read,
        CancellationToken cancellationToken)
    {
        try
        {
            if (gate is null) await read(cancellationToken);
            else await gate.RunAsync(most, execution.Services, read, cancellationToken, execution.Operation);
        }
        catch (StoreException fault)
        {
            throw new GraphQLException(StoreErrors.Of(fault));
        }
        catch (ChangesLostException fault)
        {
            var code = fault.AreEverKept ? ChangesLost : ChangesNotKept;
            throw new GraphQLException(
                new GraphQLError(fault.Message) { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code } });
        }
    }
}
