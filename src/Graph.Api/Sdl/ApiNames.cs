using System.Text;
using Graph.Model.Ontologies;

namespace Graph.Api.Sdl;

/// <summary>
/// How the API's types and fields are named after the ontology: the names that <c>@neo4j/graphql</c> 7 gives, so that
/// clients written for it go on working.
/// </summary>
internal static class ApiNames
{
    public const string SortDirection = "SortDirection";
    public const string CaseInsensitiveFilters = "CaseInsensitiveStringScalarFilters";

    public const string TimeBucket = "TimeBucket";

    /// <summary>The interface of every node, and its field.</summary>
    public const string Node = "Node", GlobalId = "globalId";

    /// <summary>The field of the actors that are merged into one, and what is told of each.</summary>
    public const string MergedFrom = "mergedFrom", MergedActor = "MergedActor";

    /// <summary>The condition of a day that is at most so many days before today.</summary>
    public const string WithinDays = "withinDays";

    /// <summary>The condition and argument of relationships that hold on a day.</summary>
    public const string HeldOn = "heldOn";

    public static string RootList(EntityType type) => type.Plural;

    public static string RootConnection(EntityType type) => type.Plural + "Connection";

    public static string RootChanged(EntityType type) => type.Plural + "Changed";

    public static string NodeChange(EntityType type) => type.Name + "Change";

    public static string Implementations(InterfaceType type) => type.Name + "Implementation";

    public static string Where(EntityType type) => type.Name + "Where";

    public static string Sort(EntityType type) => type.Name + "Sort";

    public static string PairSort(Act act) => act.Type.Name + "PairSort";

    public static string TopActors(Act act) => "top" + Pascal(act.By.Target.Plural);

    public static string RelationshipFilters(EntityType target) => target.Name + "RelationshipFilters";

    public static string ConnectionField(RelationshipField field) => field.Name + "Connection";

    /// <summary>How many different nodes a field leads to, in orders and conditions.</summary>
    public static string RelatedCount(RelationshipField field) => field.Name + "Count";

    /// <summary>
    /// The type after which a field's connection types are named: the interface that declares the field, otherwise the
    /// type itself. Implementations share the interface's connection types.
    /// </summary>
    public static EntityType Owner(EntityType type, RelationshipField field) =>
        type is NodeType node ? node.Interfaces.FirstOrDefault(face => face.FindRelationship(field.Name) is not null) ?? type : type;

    public static string Connection(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "Connection";

    public static string Edge(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "Relationship";

    public static string EdgeProperties(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "RelationshipProperties";

    public static string ConnectionWhere(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "ConnectionWhere";

    public static string ConnectionSort(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "ConnectionSort";

    public static string EdgeWhere(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "EdgeWhere";

    public static string EdgeSort(EntityType owner, RelationshipField field) => owner.Name + Pascal(field.Name) + "EdgeSort";

    public static string ConnectionFilters(EntityType type, RelationshipField field) => type.Name + Pascal(field.Name) + "ConnectionFilters";

    public static string ConnectionAggregateInput(EntityType type, RelationshipField field) =>
        type.Name + Pascal(field.Name) + "ConnectionAggregateInput";

    public static string NodeAggregateWhere(EntityType type, RelationshipField field) => type.Name + Pascal(field.Name) + "NodeAggregationWhereInput";

    public static string EdgeAggregateWhere(EntityType type, RelationshipField field) => type.Name + Pascal(field.Name) + "EdgeAggregationWhereInput";

    public static string Aggregate(EntityType type, RelationshipField field, string part = "") =>
        type.Name + field.Target.Name + Pascal(field.Name) + part + "AggregateSelection";

    public static string Where(PropertySet set) => set.Name + "Where";

    public static string Sort(PropertySet set) => set.Name + "Sort";

    public static string AggregateWhere(PropertySet set) => set.Name + "AggregationWhereInput";

    /// <summary>A scalar's or enum's name in the API.</summary>
    public static string Scalar(Property property) => property.Enum?.Name ?? Scalar(property.Kind);

    public static string Scalar(ScalarKind kind) => kind == ScalarKind.Id ? "ID" : kind.ToString();

    public static string Filters(Property property) => (property.IsList, property.Enum) switch
    {
        (false, null) => Filters(property.Kind),
        (true, null) => Scalar(property.Kind) + "ListFilters",
        (false, { } set) => set.Name + "EnumScalarFilters",
        (true, { } set) => set.Name + "ListEnumScalarFilters",
    };

    public static string Filters(ScalarKind kind) => Scalar(kind) + "ScalarFilters";

    public static string AggregateFilters(ScalarKind kind) => Scalar(kind) + "ScalarAggregationFilters";

    public static string AggregateSelection(ScalarKind kind) => Scalar(kind) + "AggregateSelection";

    /// <summary>
    /// Whether values of the property can be aggregated: numbers, texts and instants, no lists, ids, enums, days, texts told in passages.
    /// </summary>
    public static bool IsAggregatable(Property property) => property is { IsList: false, Excerpt: null }
        && property.Kind is ScalarKind.String or ScalarKind.Int or ScalarKind.BigInt or ScalarKind.Float or ScalarKind.DateTime;

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The constant that stands for a field: <c>SAID_ON</c> for <c>saidOn</c>.</summary>
    public static string Constant(string field)
    {
        var name = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(field[i]) && field[i - 1] != '_' && !char.IsAsciiLetterUpper(field[i - 1])) name.Append('_');
            name.Append(char.ToUpperInvariant(field[i]));
        }

        return name.ToString();
    }
}
