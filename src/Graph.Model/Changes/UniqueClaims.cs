using Graph.Model.Ontologies;

namespace Graph.Model.Changes;

/// <summary>Values that only one node may have, ids left out: what changes make of them.</summary>
/// <param name="ontology">The domain.</param>
internal sealed class UniqueClaims(Ontology ontology)
{
    private readonly Dictionary<string, IReadOnlyList<(EntityType Scope, Property Property)>> scopes = new(StringComparer.Ordinal);

    /// <summary>The type has such properties.</summary>
    public bool Has(string type) => ScopesOf(type).Count > 0;

    /// <summary>Such values of a node that are different, each with the type or interface among whose nodes it may occur once.</summary>
    public IEnumerable<(EntityType Scope, Property Property, string? From, string? To)> Changed(RecordChange change)
    {
        if (change.Record.Kind != RecordKind.Node || ScopesOf(change.Record.Type) is not { Count: > 0 } own) yield break;
        var (from, to) = (change.From?.Read(), change.To?.Read());
        foreach (var (scope, property) in own)
        {
            var (before, after) = (from?.GetValueOrDefault(property.Name), to?.GetValueOrDefault(property.Name));
            if (before != after) yield return (scope, property, before, after);
        }
    }

    private IReadOnlyList<(EntityType Scope, Property Property)> ScopesOf(string name)
    {
        if (scopes.TryGetValue(name, out var known)) return known;
        return scopes[name] = ontology.FindNodeType(name) is not { } type
            ? []
            : [.. ontology.Entities.Where(scope => scope.ConcreteTypes.Contains(type)).SelectMany(scope =>
                scope.Properties.Where(property => property.IsUnique && property != scope.Id).Select(property => (scope, property)))];
    }
}
