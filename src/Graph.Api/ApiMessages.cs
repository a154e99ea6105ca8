using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>Every sentence that people read from this project: descriptions of the schema, and errors.</summary>
internal static partial class ApiMessages
{
    // Descriptions of the schema.
    public const string TotalCount = "How many there are in all, whatever the page.";
    public const string Aggregate = "Figures over all that match, whatever the page.";
    public const string Cursor = "Where this edge stands in the order: give it as `after` or `before`.";
    public const string CountNodes = "Different nodes.";
    public const string CountEdges = "Relationships; several to one node count each.";
    public const string PageInfo = "Where a page stands among all edges.";
    public const string TimeBucket = "A stretch of time that days and instants are counted in, named by its first day. Instants are taken in UTC.";
    public const string Day = "A day.";
    public const string Week = "A week from Monday on, as ISO 8601 counts them.";
    public const string Month = "A month from its first.";
    public const string Quarter = "Three months from the first of January, April, July or October.";
    public const string Year = "A year from the first of January.";
    public const string SortDirection = "Which end comes first. A missing value counts as the greatest.";
    public const string Ascending = "Least first; missing values last.";
    public const string Descending = "Greatest first; missing values first.";
    public const string Or = "At least one of these holds.";
    public const string And = "All of these hold.";
    public const string Not = "This does not hold. Where a value is missing, a comparison neither holds nor does not.";
    public const string TypenameFilter = "The node is of one of these types.";
    public const string RelationshipFilters
        = "Conditions on related nodes. `{}` sets no condition; `some: null` means that there is any, `none: null` that there is none.";
    public const string OneFilter = "The related node is like this; null: there is none.";
    public const string ConnectionWhere
        = "Conditions on a relationship and the node it leads to; `node` and `edge` hold for one and the same relationship.";
    public const string AggregateFilter = "Conditions on figures over all related nodes and relationships.";
    public const string Equal = "Equal; null: there is no value.";
    public const string In = "One of these.";
    public const string IsNull = "True: there is no value; false: there is one. An addition to the dialect of @neo4j/graphql.";
    public const string CaseInsensitive = "The same comparisons without regard to upper and lower case: İ, I and i are one letter, ß and ss are not.";
    public const string ListEqual = "The same items in the same order; null: there is no list.";
    public const string Includes = "This is one of the items.";

    public static string RootList(EntityType type) => $"{type.Name} nodes; without `sort` in the order of their ids.";

    // Groups.
    public const string GroupKey = "The value of a key that a group stands for. All fields are null in the group of the nodes that have none.";
    public const string GroupKeyText =
        "The value as text: of a related node what it is called, of a stretch of time its first day, of a number as JSON prints it.";
    public const string GroupKeyId = "The id of a related node.";
    public const string GroupKeyType = "The type of a related node.";
    public const string GroupKeyTime = "Of a day or an instant: the instant, of a day its midnight in UTC.";
    public const string GroupKeySort = "The order by a key: values as what they are, related nodes by what they are called and then by id.";
    public const string GroupKeyAt = "Which key of `by`, from 0.";
    public const string Value = "A value of the property that a figure is of: a number, a `Date`, a `DateTime` or a `BigInt`, in its own JSON.";
    public const string GroupStep = "A relationship to follow from a related node: a field of its type or interface.";
    public const string GroupKeys = "In the order of `by`.";
    public const string ByProperty = "By a value; of a list by each of its items.";
    public const string ByTime = "By the stretch of time in which a day or an instant lies.";
    public const string ByRelated = "By each related node.";
    public const string GroupThen = "One or two relationships further: fields of what the one before leads to.";
    public const string GroupHaving = "Conditions on groups; all that are given hold.";
    public const string GroupSort
        = "What groups are ordered by; without it by `count`, most first. What is equal is ordered by the keys in turn. Give one key an object.";
    public const string GroupRelated = "How many different nodes the nodes of the group are related to.";
    public const string GroupMin = "The least value; null where no node has one.";
    public const string GroupMax = "The greatest value; null where no node has one.";
    public const string GroupAverage = "The mean of the values, rounded to nine decimals; null where no node has one.";

    public static string RootGroups(EntityType type) =>
        $"{type.Name} nodes counted by what they have. A node counts in each combination of its values, so that sums "
            + "over groups may exceed the total.";

    public static string Group(EntityType type) => $"The {type.Name} nodes that share a value of each key.";

    public static string GroupCount(EntityType type) => $"How many {type.Name} nodes.";

    public static string GroupKeyInput(EntityType type) => $"What {type.Name} nodes are grouped by.";

    public static string GroupProperties(EntityType type) => $"The properties of {type.Name}.";

    public static string FigureHaving(EntityType type) => $"A condition on a figure over the {type.Name} nodes of a group.";

    public static string FigureSort(EntityType type) => $"The order by a figure over the {type.Name} nodes of a group.";

    public static string RootConnection(EntityType type) => $"{type.Name} nodes a page at a time, with their number and figures over them.";

    public static string ConnectionOf(RelationshipField field) => $"`{field.Name}` with the properties of its relationships, a page at a time.";

    public static string Implementations(InterfaceType face) => $"The types of {face.Name}.";

    public static string Where(EntityType type) => $"Conditions on {type.Name} nodes; all that are given hold.";

    public static string All(string what) => $"There are {what}, and all are like this.";

    public static string None(string what) => $"No {what} are like this.";

    public static string Single(string what) => $"Exactly one of the {what} is like this.";

    public static string Some(string what) => $"Some {what} are like this.";

    public static string Sort(EntityType type) =>
        $"What {type.Name} nodes are ordered by. Give one key an object: of several in one object, the first in this list counts first.";

    public static string CountSort(RelationshipField field) =>
        $"By the number of different nodes that `{field.Name}` leads to. An addition to the dialect of @neo4j/graphql.";

    public const string Freshness =
        "How fresh the graph is: of each type the latest import, and the latest of each indexed day; in the order of the ontology.";

    public const string FreshnessText = "The latest day or instant as it is stored; null where there is none.";

    public const string FreshnessTime = "The same as an instant, a day at its beginning in UTC.";

    public const string Counts = "The number of nodes of each type, in the order of the ontology.";

    public const string Imports = "The runs that have changed the graph, imports and others, latest first, each with what it did.";

    public const string ImportId = "The number of the run, in the order of the runs.";

    public const string ImportCommand = "What was run: import, remove, merge, unmerge or undo.";

    public const string ImportEnd = "Null while the run is at work, and where it was killed.";

    public const string ImportSources = "The sources that the run imported or removed; what is nobody's is not among them.";

    public const string ImportUndoes = "The run that this one took back; null where it took none back.";

    public const string ImportRead = "How many records the run read.";

    public const string ImportAdded = "How many records were not stored before.";

    public const string ImportChanged = "How many records were stored before with other properties.";

    public const string ImportRemoved = "How many records were removed.";

    public const string ImportUnchanged = "How many records were stored before just so.";

    public const string ImportRejected = "How many records were rejected.";

    public const string EntityNames = "The captions and ids of the nodes of a type, by caption and id: for the variables of dashboards.";

    public const string EntityNameText = "The caption: the first text that every node of the type has, else the id.";

    public const string NodeField = "The node with this `globalId`; null where there is none. As Relay's Global Object Identification.";

    public const string NodeInterface = "A node of the graph, whatever its type.";

    public const string MergedFrom =
        "The actors that are merged into this one, for somebody has judged that they are the same; their ids find it too.";

    public const string MergedActor = "An actor that is merged into another.";

    public const string MergedBecause = "Why it is the same, in the words of who judged.";

    public const string MergedAt = "When that was recorded.";

    public const string GlobalId =
        "Names the node among all of the graph, where `id` is unique only within its type. Opaque: give it to `node` as it is.";

    public static string? SpecifiedBy(ScalarKind kind) => kind switch
    {
        ScalarKind.Date => "https://scalars.graphql.org/andimarek/local-date",
        ScalarKind.DateTime => "https://scalars.graphql.org/andimarek/date-time",
        _ => null,
    };

    public const string WithinDays =
        "At most so many days before today in UTC, and not after today: both that day and today belong; 0 is today alone. An addition to "
            + "the dialect of @neo4j/graphql.";

    public static string HeldOn(Interval interval) =>
        $"Held on this day: from `{interval.From.Name}` until `{interval.Until.Name}`, which no longer belongs; a missing day leaves that end open. "
            + "Null is no condition. An addition to the dialect of @neo4j/graphql.";

    public static string OneSort(RelationshipField field) =>
        $"By the node that `{field.Name}` leads to; nodes without one are the greatest. An addition to the dialect of @neo4j/graphql.";

    public static string CountFilter(RelationshipField field) =>
        $"The number of different nodes that `{field.Name}` leads to. An addition to the dialect of @neo4j/graphql.";

    public static string Carriers(PropertySet set, InterfaceType face) =>
        $"Relationships with the properties {set.Name}: those of {string.Join(", ", face.Implementations.Select(type => type.Name))}.";

    public static string PropertySet(PropertySet set, IEnumerable<string> carriers)
    {
        var where = $"Carried by the relationships of {string.Join(", ", carriers)}.";
        return set.Description is null ? where : $"{set.Description}\n{where}";
    }

    public static string Filters(string scalar) =>
        $"Comparisons of a {scalar}; all that are given hold. Compared with a missing value, or with null except by `eq`, nothing matches.";

    public static string ListFilters(string scalar) => $"Comparisons of a list of {scalar}; all that are given hold.";

    public static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Date => "A day, such as `2025-06-02`.",
        ScalarKind.DateTime => "An instant, such as `2026-01-01T10:00:00.000Z`; given with any offset, answered in UTC.",
        _ => "A whole number of 64 bits, as text.",
    };

    // Descriptions of the search.
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

    // The data dictionary.
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

    // Faults of an ontology.
    public static string TypeConflict(string name, string one, string other) =>
        $"The API's type `{name}` would stand for two things, {one} and {other}: rename one of them in the ontology.";

    public static string FieldConflict(string type, string name, string one, string other) =>
        $"The field `{name}` of the API's type `{type}` would stand for two things, {one} and {other}: rename one of them in the ontology.";

    public static string Conflicts(IEnumerable<string> conflicts) =>
        $"The ontology cannot be offered as an API.\n{string.Join('\n', conflicts)}";

    public static string TopActors(Act act) =>
        $"Those with most {act.Type.Plural} that match: who acts, or with `as` whom they are against. "
            + "Without `acts` those of the counted kind count.";

    public const string TopActorText = "What people know the actor by.";

    public static string TopActorCount(Act act) => $"Different {act.Type.Plural}.";
}
