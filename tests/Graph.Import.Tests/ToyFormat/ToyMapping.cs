using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Import.Tests.ToyFormat;

/// <summary>A line of the toy format as a claim.</summary>
internal sealed class ToyMapping(Ontology ontology)
{
    private readonly NodeType claim = ontology.FindNodeType("Claim")!;

    /// <summary>Adds the line's claim, or says what is wrong with it.</summary>
    public string? Map(string line, RecordBatch batch, string file, int number)
    {
        var parts = line.Split(" = ", 2);
        if (parts.Length < 2) return ToyMessages.NoEqualsSign();
        var cells = new Cell[claim.Properties.Count];
        cells[claim.FindProperty("id")!.Ordinal] = batch.AddText(parts[0]);
        cells[claim.FindProperty("text")!.Ordinal] = batch.AddText(parts[1]);
        batch.AddNode(claim, cells, new(batch.AddFile(file), number, 1));
        return null;
    }
}
