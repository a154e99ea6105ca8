using Graph.GraphQL.Execution;

namespace Graph.Api.Questions;

/// <summary>What is taken down of a request that is answered by several operations, such as a call of an assistant's tool.</summary>
public static class RecordOfARequest
{
    /// <summary>The record among the services of a request; null where nobody takes anything down.</summary>
    public static OperationRecord? Record(this IServiceProvider? services) => services?.GetService(typeof(OperationRecord)) as OperationRecord;
}
