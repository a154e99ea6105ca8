using System.Text;
using Graph.Api.Sdl;
using Graph.Model.Ontologies;

namespace Graph.Api;

/// <summary>An ontology as a document for people: what there is, how it is related, under which names the API offers it.</summary>
public static class DataDictionary
{
    /// <summary>Writes it as Markdown.</summary>
    public static string Of(Ontology ontology)
    {
        var text = new StringBuilder(ApiMessages.DictionaryTitle).Append("\n\n").Append(ApiMessages.DictionaryPreface).Append('\n');
        foreach (var type in ontology.Entities) Entity(text, type);
        text.Append("\n## Properties of relationships\n");
        foreach (var set in ontology.PropertySets) Set(text, set, ontology);
        text.Append("\n## Enums\n");
        foreach (var set in ontology.Enums) Enum(text, set);
        return text.ToString();
    }

    private static void Entity(StringBuilder text, EntityType type)
    {
        text.Append("\n## ").Append(type.Name).Append("\n\n");
        if (type.Description is not null) text.Append(Paragraph(type.Description)).Append("\n\n");
        text.Append(ApiMessages.DictionaryEntity(type)).Append('\n');
        Properties(text, type.Properties);
        if (type.Relationships.Count == 0) return;
        text.Append("\n| Leads to | by | carrying | |\n| --- | --- | --- | --- |\n");
        foreach (var field in type.Relationships)
        {
            var arrow = field.Direction == Direction.Out ? $"–{field.Relationship.Name}→" : $"←{field.Relationship.Name}–";
            var target = field.IsList ? $"many {field.Target.Name}" : $"one {field.Target.Name} or none";
            Row(
                text,
                $"`{field.Name}`: {target}",
                arrow,
                field.Relationship.Properties is { } set ? $"[{set.Name}](#{Anchor(set.Name)})" : "",
                field.Description);
        }
    }

    private static void Set(StringBuilder text, PropertySet set, Ontology ontology)
    {
        text.Append("\n### ").Append(set.Name).Append("\n\n");
        if (set.Description is not null) text.Append(Paragraph(set.Description)).Append("\n\n");
        text.Append("Carried by ").AppendJoin(", ", ontology.RelationshipTypes.Where(type => type.Properties == set).Select(type => $"`{type.Name}`"))
            .Append('.').Append(set.Interval is { } interval ? ApiMessages.DictionaryInterval(interval) : "").Append('\n');
        Properties(text, set.Properties);
    }

    private static void Enum(StringBuilder text, EnumType set)
    {
        text.Append("\n### ").Append(set.Name).Append("\n\n");
        if (set.Description is not null) text.Append(Paragraph(set.Description)).Append("\n\n");
        foreach (var (name, description) in set.Values)
            text.Append("- `").Append(name).Append('`').Append(description is null ? "" : $": {Cell(description)}").Append('\n');
    }

    private static void Properties(StringBuilder text, IEnumerable<Property> properties)
    {
        text.Append("\n| Property | Type | | |\n| --- | --- | --- | --- |\n");
        foreach (var property in properties)
            Row(text, $"`{property.Name}`", Type(property), string.Join(", ", Marks(property)), property.Description);
    }

    private static string Type(Property property)
    {
        var named = property.Enum is { } set ? $"[{set.Name}](#{Anchor(set.Name)})" : ApiNames.Scalar(property.Kind);
        return property.IsList ? $"list of {named}" : named;
    }

    private static IEnumerable<string> Marks(Property property)
    {
        if (property.IsRequired) yield return "required";
        if (property.IsUnique) yield return "unique";
        if (property.IsIndexed) yield return "indexed";
        if (property.IsSearchable) yield return "searchable";
        if (property.IsIdentifying) yield return "identifying";
        if (property.Range is { } range) yield return range.ToString();
        if (property.Excerpt is not null) yield return "told in passages";
        if (property.IsImportStamp) yield return "set on first import";
    }

    private static void Row(StringBuilder text, string name, string type, string marks, string? about) =>
        text.Append("| ").Append(name).Append(" | ").Append(type).Append(" | ").Append(marks).Append(" | ").Append(about is null ? "" : Cell(about))
            .Append(" |\n");

    private static string Paragraph(string description) => description.Trim();

    private static string Cell(string description) =>
        description.Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal).Trim();

    private static string Anchor(string heading) => heading.ToLowerInvariant();
}
