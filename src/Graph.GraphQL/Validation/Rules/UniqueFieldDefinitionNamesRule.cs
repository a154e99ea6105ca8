using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Sections 3.6, 3.7 and 3.10: fields of a type and its extensions have different names.</summary>
internal sealed class UniqueFieldDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(string Type, string Field), NameNode> known = [];

    public override Visits Interests => Visits.TypeDefinition;

    public override void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        foreach (var field in node.FieldsOf()) Check(node.Name.Value, field.Name);
        foreach (var field in node.InputFieldsOf()) Check(node.Name.Value, field.Name);
    }

    private void Check(string type, NameNode field)
    {
        var key = (type, field.Value);
        if (!known.TryAdd(key, field)) Context.Report(ValidationMessages.DuplicateFieldDefinition(type, field.Value), known[key], field);
    }
}
