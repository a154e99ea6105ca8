using Graph.Model.Ontologies;

namespace Graph.Model.Merging;

/// <summary>What speaks against merging two actors.</summary>
internal static class MergeMessages
{
    public static string Apart(Judgement judgement) =>
        $"\"{judgement.Id}\" and \"{judgement.Other}\" are judged not to be the "
            + $"same{(judgement.Because is { } reason ? $": {reason.TrimEnd('.')}" : "")}";

    public static string OtherType(NamedNode one, NamedNode another) =>
        $"\"{one.Id}\" is of the type {one.Type.Name}, and \"{another.Id}\" of the type {another.Type.Name}";

    public static string OtherIdentifier(Property property, NamedNode one, NamedNode another) =>
        $"\"{one.Id}\" has the {property.Name} {one.Values[property.Name]}, and \"{another.Id}\" {another.Values[property.Name]}";
}
