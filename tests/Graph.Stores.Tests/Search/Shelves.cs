using CsCheck;
using Graph.Model.Ontologies;

namespace Graph.Stores.Tests.Search;

/// <summary>Random nodes and searches over words of several scripts, whose names say which spellings meet.</summary>
internal static class Shelves
{
    private const string Sdl = """
        interface Being { id: ID! @unique name: String! aliases: [String!]! wrote: [Work!]! @declareRelationship }
        type Author implements Being @node(labels: ["Author", "Being"]) {
          id: ID! @unique name: String! @searchable(as: "name") aliases: [String!]! @searchable(as: "alias")
          wrote: [Work!]! @relationship(type: "WROTE", direction: OUT)
        }
        type House implements Being @node(labels: ["House", "Being"]) {
          id: ID! @unique name: String! @searchable(as: "name") aliases: [String!]!
          wrote: [Work!]! @relationship(type: "WROTE", direction: OUT)
        }
        type Work @node {
          id: ID! @unique title: String! @searchable(as: "title") body: String @searchable
          by: [Being!]! @relationship(type: "WROTE", direction: IN)
          before: Work @relationship(type: "BEFORE", direction: OUT) after: [Work!]! @relationship(type: "BEFORE", direction: IN)
        }
        """;

    public static Ontology Ontology { get; } = OntologyReader.Read(Sdl).Ontology!;

    private static readonly PlainWord[] Words =
    [
        new("Lavrov", "lavrov"), new("Лавров", "lavrov"), new("Lawrow", "lavrov"), new("lavrov", "lavrov"), new("Zelensky", "zelenski"),
        new("Зеленський", "zelenski"), new("ZELENSKYY", "zelenski"), new("alba", "alba"), new("Alba", "alba"), new("albana", "albana"),
        new("Bator", "bator"), new("talks", "talks"), new("Türkiye", "turke"), new("Turkiye", "turke"),
        new("Умєров", "umerov"), new("Umierov", "umerov"), new("UMJEROV", "umerov"), new("Çırağan", "ciragan"), new("Ciragan", "ciragan"),
        new("Αθήνα", "athina"), new("Athina", "athina"), new("Athena", "athena"), new("თბილისი", "tbilisi"), new("Tbilisi", "tbilisi"),
        new("Երևան", "erevan"), new("Yerevan", "erevan"), new("Нгуен", "nguen"), new("Nguyễn", "nguen"), new("Łódź", "lodz"), new("محمد", "mhmd"),
    ];

    private static readonly PlainWord[] Beginnings =
        [new("la", "la"), new("Ла", "la"), new("alb", "alb"), new("alba", "alba"), new("t", "t"), new("T", "t"), new("ze", "ze"), new("zel", "zel"), new("b", "b"), new("Ум", "um"), new("um", "um"), new("Çı", "ci"), new("тб", "tb"), new("Ath", "ath"), new("lod", "lod"), new("مح", "mh")];

    private static readonly Gen<PlainWord[]> Text = Gen.OneOf(Words).Array[1, 3];

    public static Gen<PlainNode[]> Nodes { get; } = Gen.Select(Gen.Int[0, 2], Text, Text.Array[0, 2], Gen.Int[0, 3]).Array[1, 30].Select(rows =>
        rows.Select((row, i) => Node(i, row.Item1, row.Item2, row.Item3, row.Item4)).ToArray());

    public static Gen<PlainTerm[]> Search { get; } = Gen.Select(
        Gen.Select(Gen.OneOf(Words).Array[2], Gen.Int[0, 5], (words, kind) => new PlainTerm(kind == 5 ? words : words[..1], IsExcluded: kind == 4))
            .Array[1, 3],
        Gen.OneOf(Beginnings),
        Gen.Bool,
        (terms, beginning, goesOn) => goesOn ? [.. terms, new PlainTerm([beginning], IsPrefix: true)] : terms);

    /// <summary>The search as somebody types it; a word at the end is whole in quotation marks.</summary>
    public static string Typed(IReadOnlyList<PlainTerm> terms) => string.Join(' ', terms.Select((term, i) =>
        (term.IsExcluded ? "-" : "") + (term.Words.Count > 1 || (i == terms.Count - 1 && !term.IsPrefix) ? $"\"{Join(term.Words)}\"" : Join(term.Words))));

    public static Records ToRecords(IReadOnlyList<PlainNode> nodes)
    {
        var records = new Records(Ontology);
        foreach (var node in nodes)
        {
            string[] Of(int role) => [.. node.Values.Where(value => value.Role == role).Select(value => Join(value.Words))];
            if (node.Type == 2) records.Node("Work", ("id", node.Id), ("title", Of(2)[0]), ("body", Of(3).FirstOrDefault()));
            else records.Node(Ontology.NodeTypes[node.Type].Name, ("id", node.Id), ("name", Of(0)[0]), ("aliases", Of(1)));
        }

        // Works that nobody searches for give nodes their degrees.
        foreach (var node in nodes)
        {
            for (var i = 0; i < node.Degree; i++)
            {
                records.Node("Work", ("id", $"{node.Id}-{i}"), ("title", "."));
                if (node.Type == 2) records.Relationship("BEFORE", $"Work:{node.Id}-{i}", $"Work:{node.Id}");
                else records.Relationship("WROTE", $"{Ontology.NodeTypes[node.Type].Name}:{node.Id}", $"Work:{node.Id}-{i}");
            }
        }

        return records;
    }

    private static PlainNode Node(int at, int type, PlainWord[] first, PlainWord[][] others, int degree)
    {
        List<(int Role, IReadOnlyList<PlainWord> Words)> values = [(type == 2 ? 2 : 0, first)];
        if (type == 0) values.AddRange(others.Select(words => (1, (IReadOnlyList<PlainWord>)words)));
        if (type == 2 && others.Length > 0) values.Add((3, others[0]));
        return new(type, $"{"zyx"[type]}{at}", degree, values);
    }

    private static string Join(IEnumerable<PlainWord> words) => string.Join(", ", words.Select(word => word.Spelled));
}
