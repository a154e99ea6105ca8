using Graph.Api.RootFields.Acts;
using Graph.Api.RootFields.Groups;
using Graph.Api.RootFields.Search;
using Graph.Api.RootFields.Streams;
using Graph.Api.RootFields.Walks;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields;

/// <summary>The kinds of root field that there are: a new one is a file of this folder and a line here.</summary>
internal static class RootFieldList
{
    /// <summary>The kinds, in the order in which the schema lists the fields of one type.</summary>
    public static IReadOnlyList<RootFieldKind> Kinds { get; } =
    [
        ListField.Of,
        ConnectionField.Of,
        ThreadField.Of,
        ChainField.Of,
        PathField.Of,
        NeighbourhoodField.Of,
        PairsField.Of,
        TimelineField.Of,
        TimelineNotesField.Of,
        TopActorsField.Of,
        GroupField.Of,
        NodeField.Of,
        SearchField.Of,
        FreshnessField.Of,
        CountsField.Of,
        ImportsField.Of,
        ChangesField.Of,
        EntityNamesField.Of,
    ];

    /// <summary>The kinds of field of the subscription type.</summary>
    public static IReadOnlyList<RootFieldKind> Streams { get; } = [NodesChangedField.Of, RecordsChangedField.Of];

    /// <summary>The fields over an ontology: type by type, then those of the whole graph.</summary>
    public static IReadOnlyList<IRootField> Of(Ontology ontology, IEnumerable<RootFieldKind> kinds)
    {
        var fields = kinds.SelectMany(kind => kind(ontology)).ToLookup(field => field.About);
        return [.. ontology.Entities.SelectMany(type => fields[type]), .. fields[null]];
    }
}
