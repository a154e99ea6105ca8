using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.3.1: a schema and its extensions name one root type for each kind of operation.</summary>
internal sealed class UniqueOperationTypesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<OperationType, OperationTypeDefinitionNode> known = [];

    public override Visits Interests => Visits.Schema;

    public override void Schema(SchemaNode node)
    {
        foreach (var root in node.OperationTypes)
        {
            if (!known.TryAdd(root.Operation, root))
                Context.Report(ValidationMessages.DuplicateRootType(Printer.KeywordOf(root.Operation)), known[root.Operation], root);
        }
    }
}
