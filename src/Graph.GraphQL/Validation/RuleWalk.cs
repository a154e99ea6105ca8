using System.Collections.Immutable;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Validation;

/// <summary>Walks a document once, from top to bottom, knows the types at every place, and tells the rules.</summary>
internal sealed partial class RuleWalk(ValidationContext context, RuleSet rules, ValidationRule[] started)
{
    // Variables belong to the operation or fragment they stand in; those of variable definitions and of type systems to none.
    private List<VariableUsage>? usages;

    public void Run()
    {
        foreach (var rule in rules.Listeners(Visits.Document)) started[rule].Document(context.Document);
        foreach (var definition in context.Document.Definitions)
        {
            context.Definition = definition;
            switch (definition)
            {
                case OperationDefinitionNode operation: Operation(operation); break;
                case FragmentDefinitionNode fragment: Fragment(fragment); break;
                default: TypeSystemDefinition(definition); break;
            }
        }
        foreach (var rule in rules.Listeners(Visits.DocumentEnd)) started[rule].DocumentEnd(context.Document);
    }

    private void Operation(OperationDefinitionNode node)
    {
        foreach (var rule in rules.Listeners(Visits.Operation)) started[rule].Operation(node);
        foreach (var variable in node.VariableDefinitions) VariableDefinition(variable);
        usages = context.VariableUsages[node] = [];
        Directives(node, node.Directives, node.Operation switch
        {
            OperationType.Query => DirectiveLocation.Query,
            OperationType.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        });
        SelectionSet(node.SelectionSet, context.HasSchema ? context.Schema.RootType(node.Operation) : null);
        usages = null;
    }

    private void Fragment(FragmentDefinitionNode node)
    {
        usages = context.VariableUsages[node] = [];
        context.Type = Resolve(node.TypeCondition);
        foreach (var rule in rules.Listeners(Visits.Fragment)) started[rule].Fragment(node);
        NamedType(node.TypeCondition);
        Directives(node, node.Directives, DirectiveLocation.FragmentDefinition);
        SelectionSet(node.SelectionSet, Resolve(node.TypeCondition));
        usages = null;
    }

    private void VariableDefinition(VariableDefinitionNode node)
    {
        foreach (var rule in rules.Listeners(Visits.VariableDefinition)) started[rule].VariableDefinition(node);
        TypeReference(node.Type);
        if (node.DefaultValue is not null)
            Value(node.DefaultValue, InputType(context.HasSchema ? context.Schema.Resolve(node.Type) : null), null, hasDefault: false);
        Directives(node, node.Directives, DirectiveLocation.VariableDefinition);
    }

    private void SelectionSet(SelectionSetNode node, GraphQLType? type)
    {
        var (outerParent, outerType, outerField) = (context.ParentType, context.Type, context.Field);
        var parent = type?.Named as CompositeType;
        context.ParentType = parent;
        context.Type = type;
        foreach (var rule in rules.Listeners(Visits.SelectionSet)) started[rule].SelectionSet(node);
        foreach (var selection in node.Selections)
        {
            context.ParentType = parent;
            context.Type = type;
            switch (selection)
            {
                case FieldNode field: Field(field, parent); break;
                case FragmentSpreadNode spread: Spread(spread); break;
                case InlineFragmentNode fragment: InlineFragment(fragment, parent); break;
            }
        }
        (context.ParentType, context.Type, context.Field) = (outerParent, outerType, outerField);
    }

    private void Field(FieldNode node, CompositeType? parent)
    {
        var definition = parent is null ? null : FindField(parent, node.Name.Value);
        context.Field = definition;
        context.Type = definition?.Type is { IsOutputType: true } type ? type : null;
        foreach (var rule in rules.Listeners(Visits.Field)) started[rule].Field(node);
        foreach (var argument in node.Arguments) Argument(argument, definition?.Arguments);
        Directives(node, node.Directives, DirectiveLocation.Field);
        if (node.SelectionSet is not null) SelectionSet(node.SelectionSet, context.Type);
    }

    private FieldDefinition? FindField(CompositeType parent, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            if (name == IntrospectionTypes.TypeName.Name) return IntrospectionTypes.TypeName;
            if (parent == context.Schema.QueryType && name == IntrospectionTypes.Schema.Name) return IntrospectionTypes.Schema;
            if (parent == context.Schema.QueryType && name == IntrospectionTypes.Type.Name) return IntrospectionTypes.Type;
        }
        return (parent as FieldedType)?.Fields.Find(name);
    }

    private void Spread(FragmentSpreadNode node)
    {
        foreach (var rule in rules.Listeners(Visits.FragmentSpread)) started[rule].FragmentSpread(node);
        Directives(node, node.Directives, DirectiveLocation.FragmentSpread);
    }

    private void InlineFragment(InlineFragmentNode node, CompositeType? parent)
    {
        var type = node.TypeCondition is null ? parent : Resolve(node.TypeCondition);
        context.Type = type is { IsOutputType: true } ? type : null;
        foreach (var rule in rules.Listeners(Visits.InlineFragment)) started[rule].InlineFragment(node);
        if (node.TypeCondition is not null) NamedType(node.TypeCondition);
        Directives(node, node.Directives, DirectiveLocation.InlineFragment);
        SelectionSet(node.SelectionSet, context.Type);
    }

    private void Directives(SyntaxNode owner, ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.IsEmpty) return;
        foreach (var rule in rules.Listeners(Visits.Directives)) started[rule].Directives(owner, directives, location);
        foreach (var directive in directives)
        {
            context.Directive = directive;
            var definition = context.HasSchema ? context.Schema.Directives.Find(directive.Name.Value) : null;
            foreach (var argument in directive.Arguments) Argument(argument, definition?.Arguments);
        }
        context.Directive = null;
    }

    private void Argument(ArgumentNode node, NameTable<InputValueDefinition>? definitions)
    {
        context.Argument = definitions?.Find(node.Name.Value);
        foreach (var rule in rules.Listeners(Visits.Argument)) started[rule].Argument(node);
        Value(node.Value, InputType(context.Argument?.Type), null, context.Argument?.DefaultValue is not null);
        context.Argument = null;
    }

    private void Value(ValueNode node, GraphQLType? type, GraphQLType? parent, bool hasDefault)
    {
        switch (node)
        {
            case VariableNode variable:
                usages?.Add(new(variable, type, hasDefault, parent));
                break;
            case ListValueNode list:
                var item = type?.Nullable is ListType listType ? listType.OfType : type?.Nullable;
                foreach (var value in list.Values) Value(value, item, type, hasDefault: false);
                break;
            case ObjectValueNode input:
                foreach (var rule in rules.Listeners(Visits.ObjectValue)) started[rule].ObjectValue(input);
                var fields = (type?.Named as InputObjectType)?.Fields;
                foreach (var field in input.Fields)
                {
                    var definition = fields?.Find(field.Name.Value);
                    Value(field.Value, InputType(definition?.Type), type, definition?.DefaultValue is not null);
                }
                break;
        }
    }

    private void TypeReference(TypeNode node)
    {
        while (true)
        {
            switch (node)
            {
                case ListTypeNode list: node = list.Type; break;
                case NonNullTypeNode nonNull: node = nonNull.Type; break;
                default: NamedType((NamedTypeNode)node); return;
            }
        }
    }

    private void NamedType(NamedTypeNode node)
    {
        foreach (var rule in rules.Listeners(Visits.NamedType)) started[rule].NamedType(node);
    }

    private NamedType? Resolve(NamedTypeNode node) => context.HasSchema ? context.Schema.FindType(node.Name.Value) : null;

    private static GraphQLType? InputType(GraphQLType? type) => type is { IsInputType: true } ? type : null;
}
