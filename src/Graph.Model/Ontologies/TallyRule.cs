namespace Graph.Model.Ontologies;

/// <summary>
/// How a derived relationship between actors is counted: for each actor and each counterpart, over the distinct acts between them
/// whose <see cref="Act.Kind"/> is <see cref="Act.Counted"/>: how many, and the first and last day (null when none is dated). A pair
/// without such an act has no tally, and any other has one.
/// </summary>
/// <param name="Act">What is counted.</param>
/// <param name="Field">Leads from the actors to their counterparts along the derived relationship.</param>
public sealed record TallyRule(Act Act, RelationshipField Field)
{
    /// <summary>The derived relationship.</summary>
    public RelationshipType Relationship => Field.Relationship;

    /// <summary>Its property for the number of acts.</summary>
    public Property Count => Relationship.Properties!.Properties[0];

    /// <summary>Its property for the first day.</summary>
    public Property First => Relationship.Properties!.Properties[1];

    /// <summary>Its property for the last day.</summary>
    public Property Last => Relationship.Properties!.Properties[2];

    /// <summary>The properties of an act, its kind and its day, decide the tallies.</summary>
    public bool DependsOn(NodeType type) => type == Act.Type;

    /// <summary>The relationship leads from an act to one of its ends.</summary>
    public bool DependsOn(RelationshipType type) => type == Act.By.Relationship || type == Act.Against.Relationship;

    /// <summary>The relationship can be a tally: what it carries are a number and two days that may be missing, in this order.</summary>
    internal static bool Fits(PropertySet? carried) =>
        carried is
        {
            Identifying.Count: 0,
            Properties: [{ Kind: ScalarKind.Int, IsList: false }, { Kind: ScalarKind.Date, IsList: false, IsRequired: false },
            { Kind: ScalarKind.Date, IsList: false, IsRequired: false }],
        };
}
