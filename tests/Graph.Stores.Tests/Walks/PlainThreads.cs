namespace Graph.Stores.Tests.Walks;

/// <summary>Threads by what they mean: everything that hangs together, one act after the other.</summary>
internal static class PlainThreads
{
    /// <summary>The threads as text, in order; of each the acts from one to another.</summary>
    public static List<string> Find(PlainGraph graph, Func<PlainAct, bool>? where, int limit, int offset, int acts, int firstAct)
    {
        var byId = graph.Acts.ToDictionary(act => act.Id);
        var beside = graph.Acts.ToDictionary(act => act.Id, _ => new HashSet<string>());
        foreach (var act in graph.Acts)
        {
            foreach (var other in act.Answers.Where(other => other != act.Id))
            {
                beside[act.Id].Add(other);
                beside[other].Add(act.Id);
            }
        }

        var threads = new List<HashSet<string>>();
        foreach (var act in graph.Acts.Where(act => !threads.Exists(thread => thread.Contains(act.Id))))
        {
            var thread = Within(act.Id, int.MaxValue);
            if (thread.Count > 1 && (where is null || thread.Any(id => where(byId[id])))) threads.Add(thread);
        }

        return
        [
            .. threads.Select(thread => (Size: thread.Count, First: thread.Min(id => Order(byId[id])), Root: Root(thread), Thread: thread))
                .OrderByDescending(thread => thread.Size).ThenBy(thread => thread.First.Day, StringComparer.Ordinal)
                .ThenBy(thread => thread.Root, StringComparer.Ordinal)
                .Skip(offset).Take(limit).Select(thread => Show(thread.Thread, thread.Root)),
        ];

        HashSet<string> Within(string from, int steps)
        {
            var found = new HashSet<string> { from };
            for (var before = 0; before < found.Count && steps > 0; steps--)
            {
                before = found.Count;
                foreach (var id in found.ToList()) found.UnionWith(beside[id]);
            }

            return found;
        }

        string Root(HashSet<string> thread)
        {
            var candidates = thread.Where(id => byId[id].Answers.All(other => other == id)).ToList();
            return (candidates.Count > 0 ? candidates : [.. thread]).MinBy(id => Order(byId[id]))!;
        }

        string Show(HashSet<string> thread, string root)
        {
            var ordered = thread.OrderBy(id => Order(byId[id])).ToList();
            var days = thread.Select(id => byId[id].Day).OfType<DateOnly>().ToList();
            var parties = thread.SelectMany(id => byId[id].By.Concat(byId[id].Against)).Distinct().Order(Ids.Comparer);
            var shown = ordered.Skip(firstAct).Take(acts).Select(id =>
            {
                var depth = Enumerable.Range(0, thread.Count).First(steps => Within(root, steps).Contains(id));
                var answers = string.Join(',', byId[id].Answers.Where(other => other != id).Order(StringComparer.Ordinal));
                return $"{id} [{answers}] {depth} {Move(byId[id])}";
            });
            return $"{root} {Text(days.Count > 0 ? days.Min() : null)} {Text(days.Count > 0 ? days.Max() : null)} {thread.Count} ({string.Join(' ', parties)}) {string.Join(" | ", shown)}";
        }

        string Move(PlainAct act)
        {
            if (act.Kind != "ACCUSE") return act.Kind;
            var standing = act.By.Concat(act.OnBehalfOf.Count > 0 ? act.OnBehalfOf : Offices(act.By, act.Day)).ToHashSet();
            return act.Answers.Where(other => other != act.Id).Select(other => byId[other])
                .Any(other => other.Against.Concat(Offices(other.Against, other.Day)).Any(standing.Contains)) ? "COUNTER_ACCUSE" : act.Kind;
        }

        IEnumerable<string> Offices(IEnumerable<string> actors, DateOnly? day) => graph.Tenures
            .Where(tenure => day is not null && actors.Contains(tenure.Person)
                && (tenure.Since is null || tenure.Since <= day) && (tenure.Until is null || day < tenure.Until))
            .SelectMany(tenure => graph.Offices[tenure.Office]);
    }

    private static string Text(DateOnly? day) => day is { } known ? known.ToString("O") : "null";

    // Days are before none, which comes last.
    private static (string Day, string Id) Order(PlainAct act) => (act.Day is { } day ? day.ToString("O") : "none", act.Id);
}
