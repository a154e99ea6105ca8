using Graph.GraphQL.Execution;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Introspection;

/// <summary>Values of the introspection fields (section 4.2), read from the type system itself.</summary>
internal static class IntrospectionResolvers
{
    public static IReadOnlyDictionary<FieldDefinition, FieldResolver> All { get; } = Attach();

    private static Dictionary<FieldDefinition, FieldResolver> Attach()
    {
        var resolvers = new Dictionary<FieldDefinition, FieldResolver>
        {
            [IntrospectionTypes.Schema] = context => new(context.Schema),
            [IntrospectionTypes.Type] = context => new(context.Arguments.TryGet("name", out string? name) ? context.Schema.FindType(name) : null),
        };
        foreach (var type in IntrospectionTypes.All.OfType<ObjectType>())
        {
            Func<FieldContext, string, object?> read = type.Name switch
            {
                "__Schema" => static (context, field) => SchemaField((Schema)context.Source!, field),
                "__Type" => TypeField,
                "__Field" => static (context, field) => FieldField((FieldDefinition)context.Source!, field, context),
                "__InputValue" => static (context, field) => InputValueField((InputValueDefinition)context.Source!, field),
                "__EnumValue" => static (context, field) => EnumValueField((EnumValueDefinition)context.Source!, field),
                _ => static (context, field) => DirectiveField((DirectiveDefinition)context.Source!, field, context),
            };
            foreach (var field in type.Fields)
            {
                var name = field.Name;
                resolvers[field] = context => new(read(context, name));
            }
        }

        return resolvers;
    }

    private static object? SchemaField(Schema schema, string field) => field switch
    {
        "description" => schema.Description,
        "types" => schema.Types.Values,
        "queryType" => schema.QueryType,
        "mutationType" => schema.MutationType,
        "subscriptionType" => schema.SubscriptionType,
        _ => schema.Directives,
    };

    private static object? TypeField(FieldContext context, string field)
    {
        var type = (GraphQLType)context.Source!;
        return field switch
        {
            "kind" => Kind(type),
            "name" => (type as NamedType)?.Name,
            "description" => (type as NamedType)?.Description,
            "specifiedByURL" => (type as ScalarType)?.SpecifiedByUrl,
            "fields" => type is FieldedType fielded ? Listed(fielded.Fields, member => member.DeprecationReason, context) : null,
            "interfaces" => type is FieldedType fielded ? fielded.Interfaces.AsEnumerable() : null,
            "possibleTypes" => type is CompositeType { IsAbstract: true } abstractType
                ? context.Schema.PossibleTypes(abstractType).AsEnumerable()
                : null,
            "enumValues" => type is EnumType names ? Listed(names.Values, member => member.DeprecationReason, context) : null,
            "inputFields" => type is InputObjectType input ? Listed(input.Fields, member => member.DeprecationReason, context) : null,
            "ofType" => type is ListType list ? list.OfType : (type as NonNullType)?.OfType,
            _ => (type as InputObjectType)?.IsOneOf,
        };
    }

    private static string Kind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    private static object? FieldField(FieldDefinition definition, string field, FieldContext context) => field switch
    {
        "name" => definition.Name,
        "description" => definition.Description,
        "args" => Listed(definition.Arguments, member => member.DeprecationReason, context),
        "type" => definition.Type,
        "isDeprecated" => definition.DeprecationReason is not null,
        _ => definition.DeprecationReason,
    };

    private static object? InputValueField(InputValueDefinition definition, string field) => field switch
    {
        "name" => definition.Name,
        "description" => definition.Description,
        "type" => definition.Type,
        "defaultValue" => DefaultText.Of(definition),
        "isDeprecated" => definition.DeprecationReason is not null,
        _ => definition.DeprecationReason,
    };

    private static object? EnumValueField(EnumValueDefinition definition, string field) => field switch
    {
        "name" => definition.Name,
        "description" => definition.Description,
        "isDeprecated" => definition.DeprecationReason is not null,
        _ => definition.DeprecationReason,
    };

    private static object? DirectiveField(DirectiveDefinition definition, string field, FieldContext context) => field switch
    {
        "name" => definition.Name,
        "description" => definition.Description,
        "isRepeatable" => definition.IsRepeatable,
        "locations" => definition.Locations.AsEnumerable(),
        _ => Listed(definition.Arguments, member => member.DeprecationReason, context),
    };

    private static IEnumerable<T> Listed<T>(NameTable<T> members, Func<T, string?> deprecation, FieldContext context) where T : class, INamed =>
        context.Arguments.TryGet("includeDeprecated", out bool all) && all ? members : members.Where(member => deprecation(member) is null);
}
