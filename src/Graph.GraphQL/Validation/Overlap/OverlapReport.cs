using System.Runtime.CompilerServices;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation.Overlap;

/// <summary>Two fields that conflict, with the conflicts below them.</summary>
/// <param name="Key">The response key.</param>
/// <param name="Reason">Why, as the message says it.</param>
/// <param name="A">The first field and those below it that are at fault.</param>
/// <param name="B">The second field and those below it that are at fault.</param>
internal sealed record FieldConflict(string Key, string Reason, List<FieldNode> A, List<FieldNode> B);

/// <summary>
/// Names every pair of fields that conflict, in the words and the order of the reference implementation: each selection set within itself,
/// then with the fragments it spreads, then those with each other. Only asked when <see cref="OverlapSearch"/> found a conflict, because
/// comparing pairs is slow; for that reason it also stops after a number of comparisons, with what it has found by then.
/// </summary>
internal sealed class OverlapReport(FieldCollection collection)
{
    // Enough for every conflict of a document somebody wrote, and over in some milliseconds.
    private const int MostComparisons = 50_000;

    private readonly Dictionary<(SelectedFields, string), bool> comparedWithFragment = [];
    private readonly Dictionary<(string, string), bool> comparedFragments = [];
    private int comparisons;
    private bool isOver;

    /// <summary>Tells the conflicts of one selection set as they are found.</summary>
    public void Within(SelectionSetNode selectionSet, CompositeType? parent, Action<FieldConflict> found)
    {
        var fields = collection.Of(selectionSet, parent);
        foreach (var (key, group) in fields.ByKey)
            for (var i = 0; i < group.Count; i++)
                for (var j = i + 1; j < group.Count && !isOver; j++) Compare(key, group[i], group[j], areExclusive: false, found);
        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            WithFragment(fields, fields.Fragments[i], areExclusive: false, found);
            for (var j = i + 1; j < fields.Fragments.Count && !isOver; j++)
                Fragments(fields.Fragments[i], fields.Fragments[j], areExclusive: false, found);
        }
    }

    private void WithFragment(SelectedFields fields, string name, bool areExclusive, Action<FieldConflict> found)
    {
        if (IsOver() || IsKnown(comparedWithFragment, (fields, name), areExclusive)) return;
        if (collection.OfFragment(name) is not { } fragment || fragment == fields) return;
        Between(fields, fragment, areExclusive, found);
        foreach (var inner in fragment.Fragments) WithFragment(fields, inner, areExclusive, found);
    }

    private void Fragments(string a, string b, bool areExclusive, Action<FieldConflict> found)
    {
        var pair = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        if (a == b || IsOver() || IsKnown(comparedFragments, pair, areExclusive)) return;
        if (collection.OfFragment(a) is not { } fieldsA || collection.OfFragment(b) is not { } fieldsB) return;
        Between(fieldsA, fieldsB, areExclusive, found);
        foreach (var inner in fieldsB.Fragments) Fragments(a, inner, areExclusive, found);
        foreach (var inner in fieldsA.Fragments) Fragments(inner, b, areExclusive, found);
    }

    private void Between(SelectedFields a, SelectedFields b, bool areExclusive, Action<FieldConflict> found)
    {
        foreach (var (key, groupA) in a.ByKey)
        {
            if (!b.ByKey.TryGetValue(key, out var groupB)) continue;
            foreach (var fieldA in groupA)
                for (var j = 0; j < groupB.Count && !isOver; j++) Compare(key, fieldA, groupB[j], areExclusive, found);
        }
    }

    private void Compare(string key, SelectedField a, SelectedField b, bool areExclusive, Action<FieldConflict> found)
    {
        if (IsOver()) return;
        areExclusive |= a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType;
        if (ReasonOf(a, b, areExclusive) is { } reason) found(new(key, reason, [a.Node], [b.Node]));
        else if (collection.Below(a) is { } belowA && collection.Below(b) is { } belowB) CompareBelow(key, a, b, belowA, belowB, areExclusive, found);
    }

    private static string? ReasonOf(SelectedField a, SelectedField b, bool areExclusive)
    {
        if (!areExclusive)
        {
            if (a.Node.Name.Value != b.Node.Name.Value) return ValidationMessages.DifferentFields(a.Node.Name.Value, b.Node.Name.Value);
            if (!FieldComparison.HaveSameArguments(a.Node, b.Node)) return ValidationMessages.DifferingArguments;
        }
        return a.Definition is { Type: var typeA } && b.Definition is { Type: var typeB } && FieldComparison.Conflict(typeA, typeB)
            ? ValidationMessages.ConflictingTypes(typeA.ToString()!, typeB.ToString()!)
            : null;
    }

    private void CompareBelow(
        string key, SelectedField a, SelectedField b, SelectedFields belowA, SelectedFields belowB, bool areExclusive, Action<FieldConflict> found)
    {
        var conflicts = new List<FieldConflict>();
        Between(belowA, belowB, areExclusive, conflicts.Add);
        foreach (var name in belowB.Fragments) WithFragment(belowA, name, areExclusive, conflicts.Add);
        foreach (var name in belowA.Fragments) WithFragment(belowB, name, areExclusive, conflicts.Add);
        foreach (var nameA in belowA.Fragments)
            for (var j = 0; j < belowB.Fragments.Count && !isOver; j++) Fragments(nameA, belowB.Fragments[j], areExclusive, conflicts.Add);
        if (conflicts.Count == 0) return;
        found(new(
            key,
            string.Join(" and ", conflicts.Select(conflict => ValidationMessages.SubfieldConflict(conflict.Key, conflict.Reason))),
            [a.Node, .. conflicts.SelectMany(conflict => conflict.A)],
            [b.Node, .. conflicts.SelectMany(conflict => conflict.B)]));
    }

    private bool IsOver() => isOver |= ++comparisons > MostComparisons || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    // A comparison of fields that may meet says more than one of fields that cannot, and so stands for both.
    private static bool IsKnown<TKey>(Dictionary<TKey, bool> compared, TKey key, bool areExclusive) where TKey : notnull
    {
        if (compared.TryGetValue(key, out var known) && (areExclusive || !known)) return true;
        compared[key] = areExclusive;
        return false;
    }
}
