using Graph.Import.Values;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Dossiers;

/// <summary>Writes accepted drafts as records: each a node with its relationships, an accusation with its evidence.</summary>
internal static class DossierRecords
{
    /// <summary>Adds a draft's records to a batch.</summary>
    /// <param name="draft">A draft without faults.</param>
    /// <param name="source">The source that says so.</param>
    /// <param name="domain">The domain's types.</param>
    /// <param name="batch">Takes the records.</param>
    /// <param name="written">Ids of the evidence of each source in earlier batches or here: one sentence may serve two accusations.</param>
    public static void Write(Draft draft, string source, DomainVocabulary domain, RecordBatch batch, HashSet<(string Source, string Id)> written)
    {
        var place = new RecordPlace(batch.AddFile(draft.File), draft.Source.Line, draft.Source.Column);
        draft.Set("id", draft.Id);
        batch.AddNode(draft.Type, ValueCells.Of(batch, draft.Values), place);
        foreach (var link in draft.Links)
        {
            var (start, end) = ((draft.Type, draft.Id), link.Target.Node!.Value);
            if (link.Direction == Direction.In) (start, end) = (end, start);
            Relationship(link.Type, start, end, link.Values, place with { Line = link.Target.Line, Column = link.Target.Column });
        }

        foreach (var evidence in draft.Evidence)
        {
            var self = (domain.Evidence, evidence.Id);
            var at = place with { Line = evidence.Place.Line, Column = evidence.Place.Column };
            if (written.Add((source, evidence.Id)))
            {
                batch.AddNode(domain.Evidence, ValueCells.Of(batch, evidence.Values), at);
                Relationship(domain.Relationship("QUOTED_FROM"), self, evidence.Document.Node!.Value, [], at);
            }

            Relationship(domain.Relationship("EVIDENCED_BY"), (draft.Type, draft.Id), self, [], at);
        }

        void Relationship(
            RelationshipType type,
            (NodeType Type, string Id) start,
            (NodeType Type, string Id) end,
            object?[] values,
            RecordPlace at) =>
            batch.AddRelationship(type, start.Type, batch.AddText(start.Id), end.Type, batch.AddText(end.Id), ValueCells.Of(batch, values), at);
    }
}
