using System.Collections.Immutable;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.Validation;

/// <summary>
/// One rule of validation, alive for one document. All rules share one walk, and each hears only of what it asks for in
/// <see cref="Interests"/>; <see cref="ValidationContext"/> says where the walk stands.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    /// <summary>What the rule wants to hear of; the same for every document.</summary>
    public abstract Visits Interests { get; }

    protected ValidationContext Context { get; } = context;

    public virtual void Document(DocumentNode node) { }

    /// <summary>After everything else: variables and fragments of the whole document are known.</summary>
    public virtual void DocumentEnd(DocumentNode node) { }

    public virtual void Operation(OperationDefinitionNode node) { }

    public virtual void Fragment(FragmentDefinitionNode node) { }

    public virtual void VariableDefinition(VariableDefinitionNode node) { }

    public virtual void SelectionSet(SelectionSetNode node) { }

    public virtual void Field(FieldNode node) { }

    public virtual void FragmentSpread(FragmentSpreadNode node) { }

    public virtual void InlineFragment(InlineFragmentNode node) { }

    /// <summary>An argument of a field or, when <see cref="ValidationContext.Directive"/> is set, of a directive.</summary>
    public virtual void Argument(ArgumentNode node) { }

    /// <summary>The directives of one place, at least one.</summary>
    public virtual void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location) { }

    public virtual void NamedType(NamedTypeNode node) { }

    public virtual void ObjectValue(ObjectValueNode node) { }

    public virtual void Schema(SchemaNode node) { }

    public virtual void TypeDefinition(TypeDefinitionOrExtensionNode node) { }

    public virtual void DirectiveDefinition(DirectiveDefinitionNode node) { }
}
