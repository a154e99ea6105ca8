using System.Collections.Immutable;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

// Section 3.13: what a directive is given in a type system document is a value of its argument's type.
internal sealed partial class SchemaValidator
{
    private void CheckAppliedDirectives()
    {
        foreach (var part in schema.Extensions.Prepend<SchemaNode?>(schema.Definition))
            if (part is not null) CheckApplied(part.Directives);
        foreach (var directive in schema.Directives) CheckApplied(directive.Definition?.Arguments ?? []);
        foreach (var type in schema.Types.Values)
            if (!IntrospectionTypes.IsBuiltIn(type))
                foreach (var part in Parts(type).Cast<TypeDefinitionOrExtensionNode>()) CheckApplied(part);
    }

    private void CheckApplied(TypeDefinitionOrExtensionNode part)
    {
        CheckApplied(part.Directives);
        foreach (var field in part.FieldsOf())
        {
            CheckApplied(field.Directives);
            CheckApplied(field.Arguments);
        }

        foreach (var value in part.EnumValuesOf()) CheckApplied(value.Directives);
        CheckApplied(part.InputFieldsOf());
    }

    private void CheckApplied(ImmutableArray<InputValueDefinitionNode> values)
    {
        foreach (var value in values) CheckApplied(value.Directives);
    }

    private void CheckApplied(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if (schema.Directives.Find(directive.Name.Value) is not { } definition) continue;
            foreach (var given in directive.Arguments)
            {
                if (definition.Arguments.Find(given.Name.Value) is not { } argument) continue;
                var type = TypeIn(definition, argument);
                if (!DefaultValues.IsExactly(given.Value, type))
                    Report(
                        SchemaMessages.WrongAppliedArgument(argument.Name, definition.Name, type.ToString()!, Printer.Print(given.Value)),
                        given.Value);
            }
        }
    }

    // Section 3.13.3 has the reason non-null now. Introspection still shows it as tools of older editions know it.
    private static GraphQLType TypeIn(DirectiveDefinition directive, InputValueDefinition argument) =>
        directive == IntrospectionTypes.Deprecated ? argument.Type.AsNonNull() : argument.Type;
}
