using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Browser;

/// <summary>
/// The look of the graph on the canvas of Neo4j Browser, as a GRASS sheet made from the ontology and one palette:
/// who acts is warm, what is said is cold, where and when is green, where it stands written is grey.
/// </summary>
internal static class GraphStyle
{
    /// <summary>Fill, border and text of each type's nodes; types of another domain take the colours in turn.</summary>
    private static readonly (string Type, string Fill, string Border, string Text)[] Palette =
    [
        ("Person", "#f28e2b", "#b5671a", "#ffffff"),
        ("State", "#e15759", "#a83c3e", "#ffffff"),
        ("Organization", "#f1ce63", "#b89a3d", "#332b10"),
        ("Office", "#ffbe7d", "#c08748", "#332b10"),
        ("Accusation", "#4e79a7", "#36567a", "#ffffff"),
        ("Claim", "#a0cbe8", "#6f9cbb", "#12222e"),
        ("Evidence", "#bab0ac", "#877e7a", "#1f1c1b"),
        ("Document", "#79706e", "#524b49", "#ffffff"),
        ("Event", "#59a14f", "#3d7436", "#ffffff"),
        ("Place", "#8cd17d", "#5f9a52", "#142a10"),
        ("Dataset", "#d7b5a6", "#a08072", "#2a1c16"),
    ];

    /// <summary>What is written in a node: the first of these properties that its type has.</summary>
    private static readonly string[] Captions = ["name", "title", "matter", "text", "quote", "id"];

    /// <summary>Sizes in pixels: actors stand out, what is merely written stands back.</summary>
    private static int Diameter(NodeType type) => type.Interfaces.Count > 0 ? 65 : type.Name is "Evidence" or "Document" or "Dataset" ? 40 : 50;

    /// <summary>The sheet.</summary>
    public static string Sheet(Ontology ontology)
    {
        var text = new StringBuilder(
            """
            node {
              diameter: 50px;
              color: #bab0ac;
              border-color: #877e7a;
              border-width: 2px;
              text-color-internal: #1f1c1b;
              font-size: 10px;
            }
            relationship {
              color: #9aa3ad;
              shaft-width: 1px;
              font-size: 8px;
              padding: 3px;
              text-color-external: #333333;
              text-color-internal: #ffffff;
              caption: "<type>";
            }

            """);
        foreach (var type in ontology.NodeTypes)
        {
            var colours = Array.Find(Palette, entry => entry.Type == type.Name) is { Type: not null } own ? own : Palette[type.Ordinal % Palette.Length];
            var caption = Captions.First(name => type.FindProperty(name) is not null);
            text.Append(
                $$"""
                node.{{type.Name}} {
                  color: {{colours.Fill}};
                  border-color: {{colours.Border}};
                  text-color-internal: {{colours.Text}};
                  diameter: {{Diameter(type)}}px;
                  caption: "{{{caption}}}";
                }

                """);
        }

        if (ontology.Tally is { } tally)
        {
            text.Append(
                $$"""
                relationship.{{tally.Tally.Name}} {
                  color: #e15759;
                  shaft-width: 3px;
                  caption: "{{{tally.Count.Name}}}";
                }

                """);
        }

        return text.ToString();
    }
}
