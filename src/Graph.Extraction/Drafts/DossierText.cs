using System.Text;

namespace Graph.Extraction.Drafts;

/// <summary>A draft as a dossier: the YAML that <c>graph check</c> and <c>graph import</c> read.</summary>
public static class DossierText
{
    /// <summary>The name of the text beside the dossier.</summary>
    public const string TextFile = "text.txt";

    /// <summary>Writes the dossier.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="known">Actors of a graph by their ids, as fields of a dossier's actor; they are described as the graph has them.</param>
    public static string Of(Draft draft, IReadOnlyDictionary<string, IReadOnlyList<(string Field, string Value)>> known)
    {
        var yaml = new StringBuilder();
        var actors = new DraftActors(draft, known);
        yaml.Append(draft.IsReviewed
            ? "# Drafted by rules and reviewed.\n"
            : $"# Drafted by rules; nobody has reviewed it yet: graph review drafts/{YamlText.Comment(draft.Name)}\n");
        yaml.Append("title: ").Append(YamlText.Quoted(draft.Document.Title ?? draft.Name)).Append('\n');
        actors.Write(yaml);
        Document(yaml, draft);
        var acts = draft.Included.ToList();
        Claims(yaml, draft, acts);
        if (acts.Count == 0) return yaml.ToString();
        yaml.Append("accusations:\n");
        // What an import takes for one accusation, since act, parties, day and matter are the same, is one with several pieces of evidence.
        var groups = acts.GroupBy(act => IdentityOf(act, actors)).Select(group => group.ToList()).ToList();
        var heads = groups.SelectMany(group => group.Select(act => (act.Key, Head: group[0].Key))).ToDictionary(act => act.Key, act => act.Head);
        var claims = acts.Where(act => act.Claim is not null).GroupBy(act => act.Claim!).Where(claim => claim.Count() > 1)
            .Select(claim => claim.Key).ToHashSet();
        var places = new QuotePlaces(draft.Document.Text, acts.Select(act => act.Found.Quote));
        foreach (var group in groups) Act(yaml, draft, group, heads, claims, actors, places);
        return yaml.ToString();
    }

    private static void Document(StringBuilder yaml, Draft draft)
    {
        var document = draft.Document;
        yaml.Append("documents:\n  - id: ").Append(YamlText.Quoted(draft.Name))
            .Append("\n    kind: ").Append(document.Kind ?? "ARTICLE").Append('\n');
        Field(yaml, "title", document.Title ?? draft.Name);
        Field(yaml, "url", document.Url);
        Field(yaml, "language", document.Language);
        if (document.Published is { } day) yaml.Append("    published: ").Append(day.ToString("yyyy-MM-dd")).Append('\n');
        Field(yaml, "author", document.Author);
        Field(yaml, "publisher", document.Publisher);
        yaml.Append("    text: ").Append(TextFile).Append('\n');
    }

    private static void Claims(StringBuilder yaml, Draft draft, List<DraftAct> acts)
    {
        var shared = acts.Where(act => act.Claim is not null).GroupBy(act => act.Claim!).Where(group => group.Count() > 1).ToList();
        if (shared.Count == 0) return;
        yaml.Append("claims:\n");
        foreach (var group in shared)
        {
            yaml.Append("  - id: ").Append(YamlText.Quoted(ClaimId(draft, group.Key))).Append('\n');
            Field(yaml, "text", MatterOf(group.First().Found));
        }
    }

    private static string IdentityOf(DraftAct act, DraftActors actors) => string.Join(
        '\n', act.Found.Act, Names(act.Found.Accusers, actors), Names(act.Found.Accused, actors), MatterOf(act.Found),
        act.SaidOn?.ToString("yyyy-MM-dd"));

    private static string Names(IEnumerable<FoundParty> parties, DraftActors actors) =>
        string.Join('+', parties.Select(party => actors.IsActor(party) ? actors.Name(party) : party.Surface).Order(StringComparer.Ordinal));

    private static void Act(StringBuilder yaml, Draft draft, List<DraftAct> same, Dictionary<string, string> heads, HashSet<string> claims,
        DraftActors actors, QuotePlaces places)
    {
        var act = same[0];
        var found = act.Found;
        yaml.Append("  # ").Append(found.Rule).Append(": ").Append(YamlText.Comment(found.Cue)).Append('\n');
        yaml.Append("  - key: ").Append(act.Key).Append("\n    act: ").Append(found.Act).Append('\n');
        Parties(yaml, "by", found.Accusers, actors);
        Parties(yaml, "against", found.Accused, actors);
        var principals = found.OnBehalfOf.Where(actors.IsActor).Select(actors.Name).Distinct().ToList();
        if (principals.Count > 0) yaml.Append("    onBehalfOf: [").AppendJoin(", ", principals).Append("]\n");
        Field(yaml, "matter", MatterOf(found));
        if (act.SaidOn is { } day)
        {
            yaml.Append("    saidOn: ").Append(day.ToString("yyyy-MM-dd")).Append('\n');
            if (!act.IsStated) yaml.Append("    saidOnBasis: PUBLICATION_DATE\n");
        }

        if (found.IsHedged) yaml.Append("    modality: HEDGED\n");
        yaml.Append("    confidence: ").Append(found.Confidence.ToString("0.##")).Append("\n    method: EXTRACTED\n");
        if (act.Claim is not null && claims.Contains(act.Claim))
            yaml.Append("    claim: ").Append(YamlText.Quoted(ClaimId(draft, act.Claim))).Append('\n');
        var answers = same.SelectMany(one => one.Answers).Select(heads.GetValueOrDefault).OfType<string>().Distinct()
            .Where(key => key != act.Key).ToList();
        if (answers.Count > 0) yaml.Append("    answers: [").AppendJoin(", ", answers).Append("]\n");
        yaml.Append("    evidence:\n");
        foreach (var one in same.Select(one => one.Found).DistinctBy(one => one.Quote)) Evidence(yaml, draft, one, places);
    }

    private static void Evidence(StringBuilder yaml, Draft draft, FoundAct found, QuotePlaces places)
    {
        yaml.Append("      - document: ").Append(YamlText.Quoted(draft.Name))
            .Append("\n        quote: ").Append(YamlText.Quoted(found.Quote)).Append('\n');
        var (prefix, suffix) = places.Around(found.Quote, found.Start);
        if (prefix is not null) yaml.Append("        prefix: ").Append(YamlText.Quoted(prefix)).Append('\n');
        if (suffix is not null) yaml.Append("        suffix: ").Append(YamlText.Quoted(suffix)).Append('\n');
    }

    private static void Parties(StringBuilder yaml, string field, IReadOnlyList<FoundParty> parties, DraftActors actors)
    {
        yaml.Append("    ").Append(field).Append(':');
        if (parties.Count == 0)
        {
            yaml.Append(" unknown\n");
            return;
        }

        yaml.Append('\n');
        foreach (var party in parties.DistinctBy(party => actors.Reference(party)))
            yaml.Append("      - ").Append(actors.Reference(party)).Append('\n');
    }

    private static string ClaimId(Draft draft, string key) => $"{draft.Name}-{key}";

    // What is alleged, in the text's words; where it says nothing of it, the sentence.
    private static string MatterOf(FoundAct act)
    {
        var matter = act.Matter.Trim(' ', ',', '\n');
        if (matter.Length == 0) matter = act.Quote;
        if (matter.Length <= Limits.MaxMatterChars) return matter;
        var cut = matter.LastIndexOf(' ', Limits.MaxMatterChars);
        return matter[..(cut > 0 ? cut : Limits.MaxMatterChars)] + " …";
    }

    private static void Field(StringBuilder yaml, string name, string? value)
    {
        if (value is not null) yaml.Append("    ").Append(name).Append(": ").Append(YamlText.Quoted(value)).Append('\n');
    }
}
