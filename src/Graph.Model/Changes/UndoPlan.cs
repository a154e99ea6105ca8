using Graph.Model.Merging;
using Graph.Model.Ontologies;
using Graph.Model.Runs;

namespace Graph.Model.Changes;

/// <summary>What taking a run back has to do: each record that it changed goes back to what it was before.</summary>
/// <param name="Run">The run.</param>
/// <param name="Changes">What becomes of its records: from what they are to what they were.</param>
public sealed record UndoPlan(long Run, IReadOnlyList<RecordChange> Changes)
{
    /// <summary>Plans.</summary>
    /// <param name="run">The run to take back.</param>
    /// <param name="runs">Runs that the graph keeps, at least that one and all since.</param>
    /// <param name="chunks">The chunks of changes of that run and all since, in their order.</param>
    /// <param name="ontology">The domain.</param>
    /// <exception cref="UndoRefusedException">It cannot be taken back; the sentence says why.</exception>
    public static UndoPlan Of(long run, IReadOnlyList<ImportRun> runs, IEnumerable<ChangeChunk> chunks, Ontology ontology)
    {
        var known = runs.FirstOrDefault(one => one.Id == run);
        var changes = new Dictionary<ChangedRecord, RecordChange>();
        var later = new LaterChanges(run, runs, ontology);
        foreach (var chunk in chunks)
        {
            if (chunk.Run != run)
            {
                later.Meet(chunk);
                continue;
            }

            foreach (var change in chunk.Read().Where(change => change.Scope != ChangeScope.Shown))
            {
                changes[change.Record] = changes.TryGetValue(change.Record, out var before) ? before with { To = change.To } : change;
                later.Watch(change);
            }
        }

        if (changes.Count == 0)
        {
            // The run that is to do it has a number already, which nobody can have read in the log.
            if (known is null || known.Undoes == run) throw new UndoRefusedException(ChangeMessages.NoSuchRun(run));
            if (known.EndedAt is null) throw new UndoRefusedException(ChangeMessages.BrokenOff(run));
            throw new UndoRefusedException(known.Added + known.Changed + known.Removed == 0
                ? ChangeMessages.ChangedNothing(run)
                : ChangeMessages.NotKept(run));
        }

        foreach (var type in changes.Keys.SelectMany(TypesOf).Distinct(StringComparer.Ordinal))
            if (ontology.FindNodeType(type) is null && ontology.FindRelationship(type) is null)
            {
                throw new UndoRefusedException(ChangeMessages.TypeGone(run, type));
            }
        if (later.InForce() is { Records: [var first, ..] records, Runs: var others })
            throw new UndoRefusedException(ChangeMessages.Touched(run, others, first, records.Count - 1));
        return new(run, [.. changes.Values.Select(change => change with { From = change.To, To = change.From }).Where(change => change.IsAny)]);
    }

    private static IEnumerable<string> TypesOf(ChangedRecord record) => record.Kind switch
    {
        RecordKind.Node => [record.Type],
        RecordKind.Relationship => [record.Type, record.StartType, record.EndType],
        _ => [],
    };

    /// <summary>A node in one of its states.</summary>
    internal static NamedNode Node(ChangedRecord record, RecordState? state, Ontology ontology) =>
        new(ontology.FindNodeType(record.Type)!, record.Start, state?.Read() ?? new Dictionary<string, string>()) { Sources = state?.Sources };

    /// <summary>A relationship in one of its states; of one whose values are not kept, those that tell it apart.</summary>
    internal static NamedRelationship Relationship(ChangedRecord record, RecordState? state, Ontology ontology)
    {
        var type = ontology.FindRelationship(record.Type)!;
        var values = new Dictionary<string, string>(state?.Read() ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var (property, value) in type.Identifying.Zip(record.Identity.Split('\0')))
            if (value.Length > 0) values[property.Name] = value;
        return new(type, ontology.FindNodeType(record.StartType)!, record.Start, ontology.FindNodeType(record.EndType)!, record.End!, values)
        {
            Sources = state?.Sources,
        };
    }
}

/// <summary>A run cannot be taken back; the sentence says why, and how to mend it.</summary>
/// <param name="message">The sentence.</param>
public sealed class UndoRefusedException(string message) : Exception(message);
