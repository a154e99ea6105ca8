using Graph.Model.Merging;

namespace Graph.Export;

/// <summary>Writes one graph. Used by one thread.</summary>
public interface IRecordWriter
{
    /// <summary>Characters that the format forbids, and that were written as U+FFFD.</summary>
    long Changed => 0;

    /// <summary>What the format has no place for, a sentence and a number each; asked for at the end.</summary>
    IEnumerable<(string Sentence, long Things)> LeftOut => [];

    /// <summary>
    /// Writes a page: nodes or relationships. All nodes of the graph come before all relationships, nodes by type in the
    /// order of the ontology and then by id, so that one graph is the same bytes each time.
    /// </summary>
    /// <param name="page">The records. Valid only until the task ends.</param>
    ValueTask WriteAsync(ExportPage page);

    /// <summary>Writes who judged that actors are one, after all records; only where <see cref="IOutputFormat.HasJudgements"/>.</summary>
    void Write(IEnumerable<Judgement> judgements)
    {
    }

    /// <summary>Writes what stands after the last record.</summary>
    ValueTask FinishAsync();
}
