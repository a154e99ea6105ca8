using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>An ontology, or every fault of its file.</summary>
/// <param name="Ontology">The ontology; null when there are faults.</param>
/// <param name="Faults">The faults in the order of the file.</param>
public sealed record OntologyResult(Ontology? Ontology, IReadOnlyList<OntologyFault> Faults);

/// <summary>
/// Reads an ontology from SDL in the directive dialect of <c>@neo4j/graphql</c> 7 with <c>@unique @indexed @searchable
/// @identifying @range @interval @provenance @excerpt @act</c>. A syntax error is reported alone; all other faults of a file together.
/// </summary>
public static class OntologyReader
{
    /// <summary>Reads the text of a file.</summary>
    public static OntologyResult Read(string text)
    {
        if (!Parser.TryParseDocument(text, null, out var document, out var error))
            return new(null, [new(error.Message, error.Locations[0].Line, error.Locations[0].Column)]);
        var faults = new OntologyFaults();
        var declarations = new Declarations(document, faults);
        var properties = new PropertyDeclarations(declarations, faults);
        var relationships = new RelationshipDeclarations(declarations, properties, faults);
        var fields = new ActFields(declarations, properties, relationships, faults);
        var act = ActDeclaration.Read(declarations, fields, faults);
        var excerpts = ExcerptDeclaration.Read(declarations, fields, faults);
        var build = new OntologyBuild(declarations, properties, relationships, act, excerpts);
        return faults.Any ? new(null, faults.InFileOrder) : new(build.Create(text), []);
    }
}
