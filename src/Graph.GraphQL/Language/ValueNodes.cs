using System.Collections.Immutable;

namespace Graph.GraphQL.Language;

/// <summary>A value as written in a document (section 2.9).</summary>
public abstract class ValueNode : SyntaxNode;

/// <summary>A variable, <c>$name</c>.</summary>
public sealed class VariableNode(NameNode name) : ValueNode
{
    /// <summary>The name without <c>$</c>.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>An integer.</summary>
public sealed class IntValueNode(string value) : ValueNode
{
    /// <summary>The digits as written, of any length.</summary>
    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent.</summary>
public sealed class FloatValueNode(string value) : ValueNode
{
    /// <summary>The number as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string, quoted or as a block.</summary>
public sealed class StringValueNode(string value, bool isBlock = false) : ValueNode
{
    /// <summary>The text that is meant: escapes resolved, a block's indentation removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written between three quotes.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(bool value) : ValueNode
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValueNode : ValueNode;

/// <summary>The name of an enum value.</summary>
public sealed class EnumValueNode(string value) : ValueNode
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list, <c>[…]</c>.</summary>
public sealed class ListValueNode(ImmutableArray<ValueNode> values) : ValueNode
{
    /// <summary>The items in order.</summary>
    public ImmutableArray<ValueNode> Values { get; } = values;
}

/// <summary>An input object, <c>{…}</c>.</summary>
public sealed class ObjectValueNode(ImmutableArray<ObjectFieldNode> fields) : ValueNode
{
    /// <summary>The fields in order.</summary>
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>A field of an input object.</summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value) : SyntaxNode
{
    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The field's value.</summary>
    public ValueNode Value { get; } = value;
}
