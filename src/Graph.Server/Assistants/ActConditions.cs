using Graph.Model.Ontologies;

namespace Graph.Server.Assistants;

/// <summary>Conditions on acts as the API takes them in <c>where</c>.</summary>
internal static class ActConditions
{
    /// <summary>Those that match and whose day is known, or is not.</summary>
    public static Dictionary<string, object> Dated(Act act, Dictionary<string, object>? where, bool isNull)
    {
        var day = Is(act.On.Name, "isNull", isNull);
        return where is null ? day : new(StringComparer.Ordinal) { ["AND"] = new object[] { where, day } };
    }

    /// <summary>An actor is among those that a relationship leads to.</summary>
    public static Dictionary<string, object> Party(RelationshipField field, string id) =>
        Is(field.Name, "some", Is(field.Target.Id.Name, "eq", id));

    /// <summary>A property compares so with a value.</summary>
    public static Dictionary<string, object> Is(string property, string comparison, object value) =>
        new(StringComparer.Ordinal) { [property] = new Dictionary<string, object>(StringComparer.Ordinal) { [comparison] = value } };
}
