using Graph.Model.Merging;
using Graph.Model.Ontologies;

namespace Graph.Model.Changes;

/// <summary>What kind of record has changed.</summary>
public enum RecordKind
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>A relationship.</summary>
    Relationship,

    /// <summary>A judgement about which nodes are one.</summary>
    Judgement,
}

/// <summary>Of which of the two a change tells: of what the graph shows, or of what its sources give.</summary>
public enum ChangeScope
{
    /// <summary>Of both, which are the same where no node is one with others.</summary>
    Both,

    /// <summary>Of what is shown: it follows from other changes and is never taken back by itself.</summary>
    Shown,

    /// <summary>Of what sources give a node that is one with others; the graph may show nothing of it.</summary>
    Given,
}

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

/// <summary>A record at one time.</summary>
/// <param name="Values">Its values as one JSON object, as <see cref="NamedValues.Text"/> gives them; null where only that it was there is
/// kept.</param>
/// <param name="Sources">Who asserts it, see <see cref="Sources.Assertions"/>.</param>
public sealed record RecordState(string? Values, string? Sources)
{
    /// <summary>Of values by property.</summary>
    public static RecordState Of(IReadOnlyDictionary<string, string> values, string? sources) => new(NamedValues.Text(values), sources);

    /// <summary>Its values by property; none where none are kept.</summary>
    public IReadOnlyDictionary<string, string> Read() => Values is null ? NoValues : NamedValues.Read(Values);

    /// <summary>Both have the same values; of what is kept without values nothing is known.</summary>
    public static bool HaveSameValues(RecordState? one, RecordState? another)
    {
        if (one is null || another is null) return one == another;
        if (one.Values == another.Values) return true;
        return one.Values is not null && another.Values is not null && NamedValues.AreEqual(one.Read(), another.Read());
    }

    private static readonly Dictionary<string, string> NoValues = [];
}

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
