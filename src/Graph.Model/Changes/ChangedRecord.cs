using Graph.Model.Merging;
using Graph.Model.Ontologies;

namespace Graph.Model.Changes;

/// <summary>What tells a record apart from all others, by names: the ontology may have lost its type since.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its type; of a judgement <see cref="Same"/> or <see cref="Different"/>.</param>
/// <param name="Start">The id of the node, of the node that a relationship starts at, or of the node judged.</param>
/// <param name="End">The id of the node that a relationship ends at, or of the other node judged; otherwise null.</param>
public sealed record ChangedRecord(RecordKind Kind, string Type, string Start, string? End = null)
{
    /// <summary>The judgement that two are the same.</summary>
    public const string Same = "same";

    /// <summary>The judgement that two are not.</summary>
    public const string Different = "different";

    /// <summary>The type of the node that a relationship starts at; otherwise empty.</summary>
    public string StartType { get; init; } = "";

    /// <summary>The type of the node that a relationship ends at; otherwise empty.</summary>
    public string EndType { get; init; } = "";

    /// <summary>What tells a relationship apart from others of its type between the same nodes; of a judgement, the source that made it.</summary>
    public string Identity { get; init; } = "";

    /// <summary>A node.</summary>
    public static ChangedRecord Of(NodeType type, string id) => new(RecordKind.Node, type.Name, id);

    /// <summary>A relationship.</summary>
    public static ChangedRecord Of(NamedRelationship one) => new(RecordKind.Relationship, one.Type.Name, one.Start, one.End)
    {
        StartType = one.StartType.Name,
        EndType = one.EndType.Name,
        Identity = one.Identity,
    };

    /// <summary>A judgement.</summary>
    public static ChangedRecord Of(Judgement judgement) =>
        new(RecordKind.Judgement, judgement.IsSame ? Same : Different, judgement.Id, judgement.Other)
        {
            Identity = judgement.Source ?? "",
        };

    /// <summary>As a text for people: <c>Film f1</c>, <c>MADE_BY f1 → s1</c>.</summary>
    public override string ToString() => Kind switch
    {
        RecordKind.Node => $"{Type} {Start}",
        RecordKind.Relationship => $"{Type} {Start} → {End}",
        _ => $"the judgement on {Start} and {End}",
    };
}
