using System.Collections.Immutable;
using System.Text;

namespace Graph.GraphQL.Language;

/// <summary>
/// Writes nodes in the customary layout: two spaces a level, one selection or field a line. Reading the result gives the
/// same nodes.
/// </summary>
public sealed partial class Printer
{
    /// <summary>A field whose arguments make it longer than this (in UTF-16 units) has them one a line.</summary>
    private const int LongestLine = 80;

    private readonly StringBuilder text = new();
    private int indent;

    private Printer() { }

    /// <summary>The text of a node and all below it, lines ended by <c>\n</c>, none after the last.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Node(node);
        return printer.text.ToString();
    }

    private void Node(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name: Text(name.Value); break;
            case DocumentNode document: Document(document); break;
            case DefinitionNode definition: Definition(definition); break;
            case SelectionSetNode set: Block(set.Selections); break;
            case FieldNode field: Field(field); break;
            case FragmentSpreadNode spread: Spread(spread); break;
            case InlineFragmentNode fragment: InlineFragment(fragment); break;
            case VariableDefinitionNode variable: VariableDefinition(variable); break;
            case ArgumentNode argument: Pair(argument.Name, argument.Value); break;
            case ObjectFieldNode field: Pair(field.Name, field.Value); break;
            case DirectiveNode directive: Directive(directive); break;
            case ValueNode value: Value(value); break;
            case TypeNode type: Type(type); break;
            default: Member(node); break;
        }
    }

    private void Document(DocumentNode document)
    {
        for (var i = 0; i < document.Definitions.Length; i++)
        {
            if (i > 0) Text("\n\n");
            Node(document.Definitions[i]);
        }
    }

    private void Definition(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation: Operation(operation); break;
            case FragmentDefinitionNode fragment: Fragment(fragment); break;
            case SchemaNode schema: SchemaDefinition(schema); break;
            case DirectiveDefinitionNode directive: DirectiveDefinition(directive); break;
            case TypeDefinitionOrExtensionNode type: TypeDefinition(type); break;
        }
    }

    private void Operation(OperationDefinitionNode operation)
    {
        var isShorthand = operation is
        {
            Operation: OperationType.Query,
            Name: null,
            Description: null,
            VariableDefinitions.IsEmpty: true,
            Directives.IsEmpty: true,
        };
        if (!isShorthand)
        {
            Description(operation.Description);
            Text(KeywordOf(operation.Operation));
            if (operation.Name is not null || !operation.VariableDefinitions.IsEmpty) Text(" ");
            Text(operation.Name?.Value ?? "");
            Variables(operation.VariableDefinitions);
            Directives(operation.Directives);
            Text(" ");
        }
        Node(operation.SelectionSet);
    }

    // A described variable needs lines of its own, and then all of them get theirs.
    private void Variables(ImmutableArray<VariableDefinitionNode> variables)
    {
        if (variables.Any(variable => variable.Description is not null)) Lines("(", variables, ")");
        else if (!variables.IsEmpty) List("(", variables, ", ", ")");
    }

    internal static string KeywordOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private void Fragment(FragmentDefinitionNode fragment)
    {
        Description(fragment.Description);
        Text($"fragment {fragment.Name.Value} on {fragment.TypeCondition.Name.Value}");
        Directives(fragment.Directives);
        Text(" ");
        Node(fragment.SelectionSet);
    }

    private void VariableDefinition(VariableDefinitionNode variable)
    {
        Description(variable.Description);
        Value(variable.Variable);
        Text(": ");
        Type(variable.Type);
        Default(variable.DefaultValue);
        Directives(variable.Directives);
    }

    private void Field(FieldNode field)
    {
        var start = text.Length;
        if (field.Alias is not null) Text($"{field.Alias.Value}: ");
        Text(field.Name.Value);
        if (!field.Arguments.IsEmpty)
        {
            var arguments = text.Length;
            List("(", field.Arguments, ", ", ")");
            if (text.Length - start > LongestLine)
            {
                text.Length = arguments;
                Lines("(", field.Arguments, ")");
            }
        }
        Directives(field.Directives);
        if (field.SelectionSet is null) return;
        Text(" ");
        Node(field.SelectionSet);
    }

    private void Spread(FragmentSpreadNode spread)
    {
        Text($"...{spread.Name.Value}");
        Directives(spread.Directives);
    }

    private void InlineFragment(InlineFragmentNode fragment)
    {
        Text("...");
        if (fragment.TypeCondition is not null) Text($" on {fragment.TypeCondition.Name.Value}");
        Directives(fragment.Directives);
        Text(" ");
        Node(fragment.SelectionSet);
    }

    private void Directives(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            Text(" ");
            Directive(directive);
        }
    }

    private void Directive(DirectiveNode directive)
    {
        Text($"@{directive.Name.Value}");
        if (!directive.Arguments.IsEmpty) List("(", directive.Arguments, ", ", ")");
    }

    private void Value(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: Text($"${variable.Name.Value}"); break;
            case IntValueNode number: Text(number.Value); break;
            case FloatValueNode number: Text(number.Value); break;
            case BooleanValueNode boolean: Text(boolean.Value ? "true" : "false"); break;
            case NullValueNode: Text("null"); break;
            case EnumValueNode name: Text(name.Value); break;
            case StringValueNode text: Text(text.IsBlock ? BlockString.Print(text.Value) : StringLiteral.Print(text.Value)); break;
            case ListValueNode list: List("[", list.Values, ", ", "]"); break;
            case ObjectValueNode members: List("{", members.Fields, ", ", "}"); break;
        }
    }

    private void Type(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Text(named.Name.Value);
                break;
            case ListTypeNode list:
                Text("[");
                Type(list.Type);
                Text("]");
                break;
            case NonNullTypeNode nonNull:
                Type(nonNull.Type);
                Text("!");
                break;
        }
    }

    private void Pair(NameNode name, ValueNode value)
    {
        Text($"{name.Value}: ");
        Value(value);
    }

    private void Default(ValueNode? value)
    {
        if (value is null) return;
        Text(" = ");
        Value(value);
    }

    private void Description(StringValueNode? description)
    {
        if (description is null) return;
        Value(description);
        Text("\n");
    }

    private void Block<T>(ImmutableArray<T> items) where T : SyntaxNode => Lines("{", items, "}");

    private void Lines<T>(string open, ImmutableArray<T> items, string close) where T : SyntaxNode
    {
        Text(open);
        indent++;
        foreach (var item in items)
        {
            Text("\n");
            Node(item);
        }
        indent--;
        Text($"\n{close}");
    }

    private void List<T>(string open, ImmutableArray<T> items, string separator, string close) where T : SyntaxNode
    {
        Text(open);
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) Text(separator);
            Node(items[i]);
        }
        Text(close);
    }

    // Every line break, also one inside a block string, is followed by the indentation of the level it stands on.
    private void Text(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOf('\n') is var end and >= 0)
        {
            this.text.Append(rest[..end]).Append('\n').Append(' ', indent * 2);
            rest = rest[(end + 1)..];
        }
        this.text.Append(rest);
    }
}
