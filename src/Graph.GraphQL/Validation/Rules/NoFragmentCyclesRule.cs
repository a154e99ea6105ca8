using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 5.5.2.2: no fragment spreads itself, directly or through others.</summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> visited = [];

    public override Visits Interests => Visits.Fragment;

    // Depth first with a stack of its own: a chain of fragments may be longer than a thread's stack is deep.
    public override void Fragment(FragmentDefinitionNode node)
    {
        if (!visited.Add(node.Name.Value)) return;
        var open = new Stack<Visit>();
        var path = new List<FragmentSpreadNode>();
        var positions = new Dictionary<string, int>();
        Enter(node);
        while (open.TryPeek(out var visit))
        {
            if (visit.Next == visit.Spreads.Count)
            {
                open.Pop();
                positions.Remove(visit.Fragment.Name.Value);
                if (path.Count > 0) path.RemoveAt(path.Count - 1);
                continue;
            }
            var spread = visit.Spreads[visit.Next++];
            path.Add(spread);
            if (positions.TryGetValue(spread.Name.Value, out var position)) Report(spread, path[position..]);
            else if (Context.Fragment(spread.Name.Value) is { } fragment && visited.Add(fragment.Name.Value))
            {
                Enter(fragment);
                continue;
            }
            path.RemoveAt(path.Count - 1);
        }

        void Enter(FragmentDefinitionNode fragment)
        {
            positions[fragment.Name.Value] = path.Count;
            open.Push(new(fragment, Context.FragmentSpreads(fragment.SelectionSet)));
        }
    }

    private void Report(FragmentSpreadNode spread, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(step => $"\"{step.Name.Value}\""));
        Context.Report(ValidationMessages.FragmentCycle(spread.Name.Value, via), [.. cycle]);
    }

    private sealed class Visit(FragmentDefinitionNode fragment, List<FragmentSpreadNode> spreads)
    {
        public FragmentDefinitionNode Fragment { get; } = fragment;

        public List<FragmentSpreadNode> Spreads { get; } = spreads;

        public int Next { get; set; }
    }
}
