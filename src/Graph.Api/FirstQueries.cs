using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>Queries to begin with, whatever the domain: each is valid, and answers something where there is anything.</summary>
public static class FirstQueries
{
    /// <summary>Types that are shown where the domain has no acts.</summary>
    private const int Types = 3;

    /// <summary>Properties of a type that are shown.</summary>
    private const int Properties = 3;

    /// <summary>Three queries, as one line each.</summary>
    public static IReadOnlyList<string> Of(Ontology ontology) =>
        ontology.Act is { } act ? OfActs(act)
        : [.. ontology.NodeTypes.Take(Types)
            .Select(type => $"{{ {type.Plural}(limit: 5) "
            + $"{{ {string.Join(' ', PassageTypes.Others(type.Properties).Take(Properties).Select(property => property.Name))} }} }}")];

    /// <summary>
    /// The latest acts, what reports and answers them, and who acts against whom. Acts without a day would be the latest: a missing value is the
    /// greatest.
    /// </summary>
    private static List<string> OfActs(Act act)
    {
        var latest = $"where: {{ {act.On.Name}: {{ isNull: false }} }}, sort: [{{ {act.On.Name}: DESC }}]";
        var parties = $"{act.By.Name} {{ {act.By.Target.Caption.Name} }} {act.Against.Name} {{ {act.Against.Target.Caption.Name} }}";
        var evidence = act.Evidence is { } reports ? $" {reports.Name} {{ {reports.Target.Caption.Name} }}" : "";
        var claim = act.Claim is { } alleges ? $" {alleges.Name} {{ {alleges.Target.Caption.Name} }}" : "";
        List<string> queries =
        [
            $"{{ {act.Type.Plural}(limit: 5, {latest}) {{ {act.On.Name} {act.Type.Caption.Name} {parties} }} }}",
            $"{{ {act.Type.Plural}(limit: 3, {latest}) {{ {act.Type.Caption.Name}{evidence}{claim} }} }}",
        ];
        if (act.Pairs is { } pairs)
            queries.Add($"{{ {pairs}(limit: 10) {{ {act.Actor} {{ {act.By.Target.Caption.Name} }} {act.Counterpart} "
                + $"{{ {act.Against.Target.Caption.Name} }} {act.Type.Plural} }} }}");
        return queries;
    }
}
