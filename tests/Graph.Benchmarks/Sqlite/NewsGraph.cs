using Graph.Benchmarks.Relationships;
using Graph.Model.Ontologies;
using Graph.Model.Records;

namespace Graph.Benchmarks.Sqlite;

/// <summary>
/// A deterministic graph as a feed of event data makes it, in batches: two thousand actors, the busiest of which makes
/// about 8 % of all accusations, and for each accusation an accuser, an accused, an event, a claim, evidence and a document; then
/// <see cref="Ties"/>.
/// </summary>
internal sealed class NewsGraph(int accusations, int batchSize)
{
    private const int Actors = 2000;
    private const int Events = 500;
    private static readonly string[] Words = ["stalling", "shelling", "staging", "breaking", "hindering", "faking", "arming", "hiding"];

    private readonly Ontology ontology = Ontology.Shipped;
    private readonly RecordBatch batch = new();
    private readonly Random random = new(42);

    /// <summary>The batches, one after the other in one object.</summary>
    public IEnumerable<RecordBatch> Batches()
    {
        var documents = Math.Max(100, accusations / 5);
        var claims = Math.Max(50, accusations / 20);
        for (var i = 0; i < Actors; i++)
        {
            var type = ActorType(i);
            Node(
                type,
                ("id", Text($"actor-{i}")),
                ("name", Text($"Actor {i}")),
                ("aliases", List($"[\"A{i}\"]")),
                (type.Name == "Organization" ? "kind" : "", Text("OTHER")));
            if (IsFull()) yield return Take();
        }

        for (var i = 0; i < Events; i++)
            Node("Event", ("id", Text($"event-{i}")), ("name", Text($"Event {i}")), ("kind", Text("TALKS")), ("start", Day(i * 4)));
        for (var i = 0; i < claims; i++) Node("Claim", ("id", Text($"claim-{i}")), ("text", Text($"Claim {i} of {Words[i % 8]}")));
        for (var i = 0; i < documents; i++)
        {
            Node(
                "Document",
                ("id", Text($"doc-{i}")),
                ("kind", Text("ARTICLE")),
                ("title", Text($"Report {i}")),
                ("url", Text($"https://example.org/{i}")),
                ("language", Text("en")),
                ("published", Day(i % 2000)));
            Edge("PUBLISHED_BY", "Document", $"doc-{i}", "Organization", $"actor-{8 + 20 * (i % 50)}");
            if (IsFull()) yield return Take();
        }

        for (var i = 0; i < accusations; i++)
        {
            AddAccusation(i, claims, documents);
            if (IsFull()) yield return Take();
        }

        foreach (var tie in Ties.Of(accusations))
        {
            if (tie.Start is { } start)
            {
                Edge(tie.Label, start.Type, start.Id, tie.End.Type, tie.End.Id, tie.Text is { } day ? Day(DateOnly.Parse(day)) : Cell.Null);
            }
            else Node(tie.End.Type, ("id", Text(tie.End.Id)), ("title", Text(tie.Text!)));
            if (IsFull()) yield return Take();
        }

        yield return Take();
    }

    private void AddAccusation(int i, int claims, int documents)
    {
        var (id, evidence) = ($"acc-{i}", $"ev-{i}");
        Node(
            "Accusation",
            ("id", Text(id)), ("act", Text(i % 9 != 0
                ? "ACCUSE"
                : "DENY")), ("matter", Text($"{Words[i % 8]} the talks, case {i}")), ("matterTypes", List("[\"BAD_FAITH\"]")),
            ("saidOn", Day(random.Next(2000))), ("saidOnBasis", Text("STATED")), ("modality", Text("ASSERTED")), ("confidence", Cell.Of(
                i % 21 / 20.0)), ("method", Text("CODED")),
            ("scheme", Text("CAMEO")), ("code", Text("112")), ("importedAt", Cell.Of(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        var (from, to) = (Skewed(Actors), Skewed(Actors));
        Edge("MADE", ActorType(from).Name, $"actor-{from}", "Accusation", id);
        Edge("AGAINST", "Accusation", id, ActorType(to).Name, $"actor-{to}");
        Edge("ABOUT", "Accusation", id, "Event", $"event-{Skewed(Events)}");
        Edge("ALLEGES", "Accusation", id, "Claim", $"claim-{random.Next(claims)}");
        Node(
            "Evidence",
            ("id", Text(evidence)),
            ("quote", Text($"Words of source {i} about the matter")),
            ("startOffset", Cell.Of(i % 4000)),
            ("endOffset", Cell.Of(i % 4000 + 40)));
        Edge("EVIDENCED_BY", "Accusation", id, "Evidence", evidence);
        Edge("QUOTED_FROM", "Evidence", evidence, "Document", $"doc-{random.Next(documents)}");
    }

    private bool IsFull() => batch.Count >= batchSize;

    private RecordBatch Take()
    {
        taken = true;
        return batch;
    }

    private bool taken;

    private NodeType ActorType(int i) => ontology.FindNodeType((i % 10) switch { < 6 => "Person", < 8 => "State", _ => "Organization" })!;

    private int Skewed(int n) => Math.Min(n - 1, (int)(n * Math.Pow(random.NextDouble(), 3)));

    private Cell Text(string text)
    {
        if (taken) batch.Clear();
        taken = false;
        return batch.AddText(text);
    }

    private Cell List(string json) => batch.AddText(json, CellKind.List);

    private static Cell Day(int n) => Day(new DateOnly(2020, 1, 1).AddDays(n));

    private static Cell Day(DateOnly day) => Cell.Of(day);

    private void Node(string type, params ReadOnlySpan<(string Name, Cell Value)> values) => Node(ontology.FindNodeType(type)!, values);

    private void Node(NodeType type, params ReadOnlySpan<(string Name, Cell Value)> values)
    {
        Span<Cell> cells = stackalloc Cell[type.Properties.Count];
        cells.Clear();
        foreach (var (name, value) in values)
        {
            if (name.Length > 0) cells[type.FindProperty(name)!.Ordinal] = value;
        }

        batch.AddNode(type, cells, default);
    }

    private void Edge(string name, string startType, string start, string endType, string end, Cell since = default)
    {
        var type = ontology.FindRelationship(name)!;
        var from = Text(start);
        Span<Cell> cells = stackalloc Cell[type.Properties?.Properties.Count ?? 0];
        cells.Clear();
        if (type.Properties?.Properties.FirstOrDefault(property => property.Name == "since") is { } property) cells[property.Ordinal] = since;
        batch.AddRelationship(type, ontology.FindNodeType(startType)!, from, ontology.FindNodeType(endType)!, batch.AddText(end), cells, default);
    }
}
