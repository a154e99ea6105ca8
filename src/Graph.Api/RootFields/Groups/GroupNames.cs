using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api.RootFields.Groups;

/// <summary>What the groups of a type are called in the API, and what of the type they can speak of.</summary>
internal sealed record GroupNames(NodeType Type)
{
    public const string GroupKey = "GroupKey";
    public const string KeySort = "GroupKeySort";
    public const string Step = "GroupStep";
    public const string Value = "Value";
    public const string ValueFilters = Value + "ScalarFilters";

    public string Field => ApiNames.Camel(Type.Name) + "Groups";

    public string Row => Type.Name + "Group";

    public string Key => Row + "Key";

    public string Having => Row + "Having";

    public string Sort => Row + "Sort";

    public string Property => Row + "Property";

    public string Time => Row + "Time";

    public string Related => Row + "Related";

    public string Ordered => Row + "Ordered";

    public string Number => Row + "Number";

    /// <summary>The properties that can be a key.</summary>
    public IReadOnlyList<Property> Properties => [.. PassageTypes.Others(Type.Properties)];

    /// <summary>The days and instants, which can be counted in stretches of time.</summary>
    public IReadOnlyList<Property> Times =>
        [.. Type.Properties.Where(property => property is { IsList: false, Kind: ScalarKind.Date or ScalarKind.DateTime })];

    /// <summary>The numbers, of which there is a mean.</summary>
    public IReadOnlyList<Property> Numbers =>
        [.. Type.Properties.Where(property => property is { IsList: false, Kind: ScalarKind.Int or ScalarKind.BigInt or ScalarKind.Float })];

    /// <summary>Numbers, days and instants, of which there is a least and a greatest.</summary>
    public IReadOnlyList<Property> OrderedValues => [.. Type.Properties.Where(property => Numbers.Contains(property) || Times.Contains(property))];
}
