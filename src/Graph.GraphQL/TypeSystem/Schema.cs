using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Graph.GraphQL.Language;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.TypeSystem;

/// <summary>A type system (section 3): its types, directives and root operation types. Never changes once built; safe to share.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> types;
    private readonly PossibleTypes possibleTypes;

    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        QueryType = parts.QueryType;
        MutationType = parts.MutationType;
        SubscriptionType = parts.SubscriptionType;
        Directives = new(parts.Directives);
        Definition = parts.Definition;
        Extensions = parts.Extensions;
        Options = parts.Options;
        types = TypeCollection.Collect(parts);
        possibleTypes = new(types.Values);
    }

    /// <summary>The description of the schema, if any.</summary>
    public string? Description { get; }

    /// <summary>The root type of queries; null only in a schema that is not valid.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root type of mutations, if there are any.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root type of subscriptions, if there are any.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All types by name: those defined, the built-in scalars that are used, and the introspection types.</summary>
    public IReadOnlyDictionary<string, NamedType> Types => types;

    /// <summary>The directives, built-in ones last.</summary>
    public NameTable<DirectiveDefinition> Directives { get; }

    /// <summary>The <c>schema</c> definition, if the document has one.</summary>
    public SchemaDefinitionNode? Definition { get; }

    /// <summary>The <c>extend schema</c> parts in order.</summary>
    public ImmutableArray<SchemaExtensionNode> Extensions { get; }

    /// <summary>The behavior that was attached when the schema was built.</summary>
    public SchemaOptions Options { get; }

    /// <summary>Builds a schema from a type system document; extensions are merged in.</summary>
    /// <exception cref="GraphQLSyntaxException">The text is not a document.</exception>
    /// <exception cref="GraphQLException">The document breaks rules of section 3; carries all faults.</exception>
    public static Schema Build(string sdl, SchemaOptions? options = null)
    {
        options ??= SchemaOptions.Default;
        return Build(Parser.ParseDocument(sdl, options.Parser), options);
    }

    /// <summary>Builds a schema from a type system document that was read before.</summary>
    /// <exception cref="GraphQLException">The document breaks rules of section 3; carries all faults.</exception>
    public static Schema Build(DocumentNode document, SchemaOptions? options = null)
    {
        options ??= SchemaOptions.Default;
        if (options.AssumeValid) return new SchemaBuilder(document, options).Build();
        Refuse(DocumentValidator.ValidateTypeSystem(document));
        var schema = new SchemaBuilder(document, options).Build();
        Refuse(SchemaValidator.Validate(schema, options.Rules));
        return schema;
    }

    private static void Refuse(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0) throw new GraphQLException(errors);
    }

    /// <summary>The type of a name; null when there is none.</summary>
    public NamedType? FindType(string name) => types.GetValueOrDefault(name);

    /// <summary>Whether there is a type of a name, and which.</summary>
    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => types.TryGetValue(name, out type);

    /// <summary>The root type of a kind of operation; null when the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The object types a value of <paramref name="type"/> can have: members, implementations, or the object type itself.</summary>
    public ImmutableArray<ObjectType> PossibleTypes(CompositeType type) => possibleTypes.Of(type);

    /// <summary>
    /// Whether <paramref name="candidate"/> is a member or an implementation (object or interface) of
    /// <paramref name="abstractType"/>.
    /// </summary>
    public bool IsSubType(CompositeType abstractType, CompositeType candidate) => possibleTypes.Includes(abstractType, candidate);

    /// <summary>The interfaces that implement an interface.</summary>
    public IReadOnlyList<InterfaceType> ImplementingInterfaces(InterfaceType type) => possibleTypes.Implementing(type);

    /// <summary>The type a reference of a document means; null when it names a type that is not there.</summary>
    public GraphQLType? Resolve(TypeNode node) => node switch
    {
        NamedTypeNode named => FindType(named.Name.Value),
        ListTypeNode list => Resolve(list.Type)?.AsList(),
        NonNullTypeNode nonNull => Resolve(nonNull.Type)?.AsNonNull(),
        _ => null,
    };
}
