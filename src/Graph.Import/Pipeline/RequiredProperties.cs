using Graph.Import.Rejections;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Pipeline;

/// <summary>
/// What the ontology demands of every record, looked at once more before a batch goes to the store: a store refuses the
/// whole batch for one record without a value that it must have. Formats say it better, since they know what was written;
/// this holds for those that forget to.
/// </summary>
internal sealed class RequiredProperties(Ontology ontology, RejectedNodes rejected, ImportLedger ledger)
{
    private readonly Property[][] ofNodes = [.. ontology.NodeTypes.Select(type => Required(type.Properties))];
    private readonly Property[][] ofRelationships = [.. ontology.RelationshipTypes.Select(type => Required(type.Properties?.Properties ?? []))];

    /// <summary>Takes the records out of the batch that lack a required property, and rejects them.</summary>
    public void Demand(RecordBatch batch)
    {
        batch.RemoveNodes(node =>
        {
            if (Missing(ofNodes[node.Type.Ordinal], batch.Cells(node)) is not { } property) return false;
            rejected.Note(batch, node);
            Reject(batch, node.Place, node.Type.Name, property, RecordJson.Of(batch, node));
            return true;
        });
        batch.RemoveRelationships(relationship =>
        {
            if (Missing(ofRelationships[relationship.Type.Ordinal], batch.Cells(relationship)) is not { } property) return false;
            Reject(batch, relationship.Place, relationship.Type.Name, property, RecordJson.Of(batch, relationship));
            return true;
        });
    }

    private static Property[] Required(IEnumerable<Property> properties) =>
        [.. properties.Where(property => property.IsRequired && !property.IsImportStamp)];

    private static Property? Missing(Property[] required, ReadOnlySpan<Cell> cells)
    {
        foreach (var property in required)
            if (cells[property.Ordinal].Kind == CellKind.Null) return property;
        return null;
    }

    private void Reject(RecordBatch batch, RecordPlace place, string owner, Property property, string record) =>
        ledger.Reject(new(batch.Files[place.File], [new(place.Line, place.Column, Messages.PropertyMissing(owner, property))], record));
}
