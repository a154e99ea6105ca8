namespace Graph.Model.Ontologies;

/// <summary>
/// How the derived relationship <c>ACCUSED</c> is counted: for each start of <see cref="Made"/> and each end of
/// <see cref="Against"/>, over the distinct accusations between them whose <see cref="Act"/> is <see cref="Counted"/>:
/// how many, and the first and last day said (null when none is dated). A pair with no such accusation has no tally.
/// The tally's other identifying properties do not exist: one <c>ACCUSED</c> a pair.
/// </summary>
/// <param name="Tally">The derived relationship.</param>
/// <param name="Count">Its property for the number.</param>
/// <param name="First">Its property for the first day.</param>
/// <param name="Last">Its property for the last day.</param>
/// <param name="Accusation">The node type that is counted.</param>
/// <param name="Act">The property that decides whether it counts.</param>
/// <param name="Counted">The value that counts.</param>
/// <param name="SaidOn">The day.</param>
/// <param name="Made">From the accuser to the accusation.</param>
/// <param name="Against">From the accusation to the accused.</param>
public sealed record TallyRule(
    RelationshipType Tally,
    Property Count,
    Property First,
    Property Last,
    NodeType Accusation,
    Property Act,
    string Counted,
    Property SaidOn,
    RelationshipType Made,
    RelationshipType Against)
{
    internal static TallyRule? For(Ontology ontology)
    {
        var tally = ontology.FindRelationship("ACCUSED");
        var made = ontology.FindRelationship("MADE");
        var against = ontology.FindRelationship("AGAINST");
        var accusation = ontology.FindNodeType("Accusation");
        if (tally?.Properties is not { } carried || made is null || against is null || accusation is null) return null;
        return carried.Find("accusations") is { } count && carried.Find("first") is { } first && carried.Find("last") is { } last
            && accusation.FindProperty("act") is { } act && accusation.FindProperty("saidOn") is { } saidOn
            ? new(tally, count, first, last, accusation, act, "ACCUSE", saidOn, made, against)
            : null;
    }
}
