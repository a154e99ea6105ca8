namespace Graph.Model.Changes;

/// <summary>What became of a record.</summary>
/// <param name="Record">The record.</param>
/// <param name="From">What it was; null where it was not there.</param>
/// <param name="To">What it is; null where it is there no more.</param>
/// <param name="Scope">Of what the change tells.</param>
public sealed record RecordChange(ChangedRecord Record, RecordState? From, RecordState? To, ChangeScope Scope = ChangeScope.Both)
{
    /// <summary>Something is different: a value, who asserts the record, or that it is there.</summary>
    public bool IsAny => From?.Sources != To?.Sources || !RecordState.HaveSameValues(From, To);

    /// <summary>It is told to those who follow the graph: the graph shows something else than before.</summary>
    public bool IsTold => Scope != ChangeScope.Given && Record.Kind != RecordKind.Judgement && !RecordState.HaveSameValues(From, To);
}
