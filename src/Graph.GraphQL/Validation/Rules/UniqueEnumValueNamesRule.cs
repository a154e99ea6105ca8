using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation.Rules;

/// <summary>Section 3.9: values of an enum and its extensions have different names.</summary>
internal sealed class UniqueEnumValueNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<(string Type, string Value), NameNode> known = [];

    public override Visits Interests => Visits.TypeDefinition;

    public override void TypeDefinition(TypeDefinitionOrExtensionNode node)
    {
        foreach (var value in node.EnumValuesOf())
        {
            var key = (node.Name.Value, value.Name.Value);
            if (!known.TryAdd(key, value.Name)) Context.Report(ValidationMessages.DuplicateEnumValue(key.Item1, key.Item2), known[key], value.Name);
        }
    }
}
