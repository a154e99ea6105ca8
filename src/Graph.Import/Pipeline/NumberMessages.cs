using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Import.Pipeline;

/// <summary>What is wrong with the numbers of nodes, as sentences.</summary>
internal static class NumberMessages
{
    /// <summary>Why a relationship cannot lead to what a number turned out to be, or null.</summary>
    /// <param name="resolution">What it turned out to be.</param>
    /// <param name="number">The number.</param>
    /// <param name="type">The type that the relationship's end names.</param>
    public static string? Fault(Resolution resolution, string number, NodeType type) => resolution switch
    {
        { Kind: ResolutionKind.Unknown } =>
            $"No line of this import gives the id '{number}' to {WithArticle(type)}, and its files number their nodes; import the "
                + "file that holds the node with it.",
        { Kind: ResolutionKind.Contested, First: { } first, Second: { Type: null } second } when first.File == second.File =>
            $"The id '{number}' stands for two nodes: {Place(first)} and {Place(second)}; give each line an id of its own.",
        { Kind: ResolutionKind.Contested, First: { } first, Second: { } second } =>
            $"The id '{number}' stands for two nodes: {Place(first)} and {Place(second)}; put the relationships of a database into the file of its "
                + "nodes, or import one database after the other.",
        { Kind: ResolutionKind.Node, First: { Type: { } found } node } when found != type =>
            $"The id '{number}' is that of {Name(node)} ({Place(node)}), and the relationship names {WithArticle(type)}; mend the labels or the id.",
        _ => null,
    };

    /// <summary>A line gives its number to a second node.</summary>
    public static string GivenTwice(string number, NumberedNode first) =>
        $"The line's 'id' {number} is that of {Name(first)} already ({Place(first)}), and relationships before this line that name it lead there; "
            + "give each node an id of its own, and import exports of several databases as several files.";

    private static string WithArticle(NodeType type) => $"{("AEIOU".Contains(type.Name[0], StringComparison.Ordinal) ? "an" : "a")} {type.Name}";

    private static string Name(NumberedNode node) => $"{(node.Type is { } type ? $"the {type.Name} " : "")}'{Encoding.UTF8.GetString(node.Id)}'";

    private static string Place(NumberedNode node) => $"{node.File}:{node.Line}";
}
