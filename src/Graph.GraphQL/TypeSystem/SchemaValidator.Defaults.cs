using Graph.GraphQL.Language;

namespace Graph.GraphQL.TypeSystem;

// Section 3.10.1 (InputObjectDefaultValueHasCycle): a default that stands for itself, through the defaults of other fields, has no value.
internal sealed partial class SchemaValidator
{
    private readonly HashSet<InputValueDefinition> walkedDefaults = [];
    private readonly List<(string Name, InputValueDefinition Field)> openDefaults = [];

    private void CheckDefaults(InputObjectType type)
    {
        foreach (var field in type.Fields)
            if (field.Type.Named is InputObjectType below) CheckDefault(type, field, below);
    }

    private void CheckDefault(InputObjectType type, InputValueDefinition field, InputObjectType below)
    {
        if (field.DefaultValue is not { } value) return;
        var position = openDefaults.FindIndex(open => open.Field == field);
        if (position >= 0)
        {
            var circle = openDefaults[position..];
            Report(
                SchemaMessages.DefaultCircle(circle[0].Name, [.. circle.Skip(1).Select(step => step.Name)]),
                [.. circle.Select(step => step.Field.Definition?.DefaultValue)]);
        }
        else if (walkedDefaults.Add(field))
        {
            openDefaults.Add(($"{type.Name}.{field.Name}", field));
            CheckDefault(below, value);
            openDefaults.RemoveAt(openDefaults.Count - 1);
        }
    }

    private void CheckDefault(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Values) CheckDefault(type, item);
        }
        else if (value is ObjectValueNode given)
        {
            foreach (var field in type.Fields)
            {
                if (field.Type.Named is not InputObjectType below) continue;
                if (given.Fields.FirstOrDefault(entry => entry.Name.Value == field.Name) is { } entry) CheckDefault(below, entry.Value);
                else CheckDefault(type, field, below);
            }
        }
    }
}
