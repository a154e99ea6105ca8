using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;

namespace Graph.GraphQL.AspNetCore.Tests;

/// <summary>
/// A planned stream that counts, and goes on after the id that a client saw last: first it tells where it stands, with 13 there is an error beside the
/// value, and it ends with an error at a hundred.
/// </summary>
internal sealed class Steps : IFieldPlanner, IStreamPlan
{
    public long Bytes => 0;

    public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken) => this;

    public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IAsyncEnumerable<StreamedEvent>> OpenAsync(FieldSubscription subscription, CancellationToken cancellationToken)
    {
        var (last, to) = (0, (int)subscription.Variables["to"]!);
        if (subscription.LastEventId is { } id && !int.TryParse(id, CultureInfo.InvariantCulture, out last)) throw new GraphQLException($"\"{id}\" is no step.");
        return new(CountAsync(last, to, CancellationToken.None));
    }

    private static async IAsyncEnumerable<StreamedEvent> CountAsync(int last, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new(default, Text(last));
        for (var step = last + 1; step <= to; step++)
        {
            await Task.Yield();
            if (step == 100) throw new GraphQLException("A hundred is enough.");
            yield return new(Encoding.UTF8.GetBytes(Text(step)), Text(step)) { Errors = step == 13 ? [new("Unlucky.")] : [] };
        }

        if (to < 0) await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private static string Text(int step) => step.ToString(CultureInfo.InvariantCulture);
}
