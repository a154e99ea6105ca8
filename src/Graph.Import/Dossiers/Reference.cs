using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>What a field says about another thing: its id, one of its names, or a key.</summary>
internal sealed class Reference(EntityKind kind, string text, int line, int column)
{
    public EntityKind Kind { get; } = kind;

    public string Text { get; } = text;

    public int Line { get; } = line;

    public int Column { get; } = column;

    /// <summary>A fault of what is meant costs this reference alone, not the draft that has it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The draft that is meant, or null where the node is in the store already or nobody knows.</summary>
    public Draft? Draft { get; set; }

    /// <summary>The node that is meant: known once resolved.</summary>
    public (NodeType Type, string Id)? Node { get; set; }
}
