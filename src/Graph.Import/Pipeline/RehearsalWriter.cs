using System.Text;
using Graph.Import.Dossiers;
using Graph.Model.Changes;
using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Records;
using Graph.Model.Removing;
using Graph.Model.Runs;
using Graph.Model.Spilling;
using Graph.Model.Stores;

namespace Graph.Import.Pipeline;

/// <summary>
/// Stands for the writer of a store that is not there or cannot rehearse: knows the nodes that the run has read and asks for those that
/// are stored, so that it refuses what the store would, and writes nothing.
/// </summary>
/// <param name="find">Finds stored nodes; finds none where there is no store.</param>
internal sealed class RehearsalWriter(FindStored find) : IGraphWriter
{
    /// <summary>The nodes read, by a hash of family and id, with their type: any number of them in little memory.</summary>
    private readonly SpillingTable read = new();

    public async ValueTask<WriteResult> WriteAsync(RecordBatch batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(batch);
        var refused = new List<Refusal>();
        for (var i = 0; i < batch.Nodes.Count; i++)
        {
            var (type, id) = (batch.Nodes[i].Type, batch.Cells(batch.Nodes[i])[batch.Nodes[i].Type.Id.Ordinal]);
            if (TypeOf(type, id) is { } other && other != type) refused.Add(new(IsNode: true, i, RefusalReason.OtherType, other.Name));
            else Keep(type, batch.Utf8(id));
        }

        for (var i = 0; i < batch.Relationships.Count; i++)
        {
            var one = batch.Relationships[i];
            if (TypeOf(one.StartType, one.Start) != one.StartType) refused.Add(new(IsNode: false, i, RefusalReason.NoStart, batch.Text(one.Start)));
            else if (TypeOf(one.EndType, one.End) != one.EndType) refused.Add(new(IsNode: false, i, RefusalReason.NoEnd, batch.Text(one.End)));
        }

        return new(default, default, refused);

        NodeType? TypeOf(NodeType type, Cell id) =>
            Read(type, batch.Utf8(id)) is { } known ? known
            : stored.TryGetValue(type.Family, out var found) && found.TryGetValue(batch.Text(id), out var there) ? there
            : null;
    }

    public async ValueTask<IReadOnlyDictionary<string, NodeType>> FindAsync(
        EntityType type,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, NodeType>(await find(type, ids));
        foreach (var id in ids)
            foreach (var one in type.ConcreteTypes)
                if (Read(one, Encoding.UTF8.GetBytes(id)) == one) found[id] = one;
        return found;
    }

    public ValueTask<UnlistedCounts> CountUnlistedAsync(string source, CancellationToken cancellationToken) => default;

    public ValueTask<WithdrawalCounts> WithdrawUnlistedAsync(
        IReadOnlyCollection<string> sources,
        DateTimeOffset now,
        CancellationToken cancellationToken) => default;

    public ValueTask<RemovalResult> RemoveAsync(NodeType type, string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new RemovalResult(IsFound: false, []));

    public RemovedRecords Removed { get; } = new();

    public ValueTask<ImportRun> KeepAsync(ImportRun run, CancellationToken cancellationToken) => ValueTask.FromResult(run);

    public ValueTask DropAsync(ImportRun run, CancellationToken cancellationToken) => default;

    public ValueTask<JudgementResult> JudgeAsync(
        IReadOnlyList<Judgement> made,
        IReadOnlyList<Judgement> retracted,
        bool unlessHeld,
        CancellationToken cancellationToken) => ValueTask.FromResult(new JudgementResult(0, 0, 0, []));

    public ValueTask<UndoResult> UndoAsync(long run, CancellationToken cancellationToken) =>
        throw new UndoRefusedException(ChangeMessages.NoSuchRun(run));

    public ValueTask ForgetChangesAsync(DateTimeOffset before, CancellationToken cancellationToken) => default;

    public ValueTask<long> FinishAsync(CancellationToken cancellationToken) => ValueTask.FromResult(0L);

    public ValueTask DisposeAsync()
    {
        read.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The stored nodes that the batch speaks of and the run has not read; of nodes only those whose id another type may have.</summary>
    private async ValueTask<Dictionary<NodeFamily, Dictionary<string, NodeType>>> StoredAsync(RecordBatch batch)
    {
        var wanted = new Dictionary<NodeFamily, HashSet<string>>();
        foreach (var node in batch.Nodes)
            if (node.Type.Family.Types.Count > 1) Want(node.Type, batch.Cells(node)[node.Type.Id.Ordinal]);
        foreach (var relationship in batch.Relationships)
        {
            Want(relationship.StartType, relationship.Start);
            Want(relationship.EndType, relationship.End);
        }

        var stored = new Dictionary<NodeFamily, Dictionary<string, NodeType>>();
        foreach (var (family, ids) in wanted)
        {
            var found = stored[family] = [];
            foreach (var type in family.Types)
                foreach (var (id, _) in await find(type, ids)) found[id] = type;
        }

        return stored;

        void Want(NodeType type, Cell id)
        {
            if (Read(type, batch.Utf8(id)) is not null) return;
            if (!wanted.TryGetValue(type.Family, out var ids)) wanted[type.Family] = ids = [];
            ids.Add(batch.Text(id));
        }
    }

    /// <summary>The type of the node of that family and id, where one was read.</summary>
    private NodeType? Read(NodeType type, ReadOnlySpan<byte> id) =>
        read.TryFind(Key(type, id), SpillingTable.AnyFile, out var found) ? type.Family.Types[(int)found.More] : null;

    private void Keep(NodeType type, ReadOnlySpan<byte> id)
    {
        if (Read(type, id) is not null) return;
        var at = 0;
        while (type.Family.Types[at] != type) at++;
        read.Add(new(Key(type, id), 0, 1, at));
    }

    private static ulong Key(NodeType type, ReadOnlySpan<byte> id) => RunHash.Add(RunHash.Add(0, type.Family.Ordinal), id);
}
