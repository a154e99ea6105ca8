using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Graph.Model.Ontologies;

namespace Graph.Server.Explorer;

/// <summary>
/// What the explorer has to know of the domain before it asks anything: types, properties, relationships, and what an act is. All of
/// it stands in the ontology; the API's introspection does not tell which type is an act, nor what its fields mean.
/// </summary>
internal static class DomainDescription
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The description as JSON in UTF-8.</summary>
    public static byte[] Of(Ontology ontology) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            IsShipped = ontology.Text == Ontology.Shipped.Text,
            Types = ontology.Entities.Select(TypeOf),
            Act = ontology.Act is { } act ? ActOf(act) : null,
        },
        Json);

    private static object TypeOf(EntityType type) => new
    {
        type.Name,
        type.Plural,
        type.Description,
        Caption = type.Caption.Name,
        Implementations = type is InterfaceType face ? face.Implementations.Select(one => one.Name) : null,
        Labels = (type as NodeType)?.Labels,
        Properties = type.Properties.Where(property => property.Excerpt is null).Select(PropertyOf),
        Relationships = type.Relationships.Select(RelationshipOf),
    };

    private static object RelationshipOf(RelationshipField field) => new
    {
        field.Name,
        Target = field.Target.Name,
        field.IsList,
        Type = field.Relationship.Name,
        Direction = field.Direction.ToString(),
        Set = field.Relationship.Properties?.Name,
        Properties = field.Relationship.Properties?.Properties.Select(PropertyOf),
    };

    private static object PropertyOf(Property property) => new
    {
        property.Name,
        property.Description,
        Kind = property.Kind.ToString(),
        property.IsList,
        Enum = property.Enum?.Name,
        Values = property.Enum?.Values.Select(value => value.Name),
        SearchAs = property.SearchAs?.ToString(),
        property.Range?.Min,
        property.Range?.Max,
    };

    private static object ActOf(Act act) => new
    {
        Type = act.Type.Name,
        By = act.By.Name,
        Against = act.Against.Name,
        Party = act.By.Target.Name,
        On = act.On.Name,
        act.Actor,
        act.Counterpart,
        Kind = act.Kind?.Name,
        act.Counted,
        act.Denies,
        OnBehalfOf = act.OnBehalfOf?.Name,
        Answers = act.Answers?.Name,
        Evidence = act.Evidence?.Name,
        Claim = act.Claim?.Name,
        Tally = act.Tally?.Name,
        UpTo = act.UpTo?.Name,
        Series = act.Series.Select(series => new { series.Name, Way = series.Way.Select(step => step.Name), Property = series.Property?.Name }),
        act.Pairs,
        act.Timeline,
        act.Threads,
        act.Chains,
    };
}
