using System.Collections.Immutable;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Planning;

/// <summary>The fields of one selection that have fields of their own.</summary>
internal sealed class CountedSelection
{
    public List<CountedField> Fields { get; } = [];

    public List<CountedSelection> Fragments { get; } = [];
}

/// <summary>A field that has fields of its own, and what is said of how many objects it answers.</summary>
internal sealed record CountedField(FieldDefinition Definition, bool IsList, ImmutableArray<SizeArgument> Sizes, CountedSelection Below);

/// <summary>An argument that says how long a list may be, or where in it an answer begins.</summary>
internal sealed record SizeArgument(string Argument, ValueNode Value, ValueNode? Default, SyntaxNode Place);
