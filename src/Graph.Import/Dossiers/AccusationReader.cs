using Graph.Import.Parties;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>Reads one accusation of a dossier with its parties and its evidence.</summary>
internal sealed class AccusationReader(DomainVocabulary domain, Draft draft, Fields fields)
{
    /// <summary>Reads the fields into the draft.</summary>
    /// <param name="dataset">The dossier's dataset, for an accusation that names none.</param>
    public void Read(Reference? dataset)
    {
        draft.Key = fields.Name("key");
        Properties();
        Parties("by", "MADE", Direction.In);
        Parties("onBehalfOf", "ON_BEHALF_OF", Direction.Out);
        Parties("against", "AGAINST", Direction.Out);
        foreach (var about in References("about", EntityKind.Event)) Link("ABOUT", about);
        foreach (var claim in One("claim", EntityKind.Claim)) Link("ALLEGES", claim);
        foreach (var answered in References("answers", EntityKind.Accusation)) Link("ANSWERS", answered);
        foreach (var own in One("dataset", EntityKind.Dataset)) Link("FROM", own);
        if (dataset is not null && !fields.Has("dataset")) Link("FROM", dataset);
        foreach (var evidence in fields.Maps("evidence")) Evidence(evidence);
        var reason = fields.Text("noEvidence");
        // Evidence that is written but at fault has been complained of already.
        var none = draft.Evidence.Count == 0 && (!fields.Has("evidence") || draft.Faults.Count == 0);
        if (none && reason is null) fields.Say("evidence", Messages.NoEvidence());
        if (draft.Evidence.Count > 0 && reason is not null) fields.Say("noEvidence", Messages.EvidenceAndReason());
    }

    private void Properties()
    {
        // What a dossier need not say: the usual case of a person who read a report and wrote down what it reports.
        draft.Set("modality", "ASSERTED");
        draft.Set("method", "CURATED");
        draft.Set("confidence", 1.0);
        var defaults = new[] { "modality", "method", "confidence" }.Where(name => !fields.Has(name));
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, [.. defaults, "id"]);
        foreach (var name in new[] { "modality", "method", "confidence" }) fields.Take(name);
        if (draft.Get("saidOn") is null && draft.Get("saidOnBasis") is not null && !fields.Has("saidOn"))
            fields.Say("saidOnBasis", Messages.BasisWithoutDay());
        if (draft.Get("saidOn") is not null && !fields.Has("saidOnBasis")) draft.Set("saidOnBasis", "STATED");
        if (draft.Get("matter") is string matter) draft.Names.Add(matter);
    }

    /// <summary>
    /// Parties: an actor's id or name, <c>unknown</c> where nobody is named, or a mapping of the actor or the unresolved
    /// name with the surface form.
    /// </summary>
    private void Parties(string name, string relationship, Direction direction)
    {
        var type = domain.Relationship(relationship);
        foreach (var item in fields.Items(name))
        {
            var values = new object?[type.Properties?.Properties.Count ?? 0];
            if ((item is YamlMap map ? Party(map, type, values) : Plain(name, item)) is { } party)
                draft.Links.Add(new(type, direction, party, values));
        }
    }

    private Reference? Plain(string name, YamlValue item) =>
        fields.TextOf(name, item, Comments.SetApart) is { } text ? new(EntityKind.Actor, text, item.Line, item.Column) : null;

    private Reference? Party(YamlMap map, RelationshipType type, object?[] values)
    {
        var party = new Fields(map, "a party", draft.Faults);
        var surface = type.Properties?.Find("surface");
        var actor = party.Name("actor");
        var unresolved = party.Text("unresolved");
        PropertyFields.Read(party, type.Properties?.Properties ?? [], values);
        if (unresolved is not null && surface is not null) values[surface.Ordinal] ??= unresolved;
        if ((actor is null) == (unresolved is null) && draft.Faults.Count == 0) draft.Faults.Add(new(map.Line, map.Column, Messages.PartyNeedsOne()));
        if (unresolved is not null && surface is null) draft.Faults.Add(new(map.Line, map.Column, Messages.UnresolvedPrincipal()));
        party.Finish();
        return (actor ?? (unresolved is null ? null : ReservedActors.Unresolved)) is { } text
            ? new(EntityKind.Actor, text, map.Line, map.Column)
            : null;
    }

    private void Evidence(YamlMap map)
    {
        var evidence = new Fields(map, "a piece of evidence", draft.Faults);
        var document = evidence.RequiredText("document", Comments.SetApart);
        var quote = evidence.RequiredText("quote");
        var prefix = evidence.Text("prefix");
        var suffix = evidence.Text("suffix");
        evidence.Finish();
        if (document is null || quote is null) return;
        var place = map.Fields.First(field => field.Name == "quote").Value;
        var reference = map.Fields.First(field => field.Name == "document").Value;
        var target = new Reference(EntityKind.Document, document, reference.Line, reference.Column);
        draft.Evidence.Add(new(domain.Evidence, target, quote, prefix, suffix, new(place.Line, place.Column, "")));
    }

    private void Link(string type, Reference target) => draft.Links.Add(new(domain.Relationship(type), Direction.Out, target, []));

    private IEnumerable<Reference> References(string name, EntityKind kind) =>
        from item in fields.Items(name)
        let text = fields.TextOf(name, item, Comments.SetApart)
        where text is not null
        select new Reference(kind, text, item.Line, item.Column);

    private IEnumerable<Reference> One(string name, EntityKind kind)
    {
        if (fields.Take(name) is not { } value || fields.TextOf(name, value, Comments.SetApart) is not { } text) yield break;
        yield return new(kind, text, value.Line, value.Column);
    }
}
