using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>Checks a schema as it was built against the type validation of section 3, and gives all faults together.</summary>
internal sealed partial class SchemaValidator
{
    private readonly Schema schema;
    private readonly List<GraphQLError> errors = [];

    private SchemaValidator(Schema schema) => this.schema = schema;

    /// <summary>The faults of a schema, none if it is valid.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, RuleProfile rules = RuleProfile.September2025)
    {
        var validator = new SchemaValidator(schema);
        validator.CheckRootTypes();
        foreach (var directive in schema.Directives) validator.Check(directive);
        foreach (var type in schema.Types.Values)
            if (!IntrospectionTypes.IsBuiltIn(type)) validator.Check(type);
        if (rules == RuleProfile.September2025) validator.CheckEdition();
        return validator.errors;
    }

    private void CheckRootTypes()
    {
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            var named = NamedRoot(operation);
            var customary = schema.Definition is null ? schema.FindType(operation.ToString()) : null;
            var type = customary ?? (named is null ? null : schema.FindType(named.Name.Value));
            if (type is ObjectType) continue;
            if (type is null)
            {
                if (operation == OperationType.Query) Report(SchemaMessages.NoQueryType, schema.Definition);
                continue;
            }
            var message = operation == OperationType.Query
                ? SchemaMessages.QueryTypeIsNoObject(type.Name)
                : SchemaMessages.RootTypeIsNoObject(operation.ToString(), type.Name);
            Report(message, (SyntaxNode?)named ?? type.Definition);
        }
    }

    private void Check(DirectiveDefinition directive)
    {
        CheckName(directive.Name, directive.Definition);
        foreach (var argument in directive.Arguments)
        {
            var name = $"@{directive.Name}({argument.Name}:)";
            CheckName(argument.Name, argument.Definition);
            if (!argument.Type.IsInputType) Report(SchemaMessages.NoInputType(name, argument.Type.ToString()!), argument.Definition);
            CheckDeprecation(argument, SchemaMessages.RequiredArgumentDeprecated(name));
        }
    }

    private void Check(NamedType type)
    {
        CheckName(type.Name, type.Definition);
        switch (type)
        {
            case FieldedType fielded:
                CheckFields(fielded);
                CheckInterfaces(fielded);
                break;
            case UnionType union:
                CheckMembers(union);
                break;
            case EnumType values:
                if (values.Values.Count == 0) Report(SchemaMessages.NoValues(type.Name), Parts(type));
                foreach (var value in values.Values) CheckName(value.Name, value.Definition);
                break;
            case InputObjectType input:
                CheckInputFields(input);
                CheckCircles(input);
                CheckDefaults(input);
                break;
        }
    }

    private void CheckFields(FieldedType type)
    {
        if (type.Fields.Count == 0) Report(SchemaMessages.NoFields(type.Name), Parts(type));
        foreach (var field in type.Fields)
        {
            CheckName(field.Name, field.Definition);
            if (!field.Type.IsOutputType)
                Report(SchemaMessages.NoOutputType($"{type.Name}.{field.Name}", field.Type.ToString()!), field.Definition?.Type);
            foreach (var argument in field.Arguments)
            {
                var name = $"{type.Name}.{field.Name}({argument.Name}:)";
                CheckName(argument.Name, argument.Definition);
                if (!argument.Type.IsInputType) Report(SchemaMessages.NoInputType(name, argument.Type.ToString()!), argument.Definition?.Type);
                CheckDeprecation(argument, SchemaMessages.RequiredArgumentDeprecated(name));
            }
        }
    }

    private void CheckMembers(UnionType union)
    {
        var members = Parts(union).SelectMany(part => part.UnionMembersOf()).ToList();
        if (members.Count == 0) Report(SchemaMessages.NoMembers(union.Name), Parts(union));
        var seen = new HashSet<string>();
        foreach (var member in members)
        {
            var name = member.Name.Value;
            var nodes = members.Where(node => node.Name.Value == name).ToArray<SyntaxNode>();
            if (!seen.Add(name)) Report(SchemaMessages.RepeatedMember(union.Name, name), nodes);
            else if (schema.FindType(name) is not ObjectType) Report(SchemaMessages.MemberIsNoObject(union.Name, name), nodes);
        }
    }

    private void CheckInputFields(InputObjectType type)
    {
        if (type.Fields.Count == 0) Report(SchemaMessages.NoInputFields(type.Name), Parts(type));
        foreach (var field in type.Fields)
        {
            var name = $"{type.Name}.{field.Name}";
            CheckName(field.Name, field.Definition);
            if (!field.Type.IsInputType) Report(SchemaMessages.NoInputType(name, field.Type.ToString()!), field.Definition?.Type);
            CheckDeprecation(field, SchemaMessages.RequiredInputFieldDeprecated(name));
            if (!type.IsOneOf) continue;
            if (field.Type is NonNullType) Report(SchemaMessages.OneOfFieldIsRequired(name), field.Definition?.Type);
            if (field.DefaultValue is not null) Report(SchemaMessages.OneOfFieldHasDefault(name), field.Definition);
        }
    }

    private void CheckName(string name, SyntaxNode? node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal)) Report(SchemaMessages.ReservedName(name), node);
    }

    private void CheckDeprecation(InputValueDefinition value, string message)
    {
        if (!value.IsRequired || value.DeprecationReason is null) return;
        Report(
            message,
            value.Definition?.Directives.FirstOrDefault(directive => directive.Name.Value == IntrospectionTypes.Deprecated.Name),
            value.Definition?.Type);
    }

    private static SyntaxNode[] Parts(NamedType type) => type.Definition is null ? [.. type.Extensions] : [type.Definition, .. type.Extensions];

    private void Report(string message, params SyntaxNode?[] nodes) => errors.Add(new(message, nodes));
}
