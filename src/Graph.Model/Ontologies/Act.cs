namespace Graph.Model.Ontologies;

/// <summary>
/// The nodes of one type are acts: somebody does something to somebody on a day. From <c>@act</c> of the ontology, where every
/// name is a field of the type unless it says otherwise.
/// </summary>
public sealed record Act
{
    /// <summary>The type whose nodes are acts.</summary>
    public required NodeType Type { get; init; }

    /// <summary>Leads to those who act; to many.</summary>
    public required RelationshipField By { get; init; }

    /// <summary>Leads to those whom the act is against; to many.</summary>
    public required RelationshipField Against { get; init; }

    /// <summary>The day of the act, a <c>Date</c>.</summary>
    public required Property On { get; init; }

    /// <summary>What one who acts is called, such as <c>accuser</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What one whom an act is against is called, such as <c>accused</c>.</summary>
    public required string Counterpart { get; init; }

    /// <summary>The kind of act, an enum; null where acts are of one kind.</summary>
    public Property? Kind { get; init; }

    /// <summary>The value of <see cref="Kind"/> that is counted where nobody says otherwise; null: every act is.</summary>
    public string? Counted { get; init; }

    /// <summary>The value of <see cref="Kind"/> that denies what the act it answers says; null where none does.</summary>
    public string? Denies { get; init; }

    /// <summary>Leads to those for whom the actors act; to many, or null.</summary>
    public RelationshipField? OnBehalfOf { get; init; }

    /// <summary>Leads to the acts that the act answers; to many, or null.</summary>
    public RelationshipField? Answers { get; init; }

    /// <summary>Leads to what reports the act; to many, or null.</summary>
    public RelationshipField? Evidence { get; init; }

    /// <summary>Leads to what the act alleges, whoever does; to one, or null.</summary>
    public RelationshipField? Claim { get; init; }

    /// <summary>The field of the actors that leads to those they act against, kept as a count: see <see cref="TallyRule"/>; or null.</summary>
    public RelationshipField? Tally { get; init; }

    /// <summary>
    /// The way from an actor to whom it stands for in its office. Each step is a field of every type at that point that has one; no
    /// steps where there is no such way.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<RelationshipField>> Represents { get; init; } = [];

    /// <summary>The field, of every type of actor that has it, that leads from a body to what it belongs to; none where there is none.</summary>
    public IReadOnlyList<RelationshipField> BelongsTo { get; init; } = [];

    /// <summary>The type of actor where <see cref="BelongsTo"/> ends; null where there is no such field.</summary>
    public NodeType? UpTo { get; init; }

    /// <summary>What a timeline of acts can be split by, besides the actors.</summary>
    public IReadOnlyList<ActSeries> Series { get; init; } = [];

    /// <summary>The name of the root field that counts acts by pairs of actors; null where it is not offered.</summary>
    public string? Pairs { get; init; }

    /// <summary>The name of the root field that counts acts over time; null where it is not offered.</summary>
    public string? Timeline { get; init; }

    /// <summary>The name of the root field of acts that answer each other; null where it is not offered.</summary>
    public string? Threads { get; init; }

    /// <summary>The name of the root field of chains of actors; null where it is not offered.</summary>
    public string? Chains { get; init; }

    /// <summary>What whoever reads of acts should be told; null where there is nothing to tell.</summary>
    public string? Notice { get; init; }
}

/// <summary>What a timeline of acts can be split by.</summary>
/// <param name="Name">The last step of the way, such as <c>publisher</c>.</param>
/// <param name="Way">The relationships from the act, in order.</param>
/// <param name="Property">The property at their end that is the series; null where it is the node.</param>
public sealed record ActSeries(string Name, IReadOnlyList<RelationshipField> Way, Property? Property);
