using Graph.Model.Ontologies;

namespace Graph.Stores.Tests.Counting;

/// <summary>An act as plain C#.</summary>
internal sealed record PlainNewsAct(string Id, string Kind, DateOnly? Day)
{
    public HashSet<string> By { get; } = [];

    public HashSet<string> Against { get; } = [];

    public HashSet<string> OnBehalfOf { get; } = [];

    public HashSet<string> Evidence { get; } = [];

    public HashSet<string> MatterTypes { get; } = [];

    public List<PlainNewsAct> AnsweredBy { get; } = [];

    public string? Claim { get; set; }

    public string? Dataset { get; set; }
}

/// <summary>A tenure, from a day on and until another, which is not in it.</summary>
internal sealed record PlainTerm(DateOnly? Since, DateOnly? Until, HashSet<string> StandsFor);

/// <summary>An actor as plain C#.</summary>
internal sealed record PlainActor(string Id, string Type, string Name)
{
    public List<PlainTerm> Terms { get; } = [];

    public HashSet<string> BelongsTo { get; } = [];
}

/// <summary>
/// Acts at random, with everything that can be odd: several accusers or none, the same one twice, on behalf of others, acts without a
/// day, a claim or evidence, names that are alike or beyond the first plane, bodies in rings and at the same distance from two states.
/// </summary>
internal sealed class PlainNews
{
    private static readonly string[] Kinds = ["ACCUSE", "ACCUSE", "ACCUSE", "CRITICIZE", "DENY"];
    private static readonly string[] Matters = ["AGGRESSION", "BAD_FAITH", "OTHER", "CRIME"];
    private static readonly string[] Names = ["Ada", "ada", "Жуков", "\uFFFD", "🕊", "中", "Zoë"];
    private readonly Random random;

    public PlainNews(int seed, int actors, int acts)
    {
        random = new(seed);
        Records = new(Ontology.Shipped);
        for (var i = 0; i < actors; i++) AddActor(i);
        foreach (var actor in Actors.Values) Place(actor);
        for (var i = 0; i < 5; i++) AddSource(i);
        for (var i = 0; i < acts; i++) AddAct(i);
        for (var i = 0; i < acts / 3; i++) AddAnswer();
    }

    public Records Records { get; }

    public Dictionary<string, PlainActor> Actors { get; } = new(StringComparer.Ordinal);

    public List<PlainNewsAct> Acts { get; } = [];

    /// <summary>Of each piece of evidence its publisher, or null.</summary>
    public Dictionary<string, string?> Publishers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Datasets { get; } = new(StringComparer.Ordinal);

    private string Reference(string actor) => $"{Actors[actor].Type}:{actor}";

    private DateOnly? Day() => random.Next(6) == 0 ? null : new DateOnly(2024, 12, 20).AddDays(random.Next(60));

    private void AddActor(int number)
    {
        var actor = new PlainActor(
            "zyx"[number % 3] + (number * 37 % 100).ToString("00"),
            (number % 4) switch { 0 => "Person", 1 => "State", _ => "Organization" },
            Names[random.Next(Names.Length)]);
        Actors.Add(actor.Id, actor);
        if (actor.Type == "Organization") Records.Node("Organization", ("id", actor.Id), ("name", actor.Name), ("kind", "OTHER"));
        else Records.Node(actor.Type, ("id", actor.Id), ("name", actor.Name));
    }

    private void Place(PlainActor actor)
    {
        if (actor.Type == "Organization")
        {
            foreach (var body in Some(2, other => random.Next(4) > 0 || other.Type != "State"))
                if (actor.BelongsTo.Add(body)) Records.Relationship("BELONGS_TO", $"Organization:{actor.Id}", Reference(body));
            return;
        }

        if (actor.Type == "State") return;
        for (var i = random.Next(3); i > 0; i--)
        {
            var (office, standsFor) = ($"o-{actor.Id}-{i}", Some(2, other => other.Type != "Person").ToHashSet());
            var term = new PlainTerm(Day(), Day(), standsFor);
            actor.Terms.Add(term);
            Records.Node("Office", ("id", office), ("title", "Office"))
                .Relationship("HELD", $"Person:{actor.Id}", $"Office:{office}", ("since", term.Since), ("until", term.Until));
            foreach (var other in standsFor) Records.Relationship("OFFICE_OF", $"Office:{office}", Reference(other));
        }
    }

    private void AddSource(int number)
    {
        Records.Node("Claim", ("id", $"c{number}"), ("text", "Claim")).Node("Dataset", ("id", $"d{number}"), ("name", Names[number % 2]));
        Datasets.Add($"d{number}", Names[number % 2]);
        for (var i = 0; i < 3; i++)
        {
            var id = $"e{number}{i}";
            var publisher = Some(1, other => other.Type == "Organization").FirstOrDefault();
            Publishers.Add(id, publisher);
            Records.Node("Evidence", ("id", id), ("quote", "Quote")).Node("Document", ("id", id), ("kind", "ARTICLE"), ("title", "Title"));
            if (publisher is null && number == 0) continue;
            Records.Relationship("QUOTED_FROM", $"Evidence:{id}", $"Document:{id}");
            if (publisher is not null) Records.Relationship("PUBLISHED_BY", $"Document:{id}", $"Organization:{publisher}");
        }
    }

    private void AddAct(int number)
    {
        var act = new PlainNewsAct($"a{number * 7919 % 1000:000}", Kinds[random.Next(Kinds.Length)], Day())
        {
            Claim = random.Next(3) == 0 ? null : $"c{random.Next(5)}",
            Dataset = random.Next(3) == 0 ? null : $"d{random.Next(5)}",
        };
        Acts.Add(act);
        for (var i = random.Next(3); i > 0; i--) act.MatterTypes.Add(Matters[random.Next(Matters.Length)]);
        var end = $"Accusation:{act.Id}";
        Records.Node(
            "Accusation",
            ("id", act.Id), ("act", act.Kind), ("matter", "Matter"), ("modality", "ASSERTED"), ("method", "CURATED"), ("confidence", 0.5), ("saidOn", act.Day),
            ("matterTypes", act.MatterTypes.Concat(act.MatterTypes.Take(1)).ToArray()));
        if (act.Claim is not null) Records.Relationship("ALLEGES", end, $"Claim:{act.Claim}");
        if (act.Dataset is not null) Records.Relationship("FROM", end, $"Dataset:{act.Dataset}");
        foreach (var by in Some(2, _ => true))
        {
            act.By.Add(by);
            Records.Relationship("MADE", Reference(by), end);
            if (random.Next(6) == 0) Records.Relationship("MADE", Reference(by), end, ("surface", "he"));
        }

        foreach (var against in Some(2, _ => true))
        {
            act.Against.Add(against);
            Records.Relationship("AGAINST", end, Reference(against), ("surface", "it"));
            if (random.Next(6) == 0) Records.Relationship("AGAINST", end, Reference(against), ("surface", "they"));
        }

        foreach (var other in random.Next(4) == 0 ? Some(2, _ => true) : [])
        {
            act.OnBehalfOf.Add(other);
            Records.Relationship("ON_BEHALF_OF", end, Reference(other));
        }

        for (var i = random.Next(4); i > 0; i--)
        {
            var evidence = $"e{random.Next(5)}{random.Next(3)}";
            if (act.Evidence.Add(evidence)) Records.Relationship("EVIDENCED_BY", end, $"Evidence:{evidence}");
        }
    }

    private void AddAnswer()
    {
        var (answer, answered) = (Acts[random.Next(Acts.Count)], Acts[random.Next(Acts.Count)]);
        if (answered.AnsweredBy.Contains(answer)) return;
        answered.AnsweredBy.Add(answer);
        Records.Relationship("ANSWERS", $"Accusation:{answer.Id}", $"Accusation:{answered.Id}");
    }

    // None now and then, one mostly.
    private List<string> Some(int most, Func<PlainActor, bool> fits)
    {
        var fitting = Actors.Values.Where(fits).Select(actor => actor.Id).ToList();
        var count = random.Next(8) switch { 0 => 0, < 3 => most, _ => 1 };
        return [.. Enumerable.Range(0, count).Select(_ => fitting[random.Next(fitting.Count)]).Distinct()];
    }
}
