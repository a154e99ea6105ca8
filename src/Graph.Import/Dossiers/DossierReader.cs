using Graph.Import.Sources;
using Graph.Import.Text;
using Graph.Import.Yaml;
using Graph.Model.Ontologies;

namespace Graph.Import.Dossiers;

/// <summary>Reads the file of a dossier into drafts; every fault is kept with the draft it belongs to. The format: docs/dossier.md.</summary>
internal sealed class DossierReader
{
    private readonly DomainVocabulary domain;
    private readonly string file;
    private readonly List<Draft> drafts = [];
    private readonly List<Fault> faults = [];
    private Reference? dataset;
    private string? name;

    private DossierReader(DomainVocabulary domain, string file) => (this.domain, this.file) = (domain, file);

    /// <summary>Reads a file; what is wrong with it is in the result.</summary>
    public static Dossier Read(string path, DomainVocabulary domain)
    {
        var source = TextFile.Read(path);
        if (source.Text is null) return Dossier.Unread(path, source.Fault!.Value);
        if (string.IsNullOrWhiteSpace(source.Text)) return Dossier.Unread(path, new(0, 0, Messages.EmptyDossier()));
        var (value, fault) = YamlReader.Read(source.Text);
        if (fault is not null) return Dossier.Unread(path, fault.Value);
        if (value is null or YamlText { IsNull: true }) return Dossier.Unread(path, new(0, 0, Messages.EmptyDossier()));
        if (value is not YamlMap map) return Dossier.Unread(path, new(value.Line, value.Column, Messages.DossierIsNoMap(value)));
        var reader = new DossierReader(domain, path);
        reader.Sections(map);
        if (reader.drafts.Count + reader.faults.Count == 0) reader.faults.Add(new(0, 0, Messages.EmptyDossier()));
        return new(path, reader.name, reader.drafts, reader.faults)
        {
            IsNamed = reader.name is not null || !(Fields.Has(map, "id") || Fields.Has(map, "dataset")),
        };
    }

    private void Sections(YamlMap map)
    {
        var fields = new Fields(map, "a dossier", faults);
        fields.Text("title");
        name = fields.Name("id");
        Dataset(fields.Take("dataset"), fields);
        if (!Fields.Has(map, "id") && dataset is { Text.Length: > 0 }) name = dataset.Text;
        foreach (var actor in fields.Maps("actors")) Actor(actor);
        foreach (var office in fields.Maps("offices")) Office(office);
        foreach (var place in fields.Maps("places")) Place(place);
        foreach (var item in fields.Maps("events")) Event(item, null);
        foreach (var document in fields.Maps("documents")) Document(document);
        foreach (var claim in fields.Maps("claims")) Claim(claim);
        foreach (var accusation in fields.Maps("accusations")) Accusation(accusation);
        fields.Finish();
    }

    private void Dataset(YamlValue? value, Fields dossier)
    {
        if (value is not YamlMap map)
        {
            if (value is not null && dossier.TextOf("dataset", value, Comments.SetApart) is { } text)
                dataset = new(EntityKind.Dataset, text, value.Line, value.Column);
            return;
        }

        var (draft, fields) = Start(EntityKind.Dataset, domain.Dataset, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id");
        Finish(draft, fields, draft.Get("name") as string);
        dataset = new(EntityKind.Dataset, draft.Id, map.Line, map.Column);
    }

    private void Actor(YamlMap map)
    {
        (string Field, NodeType Type)[] types = [("person", domain.Person), ("state", domain.State), ("organization", domain.Organization)];
        var written = types.Where(type => Fields.Has(map, type.Field)).ToArray();
        if (written.Length != 1)
        {
            var draft = new Draft(EntityKind.Actor, domain.Organization, map, file);
            draft.Faults.Add(new(map.Line, map.Column, Messages.ActorNeedsOneType(written.Length)));
            drafts.Add(draft);
            return;
        }

        var (actor, fields) = Start(EntityKind.Actor, written[0].Type, map);
        foreach (var (field, _) in types) fields.Take(field);
        actor.Set("name", fields.RequiredText(written[0].Field));
        PropertyFields.Read(fields, actor.Type.Properties, actor.Values, "id", "name");
        if (actor.Get("name") is string name) actor.Names.Add(name);
        actor.Names.AddRange(((List<object>)actor.Get("aliases")!).Cast<string>());
        if (actor.Type == domain.Organization && domain.BelongsTo is { } belongs)
            foreach (var whole in References(fields, "belongsTo", EntityKind.Actor)) Link(actor, belongs, Direction.Out, whole);
        foreach (var (field, isSame) in ((string, bool)[])[("same", true), ("different", false)])
            foreach (var judgement in fields.Maps(field)) Judge(actor, judgement, isSame);
        Finish(actor, fields, actor.Names.FirstOrDefault());
        foreach (var (other, _, _) in actor.Judgements.Where(judgement => judgement.Other == actor.Id))
            actor.Faults.Add(new(map.Line, map.Column, Messages.SameAsItself(other)));
    }

    // The other need not be in the dossier, nor in the graph yet: ids are enough.
    private static void Judge(Draft actor, YamlMap map, bool isSame)
    {
        var fields = new Fields(map, "a judgement", actor.Faults);
        var (other, because) = (fields.Name("as"), fields.RequiredText("because"));
        if (!fields.Has("as")) fields.Missing("as");
        fields.Finish();
        if (other is not null && because is not null) actor.Judgements.Add((other, isSame, because));
    }

    private void Office(YamlMap map)
    {
        var (draft, fields) = Start(EntityKind.Office, domain.Office, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id");
        foreach (var of in References(fields, "of", EntityKind.Actor)) Link(draft, "OFFICE_OF", Direction.Out, of);
        foreach (var holder in fields.Maps("holders")) Tenure(draft, holder);
        Finish(draft, fields, draft.Get("title") as string);
    }

    private void Tenure(Draft office, YamlMap map)
    {
        var fields = new Fields(map, "a holder", office.Faults);
        var type = domain.Relationship("HELD");
        var values = new object?[type.Properties!.Properties.Count];
        var since = Month(fields, "since", type.Properties, values);
        var until = Month(fields, "until", type.Properties, values);
        PropertyFields.Read(fields, type.Properties.Properties, values, "since", "until");
        if (!fields.Has("holder")) fields.Missing("holder");
        Interval(fields, "since", since, "until", until);
        foreach (var holder in References(fields, "holder", EntityKind.Actor)) office.Links.Add(new(type, Direction.In, holder, values));
        fields.Finish();
    }

    private void Place(YamlMap map)
    {
        var (draft, fields) = Start(EntityKind.Place, domain.Place, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id");
        foreach (var state in One(fields, "state", EntityKind.Actor)) Link(draft, "LIES_IN", Direction.Out, state);
        Finish(draft, fields, draft.Get("name") as string);
    }

    private void Event(YamlMap map, Draft? whole)
    {
        var (draft, fields) = Start(EntityKind.Event, domain.Event, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id");
        Interval(fields, "start", draft.Get("start") as DateOnly?, "end", draft.Get("end") as DateOnly?);
        foreach (var place in References(fields, "places", EntityKind.Place)) Link(draft, "HELD_AT", Direction.Out, place);
        foreach (var participant in fields.Items("participants")) Participant(draft, participant, fields);
        foreach (var part in One(fields, "partOf", EntityKind.Event)) Link(draft, "PART_OF", Direction.Out, part);
        if (whole is not null)
        {
            if (fields.Has("partOf")) fields.Say("partOf", Messages.PartOfTwice());
            Link(draft, "PART_OF", Direction.Out, To(whole));
        }

        var parts = fields.Maps("parts");
        Finish(draft, fields, draft.Get("name") as string);
        foreach (var part in parts) Event(part, draft);
    }

    private void Participant(Draft draft, YamlValue value, Fields outer)
    {
        var type = domain.Relationship("TOOK_PART_IN");
        var values = new object?[type.Properties!.Properties.Count];
        if (value is not YamlMap map)
        {
            if (outer.TextOf("participants", value, Comments.SetApart) is { } text)
                draft.Links.Add(new(type, Direction.In, new(EntityKind.Actor, text, value.Line, value.Column), values));
            return;
        }

        var fields = new Fields(map, "a participant", draft.Faults);
        PropertyFields.Read(fields, type.Properties.Properties, values);
        if (!fields.Has("actor")) fields.Missing("actor");
        foreach (var actor in One(fields, "actor", EntityKind.Actor)) draft.Links.Add(new(type, Direction.In, actor, values));
        fields.Finish();
    }

    private void Document(YamlMap map)
    {
        var (draft, fields) = Start(EntityKind.Document, domain.Document, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id", "text");
        foreach (var publisher in One(fields, "publisher", EntityKind.Actor)) Link(draft, "PUBLISHED_BY", Direction.Out, publisher);
        foreach (var original in One(fields, "digestOf", EntityKind.Document)) Link(draft, "DIGEST_OF", Direction.Out, original);
        if (fields.Name("text") is { } text) Text(draft, fields, text);
        Finish(draft, fields, draft.Get("title") as string);
    }

    private void Text(Draft document, Fields fields, string path)
    {
        var (text, fault) = DocumentText.Read(Path.GetDirectoryName(Path.GetFullPath(file))!, path);
        if (fault is not null) fields.Say("text", fault);
        if (text is null) return;
        if (document.Get("textHash") is string expected && expected != text.Hash) fields.Say("textHash", Messages.TextChanged(path, text.Hash));
        document.Text = text;
        document.Set("textHash", text.Hash);
        if (domain.KeptText is { } kept) document.Values[kept.Ordinal] = text.Value;
    }

    private void Claim(YamlMap map)
    {
        var (draft, fields) = Start(EntityKind.Claim, domain.Claim, map);
        PropertyFields.Read(fields, draft.Type.Properties, draft.Values, "id");
        Finish(draft, fields, draft.Get("text") as string);
    }

    private void Accusation(YamlMap map)
    {
        var (draft, fields) = Start(EntityKind.Accusation, domain.Accusation, map);
        new AccusationReader(domain, draft, fields).Read(dataset);
        fields.Finish();
        drafts.Add(draft);
    }

    /// <summary>A draft with the id that the author gave, if any.</summary>
    private (Draft Draft, Fields Fields) Start(EntityKind kind, NodeType type, YamlMap map)
    {
        var draft = new Draft(kind, type, map, file);
        var fields = new Fields(map, kind.Noun, draft.Faults);
        if (fields.Name("id") is { } id)
        {
            draft.Id = id;
            if (id.Any(unit => char.IsWhiteSpace(unit) || char.IsControl(unit))) fields.Say("id", Messages.IdWithSpace(id));
            if (DossierGraph.Reserved(kind, id)) fields.Say("id", Messages.ReservedId(id));
        }

        return (draft, fields);
    }

    private void Finish(Draft draft, Fields fields, string? name)
    {
        if (name is not null && !draft.Names.Contains(name)) draft.Names.Insert(0, name);
        if (draft.Id.Length == 0 && name is not null) draft.Id = ReadableId.FromName(name);
        if (dataset is not null && domain.NamesDatasets(draft.Type))
            Link(draft, "FROM", Direction.Out, new(EntityKind.Dataset, dataset.Text, dataset.Line, dataset.Column) { IsOptional = true });
        fields.Finish();
        drafts.Add(draft);
    }

    private void Link(Draft draft, string type, Direction direction, Reference target) => Link(draft, domain.Relationship(type), direction, target);

    private static void Link(Draft draft, RelationshipType type, Direction direction, Reference target) =>
        draft.Links.Add(new(type, direction, target, new object?[type.Properties?.Properties.Count ?? 0]));

    private static Reference To(Draft draft) => new(draft.Kind, draft.Id, draft.Source.Line, draft.Source.Column) { Draft = draft };

    private static IEnumerable<Reference> One(Fields fields, string name, EntityKind kind)
    {
        if (fields.Take(name) is not { } value || fields.TextOf(name, value, Comments.SetApart) is not { } text) yield break;
        yield return new(kind, text, value.Line, value.Column);
    }

    private static List<Reference> References(Fields fields, string name, EntityKind kind) =>
        [.. fields.Items(name).Select(item => (Item: item, Text: fields.TextOf(name, item, Comments.SetApart))).Where(item => item.Text is not null)
            .Select(item => new Reference(kind, item.Text!, item.Item.Line, item.Item.Column))];

    /// <summary>A day of a tenure; where only its month or year is known, that month's or year's first day.</summary>
    private static DateOnly? Month(Fields fields, string name, PropertySet set, object?[] values)
    {
        var property = set.Find(name)!;
        if (fields.Take(name) is not YamlText value)
        {
            if (fields.Take(name) is { } other) fields.Wrong(name, other, Messages.Expected(property));
            return null;
        }

        var padded = value with { Text = value.Text.Length switch { 4 => value.Text + "-01-01", 7 => value.Text + "-01", _ => value.Text } };
        if (PropertyFields.Parse(fields, property, padded) is not DateOnly day) return null;
        values[property.Ordinal] = day;
        return day;
    }

    private static void Interval(Fields fields, string from, DateOnly? start, string to, DateOnly? end)
    {
        if (start is not null && end is not null && end <= start) fields.Say(to, Messages.EmptyInterval(from, start.Value, to, end.Value));
    }
}
