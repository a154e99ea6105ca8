using Graph.Model.Ontologies;
using Graph.Model.Stores;

namespace Graph.Export;

/// <summary>A form in which a graph leaves: one file of this room, or a small folder, and one line of <see cref="OutputFormats.All"/>.</summary>
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

    /// <summary>It is several files: a folder, or an archive of them.</summary>
    bool HasManyFiles => false;

    /// <summary>Each type of relationship has a file of its own, so that those of one type are read before those of the next.</summary>
    bool HasFilesByRelationship => false;

    /// <summary>The shape that is written where nobody says which.</summary>
    GraphView DefaultView => GraphView.Whole;

    /// <summary>It can show the actors alone, with their tallies; otherwise it has one shape.</summary>
    bool HasViews => true;

    /// <summary>
    /// Of actors that are one, a whole graph says what sources give each and who judged so; otherwise it shows them as one.
    /// </summary>
    bool HasJudgements => false;

    /// <summary>Why the format cannot hold graphs of a domain, a sentence; null where it can.</summary>
    string? Refuses(Ontology ontology) => null;
}

/// <summary>A format that writes records one after the other, as they are read.</summary>
public interface IRecordFormat : IOutputFormat
{
    /// <summary>Begins one output.</summary>
    /// <param name="plan">What will be written.</param>
    /// <param name="output">Takes the bytes.</param>
    IRecordWriter Begin(ExportPlan plan, ExportOutput output);
}

/// <summary>A format that asks the graph itself, because what it writes at one place stands in several records.</summary>
public interface IEntityFormat : IOutputFormat
{
    /// <summary>Writes one output, in bounded memory, the same bytes each time.</summary>
    /// <param name="store">The graph.</param>
    /// <param name="plan">What of it.</param>
    /// <param name="output">Takes the bytes; flushed from time to time.</param>
    /// <param name="cancellationToken">Stops between pages, or within a statement.</param>
    ValueTask<ExportReport> WriteAsync(IGraphStore store, ExportPlan plan, ExportOutput output, CancellationToken cancellationToken);
}

/// <summary>What an export will write.</summary>
/// <param name="Ontology">The domain of the graph.</param>
/// <param name="Part">What of the graph.</param>
/// <param name="LastImport">The newest moment at which a node of the graph was first stored; null where none is known.</param>
public sealed record ExportPlan(Ontology Ontology, GraphPart Part, DateTimeOffset? LastImport)
{
    /// <summary>Cells that begin like a formula stand as they are: programs read the file, no spreadsheet does.</summary>
    public bool IsPlain { get; init; }
}
