using System.Collections.Immutable;
using Graph.GraphQL.Introspection;
using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

/// <summary>
/// Makes a schema of a type system document: first every type by name, so that types can refer to each other in any order,
/// then their members, definitions before extensions.
/// </summary>
internal sealed class SchemaBuilder
{
    internal const string DefaultDeprecationReason = "No longer supported";

    private readonly DocumentNode document;
    private readonly SchemaOptions options;
    private readonly Func<string, NamedType?> builtIn;
    private readonly Dictionary<string, NamedType> types = [];
    private readonly Dictionary<string, List<TypeExtensionNode>> extensions = [];

    public SchemaBuilder(DocumentNode document, SchemaOptions options) : this(document, options, IntrospectionTypes.FindBuiltIn) { }

    private SchemaBuilder(DocumentNode document, SchemaOptions options, Func<string, NamedType?> builtIn)
    {
        this.document = document;
        this.options = options;
        this.builtIn = builtIn;
    }

    public Schema Build()
    {
        BuildTypes();
        var definition = document.Definitions.OfType<SchemaDefinitionNode>().LastOrDefault();
        var extensions = document.Definitions.OfType<SchemaExtensionNode>().ToImmutableArray();
        var roots = new Dictionary<OperationType, ObjectType?>();
        foreach (var part in extensions.Prepend<SchemaNode?>(definition))
        {
            if (part is null) continue;
            foreach (var operation in part.OperationTypes) roots[operation.Operation] = Find(operation.Type) as ObjectType;
        }
        if (definition is null)
        {
            // Without a schema definition the root types are those with the customary names (section 3.3.1).
            foreach (var operation in Enum.GetValues<OperationType>())
                if (types.TryGetValue(operation.ToString(), out var root)) roots[operation] = root as ObjectType;
        }
        var directives = BuildDirectives();
        return new(new()
        {
            Description = definition?.Description?.Value,
            QueryType = roots.GetValueOrDefault(OperationType.Query),
            MutationType = roots.GetValueOrDefault(OperationType.Mutation),
            SubscriptionType = roots.GetValueOrDefault(OperationType.Subscription),
            Types = [.. types.Values],
            Directives = [.. directives, .. IntrospectionTypes.Directives
                .Where(standard => directives.TrueForAll(directive => directive.Name != standard.Name))],
            Definition = definition,
            Extensions = extensions,
            Options = options,
        });
    }

    /// <summary>The types and directives that every schema has, before any other exists.</summary>
    public static SchemaParts BuildIntrospection(DocumentNode document, IReadOnlyList<ScalarType> scalars)
    {
        var builder = new SchemaBuilder(document, SchemaOptions.Default, name => scalars.FirstOrDefault(scalar => scalar.Name == name));
        builder.BuildTypes();
        return new() { Types = [.. builder.types.Values], Directives = builder.BuildDirectives() };
    }

    private void BuildTypes()
    {
        foreach (var extension in document.Definitions.OfType<TypeExtensionNode>())
        {
            if (!extensions.TryGetValue(extension.Name.Value, out var list)) extensions[extension.Name.Value] = list = [];
            list.Add(extension);
        }
        foreach (var definition in document.Definitions.OfType<TypeDefinitionNode>())
            types[definition.Name.Value] = builtIn(definition.Name.Value) ?? Declare(definition);
        foreach (var type in types.Values)
            if (builtIn(type.Name) is null) Complete(type);
        var defaults = new DefaultValues();
        foreach (var type in types.Values)
        {
            if (builtIn(type.Name) is not null) continue;
            if (type is InputObjectType input) defaults.Check(input.Fields);
            if (type is FieldedType fielded)
                foreach (var field in fielded.Fields) defaults.Check(field.Arguments);
        }
    }

    private NamedType Declare(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        var extensions = this.extensions.TryGetValue(name, out var list) ? list.ToImmutableArray() : [];
        return definition switch
        {
            ScalarTypeDefinitionNode scalar => new ScalarType(
                name,
                options.Scalars.GetValueOrDefault(name) ?? CustomScalars.For(name),
                SpecifiedBy(scalar, extensions),
                scalar,
                extensions),
            ObjectTypeDefinitionNode type => new ObjectType(name, type, extensions),
            InterfaceTypeDefinitionNode type => new InterfaceType(name, type, extensions),
            UnionTypeDefinitionNode type => new UnionType(name, type, extensions),
            EnumTypeDefinitionNode type => new EnumType(name, type, extensions) { IsStructural = options.StructuralEnums.Contains(name) },
            InputObjectTypeDefinitionNode type => new InputObjectType(
                name,
                type.Directives.Any(directive => directive.Name.Value == "oneOf"),
                type,
                extensions),
            _ => throw new ArgumentException($"{definition.GetType().Name} does not define a type.", nameof(definition)),
        };
    }

    private void Complete(NamedType type)
    {
        SyntaxNode[] parts = [type.Definition!, .. type.Extensions];
        switch (type)
        {
            case FieldedType fielded:
                fielded.Interfaces = [.. parts.SelectMany(part => part.InterfacesOf()).Select(Find).OfType<InterfaceType>()];
                fielded.Fields = new(parts.SelectMany(part => part.FieldsOf()).Select(Build).Distinct(ByName<FieldDefinition>.Instance));
                break;
            case UnionType union:
                union.Members = [.. parts.SelectMany(part => part.UnionMembersOf()).Select(Find).OfType<ObjectType>()];
                break;
            case EnumType values:
                values.Values = new(parts.SelectMany(part => part.EnumValuesOf()).Select(Build).Distinct(ByName<EnumValueDefinition>.Instance));
                break;
            case InputObjectType input:
                input.Fields = new(parts.SelectMany(part => part.InputFieldsOf()).Select(Build).Distinct(ByName<InputValueDefinition>.Instance));
                break;
        }
    }

    private List<DirectiveDefinition> BuildDirectives()
    {
        var defaults = new DefaultValues();
        var directives = new List<DirectiveDefinition>();
        foreach (var node in document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            var arguments = Build(node.Arguments);
            defaults.Check(arguments);
            directives.Add(new(
                node.Name.Value,
                arguments,
                node.IsRepeatable,
                [.. node.Locations.Select(location => location.Value)],
                node.Description?.Value,
                node));
        }
        return directives;
    }

    private FieldDefinition Build(FieldDefinitionNode node) =>
        new(node.Name.Value, Resolve(node.Type), Build(node.Arguments), node.Description?.Value, DeprecationReason(node.Directives), node);

    private NameTable<InputValueDefinition> Build(ImmutableArray<InputValueDefinitionNode> nodes) =>
        nodes.IsEmpty ? NameTable<InputValueDefinition>.Empty : new(nodes.Select(Build).Distinct(ByName<InputValueDefinition>.Instance));

    private InputValueDefinition Build(InputValueDefinitionNode node) =>
        new(node.Name.Value, Resolve(node.Type), node.DefaultValue, node.Description?.Value, DeprecationReason(node.Directives), node);

    private static EnumValueDefinition Build(EnumValueDefinitionNode node) =>
        new(node.Name.Value, node.Description?.Value, DeprecationReason(node.Directives), node);

    private GraphQLType Resolve(TypeNode node) => node switch
    {
        ListTypeNode list => Resolve(list.Type).AsList(),
        NonNullTypeNode nonNull => Resolve(nonNull.Type).AsNonNull(),
        _ => Find((NamedTypeNode)node),
    };

    private NamedType Find(NamedTypeNode node) => builtIn(node.Name.Value) ?? types.GetValueOrDefault(node.Name.Value)
        ?? throw new GraphQLException(new GraphQLError(SchemaMessages.UnknownType(node.Name.Value), node));

    // A reason of null, like no directive at all, means that nothing is deprecated.
    private static string? DeprecationReason(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
            if (directive.Name.Value == "deprecated") return TextArgument(directive, "reason", DefaultDeprecationReason);
        return null;
    }

    private static string? SpecifiedBy(ScalarTypeDefinitionNode definition, ImmutableArray<TypeExtensionNode> extensions) =>
        extensions.Reverse().SelectMany(extension => extension.Directives).Concat(definition.Directives)
            .Where(directive => directive.Name.Value == "specifiedBy")
            .Select(directive => TextArgument(directive, "url", null))
            .FirstOrDefault(url => url is not null);

    private static string? TextArgument(DirectiveNode directive, string name, string? absent) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value switch
        {
            null => absent,
            StringValueNode text => text.Value,
            NullValueNode => null,
            var other => throw new GraphQLException(new GraphQLError(SchemaMessages.WrongDirectiveArgument(name, Printer.Print(other)), other)),
        };

    // Only documents that were not checked have two members of one name; the first then keeps its place.
    private sealed class ByName<T> : IEqualityComparer<T> where T : INamed
    {
        public static readonly ByName<T> Instance = new();

        public bool Equals(T? x, T? y) => x?.Name == y?.Name;

        public int GetHashCode(T value) => value.Name.GetHashCode(StringComparison.Ordinal);
    }
}
