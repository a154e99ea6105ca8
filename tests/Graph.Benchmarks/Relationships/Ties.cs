using System.Text.Json;

namespace Graph.Benchmarks.Relationships;

/// <summary>A relationship, or with no start the node at its end.</summary>
/// <param name="Label">The type of the relationship.</param>
/// <param name="Start">Type and id of the node where it starts; null: a node is all there is to say.</param>
/// <param name="End">Type and id of the other.</param>
/// <param name="Text">The title of a node, the first day of an office that is held; else null.</param>
internal readonly record struct Tie(string Label, (string Type, string Id)? Start, (string Type, string Id) End, string? Text = null);

/// <summary>
/// What a feed of event data lacks and the questions are about: answers, offices, and bodies that belong to states; tied to a graph
/// whose acts are <c>acc-N</c> and whose actors <c>actor-N</c> (of ten, six are people, two states and two organizations).
/// </summary>
internal static class Ties
{
    private const int Actors = 2000;

    /// <summary>All of them, a node before what is tied to it.</summary>
    /// <param name="acts">How many acts there are.</param>
    public static IEnumerable<Tie> Of(int acts)
    {
        for (var i = 0; i < Actors; i++)
        {
            if (i % 10 < 6 && i % 3 == 0)
            {
                var office = ("Office", $"office-{i}");
                yield return new("", null, office, $"Office {i}");
                yield return new("HELD", Actor(i), office, $"20{20 + i % 5}-01-01");
                yield return new("OFFICE_OF", office, Actor(i / 10 * 10 % 500 + 6 + i % 2));
            }

            if (i % 10 >= 8) yield return new("BELONGS_TO", Actor(i), Actor(i / 10 * 10 % 400 + 6));
        }

        for (var i = 1; i < acts; i++)
        {
            // One long thread, and a few answers to many others; an act answers one at most, an earlier one.
            int? answered = i % 40 == 1 && i is > 40 and < 4000 ? i - 40
                : i % 9 == 0 && i > 60 ? i - 1 - i * 7 % 50
                : i % 30 == 10 ? i - 3
                : null;
            if (answered is { } act) yield return new("ANSWERS", ("Accusation", $"acc-{i}"), ("Accusation", $"acc-{act}"));
        }
    }

    /// <summary>Writes them as JSON Lines.</summary>
    /// <param name="acts">How many acts there are.</param>
    /// <param name="output">Takes a line for each.</param>
    public static void Write(int acts, TextWriter output)
    {
        var number = 0;
        foreach (var tie in Of(acts))
        {
            output.WriteLine(tie.Start is { } start
                ? JsonSerializer.Serialize(new
                {
                    type = "relationship",
                    id = $"tie-{number++}",
                    label = tie.Label,
                    properties = tie.Text is null ? new Dictionary<string, string>() : new() { ["since"] = tie.Text },
                    start = Node(start),
                    end = Node(tie.End),
                })
                : JsonSerializer.Serialize(new
                {
                    type = "node",
                    id = tie.End.Id,
                    labels = new[] { tie.End.Type },
                    properties = new { id = tie.End.Id, title = tie.Text },
                }));
        }
    }

    private static object Node((string Type, string Id) node) =>
        new { id = node.Id, labels = node.Id.StartsWith("actor-", StringComparison.Ordinal) ? new[] { node.Type, "Actor" } : [node.Type] };

    private static (string Type, string Id) Actor(int i) => ((i % 10) switch { < 6 => "Person", < 8 => "State", _ => "Organization" }, $"actor-{i}");
}
