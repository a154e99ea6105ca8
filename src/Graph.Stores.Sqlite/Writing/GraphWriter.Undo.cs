using Graph.Model.Changes;
using Graph.Model.Runs;
using Graph.Stores.Sqlite.Tables;

namespace Graph.Stores.Sqlite.Writing;

/// <summary>Runs that are taken back.</summary>
internal sealed partial class GraphWriter
{
    /// <inheritdoc/>
    public ValueTask<UndoResult> UndoAsync(long run, CancellationToken cancellationToken) => ValueTask.FromResult(TransactOnAll(
        () =>
        {
            var runs = connection.Texts($"SELECT \"run\" FROM \"{Definitions.Runs}\" ORDER BY \"id\"").Select(ImportRun.Parse).OfType<ImportRun>()
                .ToList();
            var chunks = KeptChanges.ReadHeadsOfRun(connection, run)
                .Select(head => head with { Data = KeptChanges.ReadData(connection, head.First)! });
            var plan = UndoPlan.Of(run, runs, chunks, layout.Ontology);
            remembered.Clear();
            var result = Completed(Undoing.Begin(plan, layout.Ontology, Storage(), BeginMerging(), journal.Recorder).RunAsync());
            remembered.Clear();
            Follow();
            degrees.Touch();
            return result;
        },
        cancellationToken));

    /// <inheritdoc/>
    public ValueTask ForgetChangesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        Transact(
            () =>
            {
                KeptChanges.Forget(connection, before);
                return true;
            },
            cancellationToken);
        return default;
    }
}
