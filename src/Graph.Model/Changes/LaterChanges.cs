using Graph.Model.Ontologies;
using Graph.Model.Runs;

namespace Graph.Model.Changes;

/// <summary>
/// What others have done since to the records of a run that is to be taken back. Two runs may have written by turns, so what is later is told by the
/// order in which changes were kept, record by record, and not by the numbers of the runs.
/// </summary>
internal sealed class LaterChanges
{
    private readonly Ontology ontology;
    private readonly UniqueClaims unique;
    private readonly Dictionary<long, long> undoes;
    private readonly HashSet<object> touched = [];
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly List<(object Claim, long Run, ChangedRecord Record)> met = [];

    /// <summary>Begins.</summary>
    /// <param name="run">The run to take back.</param>
    /// <param name="runs">Runs that the graph keeps.</param>
    /// <param name="ontology">The domain.</param>
    /// <exception cref="UndoRefusedException">The run was taken back already.</exception>
    public LaterChanges(long run, IReadOnlyList<ImportRun> runs, Ontology ontology)
    {
        (this.ontology, unique) = (ontology, new(ontology));
        undoes = runs.Where(one => one is { Undoes: not null, Outcome: RunOutcome.Complete }).ToDictionary(one => one.Id, one => one.Undoes!.Value);
        if (!InForce(undoes.Keys.Where(other => other > run).Append(run)).Contains(run))
            throw new UndoRefusedException(ChangeMessages.TakenBack(run, undoes.Where(pair => pair.Value == run).Max(pair => pair.Key)));
    }

    /// <summary>The run has changed a record: what others do to it from here on is later.</summary>
    public void Watch(RecordChange change)
    {
        touched.UnionWith(Claims(change));
        if (types.Add(change.Record.Type) && unique.Has(change.Record.Type))
            types.UnionWith(ontology.FindNodeType(change.Record.Type)!.Family.Types.Select(type => type.Name));
    }

    /// <summary>Somebody else has changed records. They are unpacked only where some may be the run's.</summary>
    public void Meet(ChangeChunk chunk)
    {
        if (!chunk.Types.Any(types.Contains)) return;
        foreach (var change in chunk.Read().Where(change => change.Scope != ChangeScope.Shown))
            met.AddRange(Claims(change).Where(touched.Contains).Select(claim => (claim, chunk.Run, change.Record)));
    }

    /// <summary>
    /// What holds of that: the records, each once, first the one that was met first, and the runs; 0 among these for what was no run.
    /// </summary>
    public (IReadOnlyList<ChangedRecord> Records, IReadOnlyList<long> Runs) InForce()
    {
        var standing = met.GroupBy(one => one.Claim).ToDictionary(group => group.Key, group => InForce(group.Select(one => one.Run)));
        var held = met.Where(one => standing[one.Claim].Contains(one.Run)).ToList();
        return ([.. held.Select(one => one.Record).Distinct()], [.. held.Select(one => one.Run).Distinct().Order()]);
    }

    // A run that takes another back, and that other, leave a record as it was, where both have changed it since.
    private HashSet<long> InForce(IEnumerable<long> runs)
    {
        var standing = new HashSet<long>(runs);
        foreach (var one in standing.OrderDescending().ToList())
            if (standing.Contains(one) && undoes.TryGetValue(one, out var undone) && standing.Remove(undone)) standing.Remove(one);
        return standing;
    }

    // The record itself, the place at a node that can have but one such relationship, and a value that only one node may have.
    private IEnumerable<object> Claims(RecordChange change)
    {
        var record = change.Record;
        yield return record;
        foreach (var (scope, property, from, to) in unique.Changed(change))
            foreach (var value in (string?[])[from, to])
                if (value is not null) yield return (scope.Name, property.Name, value);

        if (record.Kind != RecordKind.Relationship || ontology.FindRelationship(record.Type) is not { } type) yield break;
        if (ontology.FindNodeType(record.StartType) is { } start && type.SingleStarts.Contains(start))
        {
            yield return (record.Type, start.Family.Ordinal, record.Start, true);
        }
        if (ontology.FindNodeType(record.EndType) is { } end && type.SingleEnds.Contains(end))
        {
            yield return (record.Type, end.Family.Ordinal, record.End, false);
        }
    }
}
