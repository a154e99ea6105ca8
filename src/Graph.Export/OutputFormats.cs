using Graph.Export.FollowTheMoney;
using Graph.Export.LinkedData;
using Graph.Export.Tables;
using Graph.Export.Xml;

namespace Graph.Export;

/// <summary>The formats there are.</summary>
public static class OutputFormats
{
    /// <summary>Every format; the first is the default.</summary>
    public static IReadOnlyList<IOutputFormat> All { get; } =
    [
        new JsonLines(), new GraphMl(), new Gexf(), new Csv(), new Neo4jAdmin(), new ParquetTables(), new JsonLd(), new FollowTheMoneyEntities(),
    ];

    /// <summary>The format of that name, whatever its case, or null.</summary>
    public static IOutputFormat? Find(string name) => All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
