using Graph.GraphQL.Language;
using Graph.GraphQL.Validation;

namespace Graph.GraphQL.TypeSystem;

// Section 3.6.1 (IsValidImplementation) and circles of interfaces and input objects.
internal sealed partial class SchemaValidator
{
    private readonly HashSet<InputObjectType> walked = [];
    private readonly List<InputValueDefinition> path = [];
    private readonly Dictionary<InputObjectType, int> positions = [];

    private void CheckInterfaces(FieldedType type)
    {
        var seen = new HashSet<string>();
        foreach (var node in Parts(type).SelectMany(part => part.InterfacesOf()))
        {
            var name = node.Name.Value;
            if (schema.FindType(name) is not InterfaceType implemented)
                Report(SchemaMessages.ImplementsNoInterface(type.Name, name), Implementing(type, name));
            else if (implemented == type) Report(SchemaMessages.ImplementsItself(type.Name), Implementing(type, name));
            else if (!seen.Add(name)) Report(SchemaMessages.ImplementsTwice(type.Name, name), Implementing(type, name));
            else CheckImplementation(type, implemented);
        }
    }

    private void CheckImplementation(FieldedType type, InterfaceType implemented)
    {
        foreach (var above in InterfaceNames(implemented))
        {
            if (InterfaceNames(type).Contains(above)) continue;
            var message = above == type.Name
                ? SchemaMessages.ImplementsInCircle(type.Name, implemented.Name)
                : SchemaMessages.ImplementsNotAll(type.Name, above, implemented.Name);
            Report(message, [.. Implementing(implemented, above), .. Implementing(type, implemented.Name)]);
        }
        foreach (var expected in implemented.Fields)
        {
            if (type.Fields.Find(expected.Name) is { } field) CheckField(type, field, implemented, expected);
            else Report(SchemaMessages.FieldNotImplemented($"{implemented.Name}.{expected.Name}", type.Name), [expected.Definition, .. Parts(type)]);
        }
    }

    private void CheckField(FieldedType type, FieldDefinition field, InterfaceType implemented, FieldDefinition expected)
    {
        var (name, expectedName) = ($"{type.Name}.{field.Name}", $"{implemented.Name}.{field.Name}");
        if (!schema.IsSubTypeOf(field.Type, expected.Type))
        {
            var message = SchemaMessages.FieldOfOtherType(expectedName, expected.Type.ToString()!, name, field.Type.ToString()!);
            Report(message, expected.Definition?.Type, field.Definition?.Type);
        }
        foreach (var argument in expected.Arguments)
        {
            var argumentName = $"{expectedName}({argument.Name}:)";
            if (field.Arguments.Find(argument.Name) is not { } given)
            {
                Report(SchemaMessages.ArgumentNotImplemented(argumentName, name), argument.Definition, field.Definition);
            }
            else if (given.Type != argument.Type)
            {
                var message = SchemaMessages.ArgumentOfOtherType(
                    argumentName,
                    argument.Type.ToString()!,
                    $"{name}({argument.Name}:)",
                    given.Type.ToString()!);
                Report(message, argument.Definition?.Type, given.Definition?.Type);
            }
        }
        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && expected.Arguments.Find(argument.Name) is null)
                Report(SchemaMessages.ExtraArgumentRequired(name, argument.Name, expectedName), argument.Definition, expected.Definition);
        }
    }

    // Depth first along required fields; a circle of them could never be given a value.
    private void CheckCircles(InputObjectType type)
    {
        if (!walked.Add(type)) return;
        positions[type] = path.Count;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType below }) continue;
            path.Add(field);
            if (positions.TryGetValue(below, out var position))
            {
                var circle = path[position..];
                Report(
                    SchemaMessages.InputObjectCircle(below.Name, string.Join('.', circle.Select(step => step.Name))),
                    [.. circle.Select(step => step.Definition)]);
            }
            else
            {
                CheckCircles(below);
            }
            path.RemoveAt(path.Count - 1);
        }
        positions.Remove(type);
    }

    // As written: names of types that are no interfaces are among them.
    private static IEnumerable<string> InterfaceNames(FieldedType type) =>
        Parts(type).SelectMany(part => part.InterfacesOf()).Select(node => node.Name.Value);

    private static SyntaxNode[] Implementing(FieldedType type, string name) =>
        [.. Parts(type).SelectMany(part => part.InterfacesOf()).Where(node => node.Name.Value == name)];
}
