namespace Graph.Model.Changes;

/// <summary>
/// What a transaction changes where nodes are one with others: of each record what the graph held before and holds now, and the same of what is kept
/// beside it; at the end, what sources give and what is shown are told apart.
/// </summary>
/// <param name="types">The names of the types among which nodes may be one.</param>
/// <param name="before">The ids of those that are when the transaction begins.</param>
internal sealed class MergedChanges(HashSet<string> types, HashSet<string> before)
{
    private readonly Dictionary<ChangedRecord, RecordChange> graph = [];
    private readonly Dictionary<ChangedRecord, RecordChange> given = [];
    private readonly List<RecordChange> judgements = [];
    private readonly HashSet<string> now = [.. before];

    /// <summary>A node is one with others now, or no longer.</summary>
    public void Member(string id, bool isOne)
    {
        if (isOne) now.Add(id);
        else now.Remove(id);
    }

    /// <summary>The graph itself has changed.</summary>
    public void Graph(RecordChange change) => Note(graph, change);

    /// <summary>What sources give, and is kept beside the graph, has changed.</summary>
    public void Beside(RecordChange change) => Note(given, change);

    /// <summary>A judgement has changed.</summary>
    public void Judgement(RecordChange change) => judgements.Add(change);

    /// <summary>What there is to keep: first what goes, so that a record never stands where another still does.</summary>
    public IEnumerable<RecordChange> All() => graph.Keys.Union(given.Keys).SelectMany(Of).Where(change => change.IsAny)
        .OrderBy(change => (change.To is null, change.Record.Kind == RecordKind.Node) switch
        {
            (true, false) => 0,
            (true, true) => 1,
            (_, true) => 2,
            _ => 3,
        })
        .Concat(judgements);

    private IEnumerable<RecordChange> Of(ChangedRecord record)
    {
        var (shown, beside) = (graph.GetValueOrDefault(record), given.GetValueOrDefault(record));
        var (wasMember, isMember) = (IsAtMember(record, before), IsAtMember(record, now));
        if (!wasMember && !isMember)
        {
            if (shown is not null) yield return shown;
            yield break;
        }

        if (shown is not null && !RecordState.HaveSameValues(shown.From, shown.To)) yield return shown with { Scope = ChangeScope.Shown };

        // What a source gives stands beside the graph where an end of it is one with others, else in it. What has gone from one to the other was
        // touched in both, if it was there and is there still.
        if (wasMember && isMember && beside is null) yield break;
        yield return new(record, (wasMember ? beside : shown)?.From, (isMember ? beside : shown)?.To, ChangeScope.Given);
    }

    private bool IsAtMember(ChangedRecord record, HashSet<string> members) => record.Kind == RecordKind.Node
        ? types.Contains(record.Type) && members.Contains(record.Start)
        : (types.Contains(record.StartType) && members.Contains(record.Start)) || (types.Contains(record.EndType) && members.Contains(record.End!));

    private static void Note(Dictionary<ChangedRecord, RecordChange> changes, RecordChange change) =>
        changes[change.Record] = changes.TryGetValue(change.Record, out var known) ? known with { To = change.To } : change;
}
