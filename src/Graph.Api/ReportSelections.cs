using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>What is selected of nodes for those who repeat what they read, whatever the ontology calls it.</summary>
internal static class ReportSelections
{
    /// <summary>Pieces of evidence of one act.</summary>
    private const int Reports = 3;

    /// <summary>Parties of one act: more are lists of signatories.</summary>
    private const int Parties = 20;

    /// <summary>Id and caption.</summary>
    public static string Named(EntityType type) => type.Caption == type.Id ? $"{{ {type.Id.Name} }}" : $"{{ {type.Id.Name} {type.Caption.Name} }}";

    /// <summary>An act: its properties, its parties, what it alleges, and the words that report it with where they stand.</summary>
    /// <param name="act">The acts.</param>
    public static string Of(Act act)
    {
        List<string> parts =
        [
            Properties(act.Type),
            $"{act.By.Name}(limit: {Parties}) {Named(act.By.Target)}",
            $"{act.Against.Name}(limit: {Parties}) {Named(act.Against.Target)}",
        ];
        if (act.OnBehalfOf is { } principals) parts.Add($"{principals.Name}(limit: {Parties}) {Named(principals.Target)}");
        if (act.Claim is { } claim) parts.Add($"{claim.Name} {Named(claim.Target)}");
        if (act.Evidence is { } evidence) parts.Add($"{evidence.Name}(limit: {Reports}) {Report(evidence.Target)}");
        return $"{{ {string.Join(' ', parts)} }}";
    }

    /// <summary>The properties of a type, but for moments of an import and whole texts.</summary>
    public static string Properties(EntityType type) =>
        string.Join(
            ' ', PassageTypes.Others(type.Properties).Where(property => property.Kind != ScalarKind.DateTime).Select(property => property.Name));

    // What reports an act: the words, what they stand in, and whose that is.
    private static string Report(EntityType report) =>
        $"{{ {Properties(report)} "
        + string.Join(' ', Single(report).Select(field => $"{field.Name} {{ {Properties(field.Target)} {Inner(field.Target)} }}")) + " }";

    private static string Inner(EntityType source) =>
        string.Join(' ', Single(source).Select(field => $"{field.Name} {Named(field.Target)}"));

    private static IEnumerable<RelationshipField> Single(EntityType type) => type.Relationships.Where(field => !field.IsList);

    /// <summary>An actor: its properties, the offices that it held and whose they are, and what it belongs to.</summary>
    /// <param name="act">The acts, whose actors they are.</param>
    /// <param name="type">The type of actor.</param>
    public static string Actor(Act act, NodeType type)
    {
        List<string> parts = [Properties(type)];
        if (act.Represents is [var held, var whose] && held.FirstOrDefault(field => type.Relationships.Contains(field)) is { } offices)
        {
            var days = offices.Relationship.Properties is { } set
                ? $"properties {{ {string.Join(' ', set.Properties.Select(property => property.Name))} }} "
                : "";
            var of = string.Join(' ', whose.Take(1).Select(field => $"{field.Name} {Named(field.Target)}"));
            parts.Add($"{ApiNames.ConnectionField(offices)}(first: {Parties}) {{ edges {{ {days}node {{ {Properties(offices.Target)} {of} }} }} }}");
        }

        if (act.BelongsTo.FirstOrDefault(field => type.Relationships.Contains(field)) is { } above) parts.Add($"{above.Name} {Named(above.Target)}");
        return $"... on {type.Name} {{ {string.Join(' ', parts)} }}";
    }
}
