using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary>Selections between braces (section 2.4).</summary>
public sealed class SelectionSetNode(ImmutableArray<SelectionNode> selections) : SyntaxNode
{
    /// <summary>The selections in order, at least one.</summary>
    public ImmutableArray<SelectionNode> Selections { get; } = selections;
}

/// <summary>A field, fragment spread or inline fragment.</summary>
public abstract class SelectionNode(ImmutableArray<DirectiveNode> directives) : SyntaxNode
{
    /// <summary>Directives on the selection.</summary>
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A selected field (section 2.5).</summary>
public sealed class FieldNode(
    NameNode? alias, NameNode name, ImmutableArray<ArgumentNode> arguments, ImmutableArray<DirectiveNode> directives, SelectionSetNode? selectionSet)
    : SelectionNode(directives)
{
    /// <summary>The alias, if any.</summary>
    public NameNode? Alias { get; } = alias;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Arguments in order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;

    /// <summary>The selection below, for a field of composite type.</summary>
    public SelectionSetNode? SelectionSet { get; } = selectionSet;

    /// <summary>The key of the field's value in the response: the alias, or else the name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

/// <summary>An argument of a field or directive (section 2.6).</summary>
public sealed class ArgumentNode(NameNode name, ValueNode value) : SyntaxNode
{
    /// <summary>The argument's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The argument's value.</summary>
    public ValueNode Value { get; } = value;
}

/// <summary>A use of a named fragment.</summary>
public sealed class FragmentSpreadNode(NameNode name, ImmutableArray<DirectiveNode> directives) : SelectionNode(directives)
{
    /// <summary>The fragment's name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A fragment written where it is used.</summary>
public sealed class InlineFragmentNode(
    NamedTypeNode? typeCondition,
    ImmutableArray<DirectiveNode> directives,
    SelectionSetNode selectionSet) : SelectionNode(directives)
{
    /// <summary>The type the fragment applies to; null for the enclosing type.</summary>
    public NamedTypeNode? TypeCondition { get; } = typeCondition;

    /// <summary>What is selected.</summary>
    public SelectionSetNode SelectionSet { get; } = selectionSet;
}

/// <summary>A directive (section 2.12).</summary>
public sealed class DirectiveNode(NameNode name, ImmutableArray<ArgumentNode> arguments) : SyntaxNode
{
    /// <summary>The name without <c>@</c>.</summary>
    public NameNode Name { get; } = name;

    /// <summary>Arguments in order.</summary>
    public ImmutableArray<ArgumentNode> Arguments { get; } = arguments;
}
