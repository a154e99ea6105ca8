namespace Graph.Api;

/// <content>What is said of the search for words.</content>
internal static partial class ApiMessages
{
    public const string Search = """
        Nodes in whose searchable properties the words stand that are typed, in any script or spelling: `Лавров`, `Lavrov` and `Lawrow` are
        one name. All words must occur in a node, `"in quotation marks"` together; `-word` leaves out what has it. Without `types`
        everything is searched; with `prefix` the last word need only begin so.
        """;

    public const string SearchConnection = "Nodes found by their words, the best first.";
    public const string SearchHits = "The nodes found, a page of them; `edges` is the same list for clients that expect a connection.";
    public const string SearchFacets = "How many are found of each type, most first; types without any are left out.";
    public const string SearchSuggestions = "Names that may have been meant, the nearest first, where fewer than three nodes are found.";

    public const string SearchHit = """
        A node that is found. First come those whose name or alias it is, then those whose name or alias begins so, then those with all words
        in one field (names, aliases, titles, texts, in this order), then others; each time what is spelled as typed before other spellings.
        Those alike stand in the order of their number of relationships, derived ones left out, most first, and then of their ids.
        """;

    public const string SearchScore = "How well it answers the search, from 1: of two with the same score, their relationships and ids decide.";
    public const string SearchCaption = "What people know the node by.";
    public const string SearchFields = "The properties in which words were found, in the order of the ontology.";
    public const string SearchSnippet = "The text, or of a long one the part about the first word found, with … where it is cut.";
    public const string SearchRanges = "Where the words stand in the snippet.";
    public const string SearchRange = "A part of a text, in Unicode code points from 0.";
    public const string SearchableType = "What can be searched for: a type of node, or all types of an interface.";
}
