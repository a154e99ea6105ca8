using System.Xml;

namespace Graph.Stores.Tests.Exports;

/// <summary>The formats' published schemata hold of what was approved; skipped where the schemata are not at hand.</summary>
public sealed class Schemata
{
    [PublishedTheory("xsd")]
    [InlineData("acts.graphml", "xsd/graphml/graphml.xsd")]
    [InlineData("actors.graphml", "xsd/graphml/graphml.xsd")]
    [InlineData("acts.gexf", "xsd/gexf-1.3/gexf.xsd")]
    [InlineData("actors.gexf", "xsd/gexf-1.3/gexf.xsd")]
    public void AnExportIsValid(string file, string schema)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.XmlResolver = new XmlUrlResolver();
        settings.Schemas.Add(null, Published.Path(schema)!);
        var faults = new List<string>();
        settings.ValidationEventHandler += (_, fault) => faults.Add($"{fault.Severity}: {fault.Message}");
        using var reader = XmlReader.Create(Published.Beside(file), settings);
        while (reader.Read()) { }
        Assert.Empty(faults);
    }
}
