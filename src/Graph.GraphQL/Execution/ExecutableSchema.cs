using Graph.GraphQL.Documents;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Planning;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Execution;

/// <summary>How a field gets its value; all null for a field that is read from its parent's value.</summary>
internal sealed record FieldBehavior(FieldResolver? Resolver = null, IFieldPlanner? Planner = null, SubscriptionResolver? Subscription = null)
{
    public static FieldBehavior Default { get; } = new();
}

/// <summary>A schema with the behavior of its fields looked up.</summary>
internal sealed class ExecutableSchema
{
    private readonly Dictionary<FieldDefinition, FieldBehavior> behaviors = [];
    private readonly Dictionary<NamedType, TypeResolver> typeResolvers = [];

    public ExecutableSchema(Schema schema)
    {
        Schema = schema;
        var faults = new List<GraphQLError>();
        foreach (var (place, resolver) in schema.Options.Resolvers) Attach(place, behavior => behavior with { Resolver = resolver }, faults);
        foreach (var (place, planner) in schema.Options.Planners)
        {
            Attach(place, behavior => behavior with { Planner = planner }, faults);
            if (schema.FindType(place.Type) is { } type && type != schema.QueryType && type != schema.MutationType && type != schema.SubscriptionType)
                faults.Add(new(ExecutionMessages.PlannerNotOnRoot(place.Type, place.Field)));
        }

        foreach (var (place, source) in schema.Options.Subscriptions) Attach(place, behavior => behavior with { Subscription = source }, faults);
        foreach (var (name, resolver) in schema.Options.TypeResolvers)
        {
            if (schema.FindType(name) is CompositeType { IsAbstract: true } type) typeResolvers[type] = resolver;
            else faults.Add(new(ExecutionMessages.NothingToAttachTo(name)));
        }

        foreach (var (definition, resolver) in IntrospectionResolvers.All) behaviors[definition] = new(resolver);
        if (faults.Count > 0) throw new GraphQLException(faults);
    }

    public Schema Schema { get; }

    /// <summary>What introspection fields were answered, as the schema never changes: tools ask for all of it again and again.</summary>
    public ClockCache<PlannedField, byte[]> Introspected { get; } = new(FixedLimits.MaxCachedIntrospections, FixedLimits.MaxCachedIntrospectionBytes);

    public FieldBehavior BehaviorOf(FieldDefinition definition) => behaviors.GetValueOrDefault(definition, FieldBehavior.Default);

    public TypeResolver? TypeResolverOf(CompositeType type) => typeResolvers.GetValueOrDefault(type);

    /// <summary>The field of a name, meta-fields included (section 4.1); null when there is none.</summary>
    public FieldDefinition? FieldOf(ObjectType type, string name)
    {
        if (!name.StartsWith("__", StringComparison.Ordinal)) return type.Fields.Find(name);
        if (name == IntrospectionTypes.TypeName.Name) return IntrospectionTypes.TypeName;
        if (type != Schema.QueryType) return type.Fields.Find(name);
        if (name == IntrospectionTypes.Schema.Name) return IntrospectionTypes.Schema;
        return name == IntrospectionTypes.Type.Name ? IntrospectionTypes.Type : null;
    }

    private void Attach((string Type, string Field) place, Func<FieldBehavior, FieldBehavior> change, List<GraphQLError> faults)
    {
        if ((Schema.FindType(place.Type) as ObjectType)?.Fields.Find(place.Field) is { } definition)
            behaviors[definition] = change(BehaviorOf(definition));
        else faults.Add(new(ExecutionMessages.NothingToAttachTo($"{place.Type}.{place.Field}")));
    }
}
