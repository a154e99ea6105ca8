namespace Graph.Model.Ontologies;

/// <summary>A fault of an ontology file.</summary>
/// <param name="Message">What is wrong and how to mend it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record OntologyFault(string Message, int Line, int Column);

/// <summary>An ontology, or every fault of its file.</summary>
/// <param name="Ontology">The ontology; null when there are faults.</param>
/// <param name="Faults">The faults in the order of the file.</param>
public sealed record OntologyResult(Ontology? Ontology, IReadOnlyList<OntologyFault> Faults);
