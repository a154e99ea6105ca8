using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <content>What is said in the data dictionary.</content>
internal static partial class ApiMessages
{
    public const string DictionaryTitle = "# Data dictionary";

    public const string DictionaryPreface = """
        What the graph holds, from the ontology; a test keeps this file in step with it. *Required*: every record has a value.
        *Unique*: no two nodes share one. *Indexed*: filters and sorts by it are fast. *Searchable*: its words are
        found by `search`, as a name, an alias, a title or text.
        *Identifying*: two relationships of one type between the same two nodes are different where it differs.
        """;

    public static string DictionaryInterval(Interval interval) =>
        $" They hold from `{interval.From.Name}` until `{interval.Until.Name}`, a day that no longer belongs; a missing day leaves that end open.";

    public static string DictionaryEntity(EntityType type)
    {
        var lists = $"In the API: `{ApiNames.RootList(type)}`, `{ApiNames.RootConnection(type)}`.";
        return type switch
        {
            InterfaceType face =>
                $"{lists} Every {string.Join(", ", face.Implementations.Select(one => $"[{one.Name}](#{one.Name.ToLowerInvariant()})"))} is one.",
            NodeType { Labels: var labels } => $"{lists} Labels: {string.Join(", ", labels.Select(label => $"`{label}`"))}.",
            _ => lists,
        };
    }
}
