namespace Graph.GraphQL.Language;

/// <summary>A part of a document. Nodes never change; those made by <see cref="Parser"/> know where they stand.</summary>
public abstract class SyntaxNode
{
    /// <summary>The document's text; null for a node that was made without one.</summary>
    public Source? Source { get; init; }

    /// <summary>Where the node begins, in UTF-16 units from 0.</summary>
    public int Start { get; init; }

    /// <summary>Where the node ends (the first position after it).</summary>
    public int End { get; init; }

    /// <summary>Line and column of <see cref="Start"/>; 0:0 for a node without a source.</summary>
    public SourceLocation Location => Source?.LocationOf(Start) ?? default;

    /// <summary>The node in the customary layout, see <see cref="Printer"/>.</summary>
    public override string ToString() => Printer.Print(this);
}

/// <summary>A name: letters, digits and underscores, no digit first.</summary>
public sealed class NameNode(string value) : SyntaxNode
{
    /// <summary>The name itself.</summary>
    public string Value { get; } = value;
}
