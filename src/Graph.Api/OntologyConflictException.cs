namespace Graph.Api;

/// <summary>An ontology that cannot be offered as an API, as two of its things would have one name there.</summary>
public sealed class OntologyConflictException : Exception
{
    internal OntologyConflictException(IReadOnlyList<string> conflicts)
        : base(ApiMessages.Conflicts(conflicts)) => Conflicts = conflicts;

    /// <summary>A sentence for each.</summary>
    public IReadOnlyList<string> Conflicts { get; }
}
