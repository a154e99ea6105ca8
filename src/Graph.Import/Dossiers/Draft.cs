using Graph.Import.Text;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>A node that a dossier describes, on its way to being a record.</summary>
internal sealed class Draft(EntityKind kind, NodeType type, YamlMap source, string file)
{
    public EntityKind Kind { get; } = kind;

    public NodeType Type { get; } = type;

    /// <summary>The mapping it was read from: its place, and the record shown when it is rejected.</summary>
    public YamlMap Source { get; } = source;

    public string File { get; } = file;

    /// <summary>Empty until the id is known; an accusation's follows from what it refers to.</summary>
    public string Id { get; set; } = "";

    /// <summary>
    /// The short name by which accusations of one dossier refer to each other, and by which they stay the same when their words change; or
    /// null.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Other names by which it may be referred to.</summary>
    public List<string> Names { get; } = [];

    /// <summary>One value a property by ordinal: string, long, double, bool, DateOnly, DateTimeOffset, or a list of these.</summary>
    public object?[] Values { get; } = new object?[type.Properties.Count];

    public List<Link> Links { get; } = [];

    /// <summary>With whom an actor is one, or is not, and why.</summary>
    public List<(string Other, bool IsSame, string? Because)> Judgements { get; } = [];

    /// <summary>The evidence of an accusation.</summary>
    public List<EvidenceDraft> Evidence { get; } = [];

    /// <summary>A document's text, where the dossier has one.</summary>
    public NormalizedText? Text { get; set; }

    public List<Fault> Faults { get; } = [];

    /// <summary>It has a fault, or depends on something that has.</summary>
    public bool IsRejected => Faults.Count > 0;

    /// <summary>How messages call it: <c>accusation 'show-for-europeans'</c>.</summary>
    public string Title => $"{Kind.Name} '{Key ?? (Id.Length > 0 ? Id : Names.FirstOrDefault() ?? "?")}'";

    /// <summary>A draft that says the same, and says no more when this one does.</summary>
    public Draft Copy()
    {
        var copy = new Draft(Kind, Type, Source, File) { Id = Id, Key = Key, Text = Text };
        copy.Names.AddRange(Names);
        copy.Links.AddRange(Links);
        copy.Evidence.AddRange(Evidence);
        for (var i = 0; i < Values.Length; i++) copy.Values[i] = Values[i] is List<object> list ? new List<object>(list) : Values[i];
        return copy;
    }

    public void Set(string property, object? value) => Values[Type.FindProperty(property)!.Ordinal] = value;

    public object? Get(string property) => Values[Type.FindProperty(property)!.Ordinal];
}

/// <summary>A relationship from or to a draft.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Direction">Seen from the draft.</param>
/// <param name="Target">The node at the other end.</param>
/// <param name="Values">One value a property that it carries, by ordinal.</param>
internal sealed record Link(RelationshipType Type, Direction Direction, Reference Target, object?[] Values);
