using Graph.Import.Parties;
using Graph.Import.Text;
using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>Looks up which nodes with these ids are stored already; empty where there is no store.</summary>
internal delegate ValueTask<IReadOnlyDictionary<string, NodeType>> FindStored(EntityType type, IReadOnlyCollection<string> ids);

/// <summary>
/// The dossiers of one run as one graph: what refers to what, which descriptions of one thing agree, where quotes lie, and
/// what cannot go in because it depends on something that cannot.
/// </summary>
internal sealed class DossierGraph
{
    /// <summary>Characters of texts searched for passages near to missing quotes: some seconds, after which the hints stop.</summary>
    private const long MaxHintedCharacters = 50_000_000;

    private readonly DomainVocabulary domain;
    private readonly List<Draft> drafts;
    private long hintedCharacters;
    private readonly DraftIndex index = new();
    private readonly IReadOnlyList<Dossier> dossiers;
    private readonly Dictionary<string, string> sources;
    private readonly Dictionary<Draft, Dictionary<string, Draft>> shares = [];

    private DossierGraph(DomainVocabulary domain, IReadOnlyList<Dossier> dossiers)
    {
        (this.domain, this.dossiers) = (domain, dossiers);
        drafts = [.. dossiers.SelectMany(dossier => dossier.Drafts)];
        sources = dossiers.ToDictionary(dossier => dossier.File, dossier => dossier.Source ?? "", StringComparer.Ordinal);
    }

    /// <summary>Every draft of the run, each with the faults it has; a draft that only repeats another is left out.</summary>
    public IReadOnlyList<Draft> Drafts => drafts;

    /// <summary>What each source says of a thing that several describe, otherwise the draft itself.</summary>
    public IEnumerable<Draft> SharesOf(Draft draft) => shares.TryGetValue(draft, out var own) ? own.Values : [draft];

    /// <summary>The source that a draft speaks for.</summary>
    public string SourceOf(Draft draft) => sources[draft.File];

    /// <summary>True for an id that only the import gives.</summary>
    public static bool Reserved(EntityKind kind, string id) => kind == EntityKind.Actor && ReservedActors.Has(id);

    /// <summary>Joins the dossiers of a run.</summary>
    public static async ValueTask<DossierGraph> JoinAsync(DomainVocabulary domain, IReadOnlyList<Dossier> dossiers, FindStored find)
    {
        var graph = new DossierGraph(domain, dossiers);
        graph.AddReservedActors();
        graph.Unite(draft => draft.Kind != EntityKind.Accusation);
        await graph.ResolveAsync(find, kind => kind != EntityKind.Accusation);
        foreach (var draft in graph.drafts) graph.Anchor(draft);
        foreach (var draft in graph.drafts.Where(draft => draft.Kind == EntityKind.Accusation && draft.Id.Length == 0))
            draft.Id = graph.AccusationId(draft);
        graph.Unite(draft => draft.Kind == EntityKind.Accusation);
        await graph.ResolveAsync(find, kind => kind == EntityKind.Accusation);
        foreach (var (draft, own) in graph.shares) draft.Faults.AddRange(own.Values.SelectMany(share => share.Faults).Except(draft.Faults).ToList());
        graph.RejectCircles("PART_OF");
        graph.RejectCircles("DIGEST_OF");
        graph.RejectDependents();
        return graph;
    }

    private void AddReservedActors()
    {
        var used = drafts.SelectMany(draft => draft.Links).Where(link => Reserved(link.Target.Kind, link.Target.Text));
        foreach (var reference in used.GroupBy(link => link.Target.Text).ToList())
            AddReserved(reference.Key,
                drafts.Where(draft => draft.Links.Exists(link => link.Target.Kind == EntityKind.Actor && link.Target.Text == reference.Key)));
    }

    // Each source that needs the actor asserts it.
    private void AddReserved(string id, IEnumerable<Draft> users)
    {
        foreach (var first in users.DistinctBy(SourceOf).ToList())
        {
            var actor = new Draft(EntityKind.Actor, domain.Organization, first.Source, first.File) { Id = id };
            actor.Set("name", ReservedActors.NameOf(id));
            actor.Set("aliases", new List<object>());
            actor.Set("kind", ReservedActors.Kind);
            drafts.Add(actor);
        }
    }

    /// <summary>Makes one draft of several with one id, where they agree.</summary>
    private void Unite(Func<Draft, bool> concerned)
    {
        var repeated = new HashSet<Draft>();
        foreach (var draft in drafts.Where(concerned))
        {
            var known = index.Add(draft);
            if (known is null || draft.IsRejected) continue;
            var alone = known.Copy();
            if (Agreement.Unite(known, draft) is { } disagreement)
            {
                draft.Faults.Add(new(draft.Source.Line, draft.Source.Column, disagreement));
                continue;
            }

            Share(known, alone, draft);
            repeated.Add(draft);
            index.AddNames(known, draft.Names);
        }

        drafts.RemoveAll(repeated.Contains);
    }

    /// <summary>Keeps apart what each source says of a thing.</summary>
    private void Share(Draft known, Draft alone, Draft other)
    {
        if (!shares.TryGetValue(known, out var own))
        {
            if (SourceOf(known) == SourceOf(other)) return;
            shares[known] = own = new(StringComparer.Ordinal) { [SourceOf(known)] = alone };
        }

        if (own.TryGetValue(SourceOf(other), out var share)) Agreement.Add(share, other);
        else own[SourceOf(other)] = other;
    }

    private async ValueTask ResolveAsync(FindStored find, Func<EntityKind, bool> concerned)
    {
        var open = new List<(Draft Draft, Reference Reference)>();
        foreach (var draft in drafts.SelectMany(SharesOf).Union(drafts))
            foreach (var reference in References(draft).Where(reference => concerned(reference.Kind)))
                if (!index.Resolve(draft, reference)) open.Add((draft, reference));

        foreach (var group in open.GroupBy(item => item.Reference.Kind).ToList())
        {
            var ids = group.Select(item => item.Reference.Text).ToHashSet();
            var stored = await find(domain.Ontology.FindEntity(group.Key.Type)!, ids);
            foreach (var (draft, reference) in group)
            {
                if (stored.TryGetValue(reference.Text, out var type)) reference.Node = (type, reference.Text);
                else if (!reference.IsOptional) draft.Faults.Add(new(reference.Line, reference.Column, index.Unknown(draft, reference)));
                else GiveUp(draft, reference);
            }
        }

        foreach (var draft in drafts)
            foreach (var link in draft.Links.Where(link => concerned(link.Target.Kind))) CheckEnds(draft, link);
    }

    /// <summary>Leaves a reference out, and says so of the file: once, whichever of its drafts have it.</summary>
    private void GiveUp(Draft draft, Reference reference)
    {
        draft.Links.RemoveAll(link => link.Target == reference);
        var fault = new Fault(reference.Line, reference.Column, index.Unknown(draft, reference));
        var file = dossiers.First(dossier => dossier.File == draft.File).Faults;
        if (!file.Contains(fault)) file.Add(fault);
    }

    private static void CheckEnds(Draft draft, Link link)
    {
        if (link.Target.Node is not { } node) return;
        var fits = link.Type.Pairs.Contains(link.Direction == Direction.Out ? (draft.Type, node.Type) : (node.Type, draft.Type));
        if (fits) return;
        var allowed = link.Type.Pairs.Select(pair => link.Direction == Direction.Out ? (pair.Start, pair.End) : (pair.End, pair.Start))
            .Where(pair => pair.Item1 == draft.Type).Select(pair => pair.Item2.Name).Distinct();
        draft.Faults.Add(new(link.Target.Line, link.Target.Column, Messages.WrongKindOfEnd(link.Target.Text, node.Type.Name, allowed)));
    }

    /// <summary>Finds each quote in its document's text, and gives the evidence its id and offsets.</summary>
    private void Anchor(Draft accusation)
    {
        foreach (var evidence in accusation.Evidence.Where(evidence => evidence.Document.Node is not null))
        {
            var document = evidence.Document.Draft;
            if (document is null)
            {
                accusation.Faults.Add(new(evidence.Document.Line, evidence.Document.Column, Messages.DocumentOnlyStored(evidence.Document.Text)));
                continue;
            }

            void Set(string property, object? value) => evidence.Values[domain.Evidence.FindProperty(property)!.Ordinal] = value;
            evidence.Id = ReadableId.FromHash("evidence", document.Id, evidence.Quote, evidence.Prefix, evidence.Suffix);
            Set("id", evidence.Id);
            Set("quote", evidence.Quote);
            Set("prefix", evidence.Prefix);
            Set("suffix", evidence.Suffix);
            if (document.Text is null || document.IsRejected) continue;
            var anchor = QuoteAnchor.Find(document.Text, evidence.Quote, evidence.Prefix, evidence.Suffix, hintedCharacters < MaxHintedCharacters);
            if (anchor is QuoteAnchor.Missing or QuoteAnchor.LooksTheSame) hintedCharacters += document.Text.Value.Length;
            if (anchor is QuoteAnchor.Found found)
            {
                Set("startOffset", (long)found.Start);
                Set("endOffset", (long)found.End);
            }
            else accusation.Faults.Add(evidence.Place with { Message = Messages.Unanchored(anchor, evidence.Quote, document.Id) });
        }
    }

    /// <summary>
    /// What identifies an act: its dossier and its key. Without a key, what was done, by whom, on whose behalf, against whom, on which day,
    /// in what matter; a name that could not be matched identifies by its surface form.
    /// </summary>
    private string AccusationId(Draft accusation)
    {
        if (accusation.Links.Any(link => link.Target.Node is null && link.Target.Kind == EntityKind.Actor)) return "";
        if (accusation.Key is { } key) return ReadableId.FromHash("accusation", "key", SourceOf(accusation), key);
        IEnumerable<string> Ids(string type) => accusation.Links.Where(link => link.Type.Name == type)
            .Select(link => link.Target.Node!.Value.Id is ReservedActors.Unresolved
                ? $"{ReservedActors.Unresolved}/{string.Join('/', link.Values)}"
                : link.Target.Node!.Value.Id)
            .Order(StringComparer.Ordinal);
        var day = accusation.Get("saidOn") is DateOnly said ? said.ToString("yyyy-MM-dd") : null;
        string?[] parts =
        [
            accusation.Get("act") as string, day, accusation.Get("matter") as string,
            "by", .. Ids("MADE"), "on behalf of", .. Ids("ON_BEHALF_OF"), "against", .. Ids("AGAINST"),
        ];
        return ReadableId.FromHash("accusation", parts);
    }

    private void RejectCircles(string type)
    {
        var done = new HashSet<Draft>();
        foreach (var first in drafts)
        {
            var way = new List<Draft>();
            var next = first;
            while (next is not null && done.Add(next))
            {
                way.Add(next);
                next = next.Links.Find(link => link.Type.Name == type)?.Target.Draft;
            }

            // The way ended where an earlier way or this one passed; only the latter is a circle.
            var start = next is null ? -1 : way.IndexOf(next);
            if (start < 0) continue;
            foreach (var draft in way.Skip(start)) draft.Faults.Add(new(draft.Source.Line, draft.Source.Column, Messages.Circle(draft.Title, type)));
        }
    }

    private void RejectDependents()
    {
        var dependents = drafts
            .SelectMany(draft => References(draft).Where(reference => reference is { Draft: not null, IsOptional: false })
                .Select(reference => (Draft: draft, Reference: reference)))
            .ToLookup(item => item.Reference.Draft!);
        var rejected = new Queue<Draft>(drafts.Where(draft => draft.IsRejected));
        while (rejected.TryDequeue(out var lost))
        {
            foreach (var (draft, reference) in dependents[lost].Where(item => !item.Draft.IsRejected))
            {
                draft.Faults.Add(new(reference.Line, reference.Column, Messages.DependsOnRejected(lost)));
                rejected.Enqueue(draft);
            }
        }

        foreach (var draft in drafts.SelectMany(SharesOf).Union(drafts))
            draft.Links.RemoveAll(link => link.Target is { IsOptional: true, Draft.IsRejected: true });
    }

    private static IEnumerable<Reference> References(Draft draft) =>
        draft.Links.Select(link => link.Target).Concat(draft.Evidence.Select(evidence => evidence.Document));
}
