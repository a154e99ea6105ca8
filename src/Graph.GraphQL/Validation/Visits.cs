namespace Graph.GraphQL.Validation;

/// <summary>What a rule wants to hear of.</summary>
[Flags]
internal enum Visits
{
    None = 0,
    Document = 1,
    DocumentEnd = 1 << 1,
    Operation = 1 << 2,
    Fragment = 1 << 3,
    VariableDefinition = 1 << 4,
    SelectionSet = 1 << 5,
    Field = 1 << 6,
    FragmentSpread = 1 << 7,
    InlineFragment = 1 << 8,
    Argument = 1 << 9,
    Directives = 1 << 10,
    NamedType = 1 << 11,
    ObjectValue = 1 << 12,
    Schema = 1 << 13,
    TypeDefinition = 1 << 14,
    DirectiveDefinition = 1 << 15,
}
