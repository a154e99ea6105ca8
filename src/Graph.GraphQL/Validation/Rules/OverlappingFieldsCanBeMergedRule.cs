using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;
using Graph.GraphQL.Validation.Overlap;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>
/// Section 5.3.2: fields with one response key in one place of the result are the same field, or can never meet and have
/// one shape.
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context)
{
    private readonly List<(SelectionSetNode Node, CompositeType? Parent)> selectionSets = [];

    public override Visits Interests => Visits.SelectionSet | Visits.DocumentEnd;

    public override void SelectionSet(SelectionSetNode node) => selectionSets.Add((node, Context.ParentType));

    public override void DocumentEnd(DocumentNode node)
    {
        var collection = new FieldCollection(Context);
        var search = new OverlapSearch(Context, collection);
        search.Run();
        if (search.IsExhausted) Context.Report(ValidationMessages.TooManyComparisons);
        if (search.Conflict is not { } conflict) return;

        var before = Context.Errors.Count;
        var report = new OverlapReport(collection);
        foreach (var (selectionSet, parent) in selectionSets) report.Within(selectionSet, parent, Report);
        if (Context.Errors.Count == before) Report(new(conflict.Key, conflict.Reason, [conflict.A], [conflict.B]));
    }

    private void Report(FieldConflict conflict) =>
        Context.Report(ValidationMessages.FieldConflict(conflict.Key, conflict.Reason), [.. conflict.A, .. conflict.B]);
}
