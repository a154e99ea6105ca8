using Graph.Import.CodedActs;
using Graph.Import.Pipeline;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Gdelt;

/// <summary>
/// How sure mentions are of accusations: the surest counts. One of a later run may raise what an earlier one said; where the
/// run read the event itself, what stands there for want of a mention gives way to the mention.
/// </summary>
/// <param name="type">The type of the accusations.</param>
internal sealed class MentionConfidence(NodeType type)
{
    private readonly Property property = type.FindProperty("confidence")!;
    private readonly Dictionary<string, Greatest> greatest = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);

    /// <summary>Notes a mention.</summary>
    /// <param name="accusation">The id of the accusation.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="isOfRun">The run read the event.</param>
    public void Note(string accusation, Mention mention, bool isOfRun)
    {
        var known = greatest.GetValueOrDefault(accusation) ?? new(-1, IsOfRun: false, mention);
        var next = new Greatest(Math.Max(known.Confidence, mention.Confidence), known.IsOfRun || isOfRun, mention);
        if (next.Confidence == known.Confidence && next.IsOfRun == known.IsOfRun) return;
        greatest[accusation] = next;
        changed.Add(accusation);
    }

    /// <summary>Writes what has changed since it was last written.</summary>
    public async Task WriteAsync(RecordSink sink, StoredActs stored, CancellationToken cancellationToken)
    {
        if (changed.Count == 0) return;
        var nodes = await stored.AccusationsAsync(changed, cancellationToken);
        foreach (var node in nodes.Nodes)
        {
            var (id, before) = (nodes.Id(node), nodes.Value(node, property).Double);
            var (most, isOfRun, mention) = greatest[id];
            var now = isOfRun && before == ActConfidence.WithoutMention ? most / 100.0 : Math.Max(before, most / 100.0);
            if (now == before) continue;
            var place = new RecordPlace(sink.Batch.AddFile(mention.Tally.Path), mention.Line, 1);
            nodes.AddTo(sink.Batch, node, property, Cell.Of(now), place);
            if (sink.IsFull) await sink.SendAsync();
        }

        changed.Clear();
        if (sink.Batch.Count > 0) await sink.SendAsync();
    }

    private sealed record Greatest(int Confidence, bool IsOfRun, Mention Mention);
}
