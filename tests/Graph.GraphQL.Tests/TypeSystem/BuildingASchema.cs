using Graph.GraphQL.Language;
using Graph.GraphQL.TypeSystem;

namespace Graph.GraphQL.Tests.TypeSystem;

public sealed class BuildingASchema
{
    private const string Sdl = """
        "A schema"
        schema { query: Root }
        type Root { node(id: ID!, flag: Boolean = true): Node  when: Date @deprecated }
        interface Node { id: ID! }
        interface Named implements Node { id: ID! name: String }
        type Person implements Node & Named { id: ID! name: String }
        type Place implements Node { id: ID! }
        union Any = Person
        enum Kind { A B @deprecated(reason: "gone") }
        input Where @oneOf { a: Int b: Kind }
        scalar Date @specifiedBy(url: "https://example.com/date")
        directive @mark(note: String) repeatable on FIELD
        extend type Place { kind(where: Where): Kind }
        extend union Any = Place
        extend schema { mutation: Change }
        type Change { rename: Person }
        """;

    private readonly Schema schema = Schema.Build(Sdl);

    [Fact]
    public void RootTypesComeFromTheDefinitionAndItsExtensions()
    {
        Assert.Equal("A schema", schema.Description);
        Assert.Equal("Root", schema.QueryType!.Name);
        Assert.Equal("Change", schema.RootType(OperationType.Mutation)!.Name);
        Assert.Null(schema.SubscriptionType);
    }

    [Fact]
    public void WithoutADefinitionTheCustomaryNamesAreTheRootTypes()
    {
        var schema = Schema.Build("type Query { a: Int } type Subscription { a: Int }");
        Assert.Equal("Query", schema.QueryType!.Name);
        Assert.Equal("Subscription", schema.SubscriptionType!.Name);
    }

    [Fact]
    public void ExtensionsAddMembersAfterThoseOfTheDefinition()
    {
        var place = Assert.IsType<ObjectType>(schema.FindType("Place"));
        Assert.Equal(["id", "kind"], place.Fields.Select(field => field.Name));
        Assert.Equal(["Person", "Place"], Assert.IsType<UnionType>(schema.FindType("Any")).Members.Select(member => member.Name));
    }

    [Fact]
    public void EqualTypesAreTheSameObject()
    {
        var person = Assert.IsType<ObjectType>(schema.FindType("Person"));
        Assert.Same(person.Fields.Find("id")!.Type, schema.Resolve(Parser.ParseType("ID!")));
        Assert.Equal("[ID!]", schema.Resolve(Parser.ParseType("[ID!]"))!.ToString());
        Assert.Null(schema.Resolve(Parser.ParseType("[Nothing]")));
    }

    [Fact]
    public void PossibleTypesAreMembersAndImplementations()
    {
        var node = Assert.IsType<InterfaceType>(schema.FindType("Node"));
        var named = Assert.IsType<InterfaceType>(schema.FindType("Named"));
        Assert.Equal(["Person", "Place"], schema.PossibleTypes(node).Select(type => type.Name));
        Assert.Equal([named], schema.ImplementingInterfaces(node));
        Assert.True(schema.IsSubType(node, named));
        Assert.False(schema.IsSubType(named, (CompositeType)schema.FindType("Place")!));
    }

    [Fact]
    public void OnlyBuiltInScalarsThatAreUsedBelongToTheSchema()
    {
        Assert.NotNull(schema.FindType("Int"));
        Assert.Null(schema.FindType("Float"));
        Assert.NotNull(schema.FindType("__Schema"));
    }

    [Fact]
    public void DirectivesGiveMeaningToDefinitions()
    {
        Assert.Equal("No longer supported", schema.QueryType!.Fields.Find("when")!.DeprecationReason);
        Assert.Equal("gone", Assert.IsType<EnumType>(schema.FindType("Kind")).Values.Find("B")!.DeprecationReason);
        Assert.True(Assert.IsType<InputObjectType>(schema.FindType("Where")).IsOneOf);
        Assert.Equal("https://example.com/date", Assert.IsType<ScalarType>(schema.FindType("Date")).SpecifiedByUrl);
        Assert.Equal(["mark", "include", "skip", "deprecated", "specifiedBy", "oneOf"], schema.Directives.Select(directive => directive.Name));
        Assert.True(schema.Directives.Find("mark")!.IsRepeatable);
    }

    [Fact]
    public void AnArgumentWithoutDefaultAndWithoutNullIsRequired()
    {
        var arguments = schema.QueryType!.Fields.Find("node")!.Arguments;
        Assert.True(arguments.Find("id")!.IsRequired);
        Assert.False(arguments.Find("flag")!.IsRequired);
        Assert.Equal("true", arguments.Find("flag")!.DefaultValue!.ToString());
    }

    [Fact]
    public void BehaviourIsAttachedByName()
    {
        var schema = Schema.Build("type Query { a: E d: Date } enum E { X } scalar Date", new()
        {
            Scalars = new Dictionary<string, ScalarCoercion> { ["Date"] = CustomScalars.BigInt },
            StructuralEnums = new HashSet<string> { "E" },
        });
        Assert.Same(CustomScalars.BigInt, Assert.IsType<ScalarType>(schema.FindType("Date")).Coercion);
        Assert.True(Assert.IsType<EnumType>(schema.FindType("E")).IsStructural);
    }
}
