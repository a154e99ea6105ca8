using System.Globalization;
using Graph.GraphQL.Language;

namespace Graph.Model.Ontologies;

/// <summary>All that can be wrong with an ontology, in words.</summary>
internal sealed class OntologyFaults
{
    private readonly List<OntologyFault> faults = [];

    public IReadOnlyList<OntologyFault> InFileOrder => [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    public bool Any => faults.Count > 0;

    public void Add(SourceLocation at, string message) => faults.Add(new(message, at.Line, at.Column));

    public void Add(SyntaxNode at, string message) => Add(at.Location, message);

    public void TwoTypes(NameNode at, SourceLocation first) =>
        Add(at, $"There are two types named {at.Value}; the other stands at {first}. Rename one of them.");

    public void TwoFields(NameNode at, string type) => Add(at, $"{type} has two fields named {at.Value}. Rename or remove one of them.");

    public void UnknownType(NamedTypeNode at, IEnumerable<string> known) =>
        Add(at, $"There is no type {at.Name.Value}"
            + Spelling.DidYouMean(at.Name.Value, known, ". Declare it, or use one of ID, String, Int, Float, Boolean, BigInt, Date, DateTime."));

    public void UnknownDirective(DirectiveNode at, IEnumerable<string> known) =>
        Add(at, $"There is no directive @{at.Name.Value} in the ontology's "
            + $"dialect{Spelling.DidYouMean(at.Name.Value, known, $". It knows {string.Join(" ", known.Select(name => "@" + name))}.")}");

    public void UnknownArgument(ArgumentNode at, string directive, IEnumerable<string> known) =>
        Add(at, $"@{directive} has no argument {at.Name.Value}{Spelling.DidYouMean(at.Name.Value, known, ".")}");

    public void NotInAnOntology(SyntaxNode at, string what) =>
        Add(at, $"An ontology has no {what}. It is made of types with @node, types with @relationshipProperties, interfaces and enums.");

    public void NoRole(NameNode at) =>
        Add(at, $"The type {at.Value} is neither a node nor relationship properties. Write @node or @relationshipProperties after its name.");

    public void ReservedName(NameNode at) => Add(at, $"The name {at.Value} is taken by the API itself. Choose another.");

    public void NoId(NameNode at) => Add(at, $"{at.Value} has no id. Add the field `id: ID! @unique`.");

    public void BadId(NameNode at, string type) => Add(at, $"The id of {type} must be declared `id: ID! @unique`.");

    public void NullableItems(SyntaxNode at, string field) => Add(at, $"The items of {field} may not be null. Write `[Type!]` or `[Type!]!`.");

    public void ListOfLists(SyntaxNode at, string field) => Add(at, $"{field} is a list of lists, which no store can keep. Make it a list.");

    public void NeedsRelationship(NameNode at, string type, string target) =>
        Add(at, $"{type}.{at.Value} leads to {target} but does not say how. Add @relationship(type: \"…\", direction: OUT), or "
            + "@declareRelationship in an interface.");

    public void NeedsNodeTarget(NameNode at, string type, string target) =>
        Add(at, $"{type}.{at.Value} is a relationship, but {target} is neither a node type nor an interface.");

    public void RelationshipShape(SyntaxNode at, string field, string target) =>
        Add(at, $"The relationship {field} must lead to a list `[{target}!]!`, or to one node or none, `{target}`.");

    public void MissingArgument(DirectiveNode at, string argument, string example) =>
        Add(at, $"@{at.Name.Value} needs {argument}. Write for example {example}.");

    public void BadArgument(SyntaxNode at, string directive, string argument, string expected) =>
        Add(at, $"The {argument} of @{directive} must be {expected}.");

    public void EmptyRange(DirectiveNode at, decimal min, decimal max) =>
        Add(at, string.Create(CultureInfo.InvariantCulture, $"No number lies from {min} to {max}. Write the smaller one as min."));

    public void NoPropertySet(SyntaxNode at, string name, IEnumerable<string> known) =>
        Add(at, $"There is no type {name} with @relationshipProperties{Spelling.DidYouMean(name, known, ". Declare it with that directive.")}");

    public void RelationshipInProperties(NameNode at, string set) =>
        Add(at, $"{set}.{at.Value} is not a plain value. Relationship properties hold scalars, enums, and lists of them.");

    public void OtherProperties(SyntaxNode at, string relationship, string here, string first, SourceLocation firstAt) =>
        Add(at, $"The relationship {relationship} carries {here} here but {first} at {firstAt}. Both sides must name the same properties.");

    public void SidesDisagree(SyntaxNode at, string field, string relationship, string target, string source) =>
        Add(at, $"The two sides of {relationship} disagree: {field} leads to {target}, but no {relationship} field of {target} in the other "
            + $"direction leads back to {source}.");

    public void DirectiveMisplaced(DirectiveNode at, string where) => Add(at, $"@{at.Name.Value} has no meaning here. It belongs {where}.");

    public void NoInterface(NamedTypeNode at, IEnumerable<string> known) =>
        Add(at, $"There is no interface {at.Name.Value}{Spelling.DidYouMean(at.Name.Value, known, ".")}");

    public void LacksInterfaceField(NameNode at, string face, string field) =>
        Add(at, $"{at.Value} implements {face} but lacks its field {field}. Add the field.");

    public void DiffersFromInterface(NameNode at, string type, string face, string expected) =>
        Add(at, $"{type}.{at.Value} differs from {face}, which declares {expected}.");

    public void ImplementationsDiffer(NameNode at, string face, string first, string other) =>
        Add(at, $"{face}.{at.Value} follows different relationships in {first} and {other}. All implementations must agree on "
            + "type, direction and properties.");

    public void NoImplementation(NameNode at) => Add(at, $"No type implements the interface {at.Value}. Implement it or remove it.");

    public void SameLabels(NameNode at, string other) =>
        Add(at, $"{at.Value} has the same labels as {other}, so their nodes could not be told apart. Give it a label of its own.");

    public void SamePlural(NameNode at, string plural, string other) =>
        Add(at, $"The root list of {at.Value} would be named {plural} like that of {other}. Give it another with @plural(value: \"…\").");

    public void TwoActs(DirectiveNode at, string first) =>
        Add(at, $"An ontology has one type of acts, and {first} is that already. Remove @act from one of them.");

    public void NoField(SyntaxNode at, string type, string name, IEnumerable<string> known) =>
        Add(at, $"{type} has no field {name}{Spelling.DidYouMean(name, known, ". Name one that it has.")}");

    public void NoEnumValue(SyntaxNode at, EnumType set, string name) =>
        Add(at, $"{set.Name} has no value {name}"
            + Spelling.DidYouMean(
                name, set.Values.Select(value => value.Name), $". It has {string.Join(", ", set.Values.Select(value => value.Name))}."));

    public void NoTypeOf(SyntaxNode at, string face, string name, IEnumerable<string> known) =>
        Add(at, $"{name} is not a type of {face}{Spelling.DidYouMean(name, known, $". Name one of {string.Join(", ", known)}.")}");

    public void WrongActField(SyntaxNode at, string argument, string expected, string field, string found) =>
        WrongField(at, ActDeclaration.Name, argument, expected, field, found);

    public void WrongField(SyntaxNode at, string directive, string argument, string expected, string field, string found) =>
        Add(at, $"The {argument} of @{directive} must name {expected}, but {field} is {found}.");

    public void WrongActTarget(SyntaxNode at, string argument, string expected, string found) =>
        Add(at, $"The {argument} of @act must lead to {expected}, but it leads to {found}.");

    public void ActNeeds(SyntaxNode at, string argument, string needed) =>
        Add(at, $"The {argument} of @act means nothing without {needed}. Add {needed}, or remove {argument}.");

    public void NoTally(SyntaxNode at, string field) =>
        Add(at, $"{field} cannot be a tally. It must be a list from either side, and its relationship must carry three properties in this order, "
            + "none of them identifying: an Int, a Date and a Date, which may be missing.");

    public void NotOnlyOfActs(SyntaxNode at, string argument, string relationship, string near, string far, string field, string target) =>
        Add(at, $"The {argument} of @act must follow a relationship of {near} and {far} alone, but {field} follows {relationship} to {target}. "
            + "Give one of them another type.");

    public void NoDay(SyntaxNode at, string argument, string field, string found) =>
        Add(at, $"The {argument} of @interval must name a property of type Date, but {field} is a property of type {found}.");

    public void TwoSeries(SyntaxNode at, string name) => Add(at, $"Two series of @act end in {name}, by which they are named. Remove one of them.");

    public void TakenByApi(NameNode at, string type) =>
        Add(at, $"The API needs the name {type}.{at.Value} for itself. Rename the field.");
}
