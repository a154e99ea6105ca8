namespace Graph.Model.Merging;

/// <summary>What tells a relationship apart: type, ends and identifying values.</summary>
public readonly record struct RelationshipKey(int Type, int StartFamily, string Start, int EndFamily, string End, string Identity);
