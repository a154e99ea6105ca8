using Graph.Model.Merging;
using Graph.Model.Records;
using Graph.Model.Text;
using Graph.Stores.Neo4j.Reading;
using Graph.Stores.Neo4j.Writing;

namespace Graph.Stores.Neo4j;

/// <content>What sources say of records, and who is one with whom.</content>
public sealed partial class Neo4jStore
{
    /// <inheritdoc/>
    public ValueTask<MergedRecords> MergedAsync(CancellationToken cancellationToken) => MergedAsync(isWhole: true, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<MergedRecords> JudgedAsync(CancellationToken cancellationToken) => MergedAsync(isWhole: false, cancellationToken);

    private async ValueTask<MergedRecords> MergedAsync(bool isWhole, CancellationToken cancellationToken) =>
        await Faults.TellAsync(() => runner.ReadAsync(
        (transaction, token) => MergedNodes.ReadAsync(transaction, Ontology, isWhole, token),
        new() { Timeout = options.QueryTimeout },
        cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> SourcesAsync(CancellationToken cancellationToken)
    {
        var numbers =
            await Faults.TellAsync(() => runner.ReadAsync(SourceNumbers.ReadAsync, new() { Timeout = options.QueryTimeout }, cancellationToken));
        return [.. numbers.Keys.Order(CodePointOrder.Instance)];
    }

    /// <inheritdoc/>
    public async ValueTask ReadAssertedAsync(
        IReadOnlyCollection<string> sources,
        Func<RecordBatch, CancellationToken, ValueTask> take,
        CancellationToken cancellationToken) =>
        await Faults.TellAsync(() => new AssertedReader(runner, Ontology, labels, take).ReadAsync(sources, cancellationToken));
}
