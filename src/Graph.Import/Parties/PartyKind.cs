namespace Graph.Import.Parties;

/// <summary>What is known of a side of a row that names somebody.</summary>
internal enum PartyKind
{
    /// <summary>A state of ISO 3166-1.</summary>
    State,

    /// <summary>A body that the source's own tables name.</summary>
    Organization,

    /// <summary>A name that nobody has matched: the actor <c>unresolved</c> with the name as surface form.</summary>
    Unresolved,
}
