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

    public static string RootList(EntityType type) => $"{type.Name} nodes; without `sort` in the order of their ids.";

    public static string RootConnection(EntityType type) => $"{type.Name} nodes a page at a time, with their number and figures over them.";

    public static string ConnectionOf(RelationshipField field) => $"`{field.Name}` with the properties of its relationships, a page at a time.";

    public static string Implementations(InterfaceType face) => $"The types of {face.Name}.";

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

    public static string OneSort(RelationshipField field) =>
        $"By the node that `{field.Name}` leads to; nodes without one are the greatest. An addition to the dialect of @neo4j/graphql.";

    public static string Carriers(PropertySet set, InterfaceType face) =>
        $"Relationships with the properties {set.Name}: those of {string.Join(", ", face.Implementations.Select(type => type.Name))}.";

    public static string PropertySet(PropertySet set, IEnumerable<string> carriers)
    {
        var where = $"Carried by the relationships of {string.Join(", ", carriers)}.";
        return set.Description is null ? where : $"{set.Description}\n{where}";
    }

    public static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Date => "A day, such as `2025-06-02`.",
        ScalarKind.DateTime => "An instant, such as `2026-01-01T10:00:00.000Z`; given with any offset, answered in UTC.",
        _ => "A whole number of 64 bits, as text.",
    };

    // Faults of an ontology.
    public static string TypeConflict(string name, string one, string other) =>
        $"The API's type `{name}` would stand for two things, {one} and {other}: rename one of them in the ontology.";

    public static string FieldConflict(string type, string name, string one, string other) =>
        $"The field `{name}` of the API's type `{type}` would stand for two things, {one} and {other}: rename one of them in the ontology.";

    public static string Conflicts(IEnumerable<string> conflicts) =>
        $"The ontology cannot be offered as an API.\n{string.Join('\n', conflicts)}";
}
