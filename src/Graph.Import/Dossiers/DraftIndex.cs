using Graph.Import.Text;

namespace Graph.Import.Dossiers;

/// <summary>The drafts of a run by id, by name, and by the key of their dossier.</summary>
internal sealed class DraftIndex
{
    /// <summary>Names offered for one that is unknown: more are no help.</summary>
    private const int Suggestions = 3;

    /// <summary>Unknown names for which near ones are looked for: each is compared with every known name.</summary>
    private const int MaxSearches = 1000;

    private readonly Dictionary<(EntityKind, string), IReadOnlyList<string>> near = [];
    private readonly Dictionary<(EntityKind, string), Draft> byId = [];
    private readonly Dictionary<(EntityKind, string), HashSet<Draft>> byName = [];
    private readonly Dictionary<(string File, string Key), Draft> byKey = [];

    /// <summary>Adds a draft; gives the one that has its id already, or null where the draft has no id.</summary>
    public Draft? Add(Draft draft)
    {
        if (draft.Key is { } key && !byKey.TryAdd((draft.File, key), draft) && byKey[(draft.File, key)] != draft)
            draft.Faults.Add(new(draft.Source.Line, draft.Source.Column, Messages.KeyTwice(key, byKey[(draft.File, key)])));
        if (draft.Id.Length == 0) return null;

        // A draft at fault gives way, so that a sound description of the same thing elsewhere can stand.
        if (byId.TryGetValue((draft.Kind, draft.Id), out var known) && (known.File == draft.File || !known.IsRejected)) return known;
        byId[(draft.Kind, draft.Id)] = draft;
        AddNames(draft, draft.Names);
        return null;
    }

    /// <summary>Makes a draft known by further names.</summary>
    public void AddNames(Draft draft, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!byName.TryGetValue((draft.Kind, Fold(name)), out var drafts)) byName[(draft.Kind, Fold(name))] = drafts = [];
            drafts.Add(draft);
        }
    }

    /// <summary>Resolves a reference among the drafts; says what is wrong with an ambiguous one. False where nothing has that id or name.</summary>
    public bool Resolve(Draft from, Reference reference)
    {
        var draft = reference.Draft is { Id.Length: 0 } nameless ? nameless : Find(from, reference);
        if (draft is null) return false;
        reference.Draft = draft;
        if (draft.Id.Length > 0) reference.Node = (draft.Type, draft.Id);
        return true;
    }

    /// <summary>What to say of a reference that nothing has as its id or name.</summary>
    public string Unknown(Draft from, Reference reference)
    {
        var key = (reference.Kind, reference.Text);
        if (!near.TryGetValue(key, out var names) && near.Count < MaxSearches) near[key] = names = Near(from, reference);
        return Messages.UnknownReference(reference.Kind, reference.Text, names ?? []);
    }

    private IReadOnlyList<string> Near(Draft from, Reference reference)
    {
        var known = reference.Kind == EntityKind.Accusation
            ? byKey.Keys.Where(entry => entry.File == from.File).Select(entry => entry.Key)
            : byId.Where(entry => entry.Key.Item1 == reference.Kind).SelectMany(entry => entry.Value.Names.Append(entry.Key.Item2));
        return NearMatch.Near(reference.Text, known, Suggestions);
    }

    private Draft? Find(Draft from, Reference reference)
    {
        if (reference.Kind == EntityKind.Accusation && byKey.TryGetValue((from.File, reference.Text), out var keyed))
            return keyed.Id.Length > 0 ? byId.GetValueOrDefault((keyed.Kind, keyed.Id), keyed) : keyed;
        if (byId.TryGetValue((reference.Kind, reference.Text), out var draft)) return draft;
        var named = byName.GetValueOrDefault((reference.Kind, Fold(reference.Text)));
        if (named is null) return null;
        if (named.Count > 1)
            from.Faults.Add(new(reference.Line, reference.Column, Messages.AmbiguousName(reference.Text, named.Select(one => one.Id))));
        return named.First();
    }

    private static string Fold(string name) => name.ToLowerInvariant();
}
