using Graph.GraphQL.Json;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Export;

/// <summary>A form in which a graph leaves: one file of this room, and one line of <see cref="OutputFormats.All"/>.</summary>
public interface IOutputFormat
{
    /// <summary>What a command line calls it, such as <c>jsonl</c>.</summary>
    string Name { get; }

    /// <summary>What it is, for help: a few words.</summary>
    string Description { get; }

    /// <summary>How its files end, such as <c>.jsonl</c>.</summary>
    string Ending { get; }

    /// <summary>Its media type, for HTTP.</summary>
    string ContentType { get; }

    /// <summary>Begins one output.</summary>
    /// <param name="ontology">The domain of the graph.</param>
    /// <param name="output">Takes the bytes; emptied after each page.</param>
    IRecordWriter Begin(Ontology ontology, ResponseBuffer output);
}

/// <summary>Writes one graph. Used by one thread.</summary>
public interface IRecordWriter
{
    /// <summary>
    /// Writes a page: nodes or relationships. All nodes of the graph come before all relationships, nodes by type in the
    /// order of the ontology and then by id, so that one graph is the same bytes each time.
    /// </summary>
    /// <param name="page">The records; their places mean nothing. Valid only during the call.</param>
    void Write(RecordBatch page);

    /// <summary>Writes what stands after the last record.</summary>
    void Finish();
}
