using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Stores.Neo4j.Browser;

/// <summary>
/// The look of the graph on the canvas of Neo4j Browser, as a GRASS sheet made from the ontology and one palette:
/// who acts is warm, what is said is cold, where and when is green, where it stands written is grey.
/// </summary>
internal static class GraphStyle
{
    /// <summary>Fill, border and text of each type's nodes, from <c>palette.txt</c>; types of another domain take the colours in turn.</summary>
    private static readonly IReadOnlyList<Colours> Palette = ReadPalette();

    /// <summary>Names are short and stand in large letters; of the other texts as much is written as fits.</summary>
    private const int NameFont = 12, TextFont = 10;

    /// <summary>
    /// Diameters in pixels. The Browser cuts a caption where the circle ends, so a type whose caption is a sentence needs a
    /// large one: nine lines of small letters, which holds most matters and claims whole.
    /// </summary>
    private const int SentenceDiameter = 115, NameDiameter = 85;

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

        // Of the rules for a node's labels the last one holds: a Person is an Actor too, and looks like a Person.
        foreach (var type in ontology.Interfaces) Append(text, type, 0, null);
        foreach (var type in ontology.NodeTypes) Append(text, type, type.Ordinal, ontology.Act is { } act && act.Type == type ? act.Kind : null);
        if (ontology.Tally is { } tally)
        {
            text.Append(
                $$"""
                relationship.{{tally.Relationship.Name}} {
                  color: #e15759;
                  shaft-width: 3px;
                  caption: "{{{tally.Count.Name}}} × {{tally.Relationship.Name}}";
                }

                """);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, EntityType type, int ordinal, Property? kindOfAct)
    {
        var own = Palette.FirstOrDefault(entry => entry.Type == type.Name);
        var colours = own ?? Palette[ordinal % Palette.Count];
        var caption = type.Caption.Name;
        var named = caption == "name" && own is not { Sentences: true };
        text.Append(
            $$"""
            node.{{type.Name}} {
              color: {{colours.Fill}};
              border-color: {{colours.Border}};
              text-color-internal: {{colours.Text}};
              diameter: {{(named ? NameDiameter : SentenceDiameter)}}px;
              font-size: {{(named ? NameFont : TextFont)}}px;
              caption: "{{Caption(caption, kindOfAct)}}";
            }

            """);
    }

    /// <summary>
    /// An act's caption begins with its kind, without which a denial looks like what it denies. Where the caption is not
    /// the name, the name follows: only the nodes that stand for whole types in the picture of the schema have one.
    /// </summary>
    private static string Caption(string property, Property? kindOfAct) =>
        $"{(kindOfAct is null ? "" : $"{{{kindOfAct.Name}}} ")}{{{property}}}{(property == "name" ? "" : "{name}")}";

    private static List<Colours> ReadPalette()
    {
        using var reader = new StreamReader(typeof(GraphStyle).Assembly.GetManifestResourceStream("palette.txt")!);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '))
            .Select(words => new Colours(words[0], words[1], words[2], words[3], words.Length > 4))
            .ToList();
    }

    /// <param name="Type">The node type whose own they are.</param>
    /// <param name="Fill">Inside the circle.</param>
    /// <param name="Border">The circle.</param>
    /// <param name="Text">The caption in the circle.</param>
    /// <param name="Sentences">Names of this type are sentences.</param>
    private sealed record Colours(string Type, string Fill, string Border, string Text, bool Sentences);
}
