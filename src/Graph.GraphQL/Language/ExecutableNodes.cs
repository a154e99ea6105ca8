using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary>A whole document (section 2.2): operations and fragments, or type system definitions and extensions, or both.</summary>
public sealed class DocumentNode(ImmutableArray<DefinitionNode> definitions) : SyntaxNode
{
    /// <summary>The definitions in the order of the text, at least one.</summary>
    public ImmutableArray<DefinitionNode> Definitions { get; } = definitions;
}

/// <summary>A definition at the top level of a document.</summary>
public abstract class DefinitionNode : SyntaxNode;

/// <summary>An operation or a fragment.</summary>
public abstract class ExecutableDefinitionNode(
    StringValueNode? description,
    ImmutableArray<VariableDefinitionNode> variables,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet) : DefinitionNode
{
    /// <summary>The description before the definition, if any; it has no influence on the result.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Declared variables; always empty for a fragment.</summary>
    public ImmutableArray<VariableDefinitionNode> VariableDefinitions { get; } = variables;

    /// <summary>Directives on the definition.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>The three kinds of operation.</summary>
public enum OperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write followed by a read; its root fields run one after the other.</summary>
    Mutation,

    /// <summary>A stream of results.</summary>
    Subscription,
}

/// <summary>An operation (section 2.3).</summary>
public sealed class OperationDefinitionNode(
    StringValueNode? description, OperationType operation, NameNode? name, ImmutableArray<VariableDefinitionNode> variables,
    ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet) : ExecutableDefinitionNode(
        description,
        variables,
        directives,
        selectionSet)
{
    /// <summary>Query, mutation or subscription.</summary>
    public OperationType Operation { get; } = operation;

    /// <summary>The name; null for an anonymous operation.</summary>
    public NameNode? Name { get; } = name;
}

/// <summary>A named fragment (section 2.8).</summary>
public sealed class FragmentDefinitionNode(
    StringValueNode? description, NameNode name, NamedTypeNode typeCondition, ImmutableArray<DirectiveNode> directives, SelectionSetNode selectionSet)
    : ExecutableDefinitionNode(description, [], directives, selectionSet)
{
    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The type the fragment applies to.</summary>
    public NamedTypeNode TypeCondition { get; } = typeCondition;
}

/// <summary>A variable declared by an operation (section 2.10).</summary>
public sealed class VariableDefinitionNode(
    StringValueNode? description,
    VariableNode variable,
    TypeNode type,
    ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>The description, if any.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The variable.</summary>
    public VariableNode Variable { get; } = variable;

    /// <summary>Its type.</summary>
    public TypeNode Type { get; } = type;

    /// <summary>
    /// The value when the request gives none; null when there is no default (a default of <c>null </c> is a
    /// <see cref="NullValueNode"/>).
    /// </summary>
    public ValueNode? DefaultValue { get; } = defaultValue;

    /// <summary>Directives on the declaration.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}
