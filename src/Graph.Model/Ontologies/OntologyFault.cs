namespace Graph.Model.Ontologies;

/// <summary>A fault of an ontology file.</summary>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public sealed record OntologyFault(string Message, int Line, int Column)
{
    /// <summary><c>line:column: message</c>.</summary>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}
