using System.Text;

namespace Graph.Import.Dossiers;

/// <summary>The JSON Schema of dossiers, by which editors complete and check one while it is written.</summary>
public static class DossierSchema
{
    /// <summary>The schema.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(DossierSchema).Assembly.GetManifestResourceStream("Graph.Import.dossier.schema.json")
            ?? throw new InvalidOperationException("The schema of dossiers is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
