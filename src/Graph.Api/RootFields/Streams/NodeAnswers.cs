using Graph.GraphQL.Json;
using Graph.Model.Changes;

namespace Graph.Api.RootFields.Streams;

/// <summary>What some nodes are now, by their ids; those that are not there, or do not meet the condition, are missing.</summary>
/// <param name="found">The nodes.</param>
internal sealed class NodeAnswers(IReadOnlyDictionary<string, NodeAnswer> found)
{
    /// <summary>The node that a change is of; null where it is missing.</summary>
    public NodeAnswer? Of(RecordChange change) => change.To is null ? null : found.GetValueOrDefault(change.Record.Start);

    /// <summary>Writes the node that a change is of.</summary>
    public void Write(RecordChange change, ResponseBuffer output)
    {
        if (Of(change) is { } node) output.WriteRaw(node.Json);
        else output.WriteNull();
    }
}
