using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

// What the September 2025 edition demands and graphql-js 16 does not look at.
internal sealed partial class SchemaValidator
{
    private void CheckEdition()
    {
        CheckRootsDiffer();
        CheckAppliedDirectives();
        foreach (var directive in schema.Directives)
            foreach (var argument in directive.Arguments) CheckDefault($"@{directive.Name}({argument.Name}:)", argument);
        foreach (var type in schema.Types.Values)
        {
            if (type is InputObjectType input)
                foreach (var field in input.Fields) CheckDefault($"{type.Name}.{field.Name}", field);
            if (type is FieldedType fielded)
                foreach (var field in fielded.Fields) CheckEdition(fielded, field);
        }
    }

    // Section 3.3.1.
    private void CheckRootsDiffer()
    {
        var roots = Enum.GetValues<OperationType>().Where(operation => schema.RootType(operation) is not null);
        foreach (var shared in roots.GroupBy(operation => schema.RootType(operation)!.Name).Where(group => group.Count() > 1))
            Report(SchemaMessages.RootTypesAreOne(shared.Key, [.. shared.Select(Printer.KeywordOf)]), [.. shared.Select(NamedRoot)]);
    }

    private void CheckEdition(FieldedType type, FieldDefinition field)
    {
        foreach (var argument in field.Arguments) CheckDefault($"{type.Name}.{field.Name}({argument.Name}:)", argument);
        if (field.DeprecationReason is null) return;

        // Section 3.6.1: who asks the interface is to hear of the deprecation too.
        foreach (var implemented in type.Interfaces)
        {
            if (implemented.Fields.Find(field.Name) is not { DeprecationReason: null }) continue;
            var directive = field.Definition?.Directives.FirstOrDefault(directive => directive.Name.Value == "deprecated");
            Report(
                SchemaMessages.OnlyImplementationDeprecated($"{implemented.Name}.{field.Name}", $"{type.Name}.{field.Name}"),
                directive,
                field.Definition?.Type);
        }
    }

    // Sections 3.6 and 3.10: the builder has taken away what is no value, but passes over fields that an input object does not have.
    private void CheckDefault(string name, InputValueDefinition value)
    {
        if (value.Definition?.DefaultValue is { } written && (value.DefaultValue is null || !DefaultValues.IsExactly(written, value.Type)))
            Report(SchemaMessages.WrongDefault(name, value.Type.ToString()!, Printer.Print(written)), written);
    }

    private NamedTypeNode? NamedRoot(OperationType operation) => schema.Extensions.Prepend<SchemaNode?>(schema.Definition)
        .SelectMany(part => part is null ? [] : part.OperationTypes.AsEnumerable())
        .FirstOrDefault(root => root.Operation == operation)?.Type;
}
