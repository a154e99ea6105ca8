using Graph.GraphQL.Execution;
using Graph.GraphQL.Planning;

namespace Graph.GraphQL.Tests.Planning;

/// <summary>A plan whose run throws when it has begun to write.</summary>
internal sealed class FailingPlan(Exception exception) : IFieldPlanner, IFieldPlan
{
    public long Bytes => 100;

    public IFieldPlan Plan(PlannedField field, CancellationToken cancellationToken) => this;

    public ValueTask ExecuteAsync(FieldExecution execution, CancellationToken cancellationToken)
    {
        execution.Output.WriteRaw("[half"u8);
        throw exception;
    }
}
