using Graph.Model.Ontologies;

namespace Graph.Model.Queries;

/// <summary>The kinds of acts that are counted.</summary>
/// <param name="Given">A list of kinds, known when the query runs; null where none is given.</param>
/// <param name="IsCounted">Those of the kind <see cref="Act.Counted"/>, where the ontology names one.</param>
public sealed record ActKinds(Parameter? Given, bool IsCounted)
{
    /// <summary>Every kind.</summary>
    public static ActKinds All { get; } = new(null, false);

    /// <summary>Every kind is counted.</summary>
    public bool IsAll => Given is null && !IsCounted;

    /// <summary>The kind that the ontology says is counted; where it names none, every kind.</summary>
    public static ActKinds Counted { get; } = new(null, true);

    /// <summary>The kinds of a list; of an empty one none.</summary>
    public static ActKinds Of(Parameter list) => new(list, false);
}
