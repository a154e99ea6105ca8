using System.Text.Json;

namespace Graph.Benchmarks.Relationships;

/// <summary>
/// What a feed of event data lacks and the questions are about: answers, offices, and bodies that belong to states; tied to a graph
/// whose acts are <c>acc-N</c> and whose actors <c>actor-N</c> (of ten, six are people, two states and two organizations).
/// </summary>
internal static class Ties
{
    private const int Actors = 2000;

    /// <summary>Writes them as JSON Lines.</summary>
    /// <param name="acts">How many acts there are.</param>
    /// <param name="output">Takes a line for each.</param>
    public static void Write(int acts, TextWriter output)
    {
        var number = 0;
        for (var i = 0; i < Actors; i++)
        {
            if (i % 10 < 6 && i % 3 == 0)
            {
                var (id, title) = ($"office-{i}", $"Office {i}");
                output.WriteLine(JsonSerializer.Serialize(new { type = "node", id, labels = new[] { "Office" }, properties = new { id, title } }));
                Tie("HELD", Actor(i), Node(id, "Office"), new { since = $"20{20 + i % 5}-01-01" });
                Tie("OFFICE_OF", Node(id, "Office"), Actor(i / 10 * 10 % 500 + 6 + i % 2), new { });
            }

            if (i % 10 >= 8) Tie("BELONGS_TO", Actor(i), Actor(i / 10 * 10 % 400 + 6), new { });
        }

        for (var i = 1; i < acts; i++)
        {
            // One long thread, and a few answers to many others; an act answers one at most, an earlier one.
            int? answered = i % 40 == 1 && i is > 40 and < 4000 ? i - 40
                : i % 9 == 0 && i > 60 ? i - 1 - i * 7 % 50
                : i % 30 == 10 ? i - 3
                : null;
            if (answered is { } act) Tie("ANSWERS", Node($"acc-{i}", "Accusation"), Node($"acc-{act}", "Accusation"), new { });
        }

        void Tie(string label, object start, object end, object properties) => output.WriteLine(JsonSerializer.Serialize(
            new { type = "relationship", id = $"tie-{number++}", label, properties, start, end }));
    }

    private static object Actor(int i) => Node($"actor-{i}", (i % 10) switch { < 6 => "Person", < 8 => "State", _ => "Organization" }, "Actor");

    private static object Node(string id, params string[] labels) => new { id, labels };
}
