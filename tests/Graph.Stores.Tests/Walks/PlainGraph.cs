using Graph.Model.Ontologies;

namespace Graph.Stores.Tests.Walks;

/// <summary>An act as plain C#.</summary>
internal sealed record PlainAct(string Id, string Kind, DateOnly? Day, double Confidence)
{
    public HashSet<string> By { get; } = [];

    public HashSet<string> Against { get; } = [];

    public HashSet<string> OnBehalfOf { get; } = [];

    public HashSet<string> Answers { get; } = [];
}

/// <summary>A tenure: a person holds an office from a day, included, to a day, not included.</summary>
internal sealed record PlainTenure(string Person, string Office, DateOnly? Since, DateOnly? Until);

/// <summary>A relationship, of which several may be parallel.</summary>
internal sealed record PlainRelationship(string Type, string Start, string End);

/// <summary>
/// A few actors and many acts between them, at random: several accusers, none at all, the same one twice, acts against oneself,
/// without a day, answers in rings and to oneself, ids in other scripts and beyond the first plane.
/// </summary>
internal sealed class PlainGraph
{
    private static readonly string[] Kinds = ["ACCUSE", "ACCUSE", "ACCUSE", "CRITICIZE", "DENY"];
    private static readonly string[] Signs = ["a", "b", "Z", "é", "Ж", "中", "\uFFFD", "🕊", "𝒜", "-"];

    private readonly Random random;
    private readonly Records records = new(Ontology.Shipped);

    /// <summary>Makes a graph.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="actors">How many actors.</param>
    /// <param name="acts">How many acts.</param>
    public PlainGraph(int seed, int actors, int acts)
    {
        random = new(seed);
        for (var i = 0; i < actors; i++) AddActor(i);
        for (var i = 0; i < actors / 2; i++) AddOffice(i);
        for (var i = 0; i < acts; i++) AddAct(i);
        for (var i = 0; i < acts / 2; i++) AddAnswer(random.Next(4) == 0);
    }

    /// <summary>The ids of actors, with their types.</summary>
    public Dictionary<string, string> Actors { get; } = [];

    public List<PlainAct> Acts { get; } = [];

    public List<PlainTenure> Tenures { get; } = [];

    /// <summary>Of each office, whose it is.</summary>
    public Dictionary<string, HashSet<string>> Offices { get; } = [];

    /// <summary>Every relationship but the tallies.</summary>
    public List<PlainRelationship> Relationships { get; } = [];

    /// <summary>The tallies that an import derives.</summary>
    public IEnumerable<PlainRelationship> Tallies => Acts.Where(act => act.Kind == "ACCUSE")
        .SelectMany(act => act.By.SelectMany(_ => act.Against, (by, against) => new PlainRelationship("ACCUSED", $"{Actors[by]}:{by}", $"{Actors[against]}:{against}")))
        .Distinct();

    /// <summary>The same for a store.</summary>
    public Records ToRecords() => records;

    /// <summary>One of the actors.</summary>
    public string AnyActor(Random any) => Actors.Keys.ElementAt(any.Next(Actors.Count));

    private DateOnly? Day() => random.Next(6) == 0 ? null : new DateOnly(2025, 1, 1).AddDays(random.Next(40));

    private void AddActor(int number)
    {
        var id = Signs[number % Signs.Length] + number;
        var type = (number % 3) switch { 0 => "Person", 1 => "State", _ => "Organization" };
        Actors.Add(id, type);
        if (type == "Organization") records.Node(type, ("id", id), ("name", "Name " + id), ("kind", "OTHER"));
        else records.Node(type, ("id", id), ("name", "Name " + id));
    }

    private void AddOffice(int number)
    {
        var id = $"office{number}";
        records.Node("Office", ("id", id), ("title", "Office"));
        Offices[id] = [];
        foreach (var actor in Some(2, actor => Actors[actor] != "Person"))
        {
            Offices[id].Add(actor);
            Add("OFFICE_OF", "Office:" + id, $"{Actors[actor]}:{actor}");
        }

        foreach (var person in Some(3, actor => Actors[actor] == "Person"))
        {
            var (since, until) = (Day(), Day());
            Tenures.Add(new(person, id, since, until));
            Add("HELD", "Person:" + person, "Office:" + id, ("since", since), ("until", until));
        }
    }

    private void AddAct(int number)
    {
        var act = new PlainAct($"act{number * 7919 % 1000:000}", Kinds[random.Next(Kinds.Length)], Day(), random.Next(11) / 10.0);
        Acts.Add(act);
        records.Node(
            "Accusation",
            ("id", act.Id),
            ("act", act.Kind),
            ("matter", "Matter"),
            ("modality", "ASSERTED"),
            ("method", "CURATED"),
            ("confidence", act.Confidence),
            ("saidOn", act.Day));
        foreach (var actor in Some(2, _ => true))
        {
            act.By.Add(actor);
            Add("MADE", $"{Actors[actor]}:{actor}", "Accusation:" + act.Id);
            if (random.Next(8) == 0) Add("MADE", $"{Actors[actor]}:{actor}", "Accusation:" + act.Id, ("surface", "he"));
        }

        foreach (var actor in Some(2, _ => true))
        {
            act.Against.Add(actor);
            Add("AGAINST", "Accusation:" + act.Id, $"{Actors[actor]}:{actor}");
            if (random.Next(8) == 0) Add("AGAINST", "Accusation:" + act.Id, $"{Actors[actor]}:{actor}", ("surface", "they"));
        }

        if (random.Next(4) > 0) return;
        foreach (var actor in Some(1, _ => true))
        {
            act.OnBehalfOf.Add(actor);
            Add("ON_BEHALF_OF", "Accusation:" + act.Id, $"{Actors[actor]}:{actor}");
        }
    }

    private void AddAnswer(bool toAny)
    {
        var answer = Acts[random.Next(Acts.Count)];
        var at = Acts.IndexOf(answer);
        var answered = toAny ? Acts[random.Next(Acts.Count)] : Acts[Math.Min(Acts.Count - 1, at + random.Next(3))];
        if (answer.Answers.Add(answered.Id)) Add("ANSWERS", "Accusation:" + answer.Id, "Accusation:" + answered.Id);
    }

    // None now and then, one mostly.
    private IEnumerable<string> Some(int most, Func<string, bool> fits)
    {
        var fitting = Actors.Keys.Where(fits).ToList();
        var count = random.Next(8) switch { 0 => 0, 1 => most, _ => 1 };
        return Enumerable.Range(0, count).Select(_ => fitting[random.Next(fitting.Count)]).Distinct().ToList();
    }

    private void Add(string type, string start, string end, params (string, object?)[] values)
    {
        Relationships.Add(new(type, start, end));
        records.Relationship(type, start, end, values);
    }
}
