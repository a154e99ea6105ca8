using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>
/// Finds out whether any two overlapping fields conflict, in time that grows with the document and not with the number of pairs.
/// </summary>
/// <remarks>
/// Instead of comparing pairs, all selection sets that end up in one place of the result are merged and each group of fields with one
/// response key is compared with its first field: being the same field with the same arguments, and having the same shape, are
/// equivalences. Fields on different object types never meet, so that only their shapes are compared; for the rest the group is split by
/// object type. (The idea is Simon Adameit's, described for Sangria in 2017.) Merged sets that were seen before are not looked at again,
/// which also ends cycles of fragments; the work is capped for documents made to have very many of them.
/// </remarks>
internal sealed class OverlapSearch(ValidationContext context, FieldCollection collection)
{
    // Following a fragment costs about as much as looking at this many fields.
    private const int FragmentWork = 2;

    private readonly MergedSetQueue open = new();
    private readonly HashSet<string> followed = [];
    private readonly RepeatedKeys keys = new();
    private readonly Dictionary<string, List<SelectedField>> groups = [];
    private long work;

    /// <summary>The first conflict found, if any, as the response key with two fields and the reason.</summary>
    public (string Key, string Reason, FieldNode A, FieldNode B)? Conflict { get; private set; }

    /// <summary>Whether the limit of work was reached before the end.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Searches from the operations, and from those fragments that are not reached from there.</summary>
    public void Run()
    {
        var reached = new HashSet<string>();
        foreach (var definition in context.Document.Definitions)
            if (definition is OperationDefinitionNode operation) Start(operation.SelectionSet, context.Schema.RootType(operation.Operation), reached);

        // Fragments nobody spreads first: they reach most of the others, which then need no search of their own.
        var fragments = context.Document.Definitions.OfType<FragmentDefinitionNode>().ToList();
        if (fragments.TrueForAll(fragment => reached.Contains(fragment.Name.Value) && context.Fragment(fragment.Name.Value) == fragment)) return;
        var spread = fragments.SelectMany(fragment => context.FragmentSpreads(fragment.SelectionSet)).Select(node => node.Name.Value).ToHashSet();
        foreach (var fragment in fragments.OrderBy(fragment => spread.Contains(fragment.Name.Value)))
        {
            // Of two fragments with one name only the last is spread.
            if (context.Fragment(fragment.Name.Value) != fragment || reached.Add(fragment.Name.Value))
                Start(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType, reached);
        }
    }

    private void Start(SelectionSetNode selectionSet, CompositeType? parent, HashSet<string> reached)
    {
        open.Add([collection.Of(selectionSet, parent)], isShapeOnly: false);
        while (Conflict is null && !IsExhausted && open.TryTake(out var merged))
        {
            if (!merged.IsShapeOnly && merged.Sets is [{ Fragments.Count: 0 } alone] && !keys.Repeat(alone.Fields))
            {
                // Most selection sets: nothing overlaps, so nothing is to be grouped.
                if (!Afford(alone.Fields.Count + 1)) return;
                foreach (var selected in alone.Fields) EnqueueBelow(selected);
                continue;
            }
            Group(merged.Sets);
            reached.UnionWith(followed);
            if (merged.IsShapeOnly) CompareShapes();
            else Compare();
        }
    }

    // The fields of all sets and of the fragments they spread, by response key.
    private void Group(List<SelectedFields> sets)
    {
        groups.Clear();
        followed.Clear();
        var open = new Stack<SelectedFields>(sets);
        while (open.TryPop(out var set))
        {
            if (!Afford(set.Fields.Count + 1 + FragmentWork * set.Fragments.Count)) return;
            foreach (var field in set.Fields)
            {
                if (!groups.TryGetValue(field.Node.ResponseKey, out var group)) groups[field.Node.ResponseKey] = group = new(1);
                group.Add(field);
            }
            foreach (var name in set.Fragments)
                if (followed.Add(name) && collection.OfFragment(name) is { } fragment) open.Push(fragment);
        }
    }

    private void Compare()
    {
        foreach (var group in groups.Values)
        {
            if (group.Count == 1)
            {
                EnqueueBelow(group[0]);
                continue;
            }
            CompareShape(group);
            var partitions = Partition(group);
            foreach (var partition in partitions)
            {
                for (var i = 1; i < partition.Count; i++) CompareFields(partition[0], partition[i]);
                EnqueueBelow(partition, isShapeOnly: false);
            }
            if (partitions.Count > 1) EnqueueBelow(group, isShapeOnly: true);
        }
    }

    private void CompareShapes()
    {
        foreach (var group in groups.Values)
        {
            CompareShape(group);
            EnqueueBelow(group, isShapeOnly: true);
        }
    }

    private List<List<SelectedField>> Partition(List<SelectedField> group)
    {
        var fields = new FieldPartition(group);
        if (fields.Types <= 1) return [group];
        return Afford(fields.Types * fields.Elsewhere) ? fields.Parts() : [];
    }

    private void CompareFields(SelectedField a, SelectedField b)
    {
        if (a.Node.Name.Value != b.Node.Name.Value)
            Conflict ??= (a.Node.ResponseKey, ValidationMessages.DifferentFields(a.Node.Name.Value, b.Node.Name.Value), a.Node, b.Node);
        else if (!FieldComparison.HaveSameArguments(a.Node, b.Node))
            Conflict ??= (a.Node.ResponseKey, ValidationMessages.DifferingArguments, a.Node, b.Node);
    }

    private void CompareShape(List<SelectedField> group)
    {
        var first = group.Find(field => field.Definition is not null);
        if (first is null) return;
        foreach (var field in group)
        {
            if (field.Definition is null || !FieldComparison.Conflict(first.Definition!.Type, field.Definition.Type)) continue;
            var reason = ValidationMessages.ConflictingTypes(first.Definition.Type.ToString()!, field.Definition.Type.ToString()!);
            Conflict ??= (first.Node.ResponseKey, reason, first.Node, field.Node);
        }
    }

    private bool Afford(long work)
    {
        this.work += work;
        IsExhausted |= this.work > context.Options.MaxFieldComparisons;
        return !IsExhausted;
    }

    private void EnqueueBelow(SelectedField selected)
    {
        if (collection.Below(selected) is { } below) open.Add(below);
    }

    private void EnqueueBelow(List<SelectedField> group, bool isShapeOnly)
    {
        if (!Afford(group.Count)) return;
        var below = new List<SelectedFields>();
        foreach (var field in group)
            if (collection.Below(field) is { } fields) below.Add(fields);
        if (below.Count > 0) open.Add(below, isShapeOnly);
    }
}
